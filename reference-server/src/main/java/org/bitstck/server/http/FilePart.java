package org.bitstck.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.stream.ChunkedInput;
import java.io.EOFException;
import java.io.IOException;

/** Some bytes of an open file on their way to the peer, a piece at a time. */
final class FilePart implements ChunkedInput<ByteBuf> {
  private static final int PIECE = 64 * 1024;

  private final OpenFile file;
  private final ByteRanges.Part part;
  private final boolean last;
  private long offset;

  /**
   * @param last whether the file is closed behind this part
   */
  FilePart(OpenFile file, ByteRanges.Part part, boolean last) {
    this.file = file;
    this.part = part;
    this.last = last;
    this.offset = part.first();
  }

  @Override
  public ByteBuf readChunk(ByteBufAllocator allocator) throws IOException {
    int length = (int) Math.min(PIECE, part.last() + 1 - offset);
    ByteBuf piece = allocator.buffer(length);
    try {
      while (piece.readableBytes() < length) {
        int n =
            piece.writeBytes(
                file.channel(), offset + piece.readableBytes(), length - piece.readableBytes());
        if (n < 0) {
          throw new EOFException("the file became shorter");
        }
      }
    } catch (IOException e) {
      piece.release();
      throw e;
    }
    offset += length;
    return piece;
  }

  @Override
  @Deprecated
  public ByteBuf readChunk(ChannelHandlerContext ctx) throws IOException {
    return readChunk(ctx.alloc());
  }

  @Override
  public boolean isEndOfInput() {
    return offset > part.last();
  }

  @Override
  public void close() throws IOException {
    if (last || !isEndOfInput()) {
      file.close();
    }
  }

  @Override
  public long length() {
    return part.length();
  }

  @Override
  public long progress() {
    return offset - part.first();
  }
}
