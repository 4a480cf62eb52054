package org.bitstck.exchange;

/** A header line as it stood on the wire; the value without the blanks around it. */
public record Header(String name, String value) {
  public boolean is(String otherName) {
    return name.equalsIgnoreCase(otherName);
  }
}
