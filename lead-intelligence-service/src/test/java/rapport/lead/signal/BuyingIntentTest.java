package rapport.lead.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.LeadEvent.Intent;
import rapport.contracts.LeadEvent.Reason;
import rapport.contracts.LeadEvent.Signal;
import rapport.lead.fact.FactFinder;

class BuyingIntentTest {

  private static final SignalFinder SIGNALS = SignalFinder.BY_WORDS;
  private static final FactFinder FACTS = new FactFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what does it cost? | pricing",
        "when can we go live | timeline",
        "does it connect to our ERP | integration",
        "where is the data stored? | security",
        "my boss decides | authority",
        "that is too expensive | objection",
        "we are sick of our provider | churn",
        "we compare you with Quillo | competitor",
        "is it priced per user? | pricing",
        "no time before summer, sorry | objection",
      })
  void hears_a_signal(String message, String type) {
    assertThat(SIGNALS.in(message).signals()).extracting(Signal::type).contains(type);
  }

  @Test
  void idle_talk_is_no_signal() {
    assertThat(SIGNALS.in("hello, nice page you have")).isEqualTo(Heard.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we launched our app in spring | timeline",
        "I have no time before summer | timeline",
        "do you report satisfaction per agent | pricing",
        "who is in charge of the warehouse | pricing",
        "it broke twice this month | timeline",
      })
  void hears_none_in_words_that_mean_something_else(String message, String type) {
    assertThat(SIGNALS.in(message).signals()).extracting(Signal::type).doesNotContain(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "who is responsible for your purchasing? | elsewhere",
        "ref C-3391, still no answer | customer",
        "it stopped working again | customer",
      })
  void hears_who_is_here_for_something_else(String message, String mood) {
    assertThat(SIGNALS.in(message).moods()).extracting(Signal::type).contains(mood);
  }

  @Test
  void what_others_want_to_book_is_no_wish_of_the_visitor() {
    assertThat(SIGNALS.in("patients want to book by themselves").moods()).isEmpty();
    assertThat(SIGNALS.in("my patients want to book online, can we see a demo").moods())
        .extracting(Signal::type)
        .containsExactly("ready");
  }

  @Test
  void a_question_inside_a_sentence_is_asked_too() {
    var heard = SIGNALS.in("so if we sent it on monday when would we have it by friday").signals();
    assertThat(heard)
        .singleElement()
        .satisfies(signal -> {
          assertThat(signal.type()).isEqualTo("timeline");
          assertThat(signal.score()).isEqualTo(SignalFinder.ASKED);
        });
  }

  @Test
  void grows_with_what_a_buyer_says_and_not_with_idle_talk() {
    var asked = List.of("we have 12 people", "what does it cost?", "can we start next month?");
    assertThat(after(asked).score()).isGreaterThan(BuyingIntent.HIGH);
    assertThat(after(List.of("hello", "nice", "thanks")).score()).isLessThan(.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no hurry, we talk again after the holidays",
        "I have to speak with the other tenants first",
        "we can't decide anything before the meeting",
        "just exploring what there is",
      })
  void who_puts_it_off_means_to_buy_nothing_now(String message) {
    assertThat(SIGNALS.in(message).moods()).extracting(Signal::type).contains("browsing");
  }

  @Test
  void who_complains_of_another_supplier_is_no_customer_of_this_one() {
    var complaining = "my order from brindlecart has not come, can't log in there either";
    assertThat(SIGNALS.in("I can't log in").moods()).extracting(Signal::type).contains("customer");
    assertThat(SIGNALS.in(complaining).moods()).isEmpty();
  }

  @Test
  void saying_the_same_twice_counts_once() {
    var once = after(List.of("what does it cost?", "hello"));
    var twice = after(List.of("what does it cost?", "what does it cost?"));
    assertThat(twice.score()).isCloseTo(once.score(), within(1e-12));
  }

  @Test
  void words_that_say_nothing_change_nothing() {
    var asked = after(List.of("we have 12 people", "what does it cost?"));
    assertThat(after(List.of("we have 12 people", "what does it cost?", "nice", "ok")).score())
        .isCloseTo(asked.score(), within(1e-12));
  }

  @Test
  void a_price_that_is_only_mentioned_is_no_reason() {
    assertThat(after(List.of("our last invoice was wrong")).evidence()).isEmpty();
    assertThat(after(List.of("how much is it")).evidence()).isNotEmpty();
  }

  @Test
  void a_date_somebody_tells_counts_less_than_one_they_ask_about() {
    assertThat(after(List.of("can we start next month?")).score())
        .isGreaterThan(after(List.of("our season starts in the next month")).score());
  }

  @Test
  void what_is_told_counts_from_the_next_word_about_buying_on() {
    var asked = List.of("what does it cost?");
    var told = List.of("what does it cost?", "we compare you with Quillo", "and my boss decides");
    var dated = List.of(told.get(0), told.get(1), told.get(2), "can we start next month?");
    assertThat(after(told)).isEqualTo(after(asked));
    assertThat(after(dated).evidence())
        .extracting(Reason::source)
        .contains("pricing", "competitor", "authority", "timeline", "staying");
  }

  @Test
  void what_speaks_against_it_counts_at_once() {
    var asked = List.of("what does it cost?", "can we start next month?");
    var told = List.of(asked.get(0), asked.get(1), "it is for my thesis");
    assertThat(after(told).score()).isLessThan(after(asked).score());
  }

  @Test
  void who_is_here_for_something_else_is_not_asked_for_an_address() {
    var student = List.of("it is for my thesis", "what does it cost?", "can we see a demo?");
    assertThat(after(student).score()).isLessThan(BuyingIntent.HIGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "our price starts at 900 and we could begin on monday",
        "I can send you an offer",
        "when could I start and what do you pay",
        "ich schreibe eine Masterarbeit und frage nach Preisen",
      })
  void the_price_and_date_of_who_wants_something_else_are_no_reasons_to_buy(String message) {
    assertThat(after(List.of("hello", message)).evidence())
        .extracting(Reason::source)
        .containsExactly("elsewhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "your people left a ladder in our yard",
        "it is about booking no 48210",
      })
  void who_complains_is_a_customer(String message) {
    assertThat(SIGNALS.in(message).moods()).extracting(Signal::type).contains("customer");
  }

  @Test
  void who_is_only_looking_is_not_asked_for_an_address() {
    assertThat(after(List.of("just looking, maybe next year")).score()).isLessThan(.1);
  }

  @Test
  void names_the_sentence_behind_each_reason() {
    assertThat(after(List.of("Nice. What does it cost?")).evidence())
        .extracting(Reason::quote)
        .containsExactly("What does it cost?");
  }

  private static Intent after(List<String> messages) {
    var reasons = new ArrayList<List<Reason>>();
    for (var message : messages) {
      reasons.add(BuyingIntent.reasons(message, SIGNALS.in(message), FACTS.in(message)));
    }
    return BuyingIntent.of(reasons);
  }
}
