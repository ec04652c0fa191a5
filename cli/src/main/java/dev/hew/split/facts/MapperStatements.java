package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds which class runs a mapper's statement: the interface that it is named after, or who names it in a call. */
final class MapperStatements {
  private final TypeIndex index;
  private final List<XmlFacts.Statement> statements;

  MapperStatements(TypeIndex index, List<XmlFacts.Statement> statements) {
    this.index = index;
    this.statements = statements;
  }

  /** Told who runs a statement. */
  interface Running {
    void runs(XmlFacts.Statement statement, String type, String member);
  }

  void forEach(Running running) {
    if (statements.isEmpty()) {
      return;
    }
    Map<String, List<XmlFacts.Statement>> byId = new HashMap<>();
    for (XmlFacts.Statement statement : statements) {
      int dot = statement.id().lastIndexOf('.');
      String method = statement.id().substring(dot + 1);
      TypeIndex.Declared mapper = dot < 0 ? null : index.named(statement.id().substring(0, dot));
      if (mapper != null) {
        running.runs(statement, mapper.owner, member(mapper, method));
      }
      put(statement.id(), statement, byId);
      if (dot >= 0) {
        put(method, statement, byId);
      }
    }
    for (TypeIndex.Declared declared : index.all()) {
      for (TypeDeclaration.Text text : declared.type.texts()) {
        if (!text.call().isEmpty() && !TestCode.isTest(declared.file)) {
          byId.getOrDefault(text.value(), List.of())
              .forEach(statement -> running.runs(statement, declared.owner, text.member()));
        }
      }
    }
  }

  /** The first statement of a name counts, with the query for its key. */
  private static void put(
      String name, XmlFacts.Statement statement, Map<String, List<XmlFacts.Statement>> byId) {
    List<XmlFacts.Statement> same = byId.computeIfAbsent(name, n -> new ArrayList<>());
    if (same.isEmpty() || same.get(0).id().equals(statement.id())) {
      same.add(statement);
    }
  }

  private static String member(TypeIndex.Declared mapper, String method) {
    return mapper.type.methods().stream()
        .filter(m -> m.name().equals(method))
        .map(Frameworks::member)
        .findFirst()
        .orElse(method + "/0");
  }
}
