package org.bitstck.mutation;

import java.util.stream.Stream;
import org.bitstck.engine.server.ServerRun;
import org.bitstck.play.Limits;
import org.bitstck.play.server.application.Applications;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.server.observe.Log;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios for servers, against the reference server. */
class ServerScenariosTest {
  static Stream<Profile> profiles() {
    return Suite.profiles();
  }

  @BeforeAll
  static void quiet() {
    Log.to(Silence.STREAM);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void suite(Profile profile) throws Exception {
    Suite.assertNothingNoticed(profile, notice -> play(profile, notice));
  }

  private static void play(Profile profile, Notice notice) throws Exception {
    try (Applications applications = new Applications();
        SocketTransport transport = new SocketTransport(Limits.DEFAULT, null);
        ReferenceServer server = new ReferenceServer(profile, applications.own().authority())) {
      notice.of(
          new ServerRun(
              Suite.LIBRARY,
              Suite.LIBRARY.scenarios(Role.SERVER),
              server.subject(),
              Suite.options(profile),
              transport,
              null,
              applications,
              server));
    }
  }
}
