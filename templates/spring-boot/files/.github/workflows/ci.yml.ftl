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
      - uses: actions/setup-java@[=versions.setupJava]
        with:
          distribution: temurin
          java-version: [=java]
          cache: maven
      - run: mvn --batch-mode --no-transfer-progress verify
