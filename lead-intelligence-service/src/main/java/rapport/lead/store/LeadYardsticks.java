package rapport.lead.store;

import java.util.Optional;
import org.springframework.stereotype.Component;
import rapport.lead.lead.Yardsticks;
import rapport.lead.learning.Model;
import rapport.lead.scoring.Scorecard;
import rapport.lead.settings.IcpFile;
import rapport.lead.settings.ScorecardFile;
import rapport.lead.store.LeadSettings.Kind;
import rapport.lead.store.LeadSettings.Setting;
import reactor.core.publisher.Mono;

/** What leads are judged by: the ideal customer and the points a workspace has at the moment. */
@Component
final class LeadYardsticks {

  private final LeadSettings settings;
  private final LeadModels models;

  LeadYardsticks(LeadSettings settings, LeadModels models) {
    this.settings = settings;
    this.models = models;
  }

  Mono<Yardsticks> of(String workspace) {
    return Mono.zip(
            settings.of(workspace, Kind.ICP),
            settings.of(workspace, Kind.SCORECARD),
            models.find(workspace).map(Optional::of).defaultIfEmpty(Optional.empty()))
        .map(all ->
            new Yardsticks(
                IcpFile.read(all.getT1().yaml()),
                all.getT1().rev(),
                card(all.getT2(), all.getT3())));
  }

  /** What was learned, unless the administrator has written other points since. */
  private static Scorecard card(Setting setting, Optional<Model> model) {
    return model
        .filter(learned -> learned.rulesRev() == setting.rev())
        .flatMap(learned -> Optional.ofNullable(learned.champion()))
        .orElseGet(() -> rules(setting));
  }

  /** The scorecard as the administrator wrote it. */
  static Scorecard rules(Setting setting) {
    return ScorecardFile.read(setting.yaml(), "rules-" + setting.rev());
  }
}
