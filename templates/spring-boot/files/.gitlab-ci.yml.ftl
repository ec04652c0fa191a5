workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

default:
  interruptible: true
  timeout: 20 minutes

stages:
  - verify
[#if docker]
  - image
[/#if]

verify:
  stage: verify
  image: maven:[=versions.maven]-eclipse-temurin-[=java]
  variables:
    MAVEN_OPTS: -Dmaven.repo.local=.m2/repository
  cache:
    key:
      files:
        - pom.xml
    paths:
      - .m2/repository
  script:
[#if hewFrom?has_content]
    - curl --fail --silent --show-error --location --create-dirs --output target/hew.zip [=hewFrom]
    - mkdir -p target/hew && (cd target/hew && jar --extract --file ../hew.zip)
    - sh target/hew/*/bin/hew check api/openapi.yaml
[/#if]
    - mvn --batch-mode --no-transfer-progress verify
  artifacts:
    when: always
    reports:
      junit: target/surefire-reports/TEST-*.xml
[#if sbom]
      cyclonedx: target/classes/META-INF/sbom/application.cdx.json
[/#if]
[#if docker]

package:
  stage: image
  image: docker:28
  services:
    - docker:28-dind
  script:
    - docker build --tag "[=name]:$CI_COMMIT_SHA" .
[/#if]
