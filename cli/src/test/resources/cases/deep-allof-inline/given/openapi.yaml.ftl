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
      [=""?left_pad(1000, "{allOf: [")]{type: string}[=""?left_pad(200, "]}")]
