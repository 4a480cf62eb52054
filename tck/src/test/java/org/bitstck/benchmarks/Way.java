package org.bitstck.benchmarks;

/** How the kit is started. */
enum Way {
  PLAIN("plain `java -jar`"),
  NO_ARCHIVE("launcher without its archive of classes"),
  LAUNCHER("launcher");

  private final String text;

  Way(String text) {
    this.text = text;
  }

  /** As tables call it. */
  String text() {
    return text;
  }
}
