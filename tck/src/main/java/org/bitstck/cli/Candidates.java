package org.bitstck.cli;

import java.util.Arrays;
import java.util.Iterator;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.library.Library;

/** What completion offers where the values are known; each is asked for only then. */
final class Candidates {
  private Candidates() {}

  /** Names of reports. */
  static final class Reports implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ReportFiles.NAMES.iterator();
    }
  }

  /** Names of profiles. */
  static final class Profiles implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Profile.values()).map(Profile::text).iterator();
    }
  }

  /** Names of transports. */
  static final class TransportNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Transports.NAMES.iterator();
    }
  }

  /** Ids of requirements. */
  static final class Requirements implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Library.bundled().catalogue().ids().iterator();
    }
  }
}
