spring:
  application:
    name: [=name]
[#if service.security?? && !service.security.bearer && !service.security.basic]
  autoconfigure: # there are keys, but no users with passwords
    exclude: org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration
[/#if]
[#if service.security?? && service.security.bearer]
  security:
    oauth2:
      resourceserver:
        jwt: # one of the two says whose tokens are taken
          issuer-uri: ${JWT_ISSUER_URI:}
          public-key-location: ${JWT_PUBLIC_KEY:}
[/#if]
[#if storage.any()]
  datasource: # SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD say which
    hikari:
      maximum-pool-size: 10
      connection-timeout: 5000 # ms that a request waits for a connection
      data-source-properties:
        socketTimeout: 30 # s until an answer of the database counts as lost
  jdbc:
    template:
      query-timeout: 10s
  flyway:
    placeholder-replacement: false # what looks like a placeholder is a text of the contract
[/#if]
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
[#if service.security?? && service.security.basic]
basic:
  username: ${BASIC_USERNAME}
  password: ${BASIC_PASSWORD}
[/#if]
[#if service.security?? && service.security.keys?has_content]
api-keys:
[#list service.security.keys as key]
  [=key.property]: ${[=key.variable]} # [=key.in] [=key.parameter.comment()]
[/#list]
[/#if]
