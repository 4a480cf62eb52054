package org.bitstck.scenario.server;

import java.util.Locale;

/** Ways to write the same headers that mean the same: RFC 2616 section 4.2. */
public enum HeaderStyle {
  AS_WINDOWS,
  LOWER_CASE,
  UPPER_CASE,
  REVERSED,
  PADDED,
  FOLDED;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
