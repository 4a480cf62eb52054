package org.bitstck.exchange;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Header lines in the order of the wire, duplicates kept; looked up without regard to case. */
public final class Headers implements Iterable<Header> {
  private final List<Header> lines;

  public Headers(List<Header> lines) {
    this.lines = List.copyOf(lines);
  }

  public Optional<String> first(String name) {
    for (Header line : lines) {
      if (line.is(name)) {
        return Optional.of(line.value());
      }
    }
    return Optional.empty();
  }

  public List<String> all(String name) {
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
