package org.bitstck.server;

import org.bitstck.server.observe.NettyLog;
import picocli.CommandLine;

/** Entry point of the reference server. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    NettyLog.use();
    // Netty would look at every network interface to make ids for connections, which nobody reads
    System.setProperty("io.netty.machineId", "00:00:00:00:00:01");
    System.setProperty("io.netty.processId", "1");
    System.exit(new CommandLine(new ServerCommand()).execute(args));
  }
}
