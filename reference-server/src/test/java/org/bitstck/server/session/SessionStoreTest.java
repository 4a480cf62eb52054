package org.bitstck.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.server.protocol.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionStoreTest {
  private static final SessionRecord SESSION =
      new SessionRecord(
          SessionId.random(),
          "/a \u00fc=#",
          "http://h/a?x=1",
          " x=1\\n! ",
          "alice\t\\\f\r\nid={no}",
          "::1",
          5,
          new Outcome(true, "http://h/r", "token", true));

  @TempDir Path root;

  @Test
  void whatWasSavedIsFoundAgain() throws Exception {
    SessionStore store = new SessionStore(root, Durability.FRAGMENT);
    store.create(SESSION);
    Files.writeString(store.data(SESSION.id()), "12345");
    assertThat(new SessionStore(root, Durability.NONE).recover())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.record()).isEqualTo(SESSION);
              assertThat(found.stored()).isEqualTo(5);
            });
  }

  @Test
  void orphansAreDeleted() throws Exception {
    SessionStore store = new SessionStore(root, Durability.NONE);
    store.create(SESSION);
    Path folder = store.data(SESSION.id()).getParent();
    Path noSession = store.data(SessionId.random());
    Path broken = folder.resolve(SessionId.random().fileName() + ".session");
    Path halfWritten = folder.resolve(SESSION.id().fileName() + ".new");
    Files.writeString(noSession, "x");
    Files.writeString(broken, "x");
    Files.writeString(halfWritten, "x");
    Files.writeString(folder.resolve("junk"), "x");
    assertThat(store.recover()).hasSize(1);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aSessionWithoutDataIsGone() throws Exception {
    SessionStore store = new SessionStore(root, Durability.NONE);
    store.create(SESSION);
    Files.delete(store.data(SESSION.id()));
    assertThat(store.recover()).isEmpty();
    assertThat(store.data(SESSION.id()).getParent()).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource
  void publishing(Durability durability) throws Exception {
    SessionStore store = new SessionStore(root, durability);
    store.create(SESSION);
    Files.writeString(store.data(SESSION.id()), "12345 and what a failed write left");
    Path file = root.resolve("a");
    Files.writeString(file, "old");
    assertThatThrownBy(() -> store.publish(SESSION.id(), 5, file, false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("old");
    store.publish(SESSION.id(), 5, file, true);
    assertThat(file).hasContent("12345");
  }
}
