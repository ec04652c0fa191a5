package dev.hew.split.facts;

import java.util.List;

/**
 * What a script or a changelog does to the schema, in its order.
 *
 * @param changelog whether it is one of Liquibase
 */
record SchemaFile(String path, boolean changelog, List<SchemaChange> changes) {
  SchemaFile {
    changes = List.copyOf(changes);
  }
}
