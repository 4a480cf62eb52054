package org.bitstck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  private static final int COUNT = 7;

  private static List<List<Scenario>> shards(List<Scenario> scenarios) {
    return IntStream.rangeClosed(1, COUNT)
        .mapToObj(index -> new Shard(index, COUNT).of(scenarios))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"SERVER", "CLIENT", "SERVER_APPLICATION"})
  void togetherTheyAreTheSuiteAndEachIsAsLargeAsTheOthers(Role role) {
    List<Scenario> suite = Library.bundled().scenarios(role);
    List<List<Scenario>> shards = shards(suite);

    assertThat(shards.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(suite);
    balanced(shards, scenario -> true, 1);
    // dealt on from where the costlier ones ended
    balanced(shards, Scenario::pauses, 1);
    balanced(shards, s -> !s.pauses() && s.needsSubjectAlone(), 1);
  }

  private static void balanced(
      List<List<Scenario>> shards, Predicate<Scenario> which, long difference) {
    long[] sizes =
        shards.stream().mapToLong(s -> s.stream().filter(which).count()).sorted().toArray();
    assertThat(sizes[COUNT - 1] - sizes[0]).isLessThanOrEqualTo(difference);
  }

  @Test
  void theOrderOfTheSuiteDoesNotMatterButIsKept() {
    List<Scenario> suite = Library.bundled().scenarios(Role.SERVER);
    List<Scenario> shuffled = new ArrayList<>(suite);
    Collections.shuffle(shuffled, new Random(1));

    List<Scenario> one = new Shard(3, COUNT).of(suite);
    List<Scenario> other = new Shard(3, COUNT).of(shuffled);

    assertThat(other).containsExactlyInAnyOrderElementsOf(one).isNotEqualTo(one);
    assertThat(one).isEqualTo(suite.stream().filter(one::contains).toList());
    assertThat(new Shard(3, COUNT).of(Library.bundled().scenarios(Role.SERVER)))
        .extracting(Scenario::id)
        .isEqualTo(one.stream().map(Scenario::id).toList());
  }

  @Test
  void moreMachinesThanScenariosLeaveSomeWithNothingToDo() {
    List<Scenario> two = Library.bundled().scenarios(Role.SERVER).subList(0, 2);

    assertThat(new Shard(2, 8).of(two)).hasSize(1);
    assertThat(new Shard(3, 8).of(two)).isEmpty();
  }

  @Test
  void itReadsWhatStandsOnACommandLine() {
    assertThat(Shard.of(" 2/8")).isEqualTo(new Shard(2, 8)).hasToString("2/8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2/", "/8", "a/b", "-1/8", "2 of 8", "2/99999"})
  void whatIsNoShardIsSaid(String text) {
    assertThatThrownBy(() -> Shard.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write it like 2/8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/8", "9/8", "1/0"})
  void aShardThatIsNotThereIsSaid(String text) {
    assertThatThrownBy(() -> Shard.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no shard");
  }
}
