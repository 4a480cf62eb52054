package org.bitstck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitstck.play.process.QuickJvm;
import org.bitstck.prove.ApplicationBench;
import org.bitstck.prove.Bench;
import org.bitstck.prove.ClientBench;
import org.bitstck.prove.ServerBench;
import org.bitstck.prove.SuiteSettings;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.subject.ClientFile;

/** The bundled peers that can be told to be wrong. */
final class WrongPeers {
  private WrongPeers() {}

  /** The command that lists what a peer can be told. */
  static List<String> list(Peer peer) {
    return switch (peer) {
      case SERVER -> java(Bundled.SERVER, "--list-defects");
      case CLIENT -> java(Bundled.CLIENT, "--list-defects");
      case APPLICATION -> java(Bundled.SERVER, "application", "--list-defects");
    };
  }

  /** Where the suite meets the peer. */
  static List<Bench> benches(Peer peer, SuiteSettings settings) throws IOException {
    return switch (peer) {
      case SERVER -> List.of(servers(settings, false), servers(settings, true));
      case CLIENT -> List.of(new ClientBench(settings, clients()));
      case APPLICATION ->
          List.of(
              new ApplicationBench(
                  settings, OpenApplication.bundledFile(), applicationVariables()));
    };
  }

  private static Bench servers(SuiteSettings settings, boolean https) throws IOException {
    List<String> command =
        java(
            Bundled.SERVER,
            "defects",
            "--config",
            "${folder}/bits-server.yaml",
            "--profile",
            "${profile}");
    // where the servers of the pool make their folders
    command.add(1, "-Djava.io.tmpdir=${folder}");
    return new ServerBench(settings, OpenSubject.bundledFile(), command, https);
  }

  private static Map<String, String> applicationVariables() {
    Map<String, String> variables = new HashMap<>(Bundled.variables());
    variables.put("profile", Profile.INTEROP.text());
    return variables;
  }

  private static Map<Profile, ClientFile> clients() {
    Map<Profile, ClientFile> files = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      files.put(
          profile, ClientFile.of(java(Bundled.CLIENT, "--driver", "--defects"), Set.of("report")));
    }
    return files;
  }

  private static List<String> java(String jar, String... arguments) {
    Bundled.check(
        jar.startsWith("reference-client") ? "reference client" : "reference server", jar);
    Path path = Bundled.folder().resolve(jar);
    List<String> command = new ArrayList<>(QuickJvm.command(path));
    command.addAll(List.of("-jar", path.toString()));
    command.addAll(List.of(arguments));
    return command;
  }
}
