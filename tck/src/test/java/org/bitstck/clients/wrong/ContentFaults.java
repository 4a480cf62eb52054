package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.bitstck.clients.LocalFile;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** The bytes that are sent, and the file that they come from. */
final class ContentFaults {
  private ContentFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
            "text mode",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected byte[] read(long from, int length) {
                    byte[] bytes = super.read(from, length);
                    for (int i = 0; i < bytes.length; i++) {
                      bytes[i] = bytes[i] == 0x0D ? 0x0A : bytes[i];
                    }
                    return bytes;
                  }
                },
            "BITS-CLI-FRAGMENT-003"),
        client(
                "always the beginning of the file",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected byte[] read(long from, int length) {
                        super.read(from, length);
                        return super.read(0, length);
                      }
                    },
                "BITS-CLI-FRAGMENT-003")
            .also(
                "nothing of several fragments is right",
                "BITS-CLI-FRAGMENT-010",
                "BITS-CLI-FRAGMENT-011",
                "BITS-HTTP-CONN-004")
            .warned("BITS-CLI-FRAGMENT-008"),
        client(
                "last fragment short of a byte",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected byte[] read(long from, int length) {
                        byte[] bytes = super.read(from, length);
                        return from + length == file.size()
                            ? Arrays.copyOf(bytes, length - 1)
                            : bytes;
                      }
                    },
                "BITS-CLI-FRAGMENT-003")
            .fromTheStart(),
        client(
            "total grows with the file",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected byte[] read(long from, int length) {
                    file = new LocalFile(order.file());
                    return super.read(from, length);
                  }

                  @Override
                  protected void closeSession() {
                    file = new LocalFile(order.file());
                    super.closeSession();
                  }
                },
            "BITS-CLI-FRAGMENT-004"),
        client(
            "old and new content mixed",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void nextFragment() {
                    file =
                        file.size() == new LocalFile(order.file()).size()
                            ? new LocalFile(order.file())
                            : file;
                    super.nextFragment();
                  }

                  @Override
                  protected void closeSession() {
                    file =
                        file.size() == new LocalFile(order.file()).size()
                            ? new LocalFile(order.file())
                            : file;
                    super.closeSession();
                  }
                },
            "BITS-CLI-FRAGMENT-004"),
        client(
                "fragments deflated",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet fragmentPacket(long from, int length) {
                        Packet packet = super.fragmentPacket(from, length);
                        return packet
                            .body(deflated(packet.body()))
                            .with("Content-Encoding", "deflate");
                      }
                    },
                "BITS-CLI-FRAGMENT-006")
            .fromTheStart());
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
}
