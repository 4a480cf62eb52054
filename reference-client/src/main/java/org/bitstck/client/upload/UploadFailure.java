package org.bitstck.client.upload;

/** Carries a failure to the place that decides what becomes of it. */
public final class UploadFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  public UploadFailure(Failure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
