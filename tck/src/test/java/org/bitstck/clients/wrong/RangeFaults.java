package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** Content-Range says which bytes come. */
final class RangeFaults {
  private RangeFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "exclusive end",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected String contentRange(long first, long last, long total) {
                        return super.contentRange(first, last + 1, total);
                      }
                    },
                "BITS-CLI-FRAGMENT-001")
            .fromTheStart(),
        client(
                "no total",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected String contentRange(long first, long last, long total) {
                        return "bytes " + first + "-" + last;
                      }
                    },
                "BITS-CLI-FRAGMENT-001")
            .fromTheStart(),
        client(
                "asterisk as total",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected String contentRange(long first, long last, long total) {
                        return "bytes " + first + "-" + last + "/*";
                      }
                    },
                "BITS-CLI-FRAGMENT-001")
            .fromTheStart(),
        client(
                "end of the fragment as total",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected String contentRange(long first, long last, long total) {
                        return super.contentRange(first, last, last + 1);
                      }
                    },
                "BITS-CLI-FRAGMENT-001")
            .also("another one in each fragment", "BITS-CLI-FRAGMENT-004")
            .also(
                "no upload of several fragments gets through",
                "BITS-CLI-FRAGMENT-002",
                "BITS-CLI-FRAGMENT-003",
                "BITS-CLI-FRAGMENT-010",
                "BITS-CLI-FRAGMENT-011",
                "BITS-CLI-FRAGMENT-016",
                "BITS-HTTP-CONN-004")
            .warned("BITS-CLI-FRAGMENT-008"),
        client(
                "an equals sign as in Range",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected String contentRange(long first, long last, long total) {
                        return super.contentRange(first, last, total).replace(' ', '=');
                      }
                    },
                "BITS-CLI-FRAGMENT-001")
            .fromTheStart(),
        client(
                "no Content-Range",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet fragmentPacket(long from, int length) {
                        return super.fragmentPacket(from, length).without("Content-Range");
                      }
                    },
                "BITS-CLI-FRAGMENT-001")
            .fromTheStart());
  }
}
