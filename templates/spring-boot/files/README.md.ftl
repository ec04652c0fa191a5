# [=service.title.markdown()]
[#if !service.description.isEmpty()]

[=service.description.summary().markdown()]
[/#if]

A Spring Boot service for Java [=java], made from the contract in [`api/openapi.yaml`](api/openapi.yaml).

## Run

```sh
[#if service.security??]
[#list service.security.keys as key]
export [=key.variable]=$(openssl rand -hex 16)
[/#list]
[#if service.security.basic]
export BASIC_USERNAME=me BASIC_PASSWORD=$(openssl rand -hex 16)
[/#if]
[#if service.security.bearer]
export JWT_PUBLIC_KEY=file:target/token/public.pem TOKEN=$(java src/test/token/Token.java[#list service.security.scopes() as scope] [=scope.shell()][/#list])
[/#if]
[/#if]
mvn spring-boot:[#if storage.any()]test-[/#if]run
```

[#if storage.any()]
This starts a PostgreSQL of its own, which keeps its data in `.data`. The service listens[#rt]
[#else]
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
[#if storage.anyCut()]

A list that comes in parts gives callers who do not say how many they want 100 items, or the `maximum` of that parameter where it is less.
[/#if]
[/#if]

[#if apiPage || requests]
[#if apiPage]
In a browser, [=service.under('/docs').code()] shows the contract and tries out calls, but not in the profile `production`.
[/#if]
[#if requests]
[`requests.http`](requests.http) has a request for each operation, to be sent from an editor.
[/#if]

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
keys below `target` that it is signed with. The token above[#if service.security.scopes()?has_content] has every scope that the contract asks for, and[/#if] is sent with
`curl -H "Authorization: Bearer $TOKEN"`.
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

[#if docker || monitoring || tracing]
## Production

[#if docker]
```sh
docker compose up --build
```

builds the image and runs it[#if service.security?? || storage.any()], with secrets from the environment or from `.env`, which git ignores[/#if]. The image takes any user and a read-only
root, and needs a writable `/tmp` only. `--build-arg BUILD_IMAGE=` and `RUN_IMAGE=` name other base images.

[/#if]
[#if monitoring]
The profile `production`[#if docker], which the image runs in,[/#if] writes logs as JSON and opens a second port, 8081, for the platform alone: do not publish
it. It has `/actuator/health/liveness`, `/actuator/health/readiness` and `/actuator/prometheus`. Elsewhere only [=service.under('/actuator/health').code()] is
served, on the port of the service.

[/#if]
[#if tracing]
Traces go by OTLP to `MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT`, such as `http://collector:4318/v1/traces`; nothing is sent
without it. `MANAGEMENT_TRACING_SAMPLING_PROBABILITY` says how many, 0.1 by default.

[/#if]
A body may be as large as `requests.max-body-size` (10 MB) says[#if storage.anyPatches()], and so may what a patch leaves of an item[/#if]. [#rt]
[#if storage.anyPatch(false)]
A JSON Patch may have as[#lt]
many operations as `requests.max-patch-operations` (1000) says. [#rt]
[/#if]
On SIGTERM, requests that are under way have 20 s to end.

[/#if]
[#assign stubs = storage.stubs(service)]
## Yours to write

[#if stubs?has_content]
hew leaves [#if storage.any()]these[#else]all[/#if] operations to you. Until its controller overrides it, each answers with the contract's example and the header
`Hew-Stub: true`; `mvn verify` counts those that still do as `stubbed`.

[#assign reasons = store != 'none']
| operation | stub |[#if reasons] why it is not stored |[/#if]
| --- | --- |[#if reasons] --- |[/#if]
[#list stubs as endpoint]
| [=endpoint.call().code()] | [=whereOpen]Stub.answer("[=endpoint.name]")[=whereClose] |[#if reasons] [=storage.reason(endpoint).prose()] |[/#if]
[/#list]

[/#if]
[#if storage.anyPartial()]
These are stored, but the contract does not say what some of their parameters do. A call that asks for one of those is answered as a stub.

| operation | parameters | stub |
| --- | --- | --- |
[#list service.apis as api][#list storage.partial(api) as endpoint]
| [=endpoint.call().code()] | [#list storage.handler(endpoint).untold as u][=u.key.code()][#sep], [/#list] | [=whereOpen][=api.name]Api.super.[=endpoint.name]([=whereClose] |
[/#list][/#list]

[/#if]
[#if storage.anyComputed()]
No operation sets these values, and the contract does not say where they come from. Until you compute them, every row holds the same:
null, or where a value is demanded, one made up from the contract's examples and bounds; identifiers are made up for each row.

| value | until then | written |
| --- | --- | --- |
[#list storage.tables as table][#list table.computed() as column]
| `[=table.name].[=column.name]` | [=column.untilWritten().code()] | [=whereOpen]// Yours to compute: [=table.name].[=column.name],[=whereClose] |
[/#list][/#list]

[/#if]
[#if storage.anySecret()]
Passwords are kept as they are sent, for anybody to read who gets at the database. Hash them before they are written, and let no answer
have them: `writeOnly: true` in the contract sees to that.

| value | written |
| --- | --- |
[#list storage.tables as table][#list table.secrets() as column]
| `[=table.name].[=column.name]` | [=whereOpen]// Kept as it is sent: [=table.name].[=column.name].[=whereClose] |
[/#list][/#list]

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
