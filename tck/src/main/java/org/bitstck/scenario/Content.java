package org.bitstck.scenario;

/** What a file or a body must hold. */
public sealed interface Content {
  String describe();

  /** There is no such file. */
  record Absent() implements Content {
    @Override
    public String describe() {
      return "no file at the destination";
    }
  }

  /**
   * No file, or another one.
   *
   * @param file its name
   */
  record Not(String file) implements Content {
    @Override
    public String describe() {
      return "not the bytes of " + file;
    }
  }

  /**
   * Bytes of one of the scenario's files.
   *
   * @param file its name
   * @param first zero-based offset
   * @param last inclusive; -1 means up to the end, and nothing behind it
   */
  record OfFile(String file, long first, long last) implements Content {
    @Override
    public String describe() {
      return last < 0
          ? (first == 0 ? "exactly the bytes of " : "the bytes from " + first + " on of ") + file
          : "bytes " + first + "-" + last + " as in " + file;
    }
  }
}
