package com.example.uploads;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has arrived of a file. */
final class Upload {
  private static final Pattern RANGE =
      Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

  private final Path target;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long total = -1;

  Upload(Path target) {
    this.target = target;
  }

  Path target() {
    return target;
  }

  /** The offset that is wanted next. */
  long received() {
    return bytes.size();
  }

  /** Takes a fragment; returns the status of its answer. */
  int take(String contentRange, byte[] body) {
    Matcher range = RANGE.matcher(contentRange.strip());
    if (!range.matches()) {
      return 400;
    }
    long first = Long.parseLong(range.group(1));
    long last = Long.parseLong(range.group(2));
    long all = Long.parseLong(range.group(3));
    if (last < first || last >= all || body.length != last - first + 1 || total >= 0 && all != total) {
      return 400;
    }
    if (first > received()) {
      return 200; // THE MISTAKE: a gap has to be answered with 416
    }
    total = all;
    int known = (int) Math.min(received() - first, body.length);
    bytes.write(body, known, body.length - known);
    return 200;
  }

  /** Puts the file where it belongs, if all of it has arrived. */
  void publish() throws IOException {
    if (received() == total) {
      Files.write(target, bytes.toByteArray());
    }
  }
}
