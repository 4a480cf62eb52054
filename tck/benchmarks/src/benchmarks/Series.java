package benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measurements of one thing. */
final class Series {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double median() {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** {@code 1.02 (0.98-1.21)}: the median, the least and the most. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f-%.2f)",
        median(),
        Collections.min(values),
        Collections.max(values));
  }
}
