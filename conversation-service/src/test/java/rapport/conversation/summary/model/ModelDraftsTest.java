package rapport.conversation.summary.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.model.LanguageModel;
import rapport.conversation.model.ModelException;
import rapport.conversation.model.Question;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ModelDraftsTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();
  private static final FlowDefinition FLOW = FLOWS.latest("buying-process");
  private static final String DRAFT = "Maria runs purchasing at Acme. It takes 3 weeks.";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void the_model_tells_what_the_draft_says() {
    var drafts =
        drafts(Flux.just("At Acme, purchasing is ", "run by Maria. It takes", " 3 weeks.\n"));

    assertThat(draft(drafts, "en"))
        .isEqualTo("At Acme, purchasing is run by Maria. It takes 3 weeks.");
    assertThat(outcome("used")).isEqualTo(1);
  }

  @Test
  void with_the_first_thing_nobody_said_the_request_ends_and_the_draft_stands() {
    var cancelled = new AtomicBoolean();
    var drafts =
        drafts(
            Flux.concat(
                    Flux.just("Maria runs purchasing at Initech. ", "It takes"),
                    Flux.<String>never())
                .doOnCancel(() -> cancelled.set(true)));

    assertThat(draft(drafts, "en")).isEqualTo(DRAFT);
    assertThat(cancelled).isTrue();
    assertThat(outcome("unsupported")).isEqualTo(1);
  }

  @Test
  void without_an_answer_the_draft_stands() {
    for (var reason : ModelException.Reason.values()) {
      var drafts =
          drafts(
              Flux.concat(
                  Flux.just("Maria runs "), Flux.error(new ModelException(reason, "as wanted"))));
      assertThat(draft(drafts, "en")).as(reason.name()).isEqualTo(DRAFT);
    }
    assertThat(draft(drafts(Flux.empty()), "en")).isEqualTo(DRAFT);
  }

  @Test
  void in_a_language_whose_names_cannot_be_told_the_model_is_not_asked() {
    var none = new Openers(Map.of()).of(Locale.of("ar"));
    assertThat(none).isEmpty();
    assertThat(Openers.read().byLanguage()).containsOnlyKeys("en", "de", "es");
  }

  private Drafts drafts(Flux<String> answer) {
    return new ModelDrafts((_, _, _) -> DRAFT, FLOWS, new Answering(answer), meters);
  }

  private static String draft(Drafts drafts, String locale) {
    var dialogue =
        Dialogue.notStarted(Map.of())
            .after(
                List.of(new ConversationEvent.SessionStarted("buying-process", 1, locale, "Ada")));
    return Objects.requireNonNull(drafts.draft(FLOW, dialogue, List.of()).block());
  }

  private double outcome(String outcome) {
    return meters.get("rapport.llm.summaries").tag("outcome", outcome).counter().count();
  }

  private record Answering(Flux<String> pieces) implements LanguageModel {
    @Override
    public String name() {
      return "model:scripted";
    }

    @Override
    public Mono<String> answer(Question question) {
      return pieces.collect(Collectors.joining());
    }

    @Override
    public Flux<String> stream(Question question) {
      return pieces;
    }
  }
}
