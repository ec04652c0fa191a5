package dev.hew.contract;

import dev.hew.report.Nearest;
import java.util.Optional;
import java.util.Set;

/** Finds keywords of schemas that are probably misspelt, or from another dialect. */
final class KeywordSlips {
  private static final Set<String> KNOWN = Set.of(
      "$ref",
      "$id",
      "$schema",
      "$anchor",
      "$dynamicRef",
      "$dynamicAnchor",
      "$recursiveRef",
      "$recursiveAnchor",
      "$vocabulary",
      "$comment",
      "$defs",
      "definitions",
      "id",
      "type",
      "format",
      "title",
      "description",
      "summary",
      "default",
      "example",
      "examples",
      "deprecated",
      "readOnly",
      "writeOnly",
      "nullable",
      "externalDocs",
      "xml",
      "discriminator",
      "enum",
      "const",
      "pattern",
      "required",
      "properties",
      "patternProperties",
      "additionalProperties",
      "additionalItems",
      "unevaluatedProperties",
      "unevaluatedItems",
      "propertyNames",
      "dependentSchemas",
      "dependentRequired",
      "dependencies",
      "items",
      "prefixItems",
      "contains",
      "minContains",
      "maxContains",
      "uniqueItems",
      "minItems",
      "maxItems",
      "minLength",
      "maxLength",
      "minProperties",
      "maxProperties",
      "minimum",
      "maximum",
      "exclusiveMinimum",
      "exclusiveMaximum",
      "multipleOf",
      "allOf",
      "anyOf",
      "oneOf",
      "not",
      "if",
      "then",
      "else",
      "contentEncoding",
      "contentMediaType",
      "contentSchema",
      "collectionFormat",
      "allowEmptyValue",
      "name",
      "file",
      "value");

  private KeywordSlips() {}

  /** Unknown keywords are legal; only those that look like a known one are worth a word. */
  static void report(Spot schema, Dialect dialect, Problems problems) {
    for (Spot entry : schema.entries()) {
      String key = entry.name();
      if (key.equals("nullable") && dialect.isModern()) {
        problems.warnAtKey(
            "schema-nullable",
            entry,
            "`nullable` has no meaning from OpenAPI 3.1 on",
            Optional.of("add `null` to the type: `type: [string, 'null']`"));
      } else if (!KNOWN.contains(key) && !key.startsWith("x-") && key.length() > 3) {
        Nearest.to(key, KNOWN)
            .ifPresent(near -> problems.warnAtKey(
                "unknown-key",
                entry,
                "a schema has no keyword `" + key + "`; it is passed over",
                Optional.of("did you mean `" + near + "`?")));
      }
    }
  }
}
