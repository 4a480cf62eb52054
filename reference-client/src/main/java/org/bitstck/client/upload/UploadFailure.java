package org.bitstck.client.upload;

/** Carries a failure to the place that decides what becomes of it. */
final class UploadFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  UploadFailure(Failure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
