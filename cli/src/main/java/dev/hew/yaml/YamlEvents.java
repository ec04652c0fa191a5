package dev.hew.yaml;

import dev.hew.report.Diagnostic;
import dev.hew.report.Lines;
import dev.hew.report.Position;
import dev.hew.report.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML, with snakeyaml-engine's events. */
final class YamlEvents {
  private static final String STANDARD = "tag:yaml.org,2002:";
  private static final int LONGEST_LINE = 2 * 1024 * 1024;
  private static final LoadSettings SETTINGS = LoadSettings.builder()
      .setCodePointLimit(Integer.MAX_VALUE)
      .setUseMarks(true)
      .build();

  /** What stands in front of a comment on a line of its own, or all of a blank line: YAML has tabs there, the library not. */
  private static final Pattern TABBED = Pattern.compile("(?m)^\\t[ \\t]*+(?=#|$)");

  private final Source source;
  private final int[] lineStarts;
  private final NodeStack stack = new NodeStack();

  /** Where the last position was asked for: the next one usually stands a little further on the same line. */
  private int lastLine = -1;

  private int lastColumn;
  private int lastOffset;

  private YamlEvents(Source source) {
    this.source = source;
    this.lineStarts = Lines.starts(source.text());
  }

  static NodeStack read(Source source) {
    try {
      return new YamlEvents(source).run();
    } catch (Refusal refused) {
      String text =
          TABBED.matcher(source.text()).replaceAll(m -> " ".repeat(m.group().length()));
      if (text.equals(source.text())) {
        throw refused;
      }
      return new YamlEvents(new Source(source.name(), text)).run();
    }
  }

  private NodeStack run() {
    shortEnough();
    try {
      ParserImpl parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, source.text()));
      int documents = 0;
      while (parser.hasNext()) {
        Event event = parser.next();
        if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
          throw new Refusal(Diagnostic.error(
                  "yaml-many-documents",
                  position(event),
                  "the file holds more than one YAML document")
              .withHint("keep one document a file"));
        }
        take(event);
      }
    } catch (MarkedYamlEngineException e) {
      throw new Refusal(broken(e), e);
    } catch (YamlEngineException e) {
      throw new Refusal(unreadable(e), e);
    }
    if (!stack.isComplete()) {
      stack.scalar(CoreSchema.plain("", NodeReader.start(source)), null);
    }
    return stack;
  }

  /** See {@link NodeReader#texts}. */
  static Map<String, String> texts(Source source, Set<String> keys) {
    Map<String, String> texts = new HashMap<>();
    ParserImpl parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, source.text()));
    int depth = 0;
    boolean isKey = false;
    String key = "";
    while (texts.size() < keys.size() && parser.hasNext()) {
      Event event = parser.next();
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Scalar, Alias -> {}
        default -> {
          continue;
        }
      }
      if (depth == 1) { // a key or a value of the mapping has ended, or the mapping begins
        String text = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
        if (isKey) {
          key = text;
        } else if (event instanceof ScalarEvent && keys.contains(key)) {
          texts.put(key, text);
        }
        isKey = !isKey;
      }
    }
    return texts;
  }

  /** The library's time grows with the square of a line's length. */
  private void shortEnough() {
    for (int line = 0; line < lineStarts.length; line++) {
      int end =
          line + 1 < lineStarts.length ? lineStarts[line + 1] : source.text().length();
      if (end - lineStarts[line] > LONGEST_LINE) {
        Position start = new Position(source.name(), line + 1, 1);
        throw new Refusal(
            Diagnostic.error("yaml-long-line", start, "the line is longer than 2 Mi characters")
                .withHint("JSON may be as long as it likes on one line"));
      }
    }
  }

  private void take(Event event) {
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> {
        String tag = ((CollectionStartEvent) event).getTag().orElse("!");
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        if (!tag.equals("!") && !tag.equals(STANDARD + (mapping ? "map" : "seq"))) {
          stack.report(unknownTag(tag, position(event)));
        }
        stack.open(mapping, position(event), anchor(event));
      }
      case MappingEnd, SequenceEnd -> stack.close();
      case Alias -> stack.alias(((AliasEvent) event).getAlias().getValue(), position(event));
      case Scalar -> scalar((ScalarEvent) event);
      default -> {
        // the stream's and the document's start and end carry no value
      }
    }
  }

  private void scalar(ScalarEvent event) {
    Position position = position(event);
    Node.Scalar scalar = value(event, position);
    if (stack.wantsKey()) {
      stack.key(event.getValue(), position, event.isPlain() && event.getValue().equals("<<"));
      return;
    }
    stack.scalar(scalar, anchor(event));
  }

  private Node.Scalar value(ScalarEvent event, Position position) {
    String text = event.getValue();
    String tag = event.getTag().orElse(event.isPlain() ? "" : "!");
    Node.Scalar string = new Node.Scalar(text, text, position);
    switch (tag) {
      case "" -> {
        Node.Scalar scalar = CoreSchema.plain(text, position);
        if (scalar.value() instanceof String && CoreSchema.isNumber(text)) {
          stack.report(huge(text, position));
        }
        return scalar;
      }
      case "!", STANDARD + "str", STANDARD + "binary", STANDARD + "timestamp" -> {
        return string;
      }
      case STANDARD + "int", STANDARD + "float", STANDARD + "bool", STANDARD + "null" -> {
        Node.Scalar scalar = CoreSchema.plain(text, position);
        if (scalar.value() instanceof String) {
          stack.report(Diagnostic.error(
                  "yaml-tag",
                  position,
                  "`" + text + "` is no value of `!!" + tag.substring(STANDARD.length()) + "`")
              .withHint("leave out the tag"));
        }
        return scalar;
      }
      default -> {
        stack.report(unknownTag(tag, position));
        return event.isPlain() ? CoreSchema.plain(text, position) : string;
      }
    }
  }

  static Diagnostic huge(String number, Position position) {
    String shown = number.length() > 40 ? number.substring(0, 40) + "..." : number;
    return Diagnostic.warning(
            "yaml-huge-number",
            position,
            "`" + shown + "` is too large to compute with and is read as text")
        .withLength(number.length())
        .withHint("put it in quotes if it is text");
  }

  private static Diagnostic unknownTag(String tag, Position position) {
    return Diagnostic.warning(
        "yaml-unknown-tag", position, "tag `" + tag + "` is not known and is passed over");
  }

  private Diagnostic broken(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    Position position = mark.map(this::position).orElse(NodeReader.start(source));
    String problem = YamlWords.of(e.getProblem(), e.getContext());
    Diagnostic diagnostic = Diagnostic.error("yaml-syntax", position, problem);
    return YamlWords.hint(source.line(position.line()), position.column())
        .map(diagnostic::withHint)
        .orElseGet(() -> diagnostic.withHint(YamlWords.GENERAL));
  }

  /** The reader refuses control characters and gives no line for them. */
  private Diagnostic unreadable(YamlEngineException e) {
    String text = source.text();
    int line = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      while (line + 1 < lineStarts.length && lineStarts[line + 1] <= i) {
        line++;
      }
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        return Diagnostic.error(
                "yaml-character",
                new Position(source.name(), line + 1, i - lineStarts[line] + 1),
                String.format(java.util.Locale.ROOT, "character U+%04X cannot stand in YAML", c))
            .withHint("remove it, or write it escaped in double quotes");
      }
    }
    return Diagnostic.error(
            "yaml-syntax", NodeReader.start(source), "this is not YAML: " + e.getMessage())
        .withHint(YamlWords.GENERAL);
  }

  private static String anchor(Event event) {
    return ((NodeEvent) event).getAnchor().map(Anchor::getValue).orElse(null);
  }

  private Position position(Event event) {
    return event.getStartMark().map(this::position).orElseThrow();
  }

  /** The library counts code points and from 0. */
  private Position position(Mark mark) {
    int line = Math.min(mark.getLine(), lineStarts.length - 1);
    int column = mark.getColumn();
    if (line != lastLine || column < lastColumn) {
      lastLine = line;
      lastColumn = 0;
      lastOffset = lineStarts[line];
    }
    String text = source.text();
    for (; lastColumn < column && lastOffset < text.length(); lastColumn++) {
      lastOffset += Character.charCount(text.codePointAt(lastOffset));
    }
    return new Position(source.name(), line + 1, lastOffset - lineStarts[line] + 1);
  }
}
