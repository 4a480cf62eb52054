package org.bitstck.client.defect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Body;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;

/** Requests and answers that differ from others in one thing. */
final class Traffic {
  static final String SESSION_NOT_FOUND = "0x8020001F";

  private Traffic() {}

  // ---- requests

  static boolean is(Request request, PacketType type) {
    return type.toString().equalsIgnoreCase(request.headers().get(BitsHeader.PACKET_TYPE));
  }

  static boolean isPacket(Request request) {
    return request.headers().containsKey(BitsHeader.PACKET_TYPE);
  }

  static boolean isGet(Request request) {
    return request.method().equals("GET");
  }

  static Request with(Request request, String name, String value) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    headers.put(name, value);
    return new Request(request.method(), request.destination(), headers, request.body());
  }

  static Request without(Request request, String name) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    headers.remove(name);
    return new Request(request.method(), request.destination(), headers, request.body());
  }

  static Request method(Request request, String method) {
    return new Request(method, request.destination(), request.headers(), request.body());
  }

  static Request to(Request request, Destination destination) {
    return new Request(request.method(), destination, request.headers(), request.body());
  }

  static Request body(Request request, Body body) {
    return new Request(request.method(), request.destination(), request.headers(), body);
  }

  /** Numbers of Content-Range: first, last, total. */
  static long[] contentRange(Request request) {
    return numbers(request.headers().get("Content-Range"));
  }

  /** Numbers of Range, null if all is asked for: first, last. */
  static long[] range(Request request) {
    String text = request.headers().get("Range");
    return text == null ? null : numbers(text);
  }

  private static long[] numbers(String text) {
    String[] words = text.substring(text.indexOf('s') + 2).split("[-/]");
    long[] numbers = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Long.parseLong(words[i].trim());
    }
    return numbers;
  }

  // ---- answers

  static Answer with(Answer answer, String name, String value) {
    List<Answer.Field> fields = new ArrayList<>(without(answer, name).fields());
    fields.add(new Answer.Field(name, value));
    return new Answer(answer.version(), answer.status(), fields);
  }

  static Answer without(Answer answer, String name) {
    List<Answer.Field> fields =
        answer.fields().stream().filter(field -> !field.name().equalsIgnoreCase(name)).toList();
    return new Answer(answer.version(), answer.status(), fields);
  }

  static Answer status(Answer answer, int status) {
    return new Answer(answer.version(), status, answer.fields());
  }

  static Answer version(Answer answer, String version) {
    return new Answer(version, answer.status(), answer.fields());
  }

  /** Whether the server said that it does not know the session. */
  static boolean lost(Answer answer) {
    return SESSION_NOT_FOUND.equalsIgnoreCase(answer.header(BitsHeader.ERROR))
        || SESSION_NOT_FOUND.equalsIgnoreCase(answer.header(BitsHeader.ERROR_CODE));
  }

  /** The answer as if the server did not know the session. */
  static Answer asLost(Answer answer) {
    Answer refused = without(status(answer, 500), BitsHeader.ERROR_CODE);
    return with(refused, BitsHeader.ERROR, SESSION_NOT_FOUND);
  }

  /** The offset of an Ack, -1 if there is none that can be read. */
  static long offset(Answer answer) {
    String text = answer.header(BitsHeader.RECEIVED_CONTENT_RANGE);
    return text == null || !text.matches("\\d{1,18}") ? -1 : Long.parseLong(text);
  }

  static Answer offset(Answer answer, long offset) {
    return with(answer, BitsHeader.RECEIVED_CONTENT_RANGE, Long.toString(offset));
  }
}
