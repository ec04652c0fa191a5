# [=service.title.markdown()]

A Python service with [=service.operations()?size] operations and [=types?size] types, on port [=port].

[#list apis as api]
## [=api.tag.markdown()]

[#list api.endpoints as endpoint]
- [=endpoint.method] [=endpoint.contractPath.markdown()]: [=endpoint.name]([=endpoint.parameters?map(p -> p.name)?join(', ')])
[/#list]
[#sep]

[/#sep]
[/#list]
