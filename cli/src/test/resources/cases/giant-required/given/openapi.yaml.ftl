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
      required: [[#list 1..300 as i]v[=i], [/#list]last]
