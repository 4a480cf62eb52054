package org.bitstck.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.bitstck.server.config.ConfigException;
import org.bitstck.server.defect.Defects;
import org.bitstck.server.observe.Log;
import org.bitstck.server.pool.ServerPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Many servers in one process, each with a defect or none. */
@Command(
    name = "defects",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts and stops servers with mistakes, as lines on the standard input say.",
      "For testing test kits only."
    },
    footer = {
      "",
      "Each line is answered by one on the standard output:",
      "  {\"start\": \"BITS-SRV-FRAGMENT-005\"}   a server with that defect, on a free port",
      "  {\"start\": null}                      a correct one",
      "  {\"reload\": URL}                      reads its copy of the configuration again",
      "  {\"restart\": URL}                     breaks off and starts again with its files",
      "  {\"stop\": URL}                        ends it and deletes its files",
      "",
      "Each server has its own temporary folder instead of --folder, with a copy of --config.",
      "Paths in the configuration are relative to the original. SIGHUP reloads all of them.",
      "The end of the input ends everything. Of the log there are only warnings."
    })
final class DefectsCommand implements Callable<Integer> {
  @Mixin private ServerOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (options.file() != null) {
      try {
        Log.format(options.read().log().json());
      } catch (ConfigException e) {
        e.problems().forEach(spec.commandLine().getErr()::println);
        return 2;
      }
    }
    ServerPool pool = new ServerPool(options.file(), options.overrides(), Defects.LIST, System.out);
    Runtime.getRuntime().addShutdownHook(new Thread(pool::stopAll, "stop"));
    Hangup.each(pool::reloadAll);
    Log.warn("servers with defects on purpose");
    Log.warningsOnly();
    pool.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    return 0;
  }
}
