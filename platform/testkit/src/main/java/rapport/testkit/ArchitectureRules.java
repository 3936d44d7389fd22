package rapport.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import rapport.contracts.DomainModel;

/**
 * What every module keeps to. A service holds itself to all of them with one test class:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "rapport.profile", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *   @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

  private static final Set<String> WAITING =
      Set.of(
          "block",
          "blockFirst",
          "blockLast",
          "blockOptional",
          "subscribe",
          "subscribeWith",
          "toFuture",
          "toIterable",
          "toStream");

  private static final String CONSTRUCTOR = "<init>";

  /** What gives out a client, or is one. */
  private static final Map<String, Set<String>> CLIENT_MAKERS =
      Map.ofEntries(
          entry(
              "org.springframework.web.reactive.function.client.WebClient",
              Set.of("create", "builder", "mutate")),
          entry(
              "org.springframework.web.reactive.function.client.WebClient$Builder",
              Set.of("build")),
          entry(
              "org.springframework.http.client.reactive.ReactorClientHttpConnector",
              Set.of(CONSTRUCTOR)),
          entry("org.springframework.web.client.RestClient", Set.of("create", "builder")),
          entry("org.springframework.web.client.RestTemplate", Set.of(CONSTRUCTOR)),
          entry(
              "reactor.netty.http.client.HttpClient",
              Set.of("create", "createConfigured", "newConnection")),
          entry("reactor.netty.tcp.TcpClient", Set.of("create", "newConnection")),
          entry("java.net.http.HttpClient", Set.of("newHttpClient", "newBuilder")),
          entry("java.net.URL", Set.of("openConnection", "openStream")));

  private static final Set<String> SYSTEM_TIME = Set.of("currentTimeMillis", "nanoTime");

  @ArchTest
  public static final ArchRule DOMAIN_MODEL_KNOWS_NO_FRAMEWORK =
      classes()
          .that(areDomainModel())
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "rapport.contracts..")
                  .or(areDomainModel()))
          .allowEmptyShould(true)
          .because("what decides can then be replayed, tested in milliseconds and read aloud");

  @ArchTest
  public static final ArchRule DOMAIN_MODEL_ASKS_NEITHER_CLOCK_NOR_CHANCE =
      noClasses()
          .that(areDomainModel())
          .should()
          .callCodeUnitWhere(asksClockOrChance())
          .allowEmptyShould(true)
          .because("time and ids come in with the input, so that a replay decides the same again");

  @ArchTest
  public static final ArchRule ONLY_THE_RUNTIME_WAITS =
      noClasses()
          .that()
          .resideOutsideOfPackage("rapport.runtime..")
          .should()
          .callMethodWhere(waitsForReactor())
          .allowEmptyShould(true)
          .because(
              "a thread that waits serves nobody, and what is started here is cancelled by none");

  @ArchTest
  public static final ArchRule ONLY_THE_STORE_TALKS_TO_THE_DRIVER =
      noClasses()
          .that()
          .resideOutsideOfPackage("rapport.runtime.store..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.mongodb.reactivestreams.client..")
          .allowEmptyShould(true)
          .because("WorkspaceCollection binds every query to a workspace");

  @ArchTest
  public static final ArchRule ONLY_THE_RUNTIME_MAKES_HTTP_CLIENTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("rapport.runtime..", "rapport.testkit")
          .and()
          // It opens a file of its own jar.
          .doNotHaveFullyQualifiedName("rapport.embedding.ModelFiles")
          .should()
          .callCodeUnitWhere(makesAnHttpClient())
          .allowEmptyShould(true)
          .because(
              "the egress package looks at where requests go; among services it is WebClient"
                  + " ownServices");

  @ArchTest
  public static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes().should(liveInANullMarkedPackage()).allowEmptyShould(true);

  private ArchitectureRules() {}

  private static DescribedPredicate<JavaClass> areDomainModel() {
    return describe(
        "are domain model", type -> type.getPackage().isAnnotatedWith(DomainModel.class));
  }

  private static DescribedPredicate<JavaCall<?>> asksClockOrChance() {
    return describe(
        "ask the clock or chance",
        call -> {
          var owner = call.getTargetOwner();
          var name = call.getName();
          return switch (owner.getName()) {
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.lang.System" -> SYSTEM_TIME.contains(name);
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            default ->
                (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                    || owner.isAssignableTo(Random.class);
          };
        });
  }

  private static DescribedPredicate<JavaCall<?>> makesAnHttpClient() {
    return describe(
        "make an HTTP client of their own",
        call ->
            CLIENT_MAKERS
                .getOrDefault(call.getTargetOwner().getName(), Set.of())
                .contains(call.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> waitsForReactor() {
    return describe(
        "wait for or start a Mono or Flux",
        call ->
            WAITING.contains(call.getName())
                && (call.getTargetOwner().isAssignableTo("reactor.core.publisher.Mono")
                    || call.getTargetOwner().isAssignableTo("reactor.core.publisher.Flux")));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getPackageName() + " has no @NullMarked package-info"));
        }
      }
    };
  }
}
