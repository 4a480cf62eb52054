package org.bitstck.yaml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a tree in the form that {@link TreeReader} reads. Of a node: its kind, line and column; of
 * a text, where it stands in the document or, if it does not stand there as such, its bytes; of all
 * else, how many nodes follow. All numbers have seven bits in each byte, the lowest first.
 */
final class TreeWriter {
  static final int MAPPING = 0;
  static final int SEQUENCE = 1;

  /** A text; more is said by the bits below. */
  static final int SCALAR = 4;

  static final int PLAIN = 1;

  /** As it stands in the document. */
  static final int LITERAL = 2;

  static final int OPEN = 8;

  private final ByteArrayOutputStream out;
  private final String document;

  TreeWriter(ByteArrayOutputStream out, String document) {
    this.out = out;
    this.document = document;
  }

  void write(Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      scalar(scalar);
    } else if (tree instanceof Tree.Sequence sequence) {
      head(SEQUENCE, tree);
      number(sequence.items().size());
      sequence.items().forEach(this::write);
    } else if (tree instanceof Tree.Mapping mapping) {
      head(MAPPING, tree);
      number(mapping.entries().size());
      for (Tree.Entry entry : mapping.entries()) {
        write(entry.key());
        write(entry.value());
      }
    }
  }

  private void scalar(Tree.Scalar scalar) {
    int at = document.indexOf(scalar.text(), start(scalar));
    boolean literal = at >= 0;
    int plain = scalar.plain() ? PLAIN : 0;
    int open = scalar.open() ? OPEN : 0;
    head(SCALAR | plain | open | (literal ? LITERAL : 0), scalar);
    if (literal) {
      number(at);
      number(scalar.text().length());
    } else {
      byte[] bytes = scalar.text().getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      out.writeBytes(bytes);
    }
  }

  private void head(int kind, Tree tree) {
    out.write(kind);
    number(tree.line());
    number(tree.column());
  }

  /** Where its line begins: any place from there on with the same text will do. */
  private int start(Tree tree) {
    int start = 0;
    for (int line = 1; line < tree.line(); line++) {
      start = document.indexOf('\n', start) + 1;
    }
    return start;
  }

  private void number(int number) {
    int left = number;
    while (left > 0x7F) {
      out.write(left & 0x7F | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }
}
