package rapport.profile.person;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.profile.person.VisitorStory.assessed;
import static rapport.profile.person.VisitorStory.comes;
import static rapport.profile.person.VisitorStory.fact;
import static rapport.profile.person.VisitorStory.says;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldReset;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.contracts.Envelope;
import rapport.contracts.LeadEvent;

/**
 * Whatever the order in which events of several streams arrive, and however often, people come out
 * the same; and a merge that is taken back leaves no trace. Seeds: {@code -Drapport.seeds=n}.
 */
class PeoplePropertyTest {

  private static final Map<String, String> OWNERS =
      Map.of("c1", "nora", "c2", "nora", "c3", "otto", "c4", "otto");
  private static final List<String> FIELDS =
      List.of("team_size", "company_name", "tech_stack", "name", "timeline", "budget", "role");
  private static final int EVENTS_A_STREAM = 30;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("rapport.seeds", 100));
  }

  /** Everything that happens, each stream in its order. */
  private record Events(
      List<Envelope<ConversationEvent>> said, List<Envelope<LeadEvent>> thought) {}

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_and_number_of_deliveries_make_no_difference(long seed) {
    var random = new Random(seed);
    var events = events(random);
    var straight = new Town(OWNERS);
    events.said().forEach(straight::hears);
    events.thought().forEach(straight::reads);
    var shuffled = new Town(OWNERS);
    deliver(events, random, shuffled, (_, _) -> {});
    for (var person : List.of("nora", "otto")) {
      assertThat(shuffled.person(person).leaves()).isEqualTo(straight.person(person).leaves());
      assertThat(shuffled.person(person).conversations())
          .isEqualTo(straight.person(person).conversations());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_merge_taken_back_leaves_each_with_what_was_theirs_and_what_came_since(long seed) {
    var random = new Random(seed);
    var events = events(random);
    var apart = new Town(OWNERS);
    var merged = new Town(OWNERS);
    var mergeAt = random.nextInt(40);
    var unmergeAt = mergeAt + random.nextInt(60);
    deliver(events, new Random(seed), apart, (step, town) -> edits(step, town));
    deliver(
        events,
        new Random(seed),
        merged,
        (step, town) -> {
          edits(step, town);
          if (step == mergeAt) {
            town.merges("nora", "otto");
          } else if (step == unmergeAt) {
            town.unmerges("nora", "otto");
          }
        });
    if (merged.person("otto").merged() != null) {
      merged.unmerges("nora", "otto");
    }
    for (var person : List.of("nora", "otto")) {
      assertThat(merged.person(person).leaves()).isEqualTo(apart.person(person).leaves());
      assertThat(merged.person(person).merged()).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_survivor_of_a_merge_hears_what_is_said_to_either(long seed) {
    var random = new Random(seed);
    var events = events(random);
    var before = new Town(OWNERS);
    before.merges("nora", "otto");
    deliver(events, random, before, (_, _) -> {});
    var after = new Town(OWNERS);
    deliver(events, random, after, (_, _) -> {});
    after.merges("nora", "otto");
    assertThat(before.person("nora").leaves()).isEqualTo(after.person("nora").leaves());
    assertThat(before.person("nora").conversations()).containsExactly("c1", "c2", "c3", "c4");
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_in_which_claims_are_given_makes_no_difference(long seed) {
    var random = new Random(seed);
    var town = new Town(OWNERS);
    town.merges("nora", "otto");
    deliver(events(random), random, town, (_, _) -> {});
    var claims = new ArrayList<>(town.now("nora").material().claims());
    var leaves = Leaves.of(claims);
    Collections.shuffle(claims, random);
    assertThat(Leaves.of(claims)).isEqualTo(leaves);
  }

  /** A colleague writes about somebody who is nobody's part; the same steps in both towns. */
  private static void edits(int step, Town town) {
    if (step == 0) {
      town.edits("otto", "company.domain", "otto.example");
    }
    if (step % 25 == 10) {
      town.edits("nora", "company.industry", "industry " + step);
    }
  }

  /** In any order that keeps the order of each stream in the end: gaps are asked for again. */
  private static void deliver(
      Events events, Random random, Town town, BiConsumer<Integer, Town> meanwhile) {
    var deliveries = new ArrayList<Runnable>();
    var heard = new boolean[events.said().size()];
    var read = new boolean[events.thought().size()];
    for (int at = 0; at < heard.length; at++) {
      var index = at;
      Runnable delivery = () -> heard[index] |= town.hears(events.said().get(index));
      deliveries.addAll(Collections.nCopies(1 + random.nextInt(2), delivery));
    }
    for (int at = 0; at < read.length; at++) {
      var index = at;
      Runnable delivery = () -> read[index] |= town.reads(events.thought().get(index));
      deliveries.addAll(Collections.nCopies(1 + random.nextInt(2), delivery));
    }
    Collections.shuffle(deliveries, random);
    for (int step = 0; step < deliveries.size(); step++) {
      deliveries.get(step).run();
      meanwhile.accept(step, town);
    }
    events.said().forEach(town::hears); // what came too early is asked for
    events.thought().forEach(town::reads);
  }

  private static Events events(Random random) {
    var said = new ArrayList<Envelope<ConversationEvent>>();
    var thought = new ArrayList<Envelope<LeadEvent>>();
    for (var conversation : List.of("c1", "c2", "c3", "c4")) {
      var talk = new ArrayList<ConversationEvent>(List.of(comes("v_" + conversation)));
      var opinion = new ArrayList<LeadEvent>();
      while (talk.size() < EVENTS_A_STREAM) {
        talk.add(said(random));
        if (random.nextInt(3) == 0) {
          var size = fact("company.size", Integer.toString(random.nextInt(99)));
          opinion.add(assessed("m" + random.nextInt(5), random.nextInt(11) / 10.0, size));
        }
      }
      said.addAll(VisitorStory.stream("main", conversation, 1, talk));
      thought.addAll(VisitorStory.stream("main", conversation, 1, opinion));
    }
    return new Events(said, thought);
  }

  private static ConversationEvent said(Random random) {
    var field = FIELDS.get(random.nextInt(FIELDS.size()));
    return switch (random.nextInt(6)) {
      case 0 -> new MessageReceived("m" + random.nextInt(9), "words");
      case 1 -> new ModeSwitched("lead", random.nextBoolean() ? "sales" : "human", "rule");
      case 2 -> new FieldReset(field, null, null);
      default ->
          says(
              field,
              field.equals("tech_stack")
                  ? List.of("tool " + random.nextInt(4))
                  : "value " + random.nextInt(50));
    };
  }
}
