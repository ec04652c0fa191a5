openapi: 3.0.3
info: {title: Tiny, version: 1.0.0}
x-deep:
 [=""?left_pad(200000, "- ")]x
