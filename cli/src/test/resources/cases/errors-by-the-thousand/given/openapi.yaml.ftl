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
    Thing: {type: string}
[#list 1..1000 as i]    T[=i]: {type: decimal, properties: {a: {$ref: "#/nowhere/[=i]"}}}
[/#list]