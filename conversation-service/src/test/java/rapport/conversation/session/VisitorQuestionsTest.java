package rapport.conversation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.DigressionHandled;
import rapport.contracts.ConversationEvent.MessageReceived;

class VisitorQuestionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We are 40 people. Do you support Node.js? | Do you support Node.js?",
        "What is new in 2.5? | What is new in 2.5?",
        "Does it read https://shop.example/?page=2 as well? | Does it read https://shop.example/?page=2 as well?",
        "Hm... is it free? Thanks! | is it free?",
        "(Is it free?) | (Is it free?",
        "هل يدعم SSO؟ شكرا | هل يدعم SSO؟",
      })
  void a_question_is_the_whole_sentence(String text, String question) {
    assertThat(asked(text)).containsExactly(question);
  }

  @Test
  void there_may_be_several() {
    assertThat(asked("Is there SSO? And an audit log? We are 40."))
        .containsExactly("Is there SSO?", "And an audit log?");
  }

  @Test
  void what_asks_without_a_question_mark_is_asked_as_it_stands() {
    var events =
        List.<ConversationEvent>of(
            new MessageReceived("m1", "tell me about prices"), new DigressionHandled("question"));
    assertThat(VisitorQuestions.in(events)).containsExactly("tell me about prices");
    assertThat(asked("We are 40.")).isEmpty();
  }

  @Test
  void a_greeting_asks_nothing_whatever_mark_it_ends_with() {
    assertThat(greeted("hello?")).isEmpty();
    assertThat(greeted("Hi, what does it cost?")).containsExactly("Hi, what does it cost?");
  }

  private static List<String> greeted(String text) {
    return VisitorQuestions.in(
        List.of(new MessageReceived("m1", text), new DigressionHandled("greeting")));
  }

  private static List<String> asked(String text) {
    return VisitorQuestions.in(List.of(new MessageReceived("m1", text)));
  }
}
