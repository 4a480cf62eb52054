package org.bitstck.cli;

import picocli.CommandLine.Command;

/** What can be done with reports. */
@Command(
    name = "report",
    description = "Work with reports of earlier runs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = MergeCommand.class,
    footer = {
      "%nExamples:",
      "  bits-tck server URL --report json --out parts/1",
      "  bits-tck report merge parts --out whole"
    })
final class ReportCommand {}
