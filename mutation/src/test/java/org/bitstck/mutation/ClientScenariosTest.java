package org.bitstck.mutation;

import java.util.List;
import java.util.stream.Stream;
import org.bitstck.engine.client.ClientRun;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.client.ScriptedStage;
import org.bitstck.play.Limits;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios for clients, against the reference client. */
class ClientScenariosTest {
  static Stream<Arguments> topics() {
    return Suite.topics(Role.CLIENT);
  }

  @ParameterizedTest
  @MethodSource("topics")
  void topic(Profile profile, String topic) throws Exception {
    Suite.assertNothingNoticed(() -> play(profile, topic));
  }

  private static RunResult play(Profile profile, String topic) throws Exception {
    try (ClientDriver client = new ReferenceClient(reading(profile));
        ScriptedStage stage = ScriptedStage.open(Limits.DEFAULT, client)) {
      return new ClientRun(
              Suite.LIBRARY,
              Suite.LIBRARY.scenarios(Role.CLIENT),
              client,
              "in this process",
              Suite.options(profile, topic),
              Suite.LIBRARY.clientRules(),
              stage)
          .run(List.of());
    }
  }

  private static org.bitstck.client.protocol.Profile reading(Profile profile) {
    return org.bitstck.client.protocol.Profile.valueOf(profile.name());
  }
}
