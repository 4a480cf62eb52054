package org.bitstck.client.command;

import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.StateFile;
import org.bitstck.client.upload.Upload;
import org.bitstck.client.upload.UploadListener;
import org.bitstck.client.upload.UploadState;

/** Passes on what happens, keeps the state file, and pauses where the user wanted it. */
final class Watch implements UploadListener {
  private final UploadListener next;
  private final StateFile stateFile;
  private final long pauseAfter;
  private Upload upload;

  /**
   * Watches an upload.
   *
   * @param stateFile null for none
   * @param pauseAfter acknowledged bytes, the largest number for never
   */
  Watch(UploadListener next, StateFile stateFile, long pauseAfter) {
    this.next = next;
    this.stateFile = stateFile;
    this.pauseAfter = pauseAfter;
  }

  void upload(Upload watched) {
    upload = watched;
  }

  @Override
  public void changed(UploadState state) throws ExchangeFailure {
    if (stateFile != null) {
      stateFile.write(state);
    }
    if (state.offset() >= pauseAfter && state.phase() == UploadState.Phase.FRAGMENT) {
      upload.pause();
    }
    next.changed(state);
  }

  @Override
  public void sending(long position, long size) {
    next.sending(position, size);
  }

  @Override
  public void answered(String packet, int status) {
    next.answered(packet, status);
  }

  @Override
  public void session(String id, String host) {
    next.session(id, host);
  }

  @Override
  public void restarting() {
    next.restarting();
  }

  @Override
  public void retrying(Failure why, long millis) {
    next.retrying(why, millis);
  }

  @Override
  public void receiving(long position, long size) {
    next.receiving(position, size);
  }
}
