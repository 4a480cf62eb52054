package org.bitstck.server;

import picocli.CommandLine;

/** Entry point of the reference server. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new ServerCommand()).execute(args));
  }
}
