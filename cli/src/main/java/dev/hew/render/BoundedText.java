package dev.hew.render;

import java.io.StringWriter;

/** What a template writes, which is not all that memory holds when it never ends. */
final class BoundedText extends StringWriter {
  /** No template makes more characters than this. */
  private static final int LONGEST = 128 << 20;

  private final String template;

  /**
   * @param template what messages call it
   */
  BoundedText(String template) {
    this.template = template;
  }

  @Override
  public void write(int character) {
    bounded(1);
    super.write(character);
  }

  @Override
  public void write(String text) {
    bounded(text.length());
    super.write(text);
  }

  @Override
  public void write(String text, int from, int length) {
    bounded(length);
    super.write(text, from, length);
  }

  @Override
  public void write(char[] text, int from, int length) {
    bounded(length);
    super.write(text, from, length);
  }

  private void bounded(int more) {
    if (getBuffer().length() + (long) more > LONGEST) {
      throw new RenderException(
          template, 1, 1, "the text is longer than " + (LONGEST >> 20) + " Mi characters", null);
    }
  }
}
