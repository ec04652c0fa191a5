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
 * @param text all text inside, inner elements' included, so that a mapper's query is whole
 */
record XmlElement(
    String name, int line, Map<String, String> attributes, List<XmlElement> children, String text) {

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

  /** The document's element; empty when the text is no XML. No other file or address is looked into. */
  static Optional<XmlElement> read(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
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
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          XmlElement child = element(reader, depth + 1);
          children.add(child);
          text.append(' ').append(child.text).append(' ');
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.append(reader.getText());
        case XMLStreamReader.END_ELEMENT -> {
          return new XmlElement(name, line, attributes, children, text.toString());
        }
        default -> {}
      }
    }
    return new XmlElement(name, line, attributes, children, text.toString());
  }
}
