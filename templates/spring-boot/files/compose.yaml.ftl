services:
  [=name]:
    build: .
    image: [=name]
    read_only: true
    tmpfs:
      - /tmp
    cap_drop:
      - ALL
    security_opt:
      - no-new-privileges:true
    ports:
      - 127.0.0.1:8080:8080
[#assign stored = storage.any()]
[#assign secured = service.security??]
[#if stored || secured]
    environment:
[#if secured]
[#list service.security.keys as key]
      [=key.variable]: ${[=key.variable]:?}
[/#list]
[#if service.security.basic]
      BASIC_USERNAME: ${BASIC_USERNAME:?}
      BASIC_PASSWORD: ${BASIC_PASSWORD:?}
[/#if]
[#if service.security.bearer]
      JWT_ISSUER_URI: ${JWT_ISSUER_URI:?}
[/#if]
[/#if]
[#if stored]
      SPRING_DATASOURCE_URL: jdbc:postgresql://postgres:5432/[=name.snake]
      SPRING_DATASOURCE_USERNAME: [=name.snake]
      SPRING_DATASOURCE_PASSWORD: ${POSTGRES_PASSWORD:?}
    depends_on:
      postgres:
        condition: service_healthy
  postgres:
    image: postgres:[=versions.postgres]
    environment:
      POSTGRES_DB: [=name.snake]
      POSTGRES_USER: [=name.snake]
      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?}
    healthcheck:
      test: [CMD, pg_isready, --username, [=name.snake]]
      interval: 2s
      timeout: 5s
      retries: 30
    volumes:
      - postgres:/var/lib/postgresql/data
volumes:
  postgres:
[/#if]
[/#if]
