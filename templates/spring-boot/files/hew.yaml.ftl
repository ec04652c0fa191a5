hew: 1
name: [=name]
[#if pack.isEmpty()]
stack: [=stack]
[#else]
pack: [=pack.yaml()]
[/#if]
contract: api/openapi.yaml
[#if !source.isEmpty()]
source: [=source.yaml()]
[/#if]
[#if chosen?has_content]
options:
[#list chosen as option, value]
  [=option]: [=value]
[/#list]
[/#if]
[#if !migrates]
migrations: off
[/#if]
[#if corrections?has_content]
resources:
[#list corrections as path, said]
  [=path]: [=said]
[/#list]
[/#if]
