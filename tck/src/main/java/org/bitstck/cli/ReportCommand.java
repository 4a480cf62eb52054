package org.bitstck.cli;

import picocli.CommandLine.Command;

/** What can be done with reports. */
@Command(
    name = "report",
    description = "Work with reports of earlier runs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = MergeCommand.class)
final class ReportCommand {}
