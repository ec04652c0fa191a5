# [=service.title.markdown()]
[#if !service.description.isEmpty()]

[=service.description.summary().markdown()]
[/#if]

A Spring Boot service for Java [=java], made from the contract in [`api/openapi.yaml`](api/openapi.yaml).

## Run

[#if storage.any()]
```sh
mvn spring-boot:test-run
```

This starts a PostgreSQL of its own, which keeps its data in `.data`. The service listens[#rt]
[#else]
```sh
[#if service.security??]
[#list service.security.keys as key]
export [=key.variable]=$(openssl rand -hex 16)
[/#list]
[#if service.security.basic]
export BASIC_USERNAME=me BASIC_PASSWORD=$(openssl rand -hex 16)
[/#if]
[#if service.security.bearer]
export JWT_PUBLIC_KEY=file:target/token/public.pem TOKEN=$(java src/test/java/[=packagePath]/Token.java)
[/#if]
[/#if]
mvn spring-boot:run
```

It listens[#rt]
[/#if]
 on port 8080[#if !service.basePath.isEmpty()]; every path stands under [=service.basePath.code()][/#if]. As a single file:

```sh
mvn package
java -jar target/[=name].jar
```
[#if storage.any()]

The environment says where the database is: `SPRING_DATASOURCE_URL` (such as `jdbc:postgresql://localhost:5432/[=name.snake]`),
`SPRING_DATASOURCE_USERNAME` and `SPRING_DATASOURCE_PASSWORD`. Its tables are made and changed by the scripts in
[`db/migration`](src/main/resources/db/migration), which are yours: for a change, add the next one.
[/#if]

[#if service.security??]
## Credentials

The service takes no request without the credentials that the contract asks for, on your machine neither, and does not start
until the environment says which are right:

| scheme | sent as | set by |
| --- | --- | --- |
[#list service.security.schemes as scheme]
[#switch scheme.kind]
[#case 'bearer']
| [=scheme.name.code()] | header `Authorization: Bearer`, a JWT | `JWT_ISSUER_URI`, or `JWT_PUBLIC_KEY` |
[#break]
[#case 'basic']
| [=scheme.name.code()] | header `Authorization: Basic` | `BASIC_USERNAME`, `BASIC_PASSWORD` |
[#break]
[#case 'key']
[#assign key = service.security.key(scheme)]
| [=scheme.name.code()] | [=key.in] [=key.parameter.code()] | `[=key.variable]` |
[#break]
[/#switch]
[/#list]
[#if service.security.bearer]

In production `JWT_ISSUER_URI` names the authorization server whose tokens count; set
`SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_AUDIENCES` too, so that a token for another service does not. Scopes are read from the
token's `scope` or `scp`. For a local run, `Token.java` makes a token with the scopes that follow its name, and on first use the
keys below `target` that it is signed with. The token above is sent with `curl -H "Authorization: Bearer $TOKEN"`.
[/#if]

[/#if]
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

[#assign stubs = storage.stubs(service)]
[#if stubs?has_content]
## Yours to write

Each [#if storage.any()]of these operations[#else]operation[/#if] answers with the contract's example and the header `Hew-Stub: true` until its controller overrides it.

[#assign reasons = stubs?filter(e -> !storage.reason(e).isEmpty())?has_content]
| operation | stub |[#if reasons] why it is not stored |[/#if]
| --- | --- |[#if reasons] --- |[/#if]
[#list stubs as endpoint]
| [=endpoint.call().code()] | [=whereOpen]Stub.answer("[=endpoint.name]")[=whereClose] |[#if reasons] [=storage.reason(endpoint).markdown()] |[/#if]
[/#list]

[/#if]
What stands in `api` and `contract` is hew's and follows the contract: write code in `web`, or anywhere else. `.hew` holds what
hew wrote, byte for byte, so that a later version can tell your changes from its own; keep it in version control.
[#if service.anyXmlAnswer()]

The contract offers answers in XML. The stubs give them; to give your own, add `tools.jackson.dataformat:jackson-dataformat-xml` to
the pom, or take XML out of the contract. XML that is sent to the service arrives as text.
[/#if]
[#if service.unchecked?has_content]

## Not enforced

The contract also asks for [#list service.unchecked as s][=s.code()][#sep], [/#list], which the service does not check: what they alone
protect is open. Put a proxy in front that does, or check them in `web`, before the service leaves your machine.
[/#if]
[#if service.unserved?has_content]

## Not served

The contract also holds what this service does not answer; it is kept in the contract, and nothing is generated for it:
[#list service.unserved as u][=u.markdown()][#sep], [/#list].
[/#if]
