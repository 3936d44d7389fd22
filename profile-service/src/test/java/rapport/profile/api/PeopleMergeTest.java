package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.person.VisitorStory.assessed;
import static rapport.profile.person.VisitorStory.fact;
import static rapport.profile.person.VisitorStory.says;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.profile.identity.Identities;
import rapport.profile.person.Person;
import rapport.profile.person.VisitorStory;
import rapport.profile.store.People;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class PeopleMergeTest extends PeopleSetting {

  @Autowired Identities identities;
  @Autowired People people;

  @Test
  void a_preview_shows_which_values_win_and_changes_nothing() {
    known("c1", "v_1", "nora@deep.example", says("team_size", 10));
    known("c2", "v_2", "nora@private.example", says("team_size", 12), says("name", "Nora"));
    var nora = personOf("c1");
    var twin = personOf("c2");
    post(nora + "/merge/preview", Map.of("other", twin))
        .isOk()
        .expectBody()
        .jsonPath("$.leaves[?(@.path=='identity.name')].wins")
        .isEqualTo("there")
        .jsonPath("$.leaves[?(@.path=='company.size')].conflict")
        .isEqualTo(true)
        .jsonPath("$.leaves[?(@.path=='company.size')].after.value")
        .isEqualTo("12")
        .jsonPath("$.leaves[?(@.path=='engagement.conversations')].after.value")
        .isEqualTo(2);
    assertThat(personOf("c2")).isEqualTo(twin);
  }

  @Test
  void a_chat_goes_on_through_a_merge_and_its_end() {
    known("c1", "v_1", "nora@deep.example", says("team_size", 10));
    known("c2", "v_2", "nora@private.example", says("volume", "100 a day"));
    var nora = personOf("c1");
    var twin = personOf("c2");
    said("c2", new MessageReceived("m1", "before"));
    post(nora + "/merge", Map.of("other", twin)).isOk();
    assertThat(personOf("c2")).isEqualTo(nora);
    assertThat(json("/api/v1/people/" + twin).get("id")).isEqualTo(nora);
    assertThat(listed("")).containsExactly(nora);
    said("c2", new MessageReceived("m2", "since"), says("name", "Nora Lang"));
    thought("c2", assessed("m2", 0.9, fact("company.industry", "games")));
    said("c1", says("company_name", "Deep"));
    assertThat(leaves(nora))
        .containsKeys("identity.name", "company.industry", "company.name", "requirements.volume");
    patch(nora, edit("company.size", "50", rev(nora))).isOk();
    post(nora + "/unmerge", Map.of("other", twin)).isOk();
    assertThat(personOf("c2")).isEqualTo(twin);
    assertThat(leaves(twin))
        .containsKeys("identity.name", "company.industry", "requirements.volume")
        .doesNotContainKeys("company.name", "company.size");
    assertThat(leaves(nora))
        .containsKeys("company.name", "company.size")
        .doesNotContainKeys("identity.name", "company.industry", "requirements.volume");
    assertThat(leaves(twin).get("engagement.messages")).containsEntry("value", 2);
    get("/api/v1/people/" + nora + "/merges")
        .jsonPath("$.items[*].what")
        .isEqualTo(List.of("unmerged", "merged"))
        .jsonPath("$.items[0].name")
        .isEqualTo("Ada")
        .jsonPath("$.items[0].other")
        .isEqualTo(twin);
  }

  @Test
  void a_merge_that_cannot_be_is_refused() {
    known("c1", "v_1", "nora@deep.example");
    known("c2", "v_2", "otto@deep.example");
    var nora = personOf("c1");
    var otto = personOf("c2");
    post(nora + "/merge", Map.of("other", nora)).isEqualTo(422);
    post(nora + "/merge", Map.of("other", "nobody")).isNotFound();
    post(nora + "/merge", Map.of()).isBadRequest();
    post(nora + "/unmerge", Map.of("other", otto)).isEqualTo(409);
    post(nora + "/merge", Map.of("other", otto)).isOk();
    post(nora + "/merge", Map.of("other", otto)).isEqualTo(422);
  }

  @Test
  void three_become_one_and_the_one_between_can_leave() {
    known("c1", "v_1", "a@deep.example");
    known("c2", "v_2", "b@deep.example", says("name", "Bo"));
    known("c3", "v_3", "c@deep.example", says("volume", "7 a day"));
    var first = personOf("c1");
    var second = personOf("c2");
    var third = personOf("c3");
    post(second + "/merge", Map.of("other", third)).isOk();
    post(first + "/merge", Map.of("other", second)).isOk();
    assertThat(leaves(first)).containsKeys("identity.name", "requirements.volume");
    post(first + "/unmerge", Map.of("other", third)).isOk();
    assertThat(leaves(first)).containsKey("identity.name").doesNotContainKey("requirements.volume");
    assertThat(leaves(third)).containsKey("requirements.volume");
  }

  @Test
  void two_merged_into_each_other_at_once_are_never_lost() {
    known("c1", "v_1", "a@deep.example");
    known("c2", "v_2", "b@deep.example");
    var first = personOf("c1");
    var second = personOf("c2");
    var answers = Mono.zip(merge(first, second), merge(second, first)).block();
    assertThat(answers).isNotNull();
    assertThat(listed("")).isNotEmpty();
    var owners = new ArrayList<>(listed("?conversation=c1"));
    owners.addAll(listed("?conversation=c2"));
    assertThat(owners).hasSize(2);
  }

  private Mono<Integer> merge(String survivor, String other) {
    var client = sales();
    return Mono.fromCallable(() ->
            client
                .post()
                .uri("/api/v1/people/" + survivor + "/merge")
                .bodyValue(Map.of("other", other))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value())
        .subscribeOn(Schedulers.boundedElastic());
  }

  @Test
  void a_contact_and_a_visitor_with_the_same_address_are_one() {
    var contact = requireNonNull(identities.personFor(workspace, "Nora@Deep.example").block());
    assertThat(identities.personFor(workspace, "nora@deep.example").block()).isEqualTo(contact);
    known("c1", "v_1", "nora@deep.example", says("name", "Nora"));
    assertThat(personOf("c1")).isEqualTo(contact);
    known("c2", "v_2", "otto@deep.example");
    post(personOf("c2") + "/merge", Map.of("other", contact)).isOk();
    assertThat(identities.personFor(workspace, "nora@deep.example").block())
        .isEqualTo(personOf("c2"));
  }

  @Test
  void however_talks_arrive_the_same_people_are_known() {
    var talks =
        new ArrayList<Runnable>(
            List.of(
                () -> known("c1", "v_1", "nora@deep.example", says("team_size", 10)),
                () -> known("c2", "v_2", "nora@deep.example", says("name", "Nora")),
                () -> said("c3", VisitorStory.comes("v_1"), says("volume", "9 a day")),
                () -> thought("c2", assessed("m1", 0.5, fact("company.industry", "games"))),
                () -> known("c4", "v_4", "otto@deep.example")));
    Collections.shuffle(talks, new Random(7));
    talks.forEach(Runnable::run);
    assertThat(personOf("c3")).isEqualTo(personOf("c1")).isEqualTo(personOf("c2"));
    assertThat(personOf("c4")).isNotEqualTo(personOf("c1"));
    assertThat(person(personOf("c1")).conversations()).containsExactly("c1", "c2", "c3");
    assertThat(leaves(personOf("c1")))
        .containsKeys("company.size", "identity.name", "requirements.volume", "company.industry");
  }

  private Person person(String id) {
    return requireNonNull(people.find(workspace, id).block());
  }
}
