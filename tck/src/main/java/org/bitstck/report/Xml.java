package org.bitstck.report;

import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What the reports in XML have in common. */
final class Xml {
  private Xml() {}

  static XMLStreamWriter writer(java.io.Writer writer) throws XMLStreamException {
    return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
  }

  /** Text without what XML 1.0 has no place for: most control characters, half characters. */
  static String legible(String text) {
    StringBuilder legible = new StringBuilder(text.length());
    Texts.printable(text)
        .codePoints()
        .forEach(
            c ->
                legible.appendCodePoint(
                    (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF ? '?' : c));
    return legible.toString();
  }

  /** Seconds with three decimals. */
  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }
}
