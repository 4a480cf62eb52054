package org.bitstck.server;

/** Entry point of the reference server. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
