package dev.hew.split.facts;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file, with its place.
 *
 * @param name without prefix
 * @param pieces its own text: before the first child, between children, after the last
 */
record XmlElement(
    String name,
    int line,
    Map<String, String> attributes,
    List<XmlElement> children,
    List<String> pieces) {

  /** Deeper files are nothing that configures an application. */
  private static final int DEEPEST = 200;

  /** The attribute of one of these names; empty when there is none. */
  String get(String... names) {
    for (String name : names) {
      if (attributes.containsKey(name)) {
        return attributes.get(name);
      }
    }
    return "";
  }

  /** All text inside, inner elements' included, so that a mapper's query is whole. */
  String text() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    for (int i = 0; i < pieces.size(); i++) {
      text.append(pieces.get(i));
      if (i < children.size()) {
        text.append(' ');
        children.get(i).append(text);
        text.append(' ');
      }
    }
  }

  /** The document's element; empty when the text is no XML. No other file or address is looked into. */
  static Optional<XmlElement> read(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // each Java has another limit of its own; 0 is none, and what is read here has one
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.strip()));
      try {
        while (reader.hasNext()) {
          if (reader.next() == XMLStreamReader.START_ELEMENT) {
            return Optional.of(element(reader, 0));
          }
        }
        return Optional.empty();
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("too deep");
    }
    String name = reader.getLocalName();
    int line = Math.max(1, reader.getLocation().getLineNumber());
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<XmlElement> children = new ArrayList<>();
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          pieces.add(piece.toString());
          piece.setLength(0);
          children.add(element(reader, depth + 1));
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> piece.append(reader.getText());
        case XMLStreamReader.END_ELEMENT -> {
          pieces.add(piece.toString());
          return new XmlElement(name, line, attributes, children, pieces);
        }
        default -> {}
      }
    }
    throw new XMLStreamException("an element does not end");
  }
}
