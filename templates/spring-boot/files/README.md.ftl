# [=service.title.markdown()]
[#if !service.description.isEmpty()]

[=service.description.summary().markdown()]
[/#if]

A Spring Boot service for Java [=java], made from the contract in [`api/openapi.yaml`](api/openapi.yaml).

## Run

```sh
mvn spring-boot:run
```

It listens on port 8080[#if !service.basePath.isEmpty()]; every path stands under [=service.basePath.code()][/#if]. As a single file:

```sh
mvn package
java -jar target/[=name].jar
```

## Test

```sh
mvn verify
```

`ContractTest` starts the service, sends every request of [`contract/cases.jsonl`](contract/cases.jsonl) and holds each
answer against the contract. It closes with a line that counts the cases:

- `passed`: the service's own code gave the documented answer.
- `stubbed`: the answer was the contract's example, from an operation that is yet to be written.
- `fixture`: another documented answer came, such as 404, because the case needs data that the service does not hold.
  Values that it does hold can be given in `contract/fixtures.yaml`, which is yours:
  operations or ids of cases, each with `path`, `query`, `headers`, `body`, `status` or `exempt`.
- `exempt`: nothing can be sent; the case says why.
- `failed`: the answer is not as documented, and the build fails.

## Yours to write

Each operation answers with the contract's example and the header `Hew-Stub: true` until its controller overrides it.

| operation | stub |
| --- | --- |
[#list service.operations() as endpoint]
| [=endpoint.call().code()] | [=whereOpen]Stub.answer("[=endpoint.name]")[=whereClose] |
[/#list]

What stands in `api` and `contract` is hew's and follows the contract: write code in `web`, or anywhere else. `.hew` holds what
hew wrote, byte for byte, so that a later version can tell your changes from its own; keep it in version control.
[#if service.anyXmlAnswer()]

The contract offers answers in XML. The stubs give them; to give your own, add `tools.jackson.dataformat:jackson-dataformat-xml` to
the pom, or take XML out of the contract. XML that is sent to the service arrives as text.
[/#if]
[#if service.secured?has_content]

## Not enforced

The contract asks for credentials ([#list service.secured as s][=s.markdown()][#sep], [/#list]), but nothing checks them yet: add
Spring Security before the service leaves your machine.
[/#if]
[#if service.unserved?has_content]

## Not served

The contract also holds what this service does not answer; it is kept in the contract, and nothing is generated for it:
[#list service.unserved as u][=u.markdown()][#sep], [/#list].
[/#if]
