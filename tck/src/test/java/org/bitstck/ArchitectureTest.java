package org.bitstck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The house: which package may know which. Data goes one way, from reading to reporting. */
@AnalyzeClasses(packages = "org.bitstck", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** What playing and judging may rest on. */
  private static final Set<String> READING =
      Set.of("yaml", "json", "requirement", "scenario", "exchange", "subject");

  private static final Set<String> TESTING = with(READING, "play", "judge", "engine");

  /** The kinds of subjects. Each has its package in {@code scenario}, play, judge and engine. */
  private static final List<String> ROLES = List.of("server", "client", "application");

  @ArchTest static final ArchRule YAML = knowsOnly("yaml", Set.of());

  @ArchTest static final ArchRule JSON = knowsOnly("json", Set.of());

  @ArchTest static final ArchRule EXCHANGE = knowsOnly("exchange", Set.of());

  @ArchTest static final ArchRule REQUIREMENT = knowsOnly("requirement", Set.of("yaml"));

  @ArchTest static final ArchRule SCENARIO = knowsOnly("scenario", Set.of("requirement", "yaml"));

  @ArchTest
  static final ArchRule SUBJECT = knowsOnly("subject", Set.of("scenario", "exchange", "yaml"));

  @ArchTest
  static final ArchRule PLAY =
      knowsOnly("play", Set.of("scenario", "exchange", "subject", "yaml", "json"));

  @ArchTest static final ArchRule JUDGE = knowsOnly("judge", with(READING, "play"));

  @ArchTest static final ArchRule ENGINE = knowsOnly("engine", with(READING, "play", "judge"));

  @ArchTest static final ArchRule PROVE = knowsOnly("prove", TESTING);

  @ArchTest static final ArchRule LOAD = knowsOnly("load", TESTING);

  @ArchTest static final ArchRule REPORT = knowsOnly("report", with(TESTING, "load", "prove"));

  @ArchTest static final ArchRule JUNIT = knowsOnly("junit", with(TESTING, "report"));

  /** What is common to all kinds of subjects knows none of them. */
  @ArchTest
  static final ArchRule COMMON_KNOWS_NO_ROLE =
      noClasses()
          .that()
          .resideInAnyPackage("org.bitstck.scenario", "org.bitstck.judge", "org.bitstck.engine")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ofRoles(ROLES));

  @ArchTest static final ArchRule SERVERS = knowsNoRoleBut("server");

  @ArchTest static final ArchRule CLIENTS = knowsNoRoleBut("client");

  @ArchTest static final ArchRule APPLICATIONS = knowsNoRoleBut("application");

  @ArchTest
  static final ArchRule REST_ASSURED =
      classes()
          .that()
          .resideInAPackage("org.bitstck.restassured..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "org.bitstck.restassured",
                      "org.bitstck.play",
                      "org.bitstck.exchange",
                      "org.bitstck.play.restassured")
                  .or(resideOutsideOfPackage("org.bitstck..")));

  /** JUnit Jupiter is not packaged with the kit. */
  @ArchTest
  static final ArchRule ONLY_TESTS_OF_OTHERS_KNOW_JUPITER =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.bitstck.junit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.junit.jupiter..", "org.bitstck.junit..");

  /** A transport, or another way to play, can be taken out without the others noticing. */
  @ArchTest
  static final ArchRule WIRE_KNOWS_NO_SCENARIOS =
      noClasses()
          .that()
          .resideInAPackage("..play.wire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..scenario..", "..play.server..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.bitstck.(*)..").should().beFreeOfCycles();

  /** What is played says nothing of what is right. */
  @ArchTest
  static final ArchRule PLAYING_DOES_NOT_JUDGE =
      noClasses()
          .that()
          .resideInAPackage("..play..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..requirement..", "..judge..", "..report..");

  /** The reference peers are subjects like any other: shared code would share its mistakes. */
  @ArchTest
  static final ArchRule NO_REFERENCE_PEERS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bitstck.server..", "org.bitstck.client..");

  @ArchTest static final ArchRule NO_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  /** The package and what it may know of this project; below it, everything. */
  private static ArchRule knowsOnly(String name, Set<String> others) {
    String[] allowed =
        with(others, name).stream().map(one -> "org.bitstck." + one + "..").toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage("org.bitstck." + name + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(resideOutsideOfPackage("org.bitstck..")));
  }

  private static ArchRule knowsNoRoleBut(String role) {
    List<String> others = ROLES.stream().filter(other -> !other.equals(role)).toList();
    return noClasses()
        .that()
        .resideInAnyPackage(ofRoles(List.of(role)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ofRoles(others));
  }

  private static String[] ofRoles(List<String> roles) {
    return Stream.of("scenario", "play", "judge", "engine")
        .flatMap(job -> roles.stream().map(role -> "org.bitstck." + job + "." + role + ".."))
        .toArray(String[]::new);
  }

  private static Set<String> with(Set<String> packages, String... more) {
    Set<String> all = new HashSet<>(packages);
    all.addAll(List.of(more));
    return all;
  }
}
