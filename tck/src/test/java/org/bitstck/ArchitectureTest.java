package org.bitstck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house: which package may know which. Data goes one way, from reading to reporting. */
@AnalyzeClasses(packages = "org.bitstck", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule YAML = knowsOnly("yaml");

  @ArchTest static final ArchRule EXCHANGE = knowsOnly("exchange");

  @ArchTest static final ArchRule REQUIREMENT = knowsOnly("requirement", "yaml");

  @ArchTest static final ArchRule SCENARIO = knowsOnly("scenario", "requirement", "yaml");

  @ArchTest static final ArchRule SUBJECT = knowsOnly("subject", "scenario", "exchange", "yaml");

  @ArchTest
  static final ArchRule PLAY = knowsOnly("play", "scenario", "exchange", "subject", "yaml");

  @ArchTest
  static final ArchRule JUDGE =
      knowsOnly("judge", "play", "scenario", "exchange", "requirement", "subject", "yaml");

  @ArchTest
  static final ArchRule ENGINE =
      knowsOnly(
          "engine", "judge", "play", "scenario", "exchange", "requirement", "subject", "yaml");

  @ArchTest
  static final ArchRule PROVE =
      knowsOnly(
          "prove",
          "engine",
          "judge",
          "play",
          "scenario",
          "exchange",
          "requirement",
          "subject",
          "yaml");

  @ArchTest
  static final ArchRule LOAD =
      knowsOnly(
          "load",
          "engine",
          "judge",
          "play",
          "scenario",
          "exchange",
          "requirement",
          "subject",
          "yaml");

  @ArchTest
  static final ArchRule REPORT =
      knowsOnly(
          "report",
          "load",
          "prove",
          "engine",
          "judge",
          "play",
          "scenario",
          "exchange",
          "requirement",
          "subject",
          "yaml");

  @ArchTest
  static final ArchRule JUNIT =
      knowsOnly(
          "junit",
          "report",
          "engine",
          "judge",
          "play",
          "scenario",
          "exchange",
          "requirement",
          "subject",
          "yaml");

  @ArchTest
  static final ArchRule REST_ASSURED =
      classes()
          .that()
          .resideInAPackage("org.bitstck.restassured..")
          .should()
          .onlyDependOnClassesThat(
              com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                      "org.bitstck.restassured",
                      "org.bitstck.play",
                      "org.bitstck.exchange",
                      "org.bitstck.play.restassured")
                  .or(
                      com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                          "org.bitstck..")));

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
  private static ArchRule knowsOnly(String name, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = "org.bitstck." + name + "..";
    for (int i = 0; i < others.length; i++) {
      allowed[i + 1] = "org.bitstck." + others[i] + "..";
    }
    return classes()
        .that()
        .resideInAPackage(allowed[0])
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed)
                .or(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                        "org.bitstck..")));
  }
}
