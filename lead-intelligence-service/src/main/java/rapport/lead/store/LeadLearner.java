package rapport.lead.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.lead.icp.Icp;
import rapport.lead.learning.Contest;
import rapport.lead.learning.Example;
import rapport.lead.learning.Model;
import rapport.lead.settings.IcpFile;
import rapport.lead.store.LeadSettings.Kind;
import rapport.lead.store.LeadSettings.Setting;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Learns from leads that have ended. A lead says in its own document that its end has not been
 * learned from yet, so no end is forgotten; it says so again when they are judged by something
 * else.
 */
@Component
final class LeadLearner implements WorkerLifecycle {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Leads leads;
  private final LeadSettings settings;
  private final LeadModels models;
  private final Clock clock;
  private final Duration gathering;
  private final Worker worker =
      new Worker("rapport-lead-learner", Worker.waitingFor(PATIENCE, this::step));

  /**
   * @param gathering how long ends are gathered before something is learned from them
   */
  LeadLearner(
      Leads leads,
      LeadSettings settings,
      LeadModels models,
      Clock clock,
      @Value("${rapport.lead.learning:5s}") Duration gathering) {
    this.leads = leads;
    this.settings = settings;
    this.models = models;
    this.clock = clock;
    this.gathering = gathering;
  }

  private Mono<Duration> step() {
    return leads
        .unlearned()
        .collectList()
        .flatMap(unlearned ->
            Flux.fromIterable(unlearned)
                .map(stored -> stored.lead().workspace())
                .distinct()
                .concatMap(this::learn)
                .thenMany(Flux.fromIterable(unlearned))
                .concatMap(leads::learned)
                .then(Mono.just(gathering)));
  }

  private Mono<Void> learn(String workspace) {
    return Mono.zip(
            settings.of(workspace, Kind.ICP),
            settings.of(workspace, Kind.SCORECARD),
            models.find(workspace).map(Optional::of).defaultIfEmpty(Optional.empty()))
        .flatMap(all -> {
          var before = all.getT3().orElse(null);
          return examples(workspace, IcpFile.read(all.getT1().yaml()))
              .map(examples -> model(examples, all.getT2(), before))
              .flatMap(model ->
                  models
                      .put(workspace, model)
                      .then(isOther(before, model) ? leads.lookAgain(workspace) : Mono.empty()));
        });
  }

  private Mono<List<Example>> examples(String workspace, Icp wanted) {
    return leads
        .closed(workspace)
        .map(StoredLead::lead)
        .map(lead -> Example.of(lead, Objects.requireNonNull(lead.closing()), wanted))
        .collectList();
  }

  private Model model(List<Example> examples, Setting scorecard, @Nullable Model before) {
    var rules = LeadYardsticks.rules(scorecard);
    return Contest.hold(rules, scorecard.rev(), examples, before, clock.instant());
  }

  private static boolean isOther(@Nullable Model before, Model now) {
    return !Objects.equals(before == null ? null : before.champion(), now.champion());
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
