package org.bitstck.mutation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bitstck.engine.client.ClientRun;
import org.bitstck.engine.client.ScriptedStage;
import org.bitstck.play.Limits;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.ScriptedServer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios for clients, against the reference client. */
class ClientScenariosTest {
  static Stream<Profile> profiles() {
    return Suite.profiles();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void suite(Profile profile) throws Exception {
    Suite.assertNothingNoticed(profile, notice -> play(profile, notice));
  }

  private static void play(Profile profile, Notice notice) throws Exception {
    Path folder = Files.createTempDirectory("bits-tck-mutant-");
    try (ClientDriver client = new ReferenceClient(reading(profile));
        ScriptedServer server = ScriptedServer.direct(Limits.DEFAULT);
        ScriptedStage stage = ScriptedStage.at(server, folder, Limits.DEFAULT, client)) {
      notice.of(
          new ClientRun(
              Suite.LIBRARY,
              Suite.LIBRARY.scenarios(Role.CLIENT),
              client,
              "in this process",
              Suite.options(profile),
              Suite.LIBRARY.clientRules(),
              stage));
    } finally {
      Folders.delete(folder);
    }
  }

  private static org.bitstck.client.protocol.Profile reading(Profile profile) {
    return org.bitstck.client.protocol.Profile.valueOf(profile.name());
  }
}
