package rapport.lead.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.LeadEvent.Signal;
import rapport.contracts.PersonaState.Maker;
import rapport.embedding.BgeSmall;
import rapport.lead.detection.PersonaModel;
import rapport.lead.persona.file.PersonaFile;
import rapport.lead.signal.SignalFinder;
import tools.jackson.databind.json.JsonMapper;

/** What is said in words that no list has. */
class TalkModelTest {

  private static BgeSmall model;
  private static SignalFinder finder;

  @BeforeAll
  static void learn() {
    model = BgeSmall.load();
    finder = new SignalFinder(TalkModel.learn(model)::kinds);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void what_others_want_is_no_wish_to_buy() {
    assertThat(finder.in("parents call to move a lesson and reach the answering machine").moods())
        .extracting(Signal::type)
        .doesNotContain("ready");
    assertThat(finder.in("three of us want to be certain how it is done").moods())
        .extracting(Signal::type)
        .doesNotContain("ready");
  }

  @Test
  void what_others_charge_is_heard_as_mentioned_only() {
    assertThat(finder.in("they raised the fee again").signals())
        .extracting(Signal::type, Signal::score)
        .contains(tuple("pricing", .7));
  }

  @Test
  void what_a_visitor_is_asked_all_day_is_no_complaint_of_theirs() {
    assertThat(finder.in("my parcel has not arrived").moods())
        .extracting(Signal::type)
        .contains("customer");
    assertThat(finder.in("a hundred times a day: my parcel has not arrived").moods())
        .extracting(Signal::type)
        .doesNotContain("customer");
  }

  @Test
  void talk_of_work_is_at_home_where_personas_look_for_work() {
    var json =
        """
        {"visas": [{"id": "worker", "name": "Skilled worker",
          "description": "Has, or looks for, a job here.", "vocabulary": ["job offer", "work visa"]}]}
        """;
    var personas =
        PersonaFile.read(JsonMapper.shared().readTree(json), Maker.CRAWL)
            .getOrDefault("visas", List.of());
    var site = PersonaModel.of(personas, text -> Optional.of(model.embed(text)), finder);
    assertThat(finder.in("no job offer yet").moods())
        .extracting(Signal::type)
        .contains("elsewhere");
    assertThat(site.hear("no job offer yet").moods()).isEmpty();
    assertThat(site.competitors("are Visas cheaper than Plinthora?")).containsExactly("Plinthora");
    assertThat(site.hear("do you take apprentices").moods())
        .extracting(Signal::type)
        .contains("elsewhere");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what would we be paying for a dozen people | pricing",
        "what is the earliest day you could begin | timeline",
        "our people log in with the company account, does that work | security",
        "my business partner and I settle that between us | authority",
        "we have given notice to the agency we had | churn",
      })
  void a_signal_is_heard_by_its_meaning(String message, String type) {
    assertThat(SignalFinder.BY_WORDS.in(message).signals())
        .extracting(Signal::type)
        .doesNotContain(type);
    assertThat(finder.in(message).signals()).extracting(Signal::type).contains(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "could one of you drop by and take the measurements | ready",
        "nothing concrete, I only read a little | browsing",
        "you billed us twice in march | customer",
        "your waiter was rude to us last night | customer",
        "could we try one for a few weeks first | ready",
        "please send the offer to our works, post@hagel.example | ready",
        "we make labels and would love to supply you | elsewhere",
        "we sell just what you sell, only comparing | elsewhere",
        "ah, you only rent them out, then it's nothing for me | elsewhere",
      })
  void a_mood_is_heard_by_its_meaning(String message, String mood) {
    assertThat(finder.in(message).moods()).extracting(Signal::type).contains(mood);
  }

  @Test
  void one_clause_of_many_is_enough() {
    var heard = finder.in("it's an old house, two kids, and could somebody come by and measure");
    assertThat(heard.moods()).extracting(Signal::type).containsExactly("ready");
  }

  @Test
  void where_nothing_is_clear_nothing_is_said() {
    assertThat(finder.in("the beagle is nine weeks old").signals()).isEmpty();
    assertThat(finder.in("the beagle is nine weeks old").moods()).isEmpty();
    assertThat(finder.in("we sell garden tools online, 80 orders a day").moods()).isEmpty();
  }
}
