package dev.hew.contract;

import java.util.Set;

/** The keys that OpenAPI's objects have, of all versions together; {@code x-...} is allowed everywhere. */
final class Keys {
  static final Set<String> OPENAPI = Set.of(
      "openapi",
      "info",
      "jsonSchemaDialect",
      "servers",
      "paths",
      "webhooks",
      "components",
      "security",
      "tags",
      "externalDocs",
      "$self");
  static final Set<String> SWAGGER = Set.of(
      "swagger",
      "info",
      "host",
      "basePath",
      "schemes",
      "consumes",
      "produces",
      "paths",
      "definitions",
      "parameters",
      "responses",
      "securityDefinitions",
      "security",
      "tags",
      "externalDocs");
  static final Set<String> COMPONENTS = Set.of(
      "schemas",
      "responses",
      "parameters",
      "examples",
      "requestBodies",
      "headers",
      "securitySchemes",
      "links",
      "callbacks",
      "pathItems",
      "mediaTypes");
  static final Set<String> INFO =
      Set.of("title", "summary", "description", "termsOfService", "contact", "license", "version");
  static final Set<String> TAG =
      Set.of("name", "summary", "description", "externalDocs", "parent", "kind");
  static final Set<String> SERVER = Set.of("url", "name", "description", "variables");
  static final Set<String> PATH_ITEM = Set.of(
      "$ref",
      "summary",
      "description",
      "get",
      "put",
      "post",
      "delete",
      "options",
      "head",
      "patch",
      "trace",
      "query",
      "additionalOperations",
      "servers",
      "parameters");
  static final Set<String> OPERATION = Set.of(
      "tags",
      "summary",
      "description",
      "externalDocs",
      "operationId",
      "parameters",
      "requestBody",
      "responses",
      "callbacks",
      "deprecated",
      "security",
      "servers");
  static final Set<String> SWAGGER_OPERATION = Set.of(
      "tags",
      "summary",
      "description",
      "externalDocs",
      "operationId",
      "parameters",
      "consumes",
      "produces",
      "responses",
      "schemes",
      "deprecated",
      "security");
  static final Set<String> PARAMETER = Set.of(
      "name",
      "in",
      "description",
      "required",
      "deprecated",
      "allowEmptyValue",
      "style",
      "explode",
      "allowReserved",
      "schema",
      "example",
      "examples",
      "content");
  static final Set<String> HEADER = Set.of(
      "description",
      "required",
      "deprecated",
      "allowEmptyValue",
      "style",
      "explode",
      "allowReserved",
      "schema",
      "example",
      "examples",
      "content");
  static final Set<String> BODY = Set.of("description", "content", "required");
  static final Set<String> RESPONSE =
      Set.of("summary", "description", "headers", "content", "links");
  static final Set<String> SWAGGER_RESPONSE =
      Set.of("description", "schema", "headers", "examples");
  static final Set<String> MEDIA_TYPE = Set.of(
      "schema",
      "itemSchema",
      "example",
      "examples",
      "encoding",
      "prefixEncoding",
      "itemEncoding",
      "description");
  static final Set<String> ENCODING = Set.of(
      "contentType",
      "headers",
      "style",
      "explode",
      "allowReserved",
      "encoding",
      "prefixEncoding",
      "itemEncoding");

  private Keys() {}
}
