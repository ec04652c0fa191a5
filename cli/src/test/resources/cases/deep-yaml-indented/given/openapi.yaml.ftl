openapi: 3.0.3
info: {title: Tiny, version: 1.0.0}
x-deep:
[#list 1..2000 as i][=""?left_pad(i)]a:
[/#list]