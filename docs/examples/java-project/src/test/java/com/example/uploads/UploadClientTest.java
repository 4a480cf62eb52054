package com.example.uploads;

import org.bitstck.junit.BitsClientConformance;
import org.bitstck.junit.ScenarioSettings;
import org.bitstck.junit.UploadOutcome;
import org.bitstck.junit.UploadTask;

/** The scenarios that this client is ready for; without the settings it would be all of them. */
@ScenarioSettings(only = {"client/upload", "client/fragment/resync", "client/session"})
class UploadClientTest extends BitsClientConformance {
  private final UploadClient client = new UploadClient();

  @Override
  public UploadOutcome upload(UploadTask task) throws Exception {
    client.upload(task.file(), task.url());
    return UploadOutcome.SUCCESS;
  }
}
