package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Upload;

/** The offset in the Ack of a fragment. */
final class OffsetFaults {
  private OffsetFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("offset is the last byte's", LastByte::new, "BITS-SRV-FRAGMENT-001")
            .also("the offset of the last Ack is the length of the file", "BITS-SRV-FRAGMENT-003")
            .also(
                "each says which offset the Ack has after it",
                "BITS-SRV-FRAGMENT-005",
                "BITS-SRV-FRAGMENT-007",
                "BITS-SRV-FRAGMENT-009",
                "BITS-SRV-FRAGMENT-010")
            .also("the client goes on at the wrong byte", "BITS-SRV-FRAGMENT-021"),
        server("offset is written as a range", AsRange::new, "BITS-SRV-FRAGMENT-002"),
        server("offset is missing", Missing::new, "BITS-SRV-FRAGMENT-002")
            .also(
                "these tell the client where to go on",
                "BITS-SRV-FRAGMENT-004",
                "BITS-SRV-FRAGMENT-005")
            .also("the last Ack is one of them", "BITS-SRV-FRAGMENT-003"),
        server(
            "offset is missing in the last Ack",
            MissingInLast::new,
            "BITS-SRV-FRAGMENT-002",
            "BITS-SRV-FRAGMENT-003"),
        server("offset of the last Ack is 0", LastIs0::new, "BITS-SRV-FRAGMENT-003")
            .also("the repeated one has an offset as well", "BITS-SRV-FRAGMENT-010")
            .also("the client starts over at 0", "BITS-SRV-FRAGMENT-021"));
  }

  private static final class LastByte extends PlainServer {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      return super.offsetAck(status, upload)
          .with(RECEIVED, String.valueOf(Math.max(0, upload.offset() - 1)));
    }
  }

  private static final class AsRange extends PlainServer {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      return upload.offset() == 0
          ? super.offsetAck(status, upload)
          : super.offsetAck(status, upload).with(RECEIVED, "bytes 0-" + (upload.offset() - 1));
    }
  }

  private static final class Missing extends PlainServer {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      return super.offsetAck(status, upload).without(RECEIVED);
    }
  }

  private static final class MissingInLast extends PlainServer {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      HttpAnswer answer = super.offsetAck(status, upload);
      return upload.isComplete() ? answer.without(RECEIVED) : answer;
    }
  }

  private static final class LastIs0 extends PlainServer {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      HttpAnswer answer = super.offsetAck(status, upload);
      return upload.isComplete() ? answer.with(RECEIVED, "0") : answer;
    }
  }
}
