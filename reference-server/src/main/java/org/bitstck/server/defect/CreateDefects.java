package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.PROTOCOL;
import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.PacketReader;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.ProtocolList;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.SessionId;

/** Mistakes with the list of protocols and the Ack of CREATE-SESSION. */
final class CreateDefects {
  private static final String FOREIGN = "{0A1B2C3D-4E5F-4607-8899-AABBCCDDEEFF}";

  private CreateDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-CREATE-001/no-protocol",
            "The Ack of CREATE-SESSION does not name the protocol.",
            created((seen, ack) -> ack.without(PROTOCOL))),
        Defect.of(
            "BITS-SRV-CREATE-001/query-refused",
            "A URL with a query takes no upload.",
            Change.request(
                head -> {
                  if (new Seen(head).is(PacketType.CREATE_SESSION)) {
                    head.setUri(head.uri().replace("?", "%3F"));
                  }
                })),
        Defect.of(
            "BITS-SRV-CREATE-002/no-braces",
            "Session ids have no braces.",
            renamed(id -> id.substring(1, id.length() - 1))),
        Defect.of(
            "BITS-SRV-CREATE-002/counter",
            "Session ids are numbers.",
            policies -> {
              AtomicLong last = new AtomicLong(1000);
              renamed(id -> Long.toString(last.incrementAndGet())).accept(policies);
            }),
        Defect.of(
            "BITS-SRV-CREATE-003/few-ids",
            "There are 64 session ids for each URL; then they begin anew.",
            CreateDefects::fewIds),
        Defect.of(
            "BITS-SRV-CREATE-004/first-offered",
            "The protocol in the Ack is the first one of the client's list, known or not.",
            protocols(
                value -> {
                  ProtocolList.choose(value);
                  return value.strip().split("[ \\t,]+")[0];
                })),
        Defect.of(
            "BITS-SRV-CREATE-004/own",
            "The Ack names a protocol that no client has offered.",
            created((seen, ack) -> ack.with(PROTOCOL, FOREIGN))),
        Defect.of(
            "BITS-SRV-CREATE-005/first-only",
            "The protocol is looked for in the first place of the list only.",
            protocols(value -> ProtocolList.choose(changed(value, "(?s)(?<=\\})[ \\t,].*", "")))),
        Defect.of(
            "BITS-SRV-CREATE-005/last-only",
            "The protocol is looked for in the last place of the list only.",
            protocols(value -> ProtocolList.choose(changed(value, "(?s).*[ \\t,](?=\\{)", "")))),
        Defect.<Policies>of(
                "BITS-SRV-CREATE-005/whole-value",
                "The list of protocols is compared as a whole.",
                protocols(
                    value -> {
                      if (value != null && value.strip().length() > FOREIGN.length()) {
                        throw Refusal.syntax("unknown protocol");
                      }
                      return ProtocolList.choose(value);
                    }))
            .follows("no list is read", "BITS-SRV-CREATE-006", "BITS-SRV-CREATE-007"),
        Defect.of(
            "BITS-SRV-CREATE-006/commas-only",
            "The list of protocols may be separated by commas only.",
            protocols(value -> ProtocolList.choose(changed(value, "(?<=\\})[ \\t]+(?=\\{)", "_")))),
        Defect.of(
            "BITS-SRV-CREATE-007/blanks-only",
            "The list of protocols may be separated by blanks only.",
            protocols(
                value -> {
                  for (String element : String.valueOf(value).split("[ \\t]+")) {
                    if (element.equalsIgnoreCase(ProtocolList.BITS_UPLOAD)) {
                      return ProtocolList.BITS_UPLOAD;
                    }
                  }
                  throw Refusal.syntax("no common protocol");
                })),
        Defect.of(
            "BITS-SRV-CREATE-008/small-letters-only",
            "The protocol is known in small letters only.",
            protocols(
                value -> {
                  if (value != null
                      && value.toLowerCase(Locale.ROOT).contains(ProtocolList.BITS_UPLOAD)
                      && !value.contains(ProtocolList.BITS_UPLOAD)) {
                    throw Refusal.syntax("no common protocol");
                  }
                  return ProtocolList.choose(value);
                })),
        Defect.of(
            "BITS-SRV-CREATE-009/no-list-needed",
            "Without a list of protocols the usual one is taken.",
            protocols(
                value ->
                    value == null || value.isBlank()
                        ? ProtocolList.BITS_UPLOAD
                        : ProtocolList.choose(value))),
        Defect.of(
            "BITS-SRV-CREATE-009/anything-but-a-guid",
            "A list of protocols in which there is no GUID is good for the usual one.",
            protocols(
                value ->
                    value != null && !value.isBlank() && !value.contains("{")
                        ? ProtocolList.BITS_UPLOAD
                        : ProtocolList.choose(value))),
        Defect.of(
            "BITS-SRV-CREATE-010/names-a-session",
            "The Ack of a refused CREATE-SESSION names a session.",
            refused(
                (seen, ack) ->
                    ack.status() == 401
                        ? ack
                        : ack.with(SESSION_ID, SessionId.random().toString()))),
        Defect.of(
            "BITS-SRV-CREATE-010/names-the-protocol",
            "The Ack of a refused CREATE-SESSION names the protocol.",
            refused((seen, ack) -> ack.with(PROTOCOL, ProtocolList.BITS_UPLOAD))),
        Defect.of(
            "BITS-SRV-CREATE-011/missing",
            "The Ack of CREATE-SESSION does not say which content codings are taken.",
            created((seen, ack) -> ack.without("Accept-Encoding"))),
        Defect.of(
            "BITS-SRV-CREATE-011/gzip",
            "The server says that it takes gzip, which it does not know.",
            created((seen, ack) -> ack.with("Accept-Encoding", "gzip"))),
        Defect.of(
            "BITS-SRV-CREATE-018/accepted",
            "CREATE-SESSION is answered with 202.",
            created((seen, ack) -> new Ack(202, ack.headers(), ack.why()))),
        Defect.of(
            "BITS-SRV-ERR-013/any-protocol",
            "Where none of the client's protocols is known, the server takes its own.",
            protocols(
                value -> {
                  if (value != null && value.contains("{")) {
                    return ProtocolList.BITS_UPLOAD;
                  }
                  return ProtocolList.choose(value);
                })),
        Defect.of(
            "BITS-SRV-ERR-013/resembling",
            "A protocol is known by the beginning of its GUID.",
            protocols(
                value ->
                    ProtocolList.choose(
                        changed(
                            value,
                            "(?i)\\{7df0354d-249b-430f-820d-[0-9a-f]{12}\\}",
                            ProtocolList.BITS_UPLOAD)))));
  }

  private static String changed(String value, String pattern, String replacement) {
    return value == null ? null : value.strip().replaceAll(pattern, replacement);
  }

  private static Consumer<Policies> protocols(PacketReader.ValueReader<String> reader) {
    return Change.reading(rules -> rules.protocols(reader));
  }

  private static Consumer<Policies> created(BiFunction<Seen, Ack, Ack> change) {
    return Change.success(PacketType.CREATE_SESSION, change);
  }

  private static Consumer<Policies> refused(BiFunction<Seen, Ack, Ack> change) {
    return Change.refusal(
        (seen, ack) -> seen.is(PacketType.CREATE_SESSION) ? change.apply(seen, ack) : ack);
  }

  /** Clients know sessions by other names than the server does. */
  private static Consumer<Policies> renamed(UnaryOperator<String> naming) {
    return policies -> {
      Map<String, String> names = new ConcurrentHashMap<>();
      Map<String, String> ids = new ConcurrentHashMap<>();
      Change.request(
              head -> {
                String name = head.headers().get(SESSION_ID, "").toUpperCase(Locale.ROOT);
                if (ids.containsKey(name) && head.headers().getAll(SESSION_ID).size() == 1) {
                  head.headers().set(SESSION_ID, ids.get(name));
                }
              })
          .accept(policies);
      Change.ack(
              (seen, ack) -> {
                String id = ack.headers().get(SESSION_ID);
                if (id == null) {
                  return ack;
                }
                if (ack.status() == 200 && seen.is(PacketType.CREATE_SESSION)) {
                  names.put(id, naming.apply(id));
                  ids.put(names.get(id).toUpperCase(Locale.ROOT), id);
                }
                return ack.with(SESSION_ID, names.getOrDefault(id, id));
              })
          .accept(policies);
    };
  }

  private static void fewIds(Policies policies) {
    Map<String, List<String>> given = new ConcurrentHashMap<>();
    created(
            (seen, ack) -> {
              List<String> ids =
                  given.computeIfAbsent(seen.path(), path -> new CopyOnWriteArrayList<>());
              ids.add(ack.headers().get(SESSION_ID));
              return ack.with(SESSION_ID, ids.get((ids.size() - 1) % 64));
            })
        .accept(policies);
  }
}
