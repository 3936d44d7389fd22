package rapport.lead.visitor;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.LeadChange;
import rapport.contracts.LeadEvent;
import rapport.contracts.LeadEvent.VisitorAssessed;

/**
 * What was thought of a visitor, and told.
 *
 * @param persona the one the visitor was taken for last
 * @param told how many there have been
 * @param news those since the visitor was last stored
 */
public record Assessments(@Nullable String persona, long told, List<Envelope<LeadEvent>> news) {

  /** None yet. */
  static final Assessments NONE = new Assessments(null, 0, List.of());

  public Assessments {
    news = List.copyOf(news);
  }

  /**
   * One more.
   *
   * @param because the event of the conversation it was made for
   */
  Assessments and(VisitorAssessed latest, Envelope<ConversationEvent> because) {
    var next = told + 1;
    var envelope =
        new Envelope<LeadEvent>(
            "lead:" + because.stream() + ":" + next,
            because.workspace(),
            because.stream(),
            next,
            because.at(),
            latest.messageId(),
            because.traceparent(),
            latest);
    var now = latest.persona() == null ? null : latest.persona().id();
    return new Assessments(now, next, Stream.concat(news.stream(), Stream.of(envelope)).toList());
  }

  /** The news that came after that revision of the conversation. */
  public List<Envelope<LeadEvent>> newsSince(long rev) {
    return news.stream().filter(one -> rev(one.event()) > rev).toList();
  }

  private static long rev(LeadEvent event) {
    return switch (event) {
      case VisitorAssessed assessed -> assessed.rev();
      case LeadChange change -> throw new IllegalStateException("not a visitor's: " + change);
    };
  }
}
