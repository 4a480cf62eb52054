package com.example.uploads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** A small BITS client: it goes on where the server wants it, and starts over once. */
public final class UploadClient {
  private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
  private static final int FRAGMENT = 64 * 1024;
  private static final int MOST_SETBACKS = 5;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Returns when the file is there. */
  public void upload(Path file, String url) throws IOException, InterruptedException {
    byte[] bytes = Files.readAllBytes(file);
    String session = null;
    long offset = 0;
    int setbacks = 0;
    while (true) {
      if (session == null) {
        HttpResponse<Void> created =
            wanted(send(packet(url, "CREATE-SESSION").header("BITS-Supported-Protocols", PROTOCOL)));
        session = created.headers().firstValue("BITS-Session-Id").orElseThrow(IOException::new);
        offset = 0;
      }
      if (offset == bytes.length) {
        wanted(send(packet(url, "CLOSE-SESSION").header("BITS-Session-Id", session)));
        return;
      }
      int end = (int) Math.min(bytes.length, offset + FRAGMENT);
      HttpResponse<Void> answer =
          send(
              packet(url, "FRAGMENT")
                  .header("BITS-Session-Id", session)
                  .header("Content-Range", "bytes " + offset + "-" + (end - 1) + "/" + bytes.length)
                  .method(
                      "BITS_POST",
                      BodyPublishers.ofByteArray(Arrays.copyOfRange(bytes, (int) offset, end))));
      if (isSessionLost(answer)) {
        session = null;
      } else if (answer.statusCode() != 416) {
        wanted(answer);
      }
      if (answer.statusCode() != 200 && ++setbacks > MOST_SETBACKS) {
        throw new IOException("no progress");
      }
      if (session != null) {
        offset = offset(answer, bytes.length);
      }
    }
  }

  private static HttpRequest.Builder packet(String url, String type) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("BITS-Packet-Type", type)
        .method("BITS_POST", BodyPublishers.noBody());
  }

  private HttpResponse<Void> send(HttpRequest.Builder packet)
      throws IOException, InterruptedException {
    HttpResponse<Void> answer = http.send(packet.build(), BodyHandlers.discarding());
    String type = answer.headers().firstValue("BITS-Packet-Type").orElse("");
    if (!type.equalsIgnoreCase("Ack")) {
      throw new IOException("no Ack: status " + answer.statusCode());
    }
    return answer;
  }

  private static HttpResponse<Void> wanted(HttpResponse<Void> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return answer;
  }

  private static boolean isSessionLost(HttpResponse<Void> answer) {
    return answer.statusCode() != 200
        && answer.headers().map().entrySet().stream()
            .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith("bits-error"))
            .anyMatch(header -> header.getValue().toString().toUpperCase(Locale.ROOT).contains("8020001F"));
  }

  private static long offset(HttpResponse<Void> answer, long size) throws IOException {
    String text = answer.headers().firstValue("BITS-Received-Content-Range").orElse("");
    if (!text.matches("\\d{1,18}") || Long.parseLong(text) > size) {
      throw new IOException("no offset: " + text);
    }
    return Long.parseLong(text);
  }
}
