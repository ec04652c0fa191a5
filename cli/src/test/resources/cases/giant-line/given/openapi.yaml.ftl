openapi: 3.0.3
info: {title: Tiny, version: 1.0.0}
x-big: "[=""?left_pad(2200000, "x")]"
