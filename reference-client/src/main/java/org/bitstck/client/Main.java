package org.bitstck.client;

import java.io.IOException;
import org.bitstck.client.command.UploadCommand;
import org.bitstck.client.driver.Driver;
import picocli.CommandLine;

/** Entry point of the reference client. */
public final class Main {
  private Main() {}

  /** Exits with a code of {@link org.bitstck.client.command.ExitCode}. */
  public static void main(String[] args) throws IOException {
    if (args.length == 1 && args[0].equals("--driver")) {
      new Driver(System.in, System.out).run();
      // uploads that still run are abandoned without a word
      Runtime.getRuntime().halt(0);
    }
    CommandLine command = new CommandLine(new UploadCommand());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(command.execute(args));
  }
}
