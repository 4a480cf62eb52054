package org.bitstck.judge.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Response;
import org.bitstck.scenario.server.Condition.ErrorFormIs;

/** How the error headers of an Ack have to be written: MC-BUP 2.2.1.2. */
final class ErrorForm {
  private static final Pattern HEX = Pattern.compile("(?i)(0?x)?[0-9a-f]{1,8}");
  private static final long CUSTOMER_BIT = 0x20000000L;

  /** FACILITY_BITS, the range of published BG_E_ codes. */
  private static final long BITS_FACILITY = 0x8020;

  /** FACILITY_WIN32: published system errors. */
  private static final long WIN32_FACILITY = 0x8007;

  /** Common published codes outside of the two facilities. */
  private static final Set<Long> PUBLISHED =
      Set.of(0L, 0x80004001L, 0x80004002L, 0x80004003L, 0x80004004L, 0x80004005L, 0x8000FFFFL);

  private ErrorForm() {}

  static Optional<String> mismatch(ErrorFormIs.Kind kind, Response response) {
    Optional<String> error = AckReading.errorText(response);
    Optional<String> context = response.headers().first(Bits.ERROR_CONTEXT);
    return switch (kind) {
      case BOTH ->
          wrongIf(
              error.isEmpty() || context.isEmpty(),
              error.isEmpty() && context.isEmpty()
                  ? "neither header"
                  : error.isEmpty() ? "no error header" : "no " + Bits.ERROR_CONTEXT);
      case NEITHER ->
          wrongIf(
              error.isPresent() || context.isPresent(),
              error.map(e -> "error " + e).orElse("")
                  + context.map(c -> " context " + c).orElse(""));
      case CONTEXT_WITH_ERROR ->
          wrongIf(
              context.isPresent() && error.isEmpty(),
              Bits.ERROR_CONTEXT + ": " + context.orElse("") + " without an error header");
      case KNOWN_NAME -> name(response);
      case HEXADECIMAL -> {
        Optional<String> bad = error.filter(ErrorForm::isNotHex);
        yield (bad.isPresent() ? bad : context.filter(ErrorForm::isNotHex))
            .map(value -> "'" + value + "'");
      }
      case CUSTOMER_BIT -> customerBit(AckReading.error(response));
    };
  }

  private static Optional<String> wrongIf(boolean wrong, String words) {
    return wrong ? Optional.of(words.strip()) : Optional.empty();
  }

  private static boolean isNotHex(String value) {
    return !HEX.matcher(value.strip()).matches();
  }

  private static Optional<String> name(Response response) {
    List<String> values = new ArrayList<>(2);
    for (String name : Bits.ERROR_HEADERS) {
      response.headers().all(name).forEach(value -> values.add(value.strip()));
    }
    if (values.isEmpty()) {
      return AckReading.misnamedError(response).map(ErrorForm::shown);
    }
    if (values.size() == 1 || values.stream().map(ErrorForm::meaning).distinct().count() == 1) {
      return Optional.empty();
    }
    return Optional.of("different values: " + String.join(", ", values));
  }

  /** The number, however it is written; the text where it is none. */
  private static Object meaning(String value) {
    OptionalLong number = AckReading.number(value);
    return number.isPresent() ? number.getAsLong() : value.toLowerCase(Locale.ROOT);
  }

  private static String shown(Header line) {
    return line.name() + ": " + line.value();
  }

  private static Optional<String> customerBit(OptionalLong error) {
    if (error.isEmpty()) {
      return Optional.empty();
    }
    long value = error.getAsLong();
    boolean fine =
        (value & CUSTOMER_BIT) != 0
            || value >>> 16 == BITS_FACILITY
            || value >>> 16 == WIN32_FACILITY
            || PUBLISHED.contains(value);
    return fine ? Optional.empty() : Optional.of(String.format("0x%08X", value));
  }
}
