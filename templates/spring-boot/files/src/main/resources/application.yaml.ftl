spring:
  application:
    name: [=name]
  mvc:
    format: # as in JSON
      date: iso
      date-time: iso
      time: iso
[#if service.readsForms()]
    formcontent:
      filter:
        enabled: false # forms are read as bodies, whatever the method
[/#if]
[#if service.anyMethod('TRACE')]
    dispatch-trace-request: true
[/#if]
[#if service.anyMethod('OPTIONS')]
    dispatch-options-request: true
[/#if]
  web:
    resources:
      add-mappings: false
[#if !service.basePath.isEmpty()]
server:
  servlet:
    context-path: [=service.basePath.unexpanded().yaml()]
[/#if]
