openapi: 3.0.3
info: {title: Tiny, version: 1.0.0}
paths:
  /things:
    get:
      operationId: things
      responses:
        '200':
          description: Things.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Thing'}
components:
  schemas:
    Leaf0: &s0 {type: object, properties: {a: {type: string}}}
[#list 1..17 as n]
    Leaf[=n]: &s[=n] {type: object, properties: {a: *s[=n-1], b: *s[=n-1]}}
[/#list]
    Thing: *s17
