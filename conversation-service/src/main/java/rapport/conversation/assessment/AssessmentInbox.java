package rapport.conversation.assessment;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.LeadChange;
import rapport.contracts.LeadEvent;
import rapport.conversation.dialogue.Assessment;
import rapport.conversation.session.Conversations;
import rapport.conversation.session.Personas;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes assessments into the conversations they are about, before they count as read. The same one
 * again changes nothing.
 */
@Component
final class AssessmentInbox implements Views<LatestAssessment, LeadEvent> {

  private final LatestAssessments read;
  private final Conversations conversations;
  private final Personas personas;
  private final Patience patience;

  AssessmentInbox(
      LatestAssessments read, Conversations conversations, Personas personas, Patience patience) {
    this.read = read;
    this.conversations = conversations;
    this.personas = personas;
    this.patience = patience;
  }

  @Override
  public Mono<Versioned<LatestAssessment>> find(String workspace, String stream) {
    return read.find(workspace, stream);
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      LatestAssessment view,
      long expectedRev,
      long newRev,
      List<Envelope<LeadEvent>> applied) {
    return Flux.fromIterable(applied)
        .concatMap(envelope ->
            switch (envelope.event()) {
              case LeadEvent.VisitorAssessed assessed -> take(workspace, stream, assessed);
              case LeadChange _ -> Mono.<Void>empty();
            })
        .then(Mono.defer(() -> read.save(workspace, stream, view, expectedRev, newRev, applied)));
  }

  /** A conversation that is not here (any more) needs no assessment. */
  private Mono<Void> take(String workspace, String stream, LeadEvent.VisitorAssessed assessed) {
    return conversations
        .assess(workspace, stream, assessment(workspace, assessed))
        .doOnNext(now -> patience.arrived(now, assessed.messageId()))
        .onErrorResume(
            problem -> problem instanceof Problem known && known.status() == HttpStatus.NOT_FOUND,
            _ -> Mono.empty())
        .then();
  }

  private Assessment assessment(String workspace, LeadEvent.VisitorAssessed assessed) {
    var persona = assessed.persona();
    return new Assessment(
        assessed.messageId(),
        assessed.rev(),
        persona == null
            ? null
            : new Assessment.Persona(
                persona.id(),
                persona.name(),
                persona.confidence(),
                assessed.evidence().stream()
                    .filter(one -> one.persona().equals(persona.id()))
                    .map(one -> new ConversationEvent.Evidence(one.quote(), one.weight()))
                    .toList(),
                personas.order(workspace, persona.id())),
        assessed.intent().score(),
        assessed.intent().evidence().stream()
            .map(one -> new ConversationEvent.Evidence(one.quote(), one.weight()))
            .toList(),
        assessed.signals().stream()
            .map(one -> new ConversationEvent.Signal(one.type(), one.quote(), one.score()))
            .toList());
  }
}
