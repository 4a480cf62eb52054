package org.bitstck.client.upload;

import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.reply.ReplyProgress;

/** Keeps how far the reply is in the state of its upload. */
final class ReplyStateView implements ReplyProgress {
  private final UploadState state;
  private final UploadListener listener;

  ReplyStateView(UploadState state, UploadListener listener) {
    this.state = state;
    this.listener = listener;
  }

  @Override
  public long size() {
    return state.replySize;
  }

  @Override
  public String version() {
    return state.replyVersion;
  }

  @Override
  public void entity(long size, String version) throws ExchangeFailure {
    state.replySize = size;
    state.replyVersion = version;
    listener.changed(state);
  }

  @Override
  public void received(long position) {
    listener.receiving(position, state.replySize);
  }

  @Override
  public void answered(String method, int status) {
    listener.answered(method, status);
  }
}
