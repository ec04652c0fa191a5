package dev.hew.split.facts;

import dev.hew.code.TypeDeclaration;
import java.util.regex.Pattern;

/** Replaces the name of a constant by its value. */
final class Constants {
  private static final Pattern NAME = Pattern.compile("([\\w.]+\\.)?[A-Z][A-Z0-9_]*");
  private final TypeIndex index;

  Constants(TypeIndex index) {
    this.index = index;
  }

  /** The value of the constant that a text names inside a type; the text itself when it names none. */
  String value(String text, TypeIndex.Declared inside) {
    if (!NAME.matcher(text).matches()) {
      return text;
    }
    int dot = text.lastIndexOf('.');
    TypeIndex.Declared owner = dot < 0 ? inside : index.meaning(text.substring(0, dot), inside);
    String name = text.substring(dot + 1);
    if (owner != null) {
      for (TypeDeclaration.Field field : owner.type.fields()) {
        if (field.name().equals(name) && !field.constant().isEmpty()) {
          return field.constant();
        }
      }
    }
    return dot < 0 ? imported(text, inside) : text;
  }

  private String imported(String name, TypeIndex.Declared inside) {
    for (var one : inside.file.imports()) {
      if (one.isStatic() && one.name().endsWith("." + name)) {
        TypeIndex.Declared owner =
            index.named(one.name().substring(0, one.name().length() - name.length() - 1));
        if (owner != null && owner != inside) {
          return value(name, owner);
        }
      }
    }
    return name;
  }
}
