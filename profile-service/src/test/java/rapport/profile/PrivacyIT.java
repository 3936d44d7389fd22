package rapport.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.profile.person.VisitorStory.address;
import static rapport.profile.person.VisitorStory.comes;

import com.mongodb.client.model.Updates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.profile.person.VisitorStory;
import rapport.runtime.identity.Role;
import rapport.runtime.privacy.PrivacyOwner;
import rapport.runtime.privacy.PrivacyReport;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.PrivacyTask;
import rapport.runtime.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is kept of a person is handed over, or goes; of others everything stays. */
class PrivacyIT extends ProfileServiceSetting {

  private static final String NORA = "nora.canary@deep.example";
  private static final String OTTO = "otto.canary@deep.example";

  @Autowired PrivacyOwner owner;

  @BeforeEach
  void signInAsAdministrator() {
    client = as(TestCallers.user(tokens, workspace, Role.ADMIN));
  }

  @Test
  void nothing_of_the_erased_is_left_and_everything_of_others() throws Exception {
    var hers = id + "-nora";
    var his = id + "-otto";
    talks(hers, "v_nora", NORA);
    talks(his, "v_otto", OTTO);
    hasContact("Nora Canary", NORA);
    hasContact("Otto Canary", OTTO);
    await().untilAsserted(() -> assertThat(documents("people")).hasSize(2));
    await().untilAsserted(() -> assertThat(dump()).contains(NORA, OTTO, "Nora Canary"));

    var erasure = ask("/api/v1/privacy/erasures", Map.of("email", NORA, "reason", "she asked"));
    await().untilAsserted(() -> assertThat(state("erasures", erasure)).isEqualTo("done"));

    assertThat(dump())
        .doesNotContain(NORA, "Nora Canary", "v_nora")
        .contains(OTTO, "Otto Canary", "v_otto");
    client.get().uri("/api/v1/people?q=nora").exchange().expectBody().jsonPath("$.items").isEmpty();
    List<ConversationEvent> late = List.of(new MessageReceived("m", NORA));
    publish(VisitorStory.stream(workspace, hers, 99, late));
    talks(id + "-after", "v_after", "later@deep.example");
    await().untilAsserted(() -> assertThat(dump()).contains("later@deep.example"));
    assertThat(dump()).doesNotContain(NORA);

    var receipt = get("/api/v1/privacy/erasures/" + erasure + "/receipt");
    assertThat(receipt.toJson()).contains("profile-service", "talks").doesNotContain(NORA);
    verified(Objects.requireNonNull(receipt.getString("jws")), true);
    verified(receipt.getString("jws").replaceFirst("\\.[^.]{4}", ".abcd"), false);
  }

  @Test
  void what_is_told_of_the_erased_elsewhere_in_accounts_goes_with_its_past() {
    var account = hasContact("Nora Canary", NORA);
    var otto =
        contact(
            account, Map.of("name", "Otto Canary", "notes", "Works for Nora Canary, likes tea"));
    var goals =
        List.of(Map.of("goal", "g1", "name", "Nora Canary is happy", "dueOn", "2026-06-01"));
    var description = Map.of("description", "Run by\nNora Canary since 2019");
    client
        .patch()
        .uri("/api/v1/accounts/" + account)
        .bodyValue(Map.of("changes", description))
        .exchange()
        .expectStatus()
        .isOk();
    post(
        "/api/v1/deals",
        Map.of(
            "account",
            account,
            "details",
            Map.of("name", "Nora Canary's wish", "kind", "new", "pain", "ask " + NORA)));
    post("/api/v1/accounts/" + account + "/outcomes", Map.of("goals", goals));
    post(
        "/api/v1/accounts/" + account + "/lifecycle",
        Map.of("stage", "prospect", "step", "qualification", "reason", "Nora Canary asked"));
    talkedWith(otto, account, "Nora Canary was ill");

    var erasure = ask("/api/v1/privacy/erasures", Map.of("email", NORA, "reason", "she asked"));
    await().untilAsserted(() -> assertThat(state("erasures", erasure)).isEqualTo("done"));

    assertThat(dump())
        .doesNotContain(NORA, "Nora Canary", "nora canary")
        .contains("Works for [erased], likes tea", "Run by\\n[erased] since 2019")
        .contains("[erased]'s wish", "ask [erased]", "[erased] is happy", "[erased] was ill")
        .contains("[erased] asked");
    var shown = get("/api/v1/accounts/" + account);
    assertThat(shown.getEmbedded(List.of("account", "details", "name"), "")).isEqualTo("Mill");
    assertThat(get("/api/v1/deals?account=" + account).toJson()).contains("[erased]'s wish");
    assertThat(get("/api/v1/privacy/erasures/" + erasure + "/receipt").toJson())
        .contains("\"account_commits\"");
  }

  @Test
  void a_file_that_waits_loses_the_parts_that_name_the_erased_also_where_it_is_cut_within_a_name() {
    var file = post("/api/v1/accounts/imports", Map.of("name", "a.csv")).getString("id");
    part(file, 0, "name,email\nMill,nora.can");
    part(file, 1, "ary@deep.example\n");
    part(file, 2, "Bay," + OTTO + "\n");
    hasContact("Nora Canary", NORA);

    var erasure = ask("/api/v1/privacy/erasures", Map.of("email", NORA, "reason", "she asked"));
    await().untilAsserted(() -> assertThat(state("erasures", erasure)).isEqualTo("done"));

    assertThat(documents("account_import_parts"))
        .extracting(part -> part.getString("_id"))
        .containsExactly(workspace + "/" + file + ":000002");
    assertThat(get("/api/v1/privacy/erasures/" + erasure + "/receipt").toJson())
        .contains("{\"store\": \"account_import_parts\", \"documents\": 2}");
  }

  private void part(String file, int number, String text) {
    client
        .put()
        .uri("/api/v1/accounts/imports/" + file + "/parts/" + number)
        .contentType(new MediaType("text", "csv"))
        .bodyValue(text)
        .exchange()
        .expectStatus()
        .isOk();
  }

  @Test
  void somebody_else_on_the_same_browser_stays() throws Exception {
    talks(id + "-nora", "v_shared", NORA);
    await().untilAsserted(() -> assertThat(documents("people")).hasSize(1));
    talks(id + "-otto", "v_shared", OTTO);
    await().untilAsserted(() -> assertThat(documents("people")).hasSize(2));

    var erasure = ask("/api/v1/privacy/erasures", Map.of("email", OTTO, "reason", "he asked"));
    var inThatBrowser = Subject.ofConversations(List.of(id + "-nora", id + "-elsewhere"));
    erased(erasure, 1, inThatBrowser);
    await()
        .untilAsserted(() ->
            assertThat(owner.tasks(workspace, List.of(erasure)).blockFirst())
                .extracting(task -> task.subject().conversations(), PrivacyTask::round)
                .containsExactly(List.of(id + "-otto", id + "-elsewhere"), 2));
    erased(erasure, 2, Subject.NOBODY);
    await().untilAsserted(() -> assertThat(state("erasures", erasure)).isEqualTo("done"));

    assertThat(dump()).doesNotContain(OTTO).contains(NORA, "v_shared");
  }

  @Test
  void what_becomes_later_of_records_in_other_systems_is_in_the_receipt_from_then_on() {
    hasContact("Nora Canary", NORA);
    var erasure = ask("/api/v1/privacy/erasures", Map.of("email", NORA, "reason", "she asked"));
    await().untilAsserted(() -> assertThat(state("erasures", erasure)).isEqualTo("done"));
    var done = get("/api/v1/privacy/erasures/" + erasure);

    later(erasure, new Count("salesforce/asked", 2), new Count("salesforce/deleted", 1));
    later(erasure, new Count("salesforce/asked", 2), new Count("salesforce/deleted", 2));
    later(erasure, new Count("salesforce/asked", 2), new Count("salesforce/deleted", 1));

    var receipt = get("/api/v1/privacy/erasures/" + erasure + "/receipt");
    assertThat(receipt.toJson())
        .contains("{\"store\": \"salesforce/asked\", \"documents\": 2}")
        .contains("{\"store\": \"salesforce/deleted\", \"documents\": 2}");
    verified(Objects.requireNonNull(receipt.getString("jws")), true);
    var after = get("/api/v1/privacy/erasures/" + erasure);
    assertThat(List.of(after.get("state", ""), after.get("doneAt", "")))
        .isEqualTo(List.of(done.get("state", ""), done.get("doneAt", "")));
  }

  private void erased(String erasure, int round, Subject found) {
    var report = new PrivacyReport(erasure, round, true, List.of(), found);
    owner.report(workspace, "conversation-service", List.of(report)).block();
  }

  private void later(String erasure, Count... counts) {
    var report = new PrivacyReport(erasure, 0, false, List.of(counts), Subject.NOBODY);
    owner.report(workspace, "profile-service", List.of(report)).block();
  }

  @Test
  void people_are_erased_together_and_each_receipt_says_what_was_found_of_that_one() {
    var erasures =
        IntStream.range(0, 12)
            .mapToObj(n -> "p" + n + ".canary@deep.example")
            .peek(email -> hasContact("Canary " + email, email))
            .toList()
            .stream()
            .limit(6)
            .map(
                email -> ask("/api/v1/privacy/erasures", Map.of("email", email, "reason", "asked")))
            .toList();
    assertThat(erasures)
        .allSatisfy(
            it -> await().untilAsserted(() -> assertThat(state("erasures", it)).isEqualTo("done")));

    assertThat(dump()).doesNotContain("p0.canary", "p5.canary").contains("p6.canary", "p11.canary");
    assertThat(erasures)
        .allSatisfy(it ->
            assertThat(get("/api/v1/privacy/erasures/" + it + "/receipt").toJson())
                .contains("{\"store\": \"accounts\", \"documents\": 2}"));
  }

  @Test
  void an_interview_goes_without_what_else_its_colleague_worked_on() throws Exception {
    interviewed("one");
    interviewed("other");
    await().untilAsserted(() -> assertThat(documents("profiles")).hasSize(2));
    await().untilAsserted(() -> assertThat(documents("talks")).hasSize(2));

    var erasure =
        ask(
            "/api/v1/privacy/erasures",
            Map.of("conversation", id + "-one", "reason", "they asked us to"));
    await().untilAsserted(() -> assertThat(state("erasures", erasure)).isEqualTo("done"));

    assertThat(documents("profiles"))
        .extracting(profile -> profile.getString("stream"))
        .containsExactly(id + "-other");
  }

  private void interviewed(String name) throws Exception {
    List<ConversationEvent> events =
        List.of(
            new SessionStarted("customer-profile", 1, "en", "ada"),
            new MessageReceived("m1", "They are farmers."));
    publish(VisitorStory.stream(workspace, id + "-" + name, 1, events));
  }

  @Test
  void an_archive_has_all_of_one_person_and_nothing_of_others() throws Exception {
    talks(id + "-nora", "v_nora", NORA);
    talks(id + "-otto", "v_otto", OTTO);
    await().untilAsserted(() -> assertThat(documents("people")).hasSize(2));

    var archive = ask("/api/v1/privacy/archives", Map.of("email", NORA));
    await().untilAsserted(() -> assertThat(state("archives", archive)).isEqualTo("done"));

    var files = files(file(archive));
    assertThat(files)
        .containsKeys("profile-service/talks.json", "profile-service/people.csv")
        .allSatisfy((_, text) -> assertThat(text).doesNotContain(OTTO));
    assertThat(files.get("profile-service/people.json")).contains(NORA);

    remove("privacy_archive_pieces");
    client
        .get()
        .uri("/api/v1/privacy/archives/" + archive + "/file")
        .exchange()
        .expectStatus()
        .isEqualTo(410)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("archive-forgotten");
  }

  @Test
  void the_ledger_of_consents_is_handed_over_and_erased_with_its_person() throws Exception {
    talks(id + "-nora", "v_nora", NORA);
    await().untilAsserted(() -> assertThat(documents("people")).hasSize(1));
    var nora = documents("people").getFirst().getString("person");
    var line = Map.of("purpose", "crm", "granted", false, "where", "letter-canary");
    post("/api/v1/people/" + nora + "/consents", line);
    assertThat(dump()).contains("letter-canary", "contact-1");

    var archive = ask("/api/v1/privacy/archives", Map.of("email", NORA));
    await().untilAsserted(() -> assertThat(state("archives", archive)).isEqualTo("done"));
    var files = files(file(archive));
    assertThat(files.get("profile-service/people.json")).contains("letter-canary");
    assertThat(files.get("profile-service/talks.json")).contains("contact-1");

    var erasure = ask("/api/v1/privacy/erasures", Map.of("email", NORA, "reason", "she asked"));
    await().untilAsserted(() -> assertThat(state("erasures", erasure)).isEqualTo("done"));
    assertThat(documents("people")).isEmpty();
    assertThat(documents("talks")).isEmpty();
  }

  @Test
  void no_cell_of_an_archive_is_run_by_a_spreadsheet_and_no_file_of_it_stays() throws Exception {
    var archive = ask("/api/v1/privacy/archives", Map.of("email", NORA));
    await().untilAsserted(() -> assertThat(state("archives", archive)).isEqualTo("done"));
    var told =
        "{\"store\": \"talks\", \"document\": {\"name\": \" =HYPERLINK(1)\", \"b\": \"a,\"}}\n";
    owner.handIn(workspace, archive, "profile-service", 0, told).block();
    owner.handedIn(workspace, archive, "profile-service", 1).block();

    var before = temporary();
    assertThat(files(file(archive)).get("profile-service/talks.csv"))
        .isEqualTo("b,name\r\n\"a,\",' =HYPERLINK(1)\r\n");
    await().untilAsserted(() -> assertThat(temporary()).isSubsetOf(before));
  }

  @Test
  void a_piece_of_an_archive_that_is_gone_is_not_kept() {
    owner.handIn(workspace, "archive-gone", "profile-service", 0, "canary").block();
    assertThat(dump()).doesNotContain("canary");
  }

  private static Set<Path> temporary() throws IOException {
    try (var files =
        Files.list(Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir"))))) {
      return files
          .filter(file -> file.toString().contains("rapport-archive"))
          .collect(Collectors.toSet());
    }
  }

  private byte[] file(String archive) {
    var bytes =
        client
            .get()
            .uri("/api/v1/privacy/archives/" + archive + "/file")
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBody();
    return Objects.requireNonNull(bytes);
  }

  @Test
  void only_administrators_ask_and_they_name_one_thing() {
    as(TestCallers.viewer(tokens, workspace))
        .post()
        .uri("/api/v1/privacy/erasures")
        .bodyValue(Map.of("email", NORA, "reason", "r"))
        .exchange()
        .expectStatus()
        .isForbidden();
    client
        .post()
        .uri("/api/v1/privacy/erasures")
        .bodyValue(Map.of("email", NORA, "person", "p", "reason", "r"))
        .exchange()
        .expectStatus()
        .isEqualTo(422);
  }

  @Test
  void a_list_has_every_request_also_those_of_one_millisecond() {
    var asked =
        IntStream.range(0, 5)
            .mapToObj(n -> ask("/api/v1/privacy/archives", Map.of("email", n + "@deep.example")))
            .toList();
    asked.forEach(
        it -> await().untilAsserted(() -> assertThat(state("archives", it)).isEqualTo("done")));
    var at = Instant.parse("2026-03-01T12:00:00Z");
    var sameTime =
        Updates.combine(
            Updates.set("askedAt", Date.from(at)), Updates.set("value.askedAt", at.toString()));
    var mine = new Document("workspace", workspace);
    assertThat(Mono.from(collection("privacy_requests").updateMany(mine, sameTime)).block())
        .isNotNull();

    var listed = new ArrayList<String>();
    for (var page = get("/api/v1/privacy/archives?limit=2"); page != null; ) {
      page.getList("items", Document.class).forEach(it -> listed.add(it.getString("id")));
      var next = page.getString("next");
      page = next == null ? null : get("/api/v1/privacy/archives?limit=2&cursor=" + next);
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(asked);
    for (var limit : List.of(0, 201)) {
      client
          .get()
          .uri("/api/v1/privacy/erasures?limit=" + limit)
          .exchange()
          .expectStatus()
          .isBadRequest();
    }
  }

  private void talks(String conversation, String visitor, String email) throws Exception {
    var said = new ArrayList<ConversationEvent>(List.of(comes(visitor)));
    said.addAll(address(email));
    publish(VisitorStory.stream(workspace, conversation, 1, said));
  }

  private String hasContact(String name, String email) {
    var account = id(post("/api/v1/accounts", Map.of("details", Map.of("name", "Mill"))));
    var contact = contact(account, Map.of("name", name, "email", email));
    talkedWith(contact, account, "with " + name);
    return account;
  }

  private String contact(String account, Map<String, String> details) {
    return id(post("/api/v1/contacts", Map.of("account", account, "details", details)));
  }

  private void talkedWith(String contact, String account, String summary) {
    var details = new TreeMap<String, Object>();
    details.put("source", "manual");
    details.put("externalId", "m-" + contact);
    details.put("channel", "call");
    details.put("at", "2026-01-05T10:00:00Z");
    details.put("direction", "inbound");
    details.put("contacts", List.of(contact));
    details.put("ourPeople", List.of());
    details.put("ourExecutive", false);
    details.put("summary", summary);
    details.put("competitors", List.of());
    post("/api/v1/interactions", Map.of("account", account, "details", details));
  }

  private String ask(String path, Map<String, String> body) {
    return Objects.requireNonNull(post(path, body).getString("id"));
  }

  private String id(Document answer) {
    return answer.values().stream()
        .filter(Document.class::isInstance)
        .map(part -> ((Document) part).getString("id"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> Objects.requireNonNull(answer.getString("id")));
  }

  private Document post(String path, Map<String, ?> body) {
    var answer =
        client
            .post()
            .uri(path)
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .is2xxSuccessful()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return Document.parse(Objects.requireNonNull(answer));
  }

  private Document get(String path) {
    var answer =
        client
            .get()
            .uri(path)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody();
    return Document.parse(Objects.requireNonNull(answer));
  }

  private String state(String kind, String request) {
    return get("/api/v1/privacy/" + kind + "/" + request).get("state", "");
  }

  private void verified(String jws, boolean valid) {
    client
        .post()
        .uri("/api/v1/privacy/receipts/verify")
        .bodyValue(Map.of("jws", jws))
        .exchange()
        .expectBody()
        .jsonPath("$.valid")
        .isEqualTo(valid);
  }

  /** Every document of this workspace, whatever the collection. */
  private String dump() {
    var names =
        Objects.requireNonNull(
            Flux.from(mongo.getDatabase("profile_it").listCollectionNames()).collectList().block());
    var text = new StringBuilder();
    names.forEach(
        name -> documents(name).forEach(it -> text.append(name).append(it.toJson()).append('\n')));
    return text.toString();
  }

  private static Map<String, String> files(byte[] zip) throws IOException {
    var files = new TreeMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
