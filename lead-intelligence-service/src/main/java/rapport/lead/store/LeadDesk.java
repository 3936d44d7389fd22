package rapport.lead.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.PersonaState;
import rapport.lead.lead.Lead;
import rapport.lead.lead.Yardsticks;
import rapport.lead.portrait.Talk;
import rapport.lead.visitor.Visitor;
import rapport.runtime.consent.WithheldConsents;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import reactor.core.publisher.Mono;

/**
 * Brings a visitor's conversation into the lead it belongs to: the one that has it already, the
 * open one of the same person and site, or a new one.
 */
@Component
final class LeadDesk {

  /** How a conversation fared. */
  sealed interface Outcome {

    /** Its lead has it. */
    record Done() implements Outcome {}

    /** Its lead was looked at so lately that it can wait. */
    record Later(Instant at) implements Outcome {}

    /** Somebody else was quicker; the same once more. */
    record Again() implements Outcome {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(LeadDesk.class);
  private static final Duration LOOKED_AT_ANEW = Duration.ofHours(12);
  private static final int AT_ONCE = 100;

  private final Visitors visitors;
  private final PersonaLibrary personas;
  private final Leads leads;
  private final LeadYardsticks yardsticks;
  private final Sites sites;
  private final WithheldConsents consents;
  private final Clock clock;
  private final Duration apart;
  private final Counter ran;
  private final Counter skipped;

  /**
   * @param apart how long a lead that was looked at is left alone
   */
  LeadDesk(
      Visitors visitors,
      PersonaLibrary personas,
      Leads leads,
      LeadYardsticks yardsticks,
      Sites sites,
      WithheldConsents consents,
      Clock clock,
      MeterRegistry meters,
      @Value("${rapport.lead.apart:30s}") Duration apart) {
    this.visitors = visitors;
    this.personas = personas;
    this.leads = leads;
    this.yardsticks = yardsticks;
    this.sites = sites;
    this.consents = consents;
    this.clock = clock;
    this.apart = apart;
    this.ran = meters.counter("rapport.lead.analyses", "outcome", "ran");
    this.skipped = meters.counter("rapport.lead.analyses", "outcome", "skipped");
  }

  /** Brings what a visitor said so far to their lead. */
  Mono<Outcome> follow(StreamRef stream) {
    var workspace = stream.workspace();
    return visitors
        .find(workspace, stream.stream())
        .flatMap(visitor ->
            leads
                .ofConversation(workspace, stream.stream())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(has -> follow(workspace, visitor, has.orElse(null))))
        .defaultIfEmpty(new Outcome.Done());
  }

  private Mono<Outcome> follow(
      String workspace, Versioned<Visitor> visitor, @Nullable StoredLead has) {
    var contact = visitor.view().particulars().contact();
    if (contact == null) {
      return has == null ? Mono.just(new Outcome.Done()) : leave(has, visitor.view().id());
    }
    if (!visitor.view().judged()) {
      return Mono.just(new Outcome.Done());
    }
    var talk = talk(workspace, visitor);
    if (has != null && has.lead().email().equals(contact.email())) {
      return meet(has, talk);
    }
    var site = site(visitor.view());
    return leads
        .open(workspace, site, contact.email())
        .flatMap(open -> join(open, talk))
        .switchIfEmpty(Mono.defer(() -> begin(workspace, site, contact.email(), talk)))
        .flatMap(outcome ->
            has != null && outcome instanceof Outcome.Done
                ? leave(has, talk.conversation())
                : Mono.just(outcome));
  }

  private Talk talk(String workspace, Versioned<Visitor> visitor) {
    var model = personas.model(workspace, visitor.view().beginning().arrival());
    return Talk.of(visitor.view(), visitor.rev(), model);
  }

  private static String site(Visitor visitor) {
    var arrival = visitor.beginning().arrival();
    return arrival == null || arrival.site() == null ? PersonaState.STARTER : arrival.site();
  }

  /** More of a conversation the lead has already; not more often than needed. */
  private Mono<Outcome> meet(StoredLead stored, Talk talk) {
    var last = stored.lead().analysis();
    var next = last == null ? Instant.EPOCH : last.at().plus(apart);
    return clock.instant().isBefore(next) ? Mono.just(new Outcome.Later(next)) : join(stored, talk);
  }

  /** What somebody says on another device counts as theirs here before their profile says so. */
  private Mono<Outcome> join(StoredLead stored, Talk talk) {
    return isJudged(stored.lead())
        .filter(judged -> judged)
        .flatMap(_ -> analysed(stored.lead().with(talk)))
        .flatMap(lead -> leads.replaceLookedAt(stored, lead))
        .map(LeadDesk::done)
        .defaultIfEmpty(new Outcome.Done());
  }

  private Mono<Outcome> begin(String workspace, String site, String email, Talk talk) {
    var id = UUID.randomUUID().toString();
    return analysed(Lead.open(workspace, id, email, site, talk, now()))
        .flatMap(leads::add)
        .map(LeadDesk::done);
  }

  /** The conversation has another address now, or none. */
  private Mono<Outcome> leave(StoredLead stored, String conversation) {
    return analysed(stored.lead().without(conversation, now()))
        .flatMap(lead -> leads.replaceLookedAt(stored, lead))
        .map(LeadDesk::done);
  }

  /**
   * Open leads nobody has said anything of for long fade; see that they do. Those of people who do
   * not want to be profiled stay as they are.
   */
  Mono<Void> lookAgain() {
    return leads
        .notLookedAtSince(clock.instant().minus(LOOKED_AT_ANEW), AT_ONCE)
        .concatMap(stored ->
            lookAgain(stored)
                .onErrorResume(RuntimeException.class, failure -> putOff(stored, failure)))
        .then();
  }

  private Mono<Boolean> lookAgain(StoredLead stored) {
    return isJudged(stored.lead())
        .flatMap(judged -> judged ? analysed(stored.lead()) : Mono.just(stored.lead()))
        .flatMap(lead -> leads.replaceLookedAt(stored, lead));
  }

  /** One that fails must not keep those of other workspaces waiting. */
  private Mono<Boolean> putOff(StoredLead stored, RuntimeException failure) {
    var lead = stored.lead();
    LOG.warn("lead {}/{} is not judged: {}", lead.workspace(), lead.id(), failure.toString());
    return leads.replaceLookedAt(stored, lead);
  }

  private Mono<Boolean> isJudged(Lead lead) {
    var conversations = lead.talks().stream().map(Talk::conversation).toList();
    return consents
        .withholding(lead.workspace(), conversations, ConsentPurpose.PROFILING)
        .map(Set::isEmpty);
  }

  private Mono<Lead> analysed(Lead lead) {
    var domain = lead.email().substring(lead.email().indexOf('@') + 1);
    return Mono.zip(yardsticks.of(lead.workspace()), sites.technologies(lead.workspace(), domain))
        .map(both -> analysed(lead.with(both.getT2()), both.getT1()));
  }

  private Lead analysed(Lead lead, Yardsticks by) {
    var after = lead.analysed(by, now());
    (after.equals(lead) ? skipped : ran).increment();
    return after;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Outcome done(boolean stored) {
    return stored ? new Outcome.Done() : new Outcome.Again();
  }
}
