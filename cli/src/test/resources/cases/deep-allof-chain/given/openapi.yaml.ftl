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
    Thing: {$ref: "#/components/schemas/S0"}
[#list 0..1999 as i]
    S[=i]: {allOf: [{$ref: '#/components/schemas/S[=i+1]'}]}
[/#list]
    S2000: {type: string}
