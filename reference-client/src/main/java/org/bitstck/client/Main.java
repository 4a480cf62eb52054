package org.bitstck.client;

import java.io.IOException;
import org.bitstck.client.command.DefectList;
import org.bitstck.client.command.DriverCommand;
import org.bitstck.client.command.UploadCommand;
import picocli.CommandLine;

/** Entry point of the reference client. */
public final class Main {
  private Main() {}

  /** Exits with a code of {@link org.bitstck.client.command.ExitCode}. */
  public static void main(String[] args) throws IOException {
    if (DriverCommand.understands(args)) {
      int code = DriverCommand.run(args);
      // uploads that still run are abandoned without a word
      Runtime.getRuntime().halt(code);
    }
    if (args.length == 1 && args[0].equals("--list-defects")) {
      DefectList.write(System.out);
      return;
    }
    CommandLine command = new CommandLine(new UploadCommand());
    command.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(command.execute(args));
  }
}
