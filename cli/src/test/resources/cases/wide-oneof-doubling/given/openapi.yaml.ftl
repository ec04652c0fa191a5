openapi: 3.0.3
info: {title: Tiny, version: 1.0.0}
paths:
  /things:
    post:
      operationId: add
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Thing'}
      responses:
        '204': {description: Added.}
components:
  schemas:
    Thing: {$ref: '#/components/schemas/S0'}
[#list 0..29 as i]
    S[=i]: {oneOf: [{$ref: '#/components/schemas/S[=i+1]'}, {allOf: [{$ref: '#/components/schemas/S[=i+1]'}]}]}
[/#list]
    S30: {type: object, properties: {a: {type: string}}}
