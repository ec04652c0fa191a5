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
    Thing:
      type: integer
      maximum: [=""?left_pad(1000000, "9")]
      minimum: 1e999999999
