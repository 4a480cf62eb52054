package org.bitstck.server.defect;

import java.util.List;
import java.util.stream.Stream;
import org.bitstck.server.Policies;

/** All mistakes that the server can be told to have. */
public final class Defects {
  public static final DefectList<Policies> LIST =
      new DefectList<>(
          "server",
          Stream.of(
                  AckDefects.all(),
                  TypeDefects.all(),
                  PingDefects.all(),
                  CreateDefects.all(),
                  HostDefects.all(),
                  OffsetDefects.all(),
                  OverlapDefects.all(),
                  RangeDefects.all(),
                  ContentDefects.all(),
                  SessionDefects.all(),
                  DestinationDefects.all(),
                  LimitDefects.all(),
                  CloseDefects.all(),
                  CancelDefects.all(),
                  ReplyDefects.all(),
                  DownloadDefects.all(),
                  HttpDefects.all(),
                  NotifyRequestDefects.all(),
                  NotifyAnswerDefects.all())
              .flatMap(List::stream)
              .toList());

  private Defects() {}
}
