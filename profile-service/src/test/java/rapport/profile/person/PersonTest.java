package rapport.profile.person;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.person.Town.ADA;
import static rapport.profile.person.VisitorStory.address;
import static rapport.profile.person.VisitorStory.comes;
import static rapport.profile.person.VisitorStory.says;
import static rapport.profile.person.VisitorStory.stream;
import static rapport.profile.person.VisitorStory.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.contracts.PersonEvent.PersonChanged;
import rapport.contracts.PersonEvent.PersonKnown;
import rapport.contracts.PersonEvent.PersonMerged;
import rapport.contracts.PersonState.Leaf;
import rapport.contracts.PersonState.Source;
import rapport.profile.consent.ConsentEntry;
import rapport.profile.person.Deciding.Outcome;
import rapport.profile.person.PersonChange.Cause;

class PersonTest {

  private final Town town = new Town(Map.of("c1", "nora", "c2", "double"));
  private final List<ConversationEvent> told = new ArrayList<>();

  @BeforeEach
  void a_visitor_gave_an_address() {
    say(comes("v_1"), says("team_size", 10));
    address("nora@deep.example").forEach(this::say);
  }

  private void say(ConversationEvent... events) {
    VisitorStory.<ConversationEvent>stream("main", "c1", told.size() + 1, List.of(events))
        .forEach(town::hears);
    told.addAll(List.of(events));
  }

  @Test
  void somebody_new_is_told_of_as_known_and_later_as_changed() {
    var fresh = new Town(Map.of("c9", "ida"));
    var events = stream("main", "c9", 1, List.<ConversationEvent>of(comes("v_9")));
    fresh.hears(events.getFirst());
    assertThat(fresh.person("ida").rev()).isEqualTo(1);
    var known =
        PersonChange.of(
            Person.none("ida"),
            Person.none("ida"),
            fresh.now("ida").material(),
            Cause.HEARD,
            null,
            Instant.EPOCH);
    assertThat(known)
        .get()
        .extracting(PersonChange::event)
        .isEqualTo(new PersonKnown(List.of("c9")));
    assertThat(applied(fresh.decides("ida", it -> it.lock("identity.language", ADA))).event())
        .isEqualTo(new PersonChanged(List.of("identity.language")));
  }

  @Test
  void what_changes_nothing_makes_no_revision() {
    var rev = town.person("nora").rev();
    town.gather("nora");
    assertThat(town.person("nora").rev()).isEqualTo(rev);
  }

  @Test
  void a_lock_counts_more_than_the_crm_and_the_crm_more_than_what_is_said() {
    var claims =
        List.of(
            claim(Standing.INFERRED, 1, 9, "inferred"),
            claim(Standing.STATED, 1, 8, "stated"),
            claim(Standing.RECORDED, 0.5, 1, "recorded"),
            claim(Standing.LOCKED, 0.1, 0, "locked"));
    for (int most = claims.size(); most > 0; most--) {
      var leaves = Leaves.of(claims.subList(0, most));
      assertThat(shown(leaves)).isEqualTo(claims.get(most - 1).value());
    }
  }

  @Test
  void of_the_same_standing_the_surer_counts_and_then_the_later() {
    var sure = claim(Standing.STATED, 0.9, 1, "sure");
    var later = claim(Standing.STATED, 0.9, 2, "later");
    var unsure = claim(Standing.STATED, 0.5, 3, "unsure");
    assertThat(shown(Leaves.of(List.of(unsure, sure)))).isEqualTo(sure.value());
    assertThat(shown(Leaves.of(List.of(unsure, sure, later)))).isEqualTo(later.value());
  }

  private static Claim claim(Standing standing, double confidence, long second, String value) {
    return new Claim(
        "company.name",
        FieldValue.text(value),
        standing,
        new Source("test", null, null, null),
        "somebody",
        VisitorStory.BEGIN.plusSeconds(second),
        confidence);
  }

  private static FieldValue shown(Map<String, Leaf> leaves) {
    return Objects.requireNonNull(leaves.get("company.name")).value();
  }

  @Test
  void an_undo_goes_back_step_by_step() {
    town.edits("nora", "company.size", "50");
    town.edits("nora", "company.size", "60");
    town.decides("nora", now -> now.lock("company.size", ADA));
    assertThat(town.person("nora").leaves().get("company.size"))
        .extracting(Leaf::locked)
        .isEqualTo(true);
    for (var expected : List.of("60", "50", "10")) {
      town.decides("nora", now -> now.undo("company.size", ADA));
      assertThat(value(town.person("nora"), "company.size")).isEqualTo(expected);
    }
    assertThat(town.decides("nora", now -> now.undo("company.size", ADA)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void the_same_edit_again_changes_nothing() {
    town.edits("nora", "company.size", "50");
    assertThat(town.edits("nora", "company.size", "50")).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void a_locked_leaf_a_colleague_writes_stays_locked() {
    town.decides("nora", now -> now.lock("company.size", ADA));
    town.edits("nora", "company.size", "50");
    say(says("team_size", 70));
    assertThat(value(town.person("nora"), "company.size")).isEqualTo("50");
    town.decides("nora", now -> now.unlock("company.size", ADA));
    assertThat(value(town.person("nora"), "company.size")).isEqualTo("50");
  }

  @Test
  void who_is_merged_is_seen_at_the_survivor_and_tells_so() {
    twinTalks();
    var merged = applied(town.decides("double", now -> now.merge("nora", ADA)));
    town.gather("nora");
    assertThat(merged.event()).isEqualTo(new PersonMerged("nora", "user-1"));
    assertThat(town.person("double").leaves()).isEmpty();
    assertThat(value(town.person("nora"), "identity.name")).isEqualTo("Nora Lang");
    assertThat(value(town.person("nora"), "company.techStack")).isEqualTo(List.of("React"));
    assertThat(value(town.person("nora"), "engagement.conversations")).isEqualTo(2L);
  }

  @Test
  void a_preview_says_what_a_merge_would_do() {
    twinTalks();
    var nora = town.now("nora");
    var twin = town.now("double");
    var preview =
        MergePreview.of(
            nora.person(),
            twin.person(),
            Material.both(nora.material(), twin.material(), twin.person()));
    town.merges("nora", "double");
    var after = town.person("nora").leaves();
    for (var merged : preview) {
      assertThat(after.get(merged.path())).as(merged.path()).isEqualTo(merged.after());
    }
    assertThat(preview)
        .filteredOn(MergePreview.Merged::conflict)
        .extracting(MergePreview.Merged::path)
        .containsExactly("identity.email", "company.domain", "company.size");
  }

  private void twinTalks() {
    var events = new ArrayList<ConversationEvent>(List.of(comes("v_2"), says("team_size", 12)));
    events.add(says("name", "Nora Lang"));
    events.add(says("tech_stack", List.of("React")));
    events.addAll(address("nora@private.example"));
    VisitorStory.<ConversationEvent>stream("main", "c2", 1, events).forEach(town::hears);
  }

  private static PersonChange applied(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Applied.class);
    return ((Outcome.Applied) outcome).change();
  }

  @Test
  void in_a_ledger_that_is_full_nothing_more_is_granted() {
    fill(ConsentPurpose.CRM, true);
    assertThat(consents("more", ConsentPurpose.CRM, true, LATER))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(consents("0", ConsentPurpose.CRM, true, -1000))
        .isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void a_ledger_that_is_full_takes_what_is_withdrawn_and_everything_objected_to() {
    fill(ConsentPurpose.CRM, true);
    for (var purpose : ConsentPurpose.values()) {
      assertThat(consents("no-" + purpose, purpose, false, LATER))
          .isInstanceOf(Outcome.Applied.class);
    }
    assertThat(town.person("nora").withheld()).containsOnly(ConsentPurpose.values());
  }

  @Test
  void a_ledger_that_is_full_does_not_grow_by_what_is_withdrawn_again_and_again() {
    fill(ConsentPurpose.CRM, false);
    for (var at : List.of(-2000, -700, LATER)) {
      assertThat(consents("again-" + at, ConsentPurpose.CRM, false, at))
          .isInstanceOf(Outcome.Unchanged.class);
    }
    assertThat(town.person("nora").consents()).hasSize(500);
    assertThat(town.person("nora").withheld()).contains(ConsentPurpose.CRM);
  }

  @Test
  void who_agrees_in_a_chat_after_a_withdrawal_can_withdraw_again_in_a_ledger_that_is_full() {
    fill(ConsentPurpose.CHAT, false);
    VisitorStory.<ConversationEvent>stream(
            "main", "c1", told.size() + 1, address("nora@private.example"))
        .forEach(town::hears);
    assertThat(town.person("nora").withheld()).doesNotContain(ConsentPurpose.CHAT);
    assertThat(consents("again", ConsentPurpose.CHAT, false, LATER))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(town.person("nora").withheld()).contains(ConsentPurpose.CHAT);
  }

  @Test
  void what_somebody_merged_into_them_took_back_is_no_withdrawal_of_theirs() {
    fill(ConsentPurpose.MODEL, true);
    town.merges("nora", "double");
    town.decides(
        "double", now -> now.consent(line("other", ConsentPurpose.MODEL, false, LATER), ADA));
    assertThat(consents("own", ConsentPurpose.MODEL, false, LATER))
        .isInstanceOf(Outcome.Applied.class);
    town.unmerges("nora", "double");
    assertThat(town.person("nora").withheld()).contains(ConsentPurpose.MODEL);
  }

  private static final int LATER = 4000;

  /** With as many lines as anybody may have, a second each, before they said anything here. */
  private void fill(ConsentPurpose purpose, boolean granted) {
    for (var n = 0; n < 500; n++) {
      assertThat(consents("" + n, purpose, granted, n - 1000)).isInstanceOf(Outcome.Applied.class);
    }
  }

  private Outcome consents(String id, ConsentPurpose purpose, boolean granted, int second) {
    return town.decides("nora", now -> now.consent(line(id, purpose, granted, second), ADA));
  }

  private static ConsentEntry line(String id, ConsentPurpose purpose, boolean granted, int second) {
    var at = VisitorStory.BEGIN.plusSeconds(second);
    return new ConsentEntry(
        id,
        purpose,
        granted,
        granted ? "text-1" : null,
        null,
        ConsentEntry.Source.COLLEAGUE,
        null,
        "user-1",
        "Ada",
        at,
        at);
  }
}
