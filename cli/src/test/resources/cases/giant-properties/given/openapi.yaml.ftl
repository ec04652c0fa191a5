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
    Thing:
      type: object
      properties:
[#list 1..20000 as i]        p[=i]: {type: string}
[/#list]