package org.bitstck.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.library.Library;
import picocli.CommandLine.TypeConversionException;

/** What completion offers where the values are known; each is asked for only then. */
final class Candidates {
  private Candidates() {}

  /**
   * The value that is shown as this word.
   *
   * @throws TypeConversionException with all that there are
   */
  static <T> T of(T[] values, String word) {
    return Stream.of(values)
        .filter(value -> value.toString().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no '"
                        + word
                        + "', but "
                        + Stream.of(values)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))));
  }

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
