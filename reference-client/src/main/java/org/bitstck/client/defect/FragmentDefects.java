package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.contentRange;
import static org.bitstck.client.defect.Traffic.offset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Body;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.Source;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState;

/** A fragment, and the part of the file that it is. */
final class FragmentDefects {
  private static final long MOST_IN_MEMORY = 64 << 20;
  private static final String BEHIND_413 = "what comes again in smaller pieces begins elsewhere";

  private FragmentDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-FRAGMENT-001/exclusive-end",
            "Content-Range ends with the byte behind the last one.",
            ranged((first, last, total) -> "bytes " + first + "-" + (last + 1) + "/" + total)),
        defect(
            "BITS-CLI-FRAGMENT-001/no-total",
            "Content-Range has no total.",
            ranged((first, last, total) -> "bytes " + first + "-" + last)),
        defect(
            "BITS-CLI-FRAGMENT-001/asterisk",
            "The total of Content-Range is an asterisk.",
            ranged((first, last, total) -> "bytes " + first + "-" + last + "/*")),
        defect(
            "BITS-CLI-FRAGMENT-001/own-total",
            "The total of Content-Range is the end of the fragment.",
            ranged((first, last, total) -> "bytes " + first + "-" + last + "/" + (last + 1))),
        defect(
            "BITS-CLI-FRAGMENT-001/equals-sign",
            "Content-Range is written with an equals sign, as Range is.",
            ranged((first, last, total) -> "bytes=" + first + "-" + last + "/" + total)),
        defect(
                "BITS-CLI-FRAGMENT-002/overlap",
                "Each fragment begins with the last byte of the one before.",
                shifted(-1))
            .follows(BEHIND_413, "BITS-CLI-FRAGMENT-008"),
        defect(
                "BITS-CLI-FRAGMENT-002/gap",
                "Each fragment leaves out a byte behind the one before.",
                shifted(1))
            .follows(BEHIND_413, "BITS-CLI-FRAGMENT-008"),
        defect(
            "BITS-CLI-FRAGMENT-003/text-mode",
            "The file is read as a text: a CR before an LF is sent as another LF.",
            bodied((request, bytes) -> withoutCarriageReturns(bytes))),
        defect(
            "BITS-CLI-FRAGMENT-003/short-at-the-end",
            "The last fragment lacks its last byte.",
            Seam.sent(
                PacketType.FRAGMENT,
                request ->
                    isLast(request)
                        ? Traffic.body(
                            request,
                            new BytesBody(
                                Arrays.copyOf(
                                    BytesBody.bytes(request.body()),
                                    (int) request.body().length() - 1)))
                        : request)),
        defect(
            "BITS-CLI-FRAGMENT-004/grows",
            "When the file grows during the upload the total grows with it.",
            Growing::new),
        defect(
            "BITS-CLI-FRAGMENT-004/mixed",
            "When the file is rewritten during the upload the rest is sent as it is then.",
            Rewritten::new),
        defect(
            "BITS-CLI-FRAGMENT-005/another-name",
            "The first fragment has another Content-Name than CREATE-SESSION.",
            Seam.sent(
                PacketType.FRAGMENT,
                request ->
                    request.headers().containsKey(BitsHeader.CONTENT_NAME)
                        ? Traffic.with(request, BitsHeader.CONTENT_NAME, "upload.tmp")
                        : request)),
        defect(
            "BITS-CLI-FRAGMENT-005/no-name",
            "The first fragment has no Content-Name.",
            Seam.sent(
                PacketType.FRAGMENT, request -> Traffic.without(request, BitsHeader.CONTENT_NAME))),
        defect(
            "BITS-CLI-FRAGMENT-006/deflated",
            "Fragments are deflated.",
            Seam.sent(
                PacketType.FRAGMENT,
                request ->
                    request.body().length() <= MOST_IN_MEMORY
                        ? Traffic.body(
                            Traffic.with(request, "Content-Encoding", "deflate"),
                            new BytesBody(deflated(BytesBody.bytes(request.body()))))
                        : request)),
        defect(
                "BITS-CLI-FRAGMENT-016/modulo-4-gib",
                "The total of Content-Range is that of 32 bits.",
                ranged(
                    (first, last, total) ->
                        "bytes " + first + "-" + last + "/" + (total & 0xFFFF_FFFFL)))
            .follows("the total is that of no file", "BITS-CLI-FRAGMENT-001"));
  }

  private interface Range {
    String of(long first, long last, long total);
  }

  private static Supplier<Policies> ranged(Range range) {
    return Seam.sent(
        PacketType.FRAGMENT,
        request -> {
          long[] now = contentRange(request);
          return Traffic.with(request, "Content-Range", range.of(now[0], now[1], now[2]));
        });
  }

  /** The offset behind a fragment that was taken as a whole is another one. */
  private static Supplier<Policies> shifted(long by) {
    return Seam.read(
        PacketType.FRAGMENT,
        (request, ack) ->
            ack.status() == 200 && !isLast(request) && takenAsAWhole(request, ack)
                ? offset(ack, offset(ack) + by)
                : ack);
  }

  private static boolean takenAsAWhole(Request request, Answer ack) {
    return offset(ack) == contentRange(request)[1] + 1;
  }

  private static boolean isLast(Request request) {
    return contentRange(request)[1] + 1 == contentRange(request)[2];
  }

  private interface Content {
    byte[] of(Request request, byte[] bytes);
  }

  private static Supplier<Policies> bodied(Content content) {
    return Seam.sent(
        PacketType.FRAGMENT,
        request -> {
          Body body = request.body();
          return body.length() > MOST_IN_MEMORY
              ? request
              : Traffic.body(request, new BytesBody(content.of(request, BytesBody.bytes(body))));
        });
  }

  private static byte[] withoutCarriageReturns(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        bytes[i] = '\n';
      }
    }
    return bytes;
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Looks at the size of the file before each fragment. */
  private static final class Growing implements Policies {
    private Path file;

    @Override
    public UploadOptions options(UploadOptions wanted) {
      file = wanted.file();
      return wanted;
    }

    @Override
    public Source source(Source source, UploadState state) {
      return new SourceFilter(source) {
        @Override
        public void check() {
          try {
            state.size(Files.size(file));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    }
  }

  /** Never looks at the file again. */
  private static final class Rewritten implements Policies {
    @Override
    public Source source(Source source, UploadState state) {
      return new SourceFilter(source) {
        @Override
        public void check() {
          // it will still be the same
        }
      };
    }
  }
}
