# [=service.title.markdown()]
[#if !service.description.isEmpty()]

[=service.description.summary().markdown()]
[/#if]

A Spring Boot service for Java [=java], made from the contract in [`api/openapi.yaml`](api/openapi.yaml).

## Run

```sh
mvn spring-boot:run
```

It listens on port 8080[#if !service.basePath.isEmpty()]; every path stands under `[=service.basePath.markdown()]`[/#if]. As a single file:

```sh
mvn package
java -jar target/[=name].jar
```

## Test

```sh
mvn verify
```

`ContractTest` starts the service, sends every request of [`contract/cases.jsonl`](contract/cases.jsonl) and holds each
answer against the contract. It closes with a line that counts the cases; an answer that is only the contract's example
counts as `stubbed`, never as `passed`.

## Yours to write

Each operation answers with the contract's example and the header `Hew-Stub: true` until its controller overrides it.

| operation | stub |
| --- | --- |
[#list service.operations() as endpoint]
| [=endpoint.call().code()] | [=whereOpen]Stub.answer("[=endpoint.name]")[=whereClose] |
[/#list]

The interfaces in `api` are regenerated from the contract: write code in `web`, or anywhere else.
[#if service.secured?has_content]

## Not enforced

The contract asks for credentials ([#list service.secured as s][=s.markdown()][#sep], [/#list]), but nothing checks them yet: add
Spring Security before the service leaves your machine.
[/#if]
[#if service.unserved?has_content]

## Not served

The contract also describes what no server answers; it is kept in the contract, and nothing is generated for it:
[#list service.unserved as u][=u.markdown()][#sep], [/#list].
[/#if]
