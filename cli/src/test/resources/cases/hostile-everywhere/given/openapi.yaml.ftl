[#-- Each text stands in every place that a contract has for texts. All of them start with @, so that the test can tame them. --]
[#assign texts = [
  "*/ static { new java.io.File(\"pwned\").mkdir(); } /* \\u002a/ static { new java.io.File(\"pwned\").mkdir(); } /*",
  "\"); new java.io.File(\"pwned\").mkdir(); (\" \\u0022); new java.io.File(\\u0022pwned\\u0022).mkdir(); (\\u0022 \\",
  "\"\"\" + new java.io.File(\"pwned\").mkdir() + \"\"\" \\\"\"\" \\{x}",
  "@param {@link x} {@code */} {@literal @} </pre> &#42;/ @@",
  "#\{T(java.nio.file.Files).createFile(T(java.nio.file.Path).of('pwned'))} $\{java.home} $\{jndi:ldap://127.0.0.1/a} %{x} {{7*7}} @project.name@",
  "[\x003D7*7] [#if true]PWNED[/#if] <#if true>PWNED</#if> <@x/> [/#list] $\{7*7} {name.pascal}",
  "$\{{ secrets.GITHUB_TOKEN }} ::set-output name=PWNED::1 ::error::PWNED",
  "<script>alert(1)</script> <!-- PWNED --> ]]> &xxe; <!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]> <img src=x onerror=alert(1)>",
  "[a](javascript:alert(1)) ![i](x) # PWNED | cell | **b** _i_ ~~~ ``` `` ` <b>x</b> <https://example.org> - [ ] 1. x &copy;",
  "'; DROP TABLE things; -- \" OR 1=1 /* */ ;",
  "$(touch pwned) `touch pwned` ; touch pwned | tee pwned && touch pwned > pwned ! ~ * ? \\\\",
  "&anchor *alias !!java.lang.Runtime {a: b} - item: \"x\" # comment: | > ? : @ `",
  "%n%s%d%1$s {0} {} {message} \\n \\r \\t \\0 \\x41",
  "../../../../etc/passwd ..\\..\\x CON NUL aux.txt C:\\x \\\\host\\share /dev/null",
  "class public void null true 1e9 0x1F NaN -",
  "!\"§$%&/()=?*+~#'-_.:,;<>|^°",
  "é ß İ ı ſ 漢字 🙈 עברית العربية Ω ℌ ﬁ"
]]
[#assign escaped = [
  r"one\r\nX-Pwned: yes\r\n\r\nPWNED body\nPWNED line\u2028PWNED\u2029PWNED\u0085PWNED\u000bPWNED",
  r"\u202ePWNED\u202c \u2066a\u2069 \u200b\u200d\ufeff\u00ad\u061c\u180e",
  r"a\u0001b\u001b[31mc\u007fd\u009fe\tf\bg\fh\u001ci\u001dj\u001ek\u001fl",
  r"\ue000\ue001\ue002\uf8ff \ufffe \uffff \ud83d\ude48"
]]
[#macro everywhere t n]
  /t[=n]:
    get:
      operationId: [=t]
      summary: [=t]
      description: [=t]
      tags: [ [=t] ]
      parameters:
        - {name: [=t], in: query, description: [=t], schema: {type: string, default: [=t]}}
        - {name: kind, in: query, schema: {type: string, enum: [ [=t], plain]}}
      responses:
        '200':
          description: [=t]
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing[=n]'}
              example: { [=t]: [=t], kind: [=t], list: [ [=t] ]}
    post:
      description: [=t]
      requestBody:
        description: [=t]
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Thing[=n]'}
      responses:
        '200':
          description: [=t]
          content:
            application/json:
              schema:
                title: [=t]
                type: object
                properties:
                  [=t]: {type: object, title: [=t], properties: { [=t]: {type: integer, description: [=t]}}}
[/#macro]
[#macro thing t n]
    Thing[=n]:
      title: [=t]
      description: [=t]
      type: object
      required: [ [=t] ]
      properties:
        [=t]: {type: string, title: [=t], description: [=t], example: [=t]}
        kind: {type: string, enum: [ [=t], plain], description: [=t]}
        list: {type: array, items: {type: string, enum: [ [=t] ]}}
[/#macro]
[#assign all = []]
[#list texts as t][#assign all += ["\"@ " + t?json_string + "\""]][/#list]
[#list escaped as t][#assign all += ["\"@ " + t + "\""]][/#list]
[#assign everything = "\"@" + texts?join(" ")?json_string + escaped?join(" ") + "\""]
openapi: 3.0.3
info:
  title: [=everything]
  summary: [=everything]
  description: [=everything]
  termsOfService: [=everything]
  contact: {name: [=everything], email: [=everything], url: [=everything]}
  license: {name: [=everything], url: [=everything]}
  version: [=everything]
servers: [{url: /base, description: [=everything]}]
tags:
[#list all as t]
  - {name: [=t], description: [=t], externalDocs: {url: [=t], description: [=t]}}
[/#list]
paths:
[#list all as t]
[@everywhere t t?index/]
[/#list]
[#-- Paths that a server could take for patterns, placeholders, parameters or other paths. --]
[#list ["/w/*", "/w/**", "/w/a*", "/w/a?b", "/w/{x", "/w/y}", "/w/$*", "/w/$\{x}", "/w/#\{x}", "/w;x=1/y", "/w/%7Bz%7D", "/w//x", "/w/../x"] as path]
  "[=path]":
    get:
[#if path?contains("{x}")]
      parameters: [{name: x, in: path, required: true, schema: {type: integer}}]
[/#if]
      responses:
        '200':
          description: found
          content: {application/json: {schema: {type: string}, example: found}}
[/#list]
components:
  schemas:
[#list all as t]
[@thing t t?index/]
[/#list]
