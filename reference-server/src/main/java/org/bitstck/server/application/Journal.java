package org.bitstck.server.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line for each upload that was taken: the effect of this application. What the file holds is
 * known again after a restart.
 */
final class Journal implements Memory, AutoCloseable {
  private static final Pattern LINE =
      Pattern.compile("\\{\"time\":\"([^\"]+)\",\"key\":\"([0-9a-f]{64})\",.*");

  private final Map<String, Instant> known = new LinkedHashMap<>();
  private final Duration keep;
  private final FileChannel file;

  /**
   * @param path null keeps what is known in memory only
   * @param keep how long a repetition is recognised
   * @throws IOException if the file cannot be read or written
   */
  Journal(Path path, Duration keep) throws IOException {
    this.keep = keep;
    if (path == null) {
      file = null;
      return;
    }
    if (Files.exists(path)) {
      read(path);
    }
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
  }

  private void read(Path path) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          remember(matcher.group(2), matcher.group(1));
        }
      }
    }
    forget(Instant.now());
  }

  private void remember(String key, String time) {
    try {
      known.put(key, Instant.parse(time));
    } catch (DateTimeParseException e) {
      // somebody else wrote into the file: that line says nothing
      return;
    }
  }

  @Override
  public synchronized void note(String key, Notice notice, Upload upload) throws IOException {
    Instant now = Instant.now();
    forget(now);
    if (known.containsKey(key)) {
      return;
    }
    if (file != null) {
      ByteBuffer line = line(now, key, notice, upload);
      while (line.hasRemaining()) {
        file.write(line);
      }
      file.force(false);
    }
    known.put(key, now);
  }

  /** The oldest come first. */
  private void forget(Instant now) {
    known.values().removeIf(time -> time.plus(keep).isBefore(now));
  }

  private static ByteBuffer line(Instant now, String key, Notice notice, Upload upload) {
    String line =
        "{\"time\":\""
            + now.truncatedTo(ChronoUnit.MILLIS)
            + "\",\"key\":\""
            + key
            + "\",\"url\":"
            + quoted(notice.originalUrl())
            + ",\"bytes\":"
            + upload.size()
            + ",\"sha256\":\""
            + upload.sha256()
            + "\"}\n";
    return ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
