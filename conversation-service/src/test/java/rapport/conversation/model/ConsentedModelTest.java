package rapport.conversation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.conversation.model.ModelException.Reason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ConsentedModelTest {

  private static final Speaker NORA = new Speaker("acme", "c-nora");
  private static final Speaker OTTO = new Speaker("acme", "c-otto");
  private static final Question QUESTION =
      new Question(Question.Purpose.UNDERSTAND, "understand", "{}", null);

  private final List<Question> asked = new ArrayList<>();
  private final LanguageModel model =
      new LanguageModel() {
        @Override
        public String name() {
          return "model:scripted";
        }

        @Override
        public Mono<String> answer(Question question) {
          asked.add(question);
          return Mono.just("yes");
        }

        @Override
        public Flux<String> stream(Question question) {
          return answer(question).flux();
        }
      };
  private final LanguageModel consented =
      new ConsentedModel(model, speaker -> Mono.just(speaker.equals(NORA)));

  @Test
  void whoever_withheld_nothing_is_answered_with_the_model() {
    assertThat(consented.answer(QUESTION).contextWrite(OTTO::in).block()).isEqualTo("yes");
    assertThat(consented.stream(QUESTION).contextWrite(OTTO::in).collectList().block())
        .containsExactly("yes");
  }

  @Test
  void of_whoever_withheld_it_nothing_reaches_the_model() {
    assertWithheld(consented.answer(QUESTION).contextWrite(NORA::in));
    assertWithheld(consented.stream(QUESTION).contextWrite(NORA::in).then());
    assertThat(asked).isEmpty();
  }

  @Test
  void a_question_of_nobody_is_not_asked() {
    assertWithheld(consented.answer(QUESTION));
    assertThat(asked).isEmpty();
  }

  @Test
  void while_nobody_knows_what_is_withheld_nothing_is_asked() {
    var blind = new ConsentedModel(model, _ -> Mono.error(new IllegalStateException("away")));
    assertThatThrownBy(blind.answer(QUESTION).contextWrite(OTTO::in)::block).hasMessage("away");
    assertThat(asked).isEmpty();
  }

  private static void assertWithheld(Mono<?> answer) {
    assertThatThrownBy(answer::block)
        .isInstanceOfSatisfying(
            ModelException.class, it -> assertThat(it.reason()).isEqualTo(Reason.WITHHELD));
  }
}
