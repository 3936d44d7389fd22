package rapport.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rapport.standalone.client.RapportClient;
import tools.jackson.databind.JsonNode;

/**
 * Many people who chat, are contacts of accounts, are named in tasks and had an archive made, every
 * second of whom is erased. Whether anything is left is looked for in every collection and topic,
 * and in the bytes of every file.
 */
final class Crowd {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int AT_ONCE = 4;
  private static final int MEMBERS_OF_AN_ACCOUNT = 10;

  private final RunningRapport rapport;
  private final RapportClient client;
  private final Canaries canaries;
  private final int people;
  private final Marks marks;
  private final BitSet leaving = new BitSet();
  private final PrintStream out;

  Crowd(RunningRapport rapport, int people, PrintStream out) {
    this.rapport = rapport;
    this.client = rapport.client();
    this.canaries = new Canaries(rapport);
    this.people = people;
    this.marks = new Marks(people, 11);
    this.out = out;
    IntStream.range(0, people).filter(person -> person % 2 == 0).forEach(leaving::set);
  }

  /**
   * What was seen.
   *
   * @param until the last was asked for, since the first was
   * @param all the last receipt, since the first was asked for
   * @param longest from asking for one to its receipt
   */
  record Figures(Duration until, Duration all, Duration longest) {}

  Figures eraseEverySecond() throws Exception {
    come();
    var before = canaries.ofPeople(marks);
    assertThat(before.keySet())
        .contains("rapport_conversation.commits", "rapport_profile.contacts", "rapport_lead.leads");
    out.printf("%d people are known in %d places%n", people, places(before).size());
    var begun = Instant.now();
    var erasures =
        together(
            leaving.stream().mapToObj(person -> (Callable<String>) () -> ask(person)).toList());
    var asked = Duration.between(begun, Instant.now());
    out.printf("%d erasures were asked for in %s%n", erasures.size(), asked);
    var done = erasures.stream().map(this::done).toList();
    var last = done.stream().map(it -> at(it, "doneAt")).max(Instant::compareTo).orElseThrow();
    var longest =
        done.stream()
            .map(it -> Duration.between(at(it, "askedAt"), at(it, "doneAt")))
            .max(Duration::compareTo)
            .orElseThrow();
    out.printf(
        "the last receipt came %s after the first request, the longest took %s%n",
        Duration.between(begun, last), longest);
    var after = canaries.ofPeople(marks);
    assertThat(places(of(after, leaving))).as("what is left of the erased").isEmpty();
    before.forEach((place, whose) -> {
      var missing = (BitSet) whose.clone();
      missing.andNot(leaving);
      missing.andNot(after.getOrDefault(place, new BitSet()));
      assertThat(missing).as("the others in %s", place).matches(BitSet::isEmpty);
    });
    return new Figures(asked, Duration.between(begun, last), longest);
  }

  private void come() throws Exception {
    var key = Visit.key(rapport);
    var tasks = new ArrayList<Callable<String>>();
    for (int first = 0; first < people; first += MEMBERS_OF_AN_ACCOUNT) {
      var from = first;
      var to = Math.min(people, first + MEMBERS_OF_AN_ACCOUNT);
      tasks.add(() -> {
        var company = Map.of("details", Map.of("name", "Mill " + from));
        var account =
            client.post("/api/v1/accounts", company).path("account").path("id").asString();
        IntStream.range(from, to).forEach(person -> comes(person, key, account));
        return account;
      });
    }
    together(tasks);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(() ->
            assertThat(
                    canaries
                        .ofPeople(marks)
                        .getOrDefault("rapport_lead.leads", new BitSet())
                        .cardinality())
                .isEqualTo(people));
    var archive = client.post("/api/v1/privacy/archives", Map.of("email", email(0)));
    var made = "/api/v1/privacy/archives/" + archive.path("id").asString();
    await().atMost(PATIENCE).until(() -> isDone(client.get(made)));
  }

  private void comes(int person, String key, String account) {
    var mark = marks.of(person);
    var visit = Visit.begin(rapport, key);
    visit.say("Hello, we want to automate how we answer our customers, says " + mark);
    visit.say("You can write to " + email(person));
    var details = Map.of("name", "Ann " + mark, "email", email(person));
    client.post("/api/v1/contacts", Map.of("account", account, "details", details));
    client.post("/api/v1/tasks", Map.of("title", "Call Ann %s in %d days".formatted(mark, person)));
  }

  private String email(int person) {
    return marks.of(person) + "@parcelpilot.example";
  }

  private String ask(int person) {
    var body = Map.of("email", email(person), "reason", "they asked for it");
    return client.post("/api/v1/privacy/erasures", body).path("id").asString();
  }

  private JsonNode done(String erasure) {
    return await()
        .atMost(PATIENCE)
        .until(() -> client.get("/api/v1/privacy/erasures/" + erasure), Crowd::isDone);
  }

  private static boolean isDone(JsonNode request) {
    return request.path("state").asString().equals("done");
  }

  private static Instant at(JsonNode erasure, String field) {
    return Instant.parse(erasure.path(field).asString());
  }

  private Map<String, BitSet> of(Map<String, BitSet> found, BitSet whose) {
    var theirs = new TreeMap<String, BitSet>();
    found.forEach((place, all) -> {
      var some = (BitSet) all.clone();
      some.and(whose);
      theirs.put(place, some);
    });
    return theirs;
  }

  /** Where there is anything, and of how many. */
  private static Map<String, Integer> places(Map<String, BitSet> found) {
    return found.entrySet().stream()
        .filter(place -> !place.getValue().isEmpty())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, it -> it.getValue().cardinality(), Math::max, TreeMap::new));
  }

  /** Files of the data directory that still have bytes of the erased, and of how many of them. */
  Map<String, Integer> inFiles() throws IOException {
    return places(of(canaries.inFiles(marks), leaving));
  }

  private static <T> List<T> together(List<Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var results = new ArrayList<T>();
      for (var result : threads.invokeAll(tasks)) {
        results.add(result.get());
      }
      return results;
    }
  }
}
