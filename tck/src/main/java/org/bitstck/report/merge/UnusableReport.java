package org.bitstck.report.merge;

/** Reports that cannot be joined; the message says which, why, and what to do. */
public final class UnusableReport extends Exception {
  UnusableReport(String message) {
    super(message);
  }
}
