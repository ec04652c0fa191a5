pipeline {
  agent any
  options {
    disableConcurrentBuilds(abortPrevious: true)
    timeout(time: 20, unit: 'MINUTES')
    buildDiscarder(logRotator(numToKeepStr: '20'))
  }
  stages {
    stage('Build') {
      agent {
        docker {
          image 'maven:[=versions.maven]-eclipse-temurin-[=java]'
          args '--volume maven-repository:/root/.m2'
          reuseNode true
        }
      }
      steps {
[#if hewFrom?has_content]
        sh 'curl --fail --silent --show-error --location --create-dirs --output target/hew.zip [=hewFrom]'
        sh 'mkdir -p target/hew && cd target/hew && jar --extract --file ../hew.zip'
        sh 'sh target/hew/*/bin/hew check api/openapi.yaml'
[/#if]
        sh 'mvn --batch-mode --no-transfer-progress verify'
      }
      post {
        always {
          junit 'target/surefire-reports/TEST-*.xml'
[#if sbom]
          archiveArtifacts 'target/classes/META-INF/sbom/application.cdx.json'
[/#if]
        }
      }
    }
[#if docker]
    stage('Image') {
      steps {
        sh 'docker build --tag "[=name]:$GIT_COMMIT" .'
      }
    }
[/#if]
  }
}
