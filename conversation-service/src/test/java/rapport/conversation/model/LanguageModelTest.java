package rapport.conversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.conversation.model.ModelException.Reason;
import rapport.conversation.model.ModelSettings.Prices;
import rapport.conversation.model.ModelSettings.Secret;
import rapport.runtime.egress.HostResolver;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class LanguageModelTest {

  /** Long enough for any answer that comes, even on a slow machine. */
  private static final Duration AMPLE = Duration.ofSeconds(60);

  private static final Duration SHORT = Duration.ofMillis(200);

  private final FakeModel server = new FakeModel();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MovableClock clock = new MovableClock();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asks_as_the_protocol_wants_it() {
    server.will(FakeModel.saying("Hi!"));

    assertThat(model(AMPLE).answer(question()).block()).isEqualTo("Hi!");
    var request = server.request(0);
    assertThat(request.path()).isEqualTo("/v1/chat/completions");
    assertThat(request.authorization()).isEqualTo("Bearer sk-secret");
    assertThat(request.body().at("/model").asString()).isEqualTo("small");
    assertThat(request.body().at("/messages/0/role").asString()).isEqualTo("system");
    assertThat(request.body().at("/messages/1/content").asString()).isEqualTo("some data");
    assertThat(request.body().has("stream")).isFalse();
  }

  @Test
  void gives_a_streamed_answer_piece_by_piece() {
    server.will(FakeModel.streaming("One ", "two ", "three."));

    assertThat(model(AMPLE).stream(question()).collectList().block())
        .containsExactly("One ", "two ", "three.");
    assertThat(server.request(0).body().at("/stream").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "<html>",
        "{}",
        "null",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":\"x\",\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"content\":\"cut\"},\"finish_reason\":\"length\"}]}",
        "{\"choices\":[{\"message\":{\"refusal\":\"no\"},\"finish_reason\":\"stop\"}]}",
        "{\"error\":{\"message\":\"overloaded\"}}"
      })
  void tells_what_is_no_answer(String body) {
    server.will(FakeModel.body(body));

    assertThat(reason(model(AMPLE).answer(question()))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void an_answer_without_end_is_given_up() {
    server.will(FakeModel.body(FakeModel.completion("x".repeat(300_000))));

    assertThat(reason(model(AMPLE).answer(question()))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void waits_no_longer_than_the_limit() {
    server.will(FakeModel.hanging());

    assertThat(reason(model(SHORT).answer(question()))).isEqualTo(Reason.TIMED_OUT);
  }

  @Test
  void a_request_nobody_waits_for_any_longer_is_ended() throws InterruptedException {
    var ended = new CountDownLatch(1);
    server.will(FakeModel.hanging(ended::countDown));

    assertThat(reason(model(SHORT).answer(question()))).isEqualTo(Reason.TIMED_OUT);
    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_stream_that_stalls_is_given_up_as_a_whole() {
    server.will(FakeModel.stalling("One ", "two "));

    assertThat(reason(model(SHORT).stream(question()).then())).isEqualTo(Reason.TIMED_OUT);
  }

  @Test
  void a_stream_that_breaks_off_is_no_answer() {
    server.will(FakeModel.breakingOff("One ", "two "));
    assertThat(reason(model(AMPLE).stream(question()).then())).isEqualTo(Reason.UNREACHABLE);

    server.will(FakeModel.stoppingShort("One ", "two "));
    assertThat(reason(model(AMPLE).stream(question()).then())).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void a_server_that_is_not_there_or_hangs_up_is_unreachable() {
    server.will(FakeModel.hangingUp());
    assertThat(reason(model(AMPLE).answer(question()))).isEqualTo(Reason.UNREACHABLE);

    var model = model(AMPLE);
    server.close();
    assertThat(reason(model.answer(question()))).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void questions_of_one_turn_share_one_limit() {
    server.will(FakeModel.hanging());
    var model = model(SHORT);
    var turn =
        reasonOf(model.answer(question()))
            .flatMap(_ -> reasonOf(model.answer(question())))
            .contextWrite(ModelTime::turn);

    assertThat(turn.block()).isEqualTo(Reason.TIMED_OUT);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void failures_open_the_breaker_and_the_model_is_left_alone() {
    server.will(FakeModel.status(500));
    var model = model(AMPLE);
    for (var i = 0; i < 5; i++) {
      assertThat(reason(model.answer(question()))).isEqualTo(Reason.FAILED);
    }
    server.will(FakeModel.saying("I am back"));

    assertThat(reason(model.answer(question()))).isEqualTo(Reason.BREAKER_OPEN);
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void a_model_that_asks_for_a_pause_gets_it() {
    server.will(FakeModel.status(429, "Retry-After", "7"));
    var model = model(AMPLE);
    assertThat(reason(model.answer(question()))).isEqualTo(Reason.RATE_LIMITED);
    server.will(FakeModel.saying("Hi!"));

    clock.forward(Duration.ofSeconds(6));
    assertThat(reason(model.answer(question()))).isEqualTo(Reason.PAUSED);
    assertThat(server.requests()).hasSize(1);
    clock.forward(Duration.ofSeconds(1));
    assertThat(model.answer(question()).block()).isEqualTo("Hi!");
  }

  @Test
  void being_asked_for_a_pause_does_not_open_the_breaker() {
    server.will(FakeModel.status(429, "Retry-After", "0"));
    var model = model(AMPLE);
    for (var i = 0; i < 8; i++) {
      assertThat(reason(model.answer(question()))).isEqualTo(Reason.RATE_LIMITED);
    }
  }

  @Test
  void no_more_questions_at_once_than_allowed() {
    server.will(FakeModel.hanging());
    var model = model(AMPLE);
    var both = Flux.range(0, 3).flatMap(_ -> reasonOf(model.answer(question()))).next().block();

    assertThat(both).isEqualTo(Reason.BUSY);
  }

  @Test
  void a_name_that_leads_into_a_private_network_is_not_gone_to_unless_that_is_allowed() {
    var inside = URI.create(server.baseUrl().replace("127.0.0.1", "llm.example"));
    HostResolver resolver = _ -> List.of(InetAddress.getLoopbackAddress());

    assertThat(reason(model(inside, List.of(), resolver).answer(question())))
        .isEqualTo(Reason.REFUSED);
    assertThat(server.requests()).isEmpty();
    server.will(FakeModel.saying("Hi!"));
    var allowed = model(inside, List.of("127.0.0.0/8"), resolver);
    assertThat(allowed.answer(question()).block()).isEqualTo("Hi!");
  }

  @Test
  void a_wrong_key_is_a_refusal() {
    server.will(FakeModel.status(401));

    assertThat(reason(model(AMPLE).answer(question()))).isEqualTo(Reason.REFUSED);
  }

  @Test
  void counts_time_tokens_and_cost() {
    server.will(FakeModel.saying("Hi!"));
    var model = model(AMPLE);
    assertThat(model.answer(question()).block()).isEqualTo("Hi!");
    server.will(FakeModel.streaming("Hi!"));
    assertThat(model.stream(question()).collectList().block()).hasSize(1);
    server.will(FakeModel.status(500));
    assertThat(reason(model.answer(question()))).isEqualTo(Reason.FAILED);

    assertThat(registry.get("rapport.llm.calls").tag("outcome", "ok").timer().count()).isEqualTo(2);
    assertThat(registry.get("rapport.llm.calls").tag("outcome", "failed").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("rapport.llm.fallback").counter().count()).isEqualTo(1);
    assertThat(registry.get("rapport.llm.tokens").tag("kind", "prompt").counter().count())
        .isEqualTo(2000);
    assertThat(registry.get("rapport.llm.tokens").tag("kind", "completion").counter().count())
        .isEqualTo(40);
    // 2,000 tokens at 3 a million, 40 at 15 a million.
    assertThat(registry.get("rapport.llm.cost").counter().count()).isEqualTo(0.0066);
  }

  private LanguageModel model(Duration within) {
    return model(URI.create(server.baseUrl()), within, List.of(), HostResolver.SYSTEM);
  }

  private LanguageModel model(URI base, List<String> allowed, HostResolver resolver) {
    return model(base, AMPLE, allowed, resolver);
  }

  private LanguageModel model(
      URI base, Duration within, List<String> allowed, HostResolver resolver) {
    var settings =
        new ModelSettings(
            base,
            "small",
            new Secret("sk-secret"),
            within,
            2,
            Duration.ofSeconds(60),
            new Prices(BigDecimal.valueOf(3), BigDecimal.valueOf(15)),
            false,
            allowed);
    return new GuardedModel(
        new ChatCompletions(ChatCompletions.egress(settings, resolver), settings, clock),
        settings,
        new ModelMeters(registry, settings.prices()),
        clock);
  }

  private static Question question() {
    return new Question(Question.Purpose.UNDERSTAND, "Do something.", "some data", null);
  }

  private static Reason reason(Mono<?> answer) {
    var reason = reasonOf(answer).block();
    if (reason == null) {
      throw new AssertionError("it was answered");
    }
    return reason;
  }

  private static Mono<Reason> reasonOf(Mono<?> answer) {
    return answer
        .then(Mono.<Reason>empty())
        .onErrorResume(ModelException.class, failure -> Mono.just(failure.reason()));
  }

  /** A clock that stands until it is moved. */
  private static final class MovableClock extends Clock {
    private Instant now = Instant.parse("2026-11-21T15:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
