package rapport.lead.crm;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.LeadSeen;
import rapport.lead.lead.Lead;
import rapport.lead.store.CrmRecords;
import rapport.lead.store.Leads;
import rapport.lead.store.StoredLead;
import rapport.runtime.store.DuplicateKeyException;
import rapport.runtime.store.StoreUnavailableException;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells leads what CRMs say became of them. A deal is about the leads it names by our id or by
 * their address; one that names nobody is about the open leads of its company's domain.
 */
@Component
final class CrmWork implements WorkerLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(CrmWork.class);
  private static final int AT_ONCE = 100;
  private static final int TRIES = 20;
  private static final Duration REST = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration END = Duration.ofSeconds(5);

  private final CrmRecords records;
  private final Leads leads;
  private final Clock clock;
  private final Worker worker = new Worker("lead-crm", Worker.waitingFor(PATIENCE, this::step));

  CrmWork(CrmRecords records, Leads leads, Clock clock) {
    this.records = records;
    this.leads = leads;
    this.clock = clock;
  }

  private Mono<Duration> step() {
    return records
        .due(AT_ONCE)
        .concatMap(due ->
            tell(due)
                .onErrorResume(
                    failure -> !(failure instanceof StoreUnavailableException),
                    failure -> passedOver(due, failure))
                .then(records.settled(due))
                .thenReturn(due))
        .count()
        .map(count -> count < AT_ONCE ? REST : Duration.ZERO);
  }

  /** One record that cannot be told must not stand in the way of the others. */
  private static Mono<Void> passedOver(CrmRecords.Due due, Throwable failure) {
    LOG.warn("leads cannot be told of {}", due.stream().key(), failure);
    return Mono.empty();
  }

  private Mono<Void> tell(CrmRecords.Due due) {
    var workspace = due.stream().workspace();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (due.event()) {
      case DealSeen deal ->
          about(workspace, deal)
              .concatMap(id -> change(workspace, id, lead -> CrmOutcome.of(lead, deal, now), TRIES))
              .then();
      case LeadSeen seen ->
          named(workspace, seen.source().rapportId(), seen.email())
              .concatMap(id -> change(workspace, id, lead -> CrmOutcome.of(lead, seen, now), TRIES))
              .then();
      case AccountSeen _ -> records.companyKnown(due.stream());
      default -> Mono.empty();
    };
  }

  private Flux<String> about(String workspace, DealSeen deal) {
    return Flux.fromIterable(deal.people())
        .concatMap(person -> named(workspace, person.rapportId(), person.email()))
        .switchIfEmpty(ofCompany(workspace, deal))
        .distinct();
  }

  /** By our id; by the address when there is none, and then every lead that may be meant. */
  private Flux<String> named(String workspace, @Nullable String id, @Nullable String email) {
    var byId = id == null ? Mono.<StoredLead>empty() : leads.find(workspace, id);
    var byAddress = email == null ? Flux.<StoredLead>empty() : leads.ofAddress(workspace, email);
    return byId.flux().switchIfEmpty(byAddress).map(stored -> stored.lead().id());
  }

  /** Every open lead of the company's domain; those of closed ones are told otherwise. */
  private Flux<String> ofCompany(String workspace, DealSeen deal) {
    if (deal.account() == null || deal.status().equals("open")) {
      return Flux.empty();
    }
    var stream = IntegrationEvent.streamOf(deal.source().connection(), "Account", deal.account());
    var system = deal.source().system();
    return records
        .find(workspace, stream)
        .flatMap(found -> Mono.justOrEmpty(domain(found.view().event())))
        .flatMapMany(domain -> leads.ofDomain(workspace, domain))
        .filter(stored -> {
          var closing = stored.lead().closing();
          return closing == null || closing.by().equals(system);
        })
        .map(stored -> stored.lead().id());
  }

  private static @Nullable String domain(@Nullable IntegrationEvent event) {
    return event instanceof AccountSeen account ? account.domain() : null;
  }

  /** Once more when somebody else was quicker. */
  private Mono<Void> change(String workspace, String id, UnaryOperator<Lead> change, int tries) {
    return leads
        .find(workspace, id)
        .flatMap(stored -> {
          var after = change.apply(stored.lead());
          return after.equals(stored.lead())
              ? Mono.just(true)
              : leads
                  .replace(stored, after)
                  // the person has another open lead meanwhile: this one stays as it ended
                  .onErrorResume(DuplicateKeyException.class, _ -> Mono.just(true));
        })
        .flatMap(done ->
            done
                ? Mono.empty()
                : tries > 1
                    ? change(workspace, id, change, tries - 1)
                    : Mono.error(new IllegalStateException("a lead keeps moving")));
  }

  @Override
  public void stop() {
    worker.stop(END);
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
