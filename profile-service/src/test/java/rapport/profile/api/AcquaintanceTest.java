package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.person.VisitorStory.says;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.testkit.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contact of an account and a person who chats are one when they have one address. */
class AcquaintanceTest extends PeopleSetting {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private String account = "";

  @BeforeEach
  void anAccount() {
    account =
        posted("/api/v1/accounts", Map.of("details", Map.of("name", "Deep")))
            .at("/account/id")
            .asString();
  }

  @Test
  void a_contact_whose_address_is_known_is_that_person_and_brings_the_chats_along() {
    known("c1", "v_1", "nora@deep.example", new MessageReceived("m1", "Hello"));
    var contact = contact("Nora", "Nora@Deep.example");
    await(() -> contactOf(contact).at("/contact/person").asString().equals(personOf("c1")));
    await(() -> timeline().equals(List.of("c1")));
    var person = read("/api/v1/people/" + personOf("c1"));
    assertThat(person.at("/contacts/0/account").asString()).isEqualTo(account);
    assertThat(person.at("/contacts/0/contact").asString()).isEqualTo(contact);
    assertThat(read("/api/v1/accounts/" + account).at("/contacts/0/person").asString())
        .isEqualTo(personOf("c1"));
  }

  @Test
  void a_visitor_who_tells_the_address_of_a_contact_is_that_contact() {
    var contact = contact("Nora", "nora@deep.example");
    known("c1", "v_1", "nora@deep.example", new MessageReceived("m1", "Hello"));
    await(() -> contactOf(contact).at("/contact/person").asString().equals(personOf("c1")));
    await(() -> timeline().equals(List.of("c1")));
    said("c1", new MessageReceived("m2", "And one more"), says("team_size", 10));
    known("c2", "v_2", "nora@deep.example", new MessageReceived("m1", "Me again"));
    await(() -> timeline().size() == 2);
  }

  @Test
  void a_merge_brings_the_other_chats_and_its_end_takes_them_away() {
    contact("Nora", "nora@deep.example");
    known("c1", "v_1", "nora@deep.example", new MessageReceived("m1", "Hello"));
    known("c2", "v_2", "nora@private.example", new MessageReceived("m1", "Hi"));
    await(() -> timeline().equals(List.of("c1")));
    var nora = personOf("c1");
    var twin = personOf("c2");
    post(twin + "/merge", Map.of("other", nora)).isOk();
    await(() -> timeline().size() == 2);
    assertThat(read("/api/v1/people/" + twin).at("/contacts/0/account").asString())
        .isEqualTo(account);
    post(twin + "/unmerge", Map.of("other", nora)).isOk();
    await(() -> timeline().equals(List.of("c1")));
    post(twin + "/merge", Map.of("other", nora)).isOk();
    await(() -> timeline().size() == 2);
  }

  @Test
  void a_colleague_says_that_they_are_two_and_that_they_are_one() {
    var contact = contact("Nora", "nora@deep.example");
    known("c1", "v_1", "nora@deep.example", new MessageReceived("m1", "Hello"));
    await(() -> timeline().equals(List.of("c1")));
    posted("/api/v1/contacts/" + contact + "/apart", null);
    await(() -> timeline().isEmpty() && !contactOf(contact).at("/contact/person").isString());
    said("c1", new MessageReceived("m2", "And one more"));
    contact("Somebody", "somebody@deep.example");
    assertThat(timeline()).isEmpty();
    posted("/api/v1/contacts/" + contact + "/join", null);
    await(() -> timeline().equals(List.of("c1")));
  }

  @Test
  void an_address_that_was_mended_makes_a_contact_somebody_else() {
    known("c1", "v_1", "nora@deep.example", new MessageReceived("m1", "Hello"));
    known("c2", "v_2", "otto@deep.example", new MessageReceived("m1", "Hello"));
    var contact = contact("Otto", "nora@deep.example");
    await(() -> timeline().equals(List.of("c1")));
    sales()
        .patch()
        .uri("/api/v1/contacts/" + contact)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("changes", Map.of("email", "otto@deep.example")))
        .exchange()
        .expectStatus()
        .isOk();
    await(() -> timeline().equals(List.of("c2")));
    assertThat(contactOf(contact).at("/contact/person").asString()).isEqualTo(personOf("c2"));
  }

  private String contact(String name, String email) {
    var body = Map.of("account", account, "details", Map.of("name", name, "email", email));
    return posted("/api/v1/contacts", body).at("/contact/id").asString();
  }

  private JsonNode contactOf(String contact) {
    return read("/api/v1/contacts/" + contact);
  }

  /** The conversations the account's timeline has. */
  private List<String> timeline() {
    return read("/api/v1/interactions?channel=chat&account=" + account)
        .path("items")
        .valueStream()
        .map(it -> it.at("/interaction/details/externalId").asString())
        .toList();
  }

  private JsonNode read(String uri) {
    return JSON.valueToTree(new HashMap<>(json(uri)));
  }

  private JsonNode posted(String uri, @Nullable Object body) {
    var request = sales().post().uri(uri);
    var answer =
        (body == null ? request : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
            .exchange();
    answer.expectStatus().is2xxSuccessful();
    return JSON.readTree(
        requireNonNull(answer.expectBody(String.class).returnResult().getResponseBody()));
  }

  private static void await(Callable<Boolean> holds) {
    Awaitility.await().atMost(Patience.PATIENCE).until(holds);
  }
}
