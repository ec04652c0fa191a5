[#if monitoring]
spring:
  main:
    banner-mode: off
logging:
  structured:
    format:
      console: ecs
management: # for probes and scrapers, not for the world: the port is not to be published
  server:
    port: 8081
  endpoints:
    web:
      exposure:
        include: health, prometheus
[/#if]
[#if apiPage]
docs:
  enabled: false
[/#if]
