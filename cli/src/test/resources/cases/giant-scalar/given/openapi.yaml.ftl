openapi: 3.0.3
info: {title: [=""?left_pad(1900000, "Tiny ")], version: 1.0.0}
paths:
  /things:
    get:
      operationId: things
      responses:
        '204': {description: Done.}
x-big: |
[#list 1..20000 as i]  [=''?left_pad(90, 'x')]
[/#list]