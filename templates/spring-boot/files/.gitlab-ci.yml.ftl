workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

default:
  interruptible: true
  timeout: 20 minutes

stages:
  - build
[#if docker]
  - image
[/#if]

build:
  stage: build
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
    - curl --fail --silent --show-error --location --output hew.zip [=hewFrom]
    - mkdir hew
    - (cd hew && jar --extract --file ../hew.zip)
    - sh hew/*/bin/hew check api/openapi.yaml
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

image:
  stage: image
  image: docker:28
  services:
    - docker:28-dind
  script:
    - docker build --tag [=name]:$CI_COMMIT_SHA .
[/#if]
