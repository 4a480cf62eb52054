package org.bitstck.play.client.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;

/** What a driver told, in order, and orders to give it. */
final class Told implements Consumer<Report> {
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();

  @Override
  public void accept(Report report) {
    reports.add(report);
  }

  /** The next one; a driver that tells nothing fails the test. */
  Report next() throws InterruptedException {
    Report report = reports.poll(30, TimeUnit.SECONDS);
    if (report == null) {
      throw new AssertionError("nothing was told");
    }
    return report;
  }

  /** What was told and not asked for. */
  List<Report> rest() {
    return List.copyOf(reports);
  }

  static UploadOrder order(String id) {
    return order(id, "http://127.0.0.1:9/in/a%20b", Path.of("/tmp/file"), null, null);
  }

  static UploadOrder order(
      String id, String url, Path file, Path reply, UploadOrder.Credentials credentials) {
    return new UploadOrder(id, url, file, reply, 0, credentials, -1, -1, -1);
  }
}
