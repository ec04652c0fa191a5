package dev.hew.split.facts;

import dev.hew.code.Annotation;
import dev.hew.code.TypeDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds who asks for a query by its name, which an annotation or a mapping file gives it. */
final class NamedQueries {
  private final TypeIndex index;
  private final Map<String, Mapped.Query> queries = new HashMap<>();

  NamedQueries(TypeIndex index, List<Mapped> files) {
    this.index = index;
    files.forEach(file -> file.queries().forEach(this::add));
    for (TypeIndex.Declared declared : index.all()) {
      if (!TestCode.isTest(declared.file)) {
        declared.type.annotations().forEach(a -> annotated(a, declared));
      }
    }
  }

  private void add(Mapped.Query query) {
    if (!query.name().isEmpty()) {
      queries.putIfAbsent(query.name(), query);
    }
  }

  private void annotated(Annotation annotation, TypeIndex.Declared declared) {
    if (annotation.name().equals("NamedQuery") || annotation.name().equals("NamedNativeQuery")) {
      Place place = new Place(declared.file.path(), annotation.line());
      annotation
          .value("query")
          .ifPresent(
              text -> add(new Mapped.Query(annotation.value("name").orElse(""), text, place)));
    }
    annotation.nested().forEach(inner -> annotated(inner, declared));
  }

  /** Told who asks for a query. */
  interface Asking {
    void asks(Mapped.Query query, String type, String member, Place place);
  }

  void forEach(Asking asking) {
    if (queries.isEmpty()) {
      return;
    }
    for (TypeIndex.Declared declared : index.all()) {
      for (TypeDeclaration.Text text : declared.type.texts()) {
        Mapped.Query query = queries.get(text.value());
        if (query != null && !text.call().isEmpty() && !TestCode.isTest(declared.file)) {
          Place place = new Place(declared.file.path(), text.line());
          asking.asks(query, declared.owner, text.member(), place);
        }
      }
    }
  }
}
