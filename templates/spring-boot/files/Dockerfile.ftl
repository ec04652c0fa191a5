[#assign training = []]
[#if service.security??]
[#list service.security.keys as key][#assign training += [key.variable + '=none']][/#list]
[#if service.security.basic][#assign training += ['BASIC_USERNAME=none', 'BASIC_PASSWORD=none']][/#if]
[#if service.security.bearer][#assign training += ['JWT_ISSUER_URI=http://none']][/#if]
[/#if]
[#if storage.any()]
[#assign training += ['SPRING_DATASOURCE_URL=jdbc:postgresql://none/none', 'SPRING_FLYWAY_ENABLED=false']]
[/#if]
ARG BUILD_IMAGE=docker.io/library/maven:[=versions.maven]-eclipse-temurin-[=java]
ARG RUN_IMAGE=docker.io/library/eclipse-temurin:[=java]-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true package \
    && java -Djarmode=tools -jar target/[=name].jar extract --layers --destination target/layers

FROM ${RUN_IMAGE}
WORKDIR /app
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
ENV SPRING_PROFILES_ACTIVE=production

# A first start, up to where the service would listen, tells which classes every start needs.
[#if java gte 25]
RUN [#list training as variable][=variable] \
    [/#list]java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar [=name].jar
[#else]
# Java 25 and later keep them in an AOT cache, earlier ones in a class-data archive.
RUN if java -XX:+PrintFlagsFinal -version | grep -q AOTCacheOutput; \
    then training=-XX:AOTCacheOutput=app.aot start=-XX:AOTCache=app.aot; \
    else training=-XX:ArchiveClassesAtExit=app.jsa start=-XX:SharedArchiveFile=app.jsa; fi \
    && echo "$start" >start.options \
    && [#list training as variable][=variable] \
    [/#list]java "$training" -Dspring.context.exit=onRefresh -jar [=name].jar
[/#if]

USER 10001:10001
EXPOSE 8080[#if monitoring] 8081[/#if]

[#if monitoring]
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["java", "-cp", "[=name].jar", "[=package].HealthCheck", "http://localhost:8081/actuator/health/readiness"]

[/#if]
ENTRYPOINT ["java", "[=(java >= 25)?then('-XX:AOTCache=app.aot', '@start.options')]", "-XX:MaxRAMPercentage=75", "-jar", "[=name].jar"]
