package dev.hew.split.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a changelog of Liquibase does to the schema, in its order; what takes it back again is left out. */
final class Changelog {
  private static final Pattern START = Pattern.compile("^(?:classpath\\*?:)?(?:\\./|/)*");
  private static final Pattern UP = Pattern.compile("(?<![^/])(?!\\.\\./)[^/]+/\\.\\./");

  private final String path;
  private final List<SchemaChange> changes = new ArrayList<>();

  private Changelog(String path) {
    this.path = path;
  }

  static SchemaFile read(String path, XmlElement root) {
    Changelog changelog = new Changelog(path);
    root.children().forEach(changelog::change);
    return new SchemaFile(path, true, changelog.changes);
  }

  private void change(XmlElement element) {
    Place place = new Place(path, element.line());
    String table = element.get("tableName");
    switch (element.name()) {
      case "rollback", "preConditions" -> {}
      case "include", "sqlFile" -> include(element.get("file", "path"), element, place);
      case "includeAll" -> include(element.get("path").replaceAll("/*$", "/"), element, place);
      case "createTable" -> {
        changes.add(SchemaChange.define(table, place));
        columns(element);
      }
      case "addColumn" -> columns(element);
      case "dropTable" -> changes.add(SchemaChange.drop(table, place));
      case "renameTable" ->
        changes.add(
            SchemaChange.rename(element.get("oldTableName"), element.get("newTableName"), place));
      case "renameColumn" ->
        changes.add(SchemaChange.renameColumn(
            table, element.get("oldColumnName"), element.get("newColumnName"), place));
      case "dropColumn" -> {
        List<String> columns = new ArrayList<>(List.of(element.get("columnName")));
        element.children().forEach(column -> columns.add(column.get("name")));
        columns.stream()
            .filter(column -> !column.isEmpty())
            .forEach(column -> changes.add(SchemaChange.dropColumn(table, column, place)));
      }
      case "addForeignKeyConstraint" ->
        changes.add(SchemaChange.key(
            element.get("constraintName"),
            element.get("baseTableName"),
            Arrays.stream(element.get("baseColumnNames").split(","))
                .map(String::strip)
                .toList(),
            element.get("referencedTableName"),
            place));
      case "dropForeignKeyConstraint" ->
        changes.add(SchemaChange.dropKey(
            element.get("baseTableName"), element.get("constraintName"), place));
      case "dropAllForeignKeyConstraints" ->
        changes.add(SchemaChange.dropKeys(element.get("baseTableName"), place));
      case "sql" -> changes.addAll(SchemaScript.read(element.text(), path, element.line()));
      default -> element.children().forEach(this::change);
    }
  }

  private void include(String file, XmlElement element, Place place) {
    boolean relative = element.get("relativeToChangelogFile").equals("true");
    String from = path.substring(0, path.lastIndexOf('/') + 1);
    String name = START.matcher(file).replaceFirst("");
    String whole = relative ? from + name : name;
    for (String shorter = ""; !shorter.equals(whole); ) {
      shorter = whole;
      whole = UP.matcher(whole).replaceFirst("");
    }
    changes.add(SchemaChange.include(whole, place));
  }

  private void columns(XmlElement table) {
    for (XmlElement column : table.children()) {
      for (XmlElement constraint : column.children()) {
        String target = constraint.get("referencedTableName");
        if (target.isEmpty()) {
          target = constraint.get("references").replaceFirst("\\(.*", "").strip();
        }
        if (!target.isEmpty()) {
          changes.add(SchemaChange.key(
              constraint.get("foreignKeyName"),
              table.get("tableName"),
              List.of(column.get("name")),
              target,
              new Place(path, constraint.line())));
        }
      }
    }
  }
}
