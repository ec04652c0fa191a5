openapi: 3.0.3
info: {title: Tiny, version: 1.0.0}
x-a: &a0
[#list 0..99 as i]  k[=i]: lol
[/#list]
[#list 1..8 as n]
x-[=n]: &a[=n]
[#list 0..9 as i]  m[=n]_[=i]: {<<: [*a[=n-1], *a[=n-1]]}
[/#list]
[/#list]
paths:
  /things:
    get:
      operationId: things
      responses:
        '200':
          description: Things.
          content:
            application/json:
              schema: *a8
