package org.bitstck.client.command;

import java.io.IOException;
import org.bitstck.client.defect.Defect;
import org.bitstck.client.defect.Defects;
import org.bitstck.client.driver.Conduct;
import org.bitstck.client.driver.Driver;

/** The driver on the command line: "--driver", alone or with what its uploads do wrong. */
public final class DriverCommand {
  private DriverCommand() {}

  /** Whether the words are meant for the driver, and can be understood. */
  public static boolean understands(String... words) {
    if (words.length == 0 || !words[0].equals("--driver")) {
      return false;
    }
    return words.length == 1
        || words.length == 2 && words[1].equals("--defects")
        || words.length == 3 && words[1].equals("--defect");
  }

  /** Works until there are no more orders; returns an exit code. */
  public static int run(String... words) throws IOException {
    Conduct conduct = Conduct.CORRECT;
    if (words.length == 2) {
      System.err.println("bits-upload: WARNING: uploads can be wrong on purpose (--defects)");
      conduct = Conduct.asOrdered();
    } else if (words.length == 3) {
      try {
        Defect defect = Defects.of(words[2]);
        DefectList.warn(defect);
        conduct = Conduct.with(defect);
      } catch (IllegalArgumentException e) {
        System.err.println("bits-upload: --defect: " + e.getMessage());
        return ExitCode.USAGE;
      }
    }
    new Driver(System.in, System.out, conduct).run();
    return ExitCode.SUCCESS;
  }
}
