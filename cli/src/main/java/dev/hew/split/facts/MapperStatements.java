package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
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
    Map<String, XmlFacts.Statement> byId = new HashMap<>();
    for (XmlFacts.Statement statement : statements) {
      int dot = statement.id().lastIndexOf('.');
      String method = statement.id().substring(dot + 1);
      TypeIndex.Declared mapper = dot < 0 ? null : index.named(statement.id().substring(0, dot));
      if (mapper != null) {
        running.runs(statement, mapper.owner, member(mapper, method));
      }
      byId.putIfAbsent(statement.id(), statement);
      byId.putIfAbsent(method, statement);
    }
    for (TypeIndex.Declared declared : index.all()) {
      for (TypeDeclaration.Text text : declared.type.texts()) {
        XmlFacts.Statement statement = byId.get(text.value());
        if (statement != null && !text.call().isEmpty() && !TestCode.isTest(declared.file)) {
          running.runs(statement, declared.owner, text.member());
        }
      }
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
