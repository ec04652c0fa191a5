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
              schema: {$ref: 'parts/0.yaml#/Thing'}
