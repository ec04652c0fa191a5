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
      required: [a, b]
      properties:
        a: {type: string, pattern: '[=""?left_pad(50000, "(")]a[=""?left_pad(50000, ")")]'}
        b: {type: string, pattern: '^([#list 1..20000 as i]word[=i]|[/#list]last)$'}
