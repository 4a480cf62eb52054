package org.bitstck.cli;

/** Entry point of the kit. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
