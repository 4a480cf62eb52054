package org.bitstck.benchmarks;

/** Something that is measured by itself. */
interface Part {
  /** As the command line and the page call it. */
  String name();

  /** Tables in Markdown. */
  String measure(Bench bench) throws Exception;
}
