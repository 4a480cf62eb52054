package org.bitstck.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link TreeWriter} wrote of a document. */
final class TreeReader {
  private final ByteBuffer in;
  private final String document;

  TreeReader(ByteBuffer in, String document) {
    this.in = in;
    this.document = document;
  }

  Tree read() {
    int kind = in.get();
    int line = number();
    int column = number();
    if ((kind & TreeWriter.SCALAR) != 0) {
      boolean plain = (kind & TreeWriter.PLAIN) != 0;
      boolean open = (kind & TreeWriter.OPEN) != 0;
      return new Tree.Scalar(line, column, text(kind), plain, open);
    }
    int count = number();
    if (kind == TreeWriter.SEQUENCE) {
      List<Tree> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(read());
      }
      return new Tree.Sequence(line, column, items);
    }
    List<Tree.Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(new Tree.Entry(read(), read()));
    }
    return new Tree.Mapping(line, column, entries);
  }

  private String text(int kind) {
    if ((kind & TreeWriter.LITERAL) != 0) {
      int at = number();
      return document.substring(at, at + number());
    }
    byte[] bytes = new byte[number()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int number() {
    int number = 0;
    for (int shift = 0; true; shift += 7) {
      byte next = in.get();
      number |= (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
