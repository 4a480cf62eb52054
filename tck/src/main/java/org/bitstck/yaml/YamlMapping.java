package org.bitstck.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping whose words are taken one by one; what nobody took is a mistake of the author, and
 * {@link #done} says so.
 */
public final class YamlMapping {
  private final YamlValue value;
  private final String what;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** Words that were asked for; some more than once. */
  private final List<String> known = new ArrayList<>();

  /** A word and what stands behind it. */
  public record Entry(YamlValue key, YamlValue value) {}

  YamlMapping(YamlValue value, String what, List<Tree.Entry> written) {
    this.value = value;
    this.what = what;
    for (Tree.Entry pair : written) {
      YamlValue key = value.sibling(pair.key());
      Entry entry = new Entry(key, value.sibling(pair.value()));
      if (entries.putIfAbsent(key.text(), entry) != null) {
        throw key.problem("'" + key.text() + "' stands here twice");
      }
    }
  }

  public YamlValue value() {
    return value;
  }

  public boolean has(String word) {
    known.add(word);
    return entries.containsKey(word);
  }

  /** The value behind a word, if the word is there. */
  public Optional<YamlValue> take(String word) {
    known.add(word);
    return Optional.ofNullable(entries.get(word)).map(Entry::value);
  }

  /** Whether the word is there, without taking it. */
  public boolean contains(String word) {
    return entries.containsKey(word);
  }

  public YamlValue require(String word) {
    return take(word).orElseThrow(() -> missing(word));
  }

  /** Where the word is there in another spelling, the problem is that word. */
  private YamlException missing(String word) {
    String needs = what + " needs '" + word + "'";
    List<String> sameLetter =
        entries.keySet().stream()
            .filter(key -> !known.contains(key) && key.startsWith(word.substring(0, 1)))
            .toList();
    return Nearest.to(word, sameLetter)
        .map(near -> key(near).problem(needs + "; was it meant by '" + near + "'?"))
        .orElseGet(() -> value.problem(needs));
  }

  /** The key itself, for its place. */
  public YamlValue key(String word) {
    return entries.get(word).key();
  }

  /** All entries in the order of the file; they count as taken. */
  public List<Entry> entries() {
    known.addAll(entries.keySet());
    return new ArrayList<>(entries.values());
  }

  /**
   * Ends the reading.
   *
   * @throws YamlException at the first word that was not taken
   */
  public void done() {
    entries.forEach(
        (word, entry) -> {
          if (!known.contains(word)) {
            throw entry.key().problem("unknown word '" + word + "' in " + what + hint(word));
          }
        });
  }

  private String hint(String word) {
    return Nearest.to(word, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElseGet(() -> "; known here: " + String.join(", ", new LinkedHashSet<>(known)));
  }
}
