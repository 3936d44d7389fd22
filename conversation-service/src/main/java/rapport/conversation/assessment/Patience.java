package rapport.conversation.assessment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.conversation.session.Assessments;
import rapport.conversation.session.ChatMessage;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.ConversationReader;
import rapport.runtime.feed.Feeds;
import reactor.core.publisher.Mono;

/**
 * Waits for the assessment of a message, but not again and again: once one was missed, nobody is
 * kept waiting until one comes in time by itself.
 */
@Component
final class Patience implements Assessments {

  private final ConversationReader reader;
  private final Feeds feeds;
  private final Clock clock;
  private final Duration limit;
  private final AtomicBoolean willing = new AtomicBoolean(true);
  private final Counter inTime;
  private final Counter missed;
  private final Counter unwaited;

  Patience(
      ConversationReader reader,
      Feeds feeds,
      Clock clock,
      MeterRegistry meters,
      @Value("${rapport.assessment.wait-at-most}") Duration limit) {
    this.reader = reader;
    this.feeds = feeds;
    this.clock = clock;
    this.limit = limit;
    this.inTime = counter(meters, "in-time");
    this.missed = counter(meters, "missed");
    this.unwaited = counter(meters, "not-waited");
  }

  private static Counter counter(MeterRegistry meters, String outcome) {
    return Counter.builder("rapport.assessments.waits")
        .description("Messages whose answer waited for an assessment")
        .tag("outcome", outcome)
        .register(meters);
  }

  @Override
  public Mono<Void> await(Conversation after, String messageId) {
    return Mono.defer(() -> {
      if (!willing.get()) {
        unwaited.increment();
        return Mono.empty();
      }
      return arrival(after, messageId)
          .doOnSuccess(_ -> inTime.increment())
          .timeout(limit, Mono.fromRunnable(this::miss));
    });
  }

  private Mono<Void> arrival(Conversation after, String messageId) {
    return feeds
        .changes(after.streamKey())
        .concatMap(_ -> reader.find(after.workspace(), after.id()))
        .filter(now -> now.dialogue().standing().assessed(messageId))
        .next()
        .then();
  }

  private void miss() {
    willing.set(false);
    missed.increment();
  }

  /** An assessment is in the conversation. Whoever is that quick is worth waiting for. */
  void arrived(Conversation now, String messageId) {
    var quick =
        now.messages().stream()
            .filter(message -> message.id().equals(messageId))
            .map(ChatMessage::at)
            .anyMatch(at -> !at.plus(limit).isBefore(clock.instant()));
    if (quick) {
      willing.set(true);
    }
  }
}
