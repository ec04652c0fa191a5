name: ci
on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

concurrency:
  group: ${{ github.workflow }}-${{ github.ref }}
  cancel-in-progress: true

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@[=versions.checkout]
        with:
          persist-credentials: false
      - uses: actions/setup-java@[=versions.setupJava]
        with:
          distribution: temurin
          java-version: [=java]
          cache: maven
[#if hewFrom?has_content]
      - run: curl --fail --silent --show-error --location --create-dirs --output target/hew.zip [=hewFrom]
      - run: mkdir -p target/hew && cd target/hew && jar --extract --file ../hew.zip
      - run: sh target/hew/*/bin/hew check api/openapi.yaml
[/#if]
      - run: mvn --batch-mode --no-transfer-progress verify
[#if sbom]
      - uses: actions/upload-artifact@[=versions.uploadArtifact]
        with:
          name: sbom
          path: target/classes/META-INF/sbom/application.cdx.json
          if-no-files-found: error
[/#if]
[#if docker]
      - run: docker build --tag "[=name]:$GITHUB_SHA" .
[/#if]
