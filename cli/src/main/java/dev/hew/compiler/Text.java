package dev.hew.compiler;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A text in memory that the compiler reads as a file. */
final class Text extends SimpleJavaFileObject {
  private final String text;

  /**
   * @param number tells it from others
   * @param file what the file is called: the compiler holds a public type against it
   */
  Text(int number, String file, String text) {
    super(
        URI.create("memory:///" + number + "/" + file.replaceAll("[^A-Za-z0-9_$.]", "_")),
        Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
