package dev.hew.verify;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Findings in the XML form of JUnit's reports, which most build servers show. */
public final class JUnitReport {
  private final Account account;
  private final XMLStreamWriter xml;

  private JUnitReport(Account account, XMLStreamWriter xml) {
    this.account = account;
    this.xml = xml;
  }

  /** The whole document, ended by LF: a test case for each case, exempt ones as skipped. */
  public static String of(List<Finding> findings, Account account) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JUnitReport(account, xml).suite(findings);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot fail to be written", e);
    }
    return out.toString();
  }

  private void suite(List<Finding> findings) throws XMLStreamException {
    Tally tally = Tally.of(findings);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute("name", "hew verify");
    attribute("tests", "" + tally.cases());
    attribute("failures", "" + tally.outcomes().get(Outcome.FAILED));
    attribute("errors", "0");
    attribute("skipped", "" + tally.outcomes().get(Outcome.EXEMPT));
    for (Finding finding : findings) {
      xml.writeCharacters("\n  ");
      test(finding);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.writeCharacters("\n");
  }

  private void test(Finding finding) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", finding.one().operation());
    attribute("name", finding.one().id());
    switch (finding.outcome()) {
      case FAILED -> {
        xml.writeStartElement("failure");
        attribute("message", account.problems(finding));
        text(String.join("\n", account.exchange(finding)));
        xml.writeEndElement();
      }
      case EXEMPT -> {
        xml.writeStartElement("skipped");
        attribute("message", account.problems(finding));
        xml.writeEndElement();
      }
      case STUBBED, FIXTURE -> {
        xml.writeStartElement("system-out");
        text(finding.outcome().word());
        xml.writeEndElement();
      }
      case PASSED -> {}
    }
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(allowed(text));
  }

  /** The text without the characters that XML 1.0 cannot hold, even escaped. */
  private static String allowed(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0xD800
                || c > 0xDFFF && c < 0xFFFE
                || c > 0xFFFF
            ? c
            : 0xFFFD)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
