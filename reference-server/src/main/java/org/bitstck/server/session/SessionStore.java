package org.bitstck.server.session;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitstck.server.directory.FileName;
import org.bitstck.server.protocol.SessionId;

/**
 * The files of unfinished uploads, in one private folder beside the published ones, so that
 * publishing is a rename. Each session has a record and its data; the length of the data file is
 * the offset at which a restart goes on.
 */
public class SessionStore {
  /** A session found on the disk. */
  public record Found(SessionRecord record, long stored, long lastProgressMillis) {}

  /** Makes the store in a root folder. */
  public interface Maker {
    SessionStore make(Path root, Durability durability) throws IOException;
  }

  private static final String RECORD = ".session";
  private static final String DATA = ".data";
  private static final String REPLY = ".reply";
  private static final String TEMPORARY = ".new";

  private final Path folder;
  private final Durability durability;

  /**
   * @param root folder of the published files; exists
   * @throws IOException if the private folder cannot be made
   */
  public SessionStore(Path root, Durability durability) throws IOException {
    this.folder = Files.createDirectories(root.resolve(FileName.PRIVATE_FOLDER));
    this.durability = durability;
  }

  public Durability durability() {
    return durability;
  }

  public Path data(SessionId id) {
    return folder.resolve(id.fileName() + DATA);
  }

  /** Where the reply of the server application is, or may be put. */
  public Path reply(SessionId id) {
    return folder.resolve(id.fileName() + REPLY);
  }

  /** Makes the files of a new session. */
  public void create(SessionRecord session) throws IOException {
    Files.createFile(data(session.id()));
    try {
      save(session);
    } catch (IOException e) {
      Files.deleteIfExists(data(session.id()));
      throw e;
    }
  }

  /** Writes the record of a session; after a crash it is the old one or the new one. */
  public void save(SessionRecord session) throws IOException {
    Path temporary = folder.resolve(session.id().fileName() + TEMPORARY);
    Path record = folder.resolve(session.id().fileName() + RECORD);
    try {
      Files.writeString(temporary, SessionText.write(session), StandardCharsets.UTF_8);
      if (durability.forcesFragments()) {
        force(temporary);
      }
      Files.move(temporary, record, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
  }

  /** Opens the data for writing; fails if it is gone. */
  public FileChannel openData(SessionId id) throws IOException {
    return FileChannel.open(data(id), StandardOpenOption.WRITE);
  }

  /**
   * Moves the data of a complete session to its destination in one step.
   *
   * @param replace whether an existing file may be replaced
   * @throws FileAlreadyExistsException if it may not, and there is one
   */
  public void publish(SessionId id, long total, Path file, boolean replace) throws IOException {
    try (FileChannel channel = openData(id)) {
      if (channel.size() > total) {
        channel.truncate(total);
      }
      if (durability.forcesPublished()) {
        channel.force(true);
      }
    }
    if (replace) {
      Files.move(data(id), file, StandardCopyOption.ATOMIC_MOVE);
    } else {
      publishNew(id, file);
    }
    if (durability.forcesPublished()) {
      Durability.forceFolder(file.getParent());
    }
  }

  /**
   * A link fails where a file is, whoever put it there since it was looked for; a rename does not.
   */
  private void publishNew(SessionId id, Path file) throws IOException {
    try {
      Files.createLink(file, data(id));
    } catch (UnsupportedOperationException | AtomicMoveNotSupportedException e) {
      Files.move(data(id), file);
    }
  }

  /** Deletes all files of a session; those that are not there are no error. */
  public void delete(SessionId id) throws IOException {
    Files.deleteIfExists(folder.resolve(id.fileName() + RECORD));
    Files.deleteIfExists(data(id));
    Files.deleteIfExists(reply(id));
    Files.deleteIfExists(folder.resolve(id.fileName() + TEMPORARY));
  }

  /** Finds the sessions that an earlier process left, and deletes files that belong to none. */
  public List<Found> recover() throws IOException {
    List<Found> found = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(RECORD)) {
        read(file).ifPresent(found::add);
      }
    }
    Set<String> known =
        found.stream().map(session -> session.record().id().fileName()).collect(toSet());
    for (Path file : files) {
      String name = file.getFileName().toString();
      int end = name.indexOf('.');
      if (end < 0 || !known.contains(name.substring(0, end)) || name.endsWith(TEMPORARY)) {
        Files.deleteIfExists(file);
      }
    }
    return found;
  }

  private Optional<Found> read(Path file) throws IOException {
    Optional<SessionRecord> record =
        SessionText.read(Files.readString(file, StandardCharsets.UTF_8));
    if (record.isEmpty() || !Files.exists(data(record.get().id()))) {
      return Optional.empty();
    }
    Path data = data(record.get().id());
    long progress =
        Math.max(
            Files.getLastModifiedTime(data).toMillis(), Files.getLastModifiedTime(file).toMillis());
    return Optional.of(new Found(record.get(), Files.size(data), progress));
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
