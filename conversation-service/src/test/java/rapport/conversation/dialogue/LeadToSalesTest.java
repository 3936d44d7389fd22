package rapport.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.AgentReplied;
import rapport.contracts.ConversationEvent.ClarificationAsked;
import rapport.contracts.ConversationEvent.ColleagueCalled;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.contracts.ConversationEvent.PersonaAssessed;
import rapport.contracts.ConversationEvent.QuestionAsked;
import rapport.contracts.ConversationEvent.QuestionLeftOpen;
import rapport.contracts.ConversationEvent.Signal;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.DialogueCommand.Answering;
import rapport.conversation.dialogue.DialogueCommand.Assess;
import rapport.conversation.dialogue.DialogueCommand.HandBack;
import rapport.conversation.dialogue.DialogueCommand.Proceed;
import rapport.conversation.dialogue.DialogueCommand.Say;
import rapport.conversation.dialogue.DialogueCommand.Start;
import rapport.conversation.dialogue.DialogueCommand.TakeOver;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;

/** A talk with a visitor: what is asked when, who conducts it, what others have a say in. */
class LeadToSalesTest {

  private static final FlowDefinition FLOW = FlowCatalog.fromClasspath().latest("lead-to-sales");
  private static final double THRESHOLD = 0.6;

  /** One conversation; a message is taken in and answered at once. */
  private static final class Talk {
    private final List<ConversationEvent> events = new ArrayList<>();
    private Dialogue dialogue = Dialogue.notStarted(Map.of());
    private int messages;

    Talk() {
      decide(new Start("en", "v_1"));
    }

    Decision decide(DialogueCommand command) {
      var decision = DialogueDecider.decide(FLOW, dialogue, command);
      if (decision instanceof Decision.Accepted(var happened)) {
        events.addAll(happened);
        dialogue = dialogue.after(happened);
      }
      return decision;
    }

    Talk hears(Act... acts) {
      messages++;
      decide(new Say("m" + messages, "words", List.of(acts), "v_1", "next"));
      return this;
    }

    Talk answered(Answering... answers) {
      decide(new Proceed("m" + messages, List.of(answers), List.of()));
      return this;
    }

    Talk doubted(String... paths) {
      decide(new Proceed("m" + messages, List.of(), List.of(paths)));
      return this;
    }

    Talk says(Act... acts) {
      return hears(acts).answered();
    }

    Talk assessed(double intent, String... order) {
      var persona =
          order.length == 0
              ? null
              : new Assessment.Persona("startup", "Start-up", 0.8, List.of(), List.of(order));
      decide(
          new Assess(
              new Assessment(
                  "m" + messages, dialogue.rev(), persona, intent, List.of(), List.of())));
      return this;
    }

    List<String> asked() {
      return dialogue.interview().asked();
    }

    long timesAsked(String path) {
      return events.stream()
          .filter(QuestionAsked.class::isInstance)
          .filter(event -> ((QuestionAsked) event).paths().contains(path))
          .count();
    }

    <E> List<E> all(Class<E> type) {
      return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }

  private static Act fill(String path, Object value) {
    return new Act.Fill(path, FieldValue.of(value), String.valueOf(value), 0.9);
  }

  @Test
  void asks_a_message_nothing_before_it_is_answered() {
    var talk = new Talk().hears(fill("use_case", "support automation"));
    var before = talk.timesAsked("team_size");
    talk.answered();

    assertThat(before).isZero();
    assertThat(talk.asked()).containsExactly("team_size");
  }

  @Test
  void asks_a_persona_first_what_tells_most_about_it() {
    var talk = new Talk().hears(fill("use_case", "support automation"));
    talk.assessed(0.2, "volume", "tech_stack").answered();

    assertThat(talk.asked()).containsExactly("volume");
  }

  @Test
  void asks_for_the_address_as_soon_as_the_intent_passes_and_once() {
    var talk = new Talk().says(fill("use_case", "support automation"));
    talk.hears(fill("volume", "100 a day")).assessed(0.7).answered();
    assertThat(talk.asked()).containsExactly("email");

    talk.says().says(new Act.Back()).says();
    assertThat(talk.timesAsked("email")).isOne();
  }

  @Test
  void a_greeting_uses_up_no_asking() {
    var greeting = new Act.SmallTalk(Act.SmallTalk.Kind.GREETING);
    var talk = new Talk().says(greeting).says(greeting);
    assertThat(talk.says().asked()).containsExactly("use_case");
    assertThat(talk.says().asked()).containsExactly("team_size");
  }

  @Test
  void an_address_moves_the_talk_to_sales_with_the_text_agreed_to() {
    var talk = new Talk().hears().assessed(0.9).answered();
    talk.says(fill("email", "nora@example.com"));

    assertThat(talk.all(EmailCaptured.class))
        .singleElement()
        .extracting(EmailCaptured::consent)
        .isEqualTo(new ConversationEvent.Consent("contact-1", "en", true));
    assertThat(talk.dialogue.standing().mode()).isEqualTo("sales");
    assertThat(talk.asked()).containsExactly("timeline");
  }

  @Test
  void an_address_that_is_volunteered_is_taken_at_any_time_and_never_asked_for() {
    var talk = new Talk().says(fill("email", "nora@example.com")).assessed(0.9).says().says();

    assertThat(talk.dialogue.standing().mode()).isEqualTo("sales");
    assertThat(talk.all(EmailCaptured.class).getFirst().consent())
        .isEqualTo(new ConversationEvent.Consent("contact-1", "en", false));
    assertThat(talk.timesAsked("email")).isZero();
  }

  @Test
  void what_is_no_address_is_said_to_be_none() {
    var talk = new Talk().says(fill("email", "nora at example"));

    assertThat(talk.dialogue.standing().mode()).isEqualTo("lead");
    assertThat(talk.all(ConversationEvent.FieldRejected.class)).hasSize(1);
  }

  @Test
  void an_address_that_takes_no_mail_is_asked_about_and_kept() {
    var talk = new Talk().hears(fill("email", "nora@exmaple.com")).doubted("email");

    assertThat(talk.all(ClarificationAsked.class))
        .singleElement()
        .extracting(ClarificationAsked::quote)
        .isEqualTo("nora@exmaple.com");
    assertThat(talk.dialogue.standing().mode()).isEqualTo("sales");
    assertThat(talk.asked()).as("nothing else is asked").doesNotContain("timeline");

    talk.says(new Act.Confirm());

    assertThat(talk.dialogue.value("email")).isEqualTo(FieldValue.text("nora@exmaple.com"));
    assertThat(talk.asked()).containsExactly("timeline");
    assertThat(talk.all(EmailCaptured.class)).hasSize(1);
  }

  @Test
  void an_address_that_is_wrong_may_be_given_again_and_is_held_until_then() {
    var talk = new Talk().hears(fill("email", "nora@exmaple.com")).doubted("email");

    talk.says(new Act.Deny());

    assertThat(talk.asked()).containsExactly("email");
    assertThat(talk.dialogue.value("email")).isEqualTo(FieldValue.text("nora@exmaple.com"));

    talk.says(fill("email", "nora@example.com"));

    assertThat(talk.dialogue.value("email")).isEqualTo(FieldValue.text("nora@example.com"));
    assertThat(talk.asked()).containsExactly("timeline");
  }

  @Test
  void a_doubt_about_an_address_that_is_not_there_any_more_is_dropped() {
    var talk = new Talk().says(fill("use_case", "support")).hears().doubted("email");

    assertThat(talk.all(ClarificationAsked.class)).isEmpty();
    assertThat(talk.asked()).isNotEmpty();
  }

  @Test
  void what_a_website_says_is_an_address_has_to_be_one() {
    DialogueSpec.started(FLOW, Map.of("email", "nobody at home"))
        .thenHolds("email", null)
        .thenNoneHappened(EmailCaptured.class);
    DialogueSpec.started(FLOW, Map.of("email", " nora@example.com "))
        .thenHolds("email", "nora@example.com")
        .thenHappenedAmongOthers(EmailCaptured.class);
  }

  @Test
  void taking_the_address_back_takes_the_talk_back_to_lead() {
    var talk = new Talk().says(fill("email", "nora@example.com")).says(new Act.Undo());

    assertThat(talk.dialogue.standing().mode()).isEqualTo("lead");
    assertThat(talk.dialogue.value("email")).isNull();
  }

  @Test
  void taking_a_late_answer_to_a_skipped_question_back_leaves_it_skipped() {
    var talk = new Talk().says(fill("use_case", "support")).says(new Act.Skip(List.of()));
    talk.says(fill("team_size", "10")).says(new Act.Undo());

    assertThat(talk.dialogue.field("team_size").status()).isEqualTo(FieldState.Status.SKIPPED);
    assertThat(talk.asked()).containsExactly("tech_stack");
    assertThat(talk.all(ConversationEvent.FieldSkipped.class)).hasSize(2);
  }

  @Test
  void a_question_whose_answers_are_taken_back_is_asked_however_often_that_happens() {
    var talk = new Talk().says();
    for (var i = 0; i < 4; i++) {
      talk.says(fill("use_case", "support " + i)).says(new Act.Undo());
      assertThat(talk.asked()).containsExactly("use_case");
    }
  }

  /** What undoing has to restore: everything but the count of revisions. */
  private record State(
      Map<String, Known> fields,
      Map<String, Integer> attempts,
      List<List<String>> history,
      List<String> asked,
      List<String> revisit,
      @Nullable String mode) {

    private record Known(
        FieldState.Status status,
        @Nullable FieldValue value,
        int skips,
        FieldState.@Nullable Waiting waiting) {}

    static State of(Dialogue dialogue) {
      var fields = new TreeMap<String, Known>();
      dialogue
          .fields()
          .forEach((path, field) -> {
            var known = new Known(field.status(), field.value(), field.skips(), field.waiting());
            if (!known.equals(new Known(FieldState.Status.OPEN, null, 0, null))) {
              fields.put(path, known);
            }
          });
      var interview = dialogue.interview();
      return new State(
          fields,
          interview.attempts(),
          interview.history(),
          interview.asked(),
          interview.revisit(),
          dialogue.standing().mode());
    }
  }

  @Test
  void undo_is_back_where_the_last_answer_was_given_whatever_was_said_before() {
    var undone = 0;
    for (var seed = 0; seed < 2_000; seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      var talk = new Talk();
      for (var turn = 0; turn < 20; turn++) {
        talk.hears(acts(random)).assessed(random.nextDouble()).answered();
        var before = State.of(talk.dialogue);
        var latest = talk.dialogue.latestTurn();
        talk.says(acts(random));
        var changed = talk.dialogue.latestTurn();
        var answers = changed.isPresent() && !changed.equals(latest);
        if (answers && changed.get().messageId().equals("m" + talk.messages)) {
          talk.says(new Act.Undo());
          assertThat(State.of(talk.dialogue)).as("seed %d, turn %d", seed, turn).isEqualTo(before);
          undone++;
        }
      }
    }
    assertThat(undone).isGreaterThan(5_000);
  }

  @Test
  void a_signal_changes_what_is_known() {
    var talk = new Talk().says(fill("email", "nora@example.com"));
    talk.hears();
    talk.decide(
        new Assess(
            new Assessment(
                "m2",
                talk.dialogue.rev(),
                null,
                0.8,
                List.of(),
                List.of(new Signal("security", "what about SSO", 0.9)))));

    assertThat(talk.dialogue.value("security_needs"))
        .isEqualTo(new FieldValue.Tags(List.of("security")));
  }

  @Test
  void an_assessment_of_an_earlier_message_changes_nothing() {
    var talk = new Talk().says().assessed(0.8);
    talk.decide(new Assess(new Assessment("m1", 1, null, 0.1, List.of(), List.of())));

    assertThat(talk.dialogue.value("intent.score")).isEqualTo(FieldValue.of(0.8));
  }

  @Test
  void a_persona_is_told_once() {
    var talk = new Talk().says().assessed(0.2, "volume").says().assessed(0.2, "volume");

    assertThat(talk.all(PersonaAssessed.class)).hasSize(1);
  }

  @Test
  void a_question_without_an_approved_answer_is_kept() {
    var talk =
        new Talk().hears().answered(new Answering("Does it run on mainframes?", null, null, null));

    assertThat(talk.all(QuestionLeftOpen.class)).hasSize(1);
    assertThat(talk.dialogue.standing().openQuestions())
        .containsExactly("Does it run on mainframes?");
  }

  @Test
  void whoever_asks_for_a_person_is_handed_over_and_the_bot_only_listens() {
    var talk = new Talk().says(new Act.Handoff());
    talk.hears(fill("company_name", "Acme"), new Act.Handoff(), new Act.NotUnderstood("hm"));

    assertThat(talk.dialogue.standing().mode()).isEqualTo("human");
    assertThat(talk.dialogue.value("company_name")).isEqualTo(FieldValue.of("Acme"));
    assertThat(talk.all(ModeSwitched.class)).extracting(ModeSwitched::to).containsOnlyOnce("human");
    assertThat(talk.all(ConversationEvent.DigressionHandled.class)).isEmpty();
  }

  @Test
  void a_colleague_is_called_when_somebody_means_to_buy_and_the_bot_goes_on() {
    var talk = new Talk().says(fill("email", "nora@example.com")).says().assessed(0.9).answered();
    talk.says().assessed(0.5).says().assessed(0.95).answered();

    assertThat(talk.all(ColleagueCalled.class))
        .containsExactly(new ColleagueCalled("likely_buyer"));
    assertThat(talk.dialogue.standing().mode()).isEqualTo("sales");
    assertThat(talk.dialogue.standing().called()).isEqualTo("likely_buyer");
  }

  @Test
  void a_call_ends_when_somebody_comes_or_says_that_nobody_is_needed() {
    var followed = new Talk().says(fill("email", "nora@example.com")).says().assessed(0.9);
    followed.decide(new TakeOver("u1", "Ada"));
    var dismissed = new Talk().says(fill("email", "nora@example.com")).says().assessed(0.9);
    dismissed.decide(new HandBack());

    assertThat(followed.dialogue.standing().called()).isNull();
    assertThat(dismissed.dialogue.standing().called()).isNull();
    assertThat(dismissed.dialogue.standing().mode()).isEqualTo("sales");
    assertThat(dismissed.decide(new HandBack()))
        .isEqualTo(new Decision.Rejected("not-taken-over", List.of()));
  }

  @Test
  void whoever_asks_for_a_person_after_a_call_is_handed_back_once() {
    var talk = new Talk().says(fill("email", "nora@example.com")).says().assessed(0.9);
    talk.hears(new Act.Handoff());

    assertThat(talk.dialogue.standing().called()).isNull();
    assertThat(talk.dialogue.standing().mode()).isEqualTo("human");
    talk.decide(new HandBack());
    assertThat(talk.dialogue.standing().mode()).isEqualTo("sales");
  }

  @Test
  void nobody_is_called_to_where_a_colleague_is() {
    var talk = new Talk().says(fill("email", "nora@example.com"));
    talk.decide(new TakeOver("u1", "Ada"));
    talk.hears().assessed(0.9);

    assertThat(talk.all(ColleagueCalled.class)).isEmpty();
  }

  @Test
  void only_the_colleague_who_took_over_answers() {
    var talk = new Talk();
    talk.decide(new TakeOver("u1", "Ada"));

    assertThat(talk.decide(new TakeOver("u2", "Bob")))
        .isEqualTo(new Decision.Rejected("taken-over-already", List.of()));
    assertThat(talk.decide(new DialogueCommand.AgentSays("a1", "Hi", "u2")))
        .isEqualTo(new Decision.Rejected("not-taken-over", List.of()));
    talk.decide(new DialogueCommand.AgentSays("a1", "Hi", "u1"));
    assertThat(talk.all(AgentReplied.class))
        .containsExactly(new AgentReplied("a1", "Hi", "u1", "Ada"));
  }

  @Test
  void handing_back_goes_on_where_the_bot_was_or_in_sales_when_there_is_an_address_now() {
    var talk = new Talk();
    talk.decide(new TakeOver("u1", "Ada"));
    talk.hears(fill("email", "nora@example.com"));
    talk.decide(new HandBack());

    assertThat(talk.dialogue.standing().mode()).isEqualTo("sales");
    assertThat(talk.decide(new HandBack()))
        .isEqualTo(new Decision.Rejected("not-taken-over", List.of()));
  }

  @Test
  void the_address_is_asked_for_at_most_once_and_never_before_the_intent_passes() {
    for (var seed = 0; seed < 2_000; seed++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      var talk = new Talk();
      for (var turn = 0; turn < 20; turn++) {
        talk.hears(acts(random));
        if (random.nextInt(3) > 0) {
          talk.assessed(random.nextDouble());
        }
        var score = talk.dialogue.standing().intent();
        var before = talk.timesAsked("email");
        talk.answered();
        if (talk.timesAsked("email") > before) {
          assertThat(Objects.requireNonNull(score).score())
              .as("seed %d", seed)
              .isGreaterThanOrEqualTo(THRESHOLD);
        }
      }
      assertThat(talk.timesAsked("email"))
          .as("seed %d: once, and again for each answer that was taken back", seed)
          .isLessThanOrEqualTo(1 + talk.all(TurnUndone.class).size());
    }
  }

  private static Act[] acts(RandomGenerator random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Act[] {fill("use_case", "automation")};
      case 1 -> new Act[] {fill("team_size", "10"), fill("company_name", "Acme")};
      case 2 -> new Act[] {new Act.Skip(List.of())};
      case 3 -> new Act[] {new Act.Back()};
      case 4 -> new Act[] {new Act.DontKnow(List.of())};
      case 5 -> new Act[] {new Act.Undo()};
      case 6 -> new Act[] {new Act.NotUnderstood("what about prices?")};
      case 7 -> new Act[] {new Act.Clear("use_case")};
      default -> new Act[0];
    };
  }
}
