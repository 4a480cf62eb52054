package org.bitstck.mutation;

import java.util.List;
import java.util.stream.Stream;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.server.ServerRun;
import org.bitstck.play.Limits;
import org.bitstck.play.server.application.Applications;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.server.observe.Log;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios for servers, against the reference server. */
class ServerScenariosTest {
  static Stream<Arguments> topics() {
    return Suite.topics(Role.SERVER);
  }

  @BeforeAll
  static void quiet() {
    Log.to(Silence.STREAM);
  }

  @ParameterizedTest
  @MethodSource("topics")
  void topic(Profile profile, String topic) throws Exception {
    Suite.assertNothingNoticed(() -> play(profile, topic));
  }

  private static RunResult play(Profile profile, String topic) throws Exception {
    try (Applications applications = new Applications();
        SocketTransport transport = new SocketTransport(Limits.DEFAULT, null);
        ReferenceServer server = new ReferenceServer(profile, applications.own().authority())) {
      return new ServerRun(
              Suite.LIBRARY,
              Suite.LIBRARY.scenarios(Role.SERVER),
              server.subject(),
              Suite.options(profile, topic),
              transport,
              null,
              applications,
              server)
          .run(List.of());
    }
  }
}
