spring:
  application:
    name: [=name]
  autoconfigure:
    exclude:
      - org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration # instead: ProblemReport
[#if service.security?? && !service.security.bearer && !service.security.basic]
      - org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration # there are only keys
[/#if]
  lifecycle:
    timeout-per-shutdown-phase: 20s # for requests that are under way when the service is to stop
[#if (java >= 21)]
  threads:
    virtual:
      enabled: true
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
[#if service.readsParts()]
  servlet:
    multipart:
      max-file-size: 10MB
      max-request-size: 10MB
[/#if]
server:
  tomcat:
    connection-timeout: 10s # until a request has been sent
    keep-alive-timeout: 60s
[#if !service.basePath.isEmpty()]
  servlet:
    context-path: [=service.basePath.unexpanded().yaml()]
[/#if]
requests:
  max-body-size: 10MB
[#if storage.anyPatch(false)]
  max-patch-operations: 1000
[/#if]
[#if monitoring || tracing]
management:
[#if monitoring]
  endpoints:
    web:
      discovery:
        enabled: false
[#if service.claims('/actuator/health')]
      base-path: /management
[/#if]
[#if storage.any()]
  endpoint:
    health:
      group:
        readiness:
          include: readinessState, db
[/#if]
[/#if]
[#if tracing]
  otlp:
    metrics:
      export:
        enabled: false # traces alone are sent; metrics are fetched
[/#if]
[/#if]
[#if apiPage]
docs:
  enabled: true
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
