package org.bitstck.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Header lines in the order of the wire, duplicates kept; looked up without regard to case. */
public final class Headers implements Iterable<Header> {
  private final List<Header> lines;

  /** A bit for each length of name that there is: most names asked for are not there at all. */
  private final long lengths;

  public Headers(List<Header> lines) {
    this.lines = List.copyOf(lines);
    long bits = 0;
    for (Header line : lines) {
      bits |= bit(line.name());
    }
    this.lengths = bits;
  }

  private static long bit(String name) {
    return 1L << name.length();
  }

  public Optional<String> first(String name) {
    if ((lengths & bit(name)) == 0) {
      return Optional.empty();
    }
    for (Header line : lines) {
      if (line.is(name)) {
        return Optional.of(line.value());
      }
    }
    return Optional.empty();
  }

  public List<String> all(String name) {
    if ((lengths & bit(name)) == 0) {
      return List.of();
    }
    List<String> values = new ArrayList<>(1);
    for (Header line : lines) {
      if (line.is(name)) {
        values.add(line.value());
      }
    }
    return List.copyOf(values);
  }

  public boolean has(String name) {
    return first(name).isPresent();
  }

  public List<Header> lines() {
    return lines;
  }

  @Override
  public Iterator<Header> iterator() {
    return lines.iterator();
  }

  /** These lines with others behind them. */
  public Headers plus(List<Header> more) {
    List<Header> all = new ArrayList<>(lines);
    all.addAll(more);
    return new Headers(all);
  }
}
