package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.Said;
import rapport.conversation.understanding.Situation;
import rapport.conversation.understanding.Stages;
import rapport.embedding.BgeSmall;
import rapport.embedding.Embedder;

/** What is understood by likeness to examples, in words no list has. */
@TestInstance(Lifecycle.PER_CLASS)
class LikenessTest {

  private BgeSmall model;
  private EmbeddedInterpreter interpreter;

  @BeforeAll
  void load() {
    model = BgeSmall.load();
    interpreter = EmbeddedInterpreter.of(List.of("en", "de"), Likeness.of(model));
  }

  @AfterAll
  void close() {
    model.close();
  }

  private List<String> acts(String asked, String text) {
    return Said.all(interpreter.acts(Situation.asked("B2B", asked).said(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demographics.annual_revenue | they don't publish it | dont-know",
        "demographics.industry | stop here, i'm done for today | finish",
        "demographics.industry | sorry what was the question | ask-meaning",
        "demographics.age | does it have to be exact | ask-other",
        "psychographics.decision_making | will you save what i tell you anywhere | ask-other",
        "demographics.industry | hello again | greeting",
        "psychographics.loyalty | this is taking ages | not-understood",
        "psychographics.loyalty | my boss is at the door, one moment please | not-understood",
        "psychographics.loyalty | i think i need a coffee first | not-understood",
        "psychographics.loyalty | cool, thanks for explaining | thanks",
        "psychographics.loyalty | not sure, would have to ask my colleague | dont-know",
        "psychographics.loyalty | that question makes no sense for us | skip",
        "psychographics.decision_making | could somebody from your company ring me up | handoff"
      })
  void what_answers_no_question_is_not_written(String asked, String text, String act) {
    assertThat(acts(asked, text)).containsExactly(act);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type | the person holding the purse, more or less | Economic Buyer",
        "type | whoever has to approve the money | Economic Buyer",
        "type | those that work with it daily on the line | End User",
        "type | somebody who tests if it works with our systems | Technical Buyer",
        "b2b_b2c | our clients are other firms | B2B",
        "b2b_b2c | normal people, for their own homes | B2C"
      })
  void an_option_is_understood_in_other_words(String asked, String text, String option) {
    assertThat(interpreter.acts(Situation.asked("", asked).said(text)))
        .singleElement()
        .isInstanceOfSatisfying(
            Act.Fill.class, fill -> assertThat(fill.value().display()).isEqualTo(option));
  }

  @Test
  void what_is_done_at_a_stage_may_well_be_asking_others() {
    var said = "They compare three vendors and ask colleagues before they decide";
    var stages =
        Stages.called("Awareness", "Consideration", "Decision")
            .holding("s1.buyer_actions", "research")
            .asking(List.of("s1.seller_actions", "s1.content_type", "s1.key_message"));
    assertThat(interpreter.acts(stages.said(said)))
        .singleElement()
        .isInstanceOfSatisfying(
            Act.Fill.class,
            fill -> assertThat(fill.path()).isEqualTo("buying_stages[s1].seller_actions"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "psychographics.decision_making | asks the CFO and then sleeps on it",
        "psychographics.risk_aversion | never signs anything without a trial",
        "psychographics.early_adopter | waits until others have tried it",
        "behavioral.media_consumption | reads the FT and a couple of newsletters",
        "environment.purchasing_process | net 30, PO required",
        "demographics.products_service | cloud backup",
        "environment.management_style | nobody decides anything without the founder",
        "psychographics.resistance_to_change | she doesn't know what she wants until she sees it",
        "psychographics.awareness_of_options | hardly, a friend told them about us",
        "psychographics.decision_making | They compare three vendors and ask colleagues before they decide"
      })
  void answers_in_peoples_own_words_stay_answers(String asked, String text) {
    assertThat(acts(asked, text)).containsExactly("fill " + asked + " = " + text);
  }

  @Test
  void a_sentence_about_another_question_goes_there() {
    assertThat(
            acts(
                "psychographics.decision_making",
                "By committee. And they are really afraid of risk."))
        .containsExactly(
            "fill psychographics.decision_making = By committee",
            "fill psychographics.risk_aversion = really afraid of risk");
  }

  @Test
  void a_sentence_that_explains_no_more_than_a_degree_belongs_to_it() {
    assertThat(acts("psychographics.resistance_to_change", "Not hard. They switched ERP last year"))
        .containsExactly(
            "fill psychographics.resistance_to_change = Not hard. They switched ERP last year");
  }

  @Test
  void what_is_said_besides_in_the_same_sentence_goes_where_it_belongs() {
    assertThat(
            acts(
                "behavioral.media_consumption",
                "the morning paper and some radio, and she reads test reports before she buys"))
        .containsExactly(
            "fill behavioral.media_consumption = the morning paper and some radio",
            "fill behavioral.research_methods = she reads test reports before she buys");
  }

  @Test
  void what_is_said_first_answers_the_question_whatever_it_looks_like() {
    assertThat(acts("psychographics.loyalty", "goes wherever the price is lowest"))
        .containsExactly("fill psychographics.loyalty = goes wherever the price is lowest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wir fragen niemanden danach", "das geht niemanden etwas an"})
  void other_languages_are_understood_by_words_alone(String text) {
    var utterance = Situation.asked("B2B", "psychographics.loyalty").in("de").said(text);
    var alone = EmbeddedInterpreter.of(List.of("en", "de"));
    assertThat(interpreter.acts(utterance)).isEqualTo(alone.acts(utterance));
  }

  @Test
  void nothing_waits_for_a_model_that_is_still_loading() {
    var loading = new AtomicReference<Optional<Embedder>>(Optional.empty());
    var late = EmbeddedInterpreter.of(List.of("en"), Likeness.late(loading::get));
    var refusal = Situation.asked("B2B", "psychographics.loyalty").said("nobody ever told me that");
    assertThat(late.acts(refusal)).hasOnlyElementsOfType(Act.Fill.class);
    loading.set(Optional.of(model));
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(late.acts(refusal)).hasOnlyElementsOfType(Act.DontKnow.class));
  }
}
