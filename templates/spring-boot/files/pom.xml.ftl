<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>[=versions.springBoot]</version>
    <relativePath/>
  </parent>

  <groupId>[=group]</groupId>
  <artifactId>[=name]</artifactId>
  <version>0.0.1-SNAPSHOT</version>
  <name>[=service.title.pom()]</name>

  <properties>
    <java.version>[=java]</java.version>
  </properties>

  <dependencies>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-webmvc</artifactId>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-validation</artifactId>
    </dependency>
[#if monitoring]
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-actuator</artifactId>
    </dependency>
    <dependency>
      <groupId>io.micrometer</groupId>
      <artifactId>micrometer-registry-prometheus</artifactId>
      <scope>runtime</scope>
    </dependency>
[/#if]
[#if tracing]
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-opentelemetry</artifactId>
    </dependency>
[/#if]
[#if apiPage]
    <dependency>
      <groupId>org.webjars</groupId>
      <artifactId>swagger-ui</artifactId>
      <version>[=versions.swaggerUi]</version>
      <scope>runtime</scope>
    </dependency>
    <dependency>
      <groupId>org.webjars</groupId>
      <artifactId>webjars-locator-lite</artifactId>
      <scope>runtime</scope>
    </dependency>
[/#if]
[#if storage.anyPatch(false)]
    <dependency>
      <groupId>io.github.vishwakarma</groupId>
      <artifactId>zjsonpatch</artifactId>
      <version>[=versions.jsonPatch]</version>
    </dependency>
[/#if]
[#if service.security??]
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-security[#if service.security.bearer]-oauth2-resource-server[/#if]</artifactId>
    </dependency>
[/#if]
[#if storage.any()]
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-jdbc</artifactId>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-flyway</artifactId>
    </dependency>
    <dependency>
      <groupId>org.flywaydb</groupId>
      <artifactId>flyway-database-postgresql</artifactId>
      <scope>runtime</scope>
    </dependency>
    <dependency>
      <groupId>org.postgresql</groupId>
      <artifactId>postgresql</artifactId>
      <scope>runtime</scope>
    </dependency>
[/#if]
[#if schemas]
    <dependency>
      <groupId>com.networknt</groupId>
      <artifactId>json-schema-validator</artifactId>
      <version>[=versions.jsonSchemaValidator]</version>
    </dependency>
[/#if]

    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-test</artifactId>
      <scope>test</scope>
    </dependency>
[#if !schemas]
    <dependency>
      <groupId>com.networknt</groupId>
      <artifactId>json-schema-validator</artifactId>
      <version>[=versions.jsonSchemaValidator]</version>
      <scope>test</scope>
    </dependency>
[/#if]
[#if storage.any()]
    <dependency>
      <groupId>io.zonky.test</groupId>
      <artifactId>embedded-postgres</artifactId>
      <version>[=versions.embeddedPostgres]</version>
      <scope>test</scope>
    </dependency>
[/#if]
  </dependencies>

  <build>
    <finalName>[=name]</finalName>
[#if schemas || apiPage]
    <resources>
      <resource>
        <directory>src/main/resources</directory>
      </resource>
[#if apiPage]
      <resource>
        <directory>api</directory>
        <targetPath>api</targetPath>
      </resource>
[#if contractBeside?has_content]
      <resource>
        <directory>.</directory>
        <targetPath>docs</targetPath>
        <includes>
[#list contractBeside as path]
          <include>[=path.selected()]</include>
[/#list]
        </includes>
      </resource>
[/#if]
[/#if]
[#if schemas]
      <resource>
        <directory>contract</directory>
        <targetPath>contract</targetPath>
        <includes>
          <include>schemas.json</include>
        </includes>
      </resource>
[/#if]
    </resources>
[/#if]
    <plugins>
      <plugin>
        <groupId>org.springframework.boot</groupId>
        <artifactId>spring-boot-maven-plugin</artifactId>
      </plugin>
[#if sbom]
      <plugin>
        <groupId>org.cyclonedx</groupId>
        <artifactId>cyclonedx-maven-plugin</artifactId>
      </plugin>
[/#if]
    </plugins>
  </build>
</project>
