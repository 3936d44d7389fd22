package rapport.standalone.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes of Rapport: how each is started, told about the others, and trained. */
final class Fleet {

  private static final List<String> QUICK_COMPILER = List.of("-XX:TieredStopAtLevel=1");

  private final Path home;
  private final DataDirectory data;
  private final Options options;
  private final Addresses addresses;
  private final Map<String, String> environment;
  private final ServiceKeys keys;
  private final Path applications;
  private final Optional<Simulated> simulated;
  private final List<Member> members = new ArrayList<>();

  /** A process, and how it gets a start-up cache if it is worth one. */
  private record Member(ProcessSpec spec, Training.@Nullable Lesson lesson) {}

  /**
   * @param home the project's root
   * @param environment the launcher's own
   */
  Fleet(
      Path home,
      DataDirectory data,
      Options options,
      Addresses addresses,
      Map<String, String> environment)
      throws IOException {
    this.home = home;
    this.data = data;
    this.options = options;
    this.addresses = addresses;
    this.environment = environment;
    this.keys = ServiceKeys.in(data.path("keys"));
    this.applications = applications(home, data);
    this.simulated = Simulated.of(home, options);
  }

  private static Path applications(Path home, DataDirectory data) {
    var target = home.resolve("deploy/standalone/target");
    return Files.isWritable(target) ? target.resolve("apps") : data.path("apps");
  }

  /** Unpacks what is not unpacked yet. */
  Fleet assembled() throws IOException, InterruptedException {
    if (addresses.store() != null) {
      members.add(store(addresses.store()));
    }
    if (addresses.broker() != null && addresses.controller() != null) {
      members.add(broker(addresses.broker(), addresses.controller()));
    }
    simulated.ifPresent(each -> members.add(new Member(each.spec(ownJar(), environment), null)));
    var without = Set.of(environment.getOrDefault("RAPPORT_WITHOUT", "").split("\\s*,\\s*", -1));
    var extraction = new Extraction(applications);
    for (var service : Service.ALL) {
      if (!without.contains(service.name())) {
        members.add(service(service, extraction));
      }
    }
    return this;
  }

  List<ProcessSpec> specs() {
    return members.stream().map(Member::spec).toList();
  }

  /** What start-up caches are still to be made. */
  List<Training.Lesson> lessons() {
    return members.stream()
        .flatMap(member -> Stream.ofNullable(member.lesson()))
        .filter(Training.Lesson::isDue)
        .toList();
  }

  private Member store(int port) throws IOException {
    var program = own("store", Heap.upTo(128), "rapport.standalone.store.StoreMain");
    var ready = new Readiness.Listens(port);
    var told =
        Map.of(
            "RAPPORT_STORE_DIR", data.path("store").toString(),
            "RAPPORT_STORE_PORT", Integer.toString(port));
    return member(program, told, ready, 0, 3, ownLesson(program, "RAPPORT_STORE"));
  }

  private Member broker(int port, int controller) throws IOException {
    var program = own("broker", Heap.upTo(160), "rapport.standalone.broker.BrokerMain");
    var told =
        Map.of(
            "RAPPORT_BROKER_DIR", data.path("broker").toString(),
            "RAPPORT_BROKER_PORT", Integer.toString(port),
            "RAPPORT_BROKER_CONTROLLER_PORT", Integer.toString(controller));
    return member(
        program, told, new Readiness.Listens(port), 0, 2, ownLesson(program, "RAPPORT_BROKER"));
  }

  private Member service(Service service, Extraction extraction)
      throws IOException, InterruptedException {
    var jar = home.resolve(service.name()).resolve("target").resolve(service.name() + ".jar");
    var application = extraction.of(jar);
    var jvm = new ArrayList<>(Heap.upTo(service.heapMegabytes()));
    jvm.addAll(
        List.of(
            "-Xss512k",
            "-XX:MaxDirectMemorySize=48m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:TieredStopAtLevel=1"));
    var program =
        new Program(
            service.name(),
            jvm,
            List.of(ownJar(), application.jar()),
            application.mainClass(),
            cache(application.jar().resolveSibling(""), service.name()));
    var ready =
        new Readiness.Answers(
            URI.create(
                "http://127.0.0.1:%d/actuator/health/readiness"
                    .formatted(addresses.port(service))));
    var told = told(service);
    var lesson =
        new Training.Lesson(program, List.of("-Dspring.context.exit=onRefresh"), told, null);
    return member(program, told, ready, 1, service.isGateway() ? 0 : 1, lesson);
  }

  private Map<String, String> told(Service service) {
    var told = new HashMap<>(addresses.environment());
    told.put("RAPPORT_PORT", Integer.toString(addresses.port(service)));
    told.put("RAPPORT_BIND", service.isGateway() ? options.bind() : "127.0.0.1");
    told.put("RAPPORT_SERVICE_PUBLIC_KEY_FILE", keys.publicKey().toString());
    told.put("RAPPORT_SERVICE_PRIVATE_KEY_FILE", keys.privateKey().toString());
    told.put("RAPPORT_ERASED_FILE", data.path(DataDirectory.ERASED).toString());
    told.put("RAPPORT_PRIVACY_COMPACT", Boolean.toString(addresses.store() != null));
    simulated.ifPresent(each -> told.putAll(each.told(environment)));
    told.put(
        "RAPPORT_INTEGRATIONS_KEY_FILE",
        keys.privateKey().resolveSibling("integrations-keys.json").toString());
    return Map.copyOf(told);
  }

  private Member member(
      Program program,
      Map<String, String> told,
      Readiness ready,
      int startStage,
      int stopStage,
      Training.Lesson lesson) {
    return new Member(
        new ProcessSpec(
            program.name(), () -> program.command(environment), told, ready, startStage, stopStage),
        lesson);
  }

  private Program own(String name, List<String> heap, String mainClass) throws IOException {
    var jvm = new ArrayList<>(heap);
    jvm.addAll(QUICK_COMPILER);
    var classPath = new ArrayList<Path>();
    classPath.add(ownJar());
    try (var libraries = Files.list(ownJar().resolveSibling("lib"))) {
      classPath.addAll(libraries.sorted().toList());
    }
    return new Program(name, jvm, classPath, mainClass, cache(applications, name));
  }

  /** A cache is good for one JVM and one class path, on which this jar always is. */
  private Path cache(Path directory, String name) throws IOException {
    var built = Files.getLastModifiedTime(ownJar()).toMillis();
    return directory.resolve("%s-%x-java%s.aot".formatted(name, built, Runtime.version()));
  }

  /** A store or broker for the lesson only, on ports and in a directory of its own. */
  private Training.Lesson ownLesson(Program program, String prefix) throws IOException {
    var ports = Ports.free(2);
    var told =
        Map.of(
            prefix + "_DIR",
            data.path("training").resolve(program.name()).toString(),
            prefix + "_PORT",
            ports.getFirst().toString(),
            "RAPPORT_BROKER_CONTROLLER_PORT",
            ports.getLast().toString());
    return new Training.Lesson(program, List.of(), told, new Readiness.Listens(ports.getFirst()));
  }

  private Path ownJar() {
    return home.resolve("deploy/standalone/target/standalone.jar");
  }
}
