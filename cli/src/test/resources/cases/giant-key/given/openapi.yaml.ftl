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
        ? [=""?left_pad(1000, "k")]
        : {type: string}
        ? "[=""?left_pad(200000, "k")]"
        : {type: string}
