package rapport.lead.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.lead.learning.Model;
import rapport.lead.learning.Model.Report;
import rapport.lead.scoring.Feature;
import rapport.lead.scoring.Scorecard;
import rapport.lead.settings.IcpFile;
import rapport.lead.settings.ScorecardFile;
import rapport.lead.store.LeadModels;
import rapport.lead.store.LeadSettings;
import rapport.lead.store.LeadSettings.Kind;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** What a workspace judges its leads by: its ideal customer, and what is worth how many points. */
@RestController
@RequestMapping("/api/v1/leads")
@Allow({Role.VIEWER, Role.MARKETER, Role.SALES, Role.SUCCESS})
final class LeadSettingsController {

  private final LeadSettings settings;
  private final LeadModels models;

  LeadSettingsController(LeadSettings settings, LeadModels models) {
    this.settings = settings;
    this.models = models;
  }

  /**
   * A setting.
   *
   * @param rev to be given with the next change; 0 for the one every workspace begins with
   * @param yaml with comments that tell what may be written
   * @param by who changed it last
   */
  record SettingView(long rev, String yaml, @Nullable Instant changedAt, @Nullable String by) {

    static SettingView of(LeadSettings.Setting setting) {
      return new SettingView(setting.rev(), setting.yaml(), setting.changedAt(), setting.by());
    }
  }

  /**
   * A new text.
   *
   * @param rev the revision the one before was read at
   * @param yaml required; 400 {@code missing-field}
   */
  record SettingRequest(long rev, @Nullable String yaml) {

    String text() {
      return Problem.required("yaml", yaml);
    }
  }

  /** The ideal customer. */
  @GetMapping("/icp")
  Mono<SettingView> icp(Caller caller) {
    return settings.of(caller.workspace(), Kind.ICP).map(SettingView::of);
  }

  /** Puts another ideal customer in its place; all open leads are judged by it soon. */
  @PutMapping("/icp")
  @Allow(Role.ADMIN)
  Mono<SettingView> putIcp(Caller caller, @RequestBody SettingRequest request) {
    IcpFile.read(request.text());
    return put(caller, Kind.ICP, request);
  }

  /** The points. */
  @GetMapping("/scorecard")
  Mono<SettingView> scorecard(Caller caller) {
    return settings.of(caller.workspace(), Kind.SCORECARD).map(SettingView::of);
  }

  /** Puts other points in their place; all open leads are scored by them soon. */
  @PutMapping("/scorecard")
  @Allow(Role.ADMIN)
  Mono<SettingView> putScorecard(Caller caller, @RequestBody SettingRequest request) {
    ScorecardFile.read(request.text(), "new");
    return put(caller, Kind.SCORECARD, request);
  }

  /**
   * What was learned from leads that have ended.
   *
   * @param inUse the points in use: {@code rules} of the administrator, or {@code learned}
   * @param report none before a first lead has ended
   * @param weights what the points in use are, feature by feature
   */
  record ModelView(String inUse, @Nullable Report report, List<Weight> weights) {

    static ModelView of(Scorecard rules, @Nullable Model model) {
      var learned = model == null ? null : model.champion();
      var weights = new ArrayList<Weight>();
      for (var feature : Feature.values()) {
        for (var bin : feature.bins()) {
          var rule = rules.of(feature, bin);
          var points = learned == null ? rule : learned.of(feature, bin);
          weights.add(new Weight(feature.wire(), bin, feature.side().wire(), rule, points));
        }
      }
      return new ModelView(
          learned == null ? "rules" : "learned", model == null ? null : model.report(), weights);
    }
  }

  /**
   * What a value is worth.
   *
   * @param rule the administrator's points
   * @param points the points in use
   */
  record Weight(String feature, String bin, String side, double rule, double points) {}

  /** How good the score is: of the latest outcomes, for the points in use and their challenger. */
  @GetMapping("/model")
  Mono<ModelView> model(Caller caller) {
    return settings
        .of(caller.workspace(), Kind.SCORECARD)
        .flatMap(setting ->
            models
                .find(caller.workspace())
                .filter(model -> model.rulesRev() == setting.rev())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(model ->
                    ModelView.of(
                        ScorecardFile.read(setting.yaml(), "rules-" + setting.rev()),
                        model.orElse(null))));
  }

  private Mono<SettingView> put(Caller caller, Kind kind, SettingRequest request) {
    return settings
        .put(caller.workspace(), kind, request.rev(), request.text(), caller.subject())
        .flatMap(put ->
            put
                ? settings.of(caller.workspace(), kind).map(SettingView::of)
                : Mono.error(() ->
                    Problem.of(
                        HttpStatus.CONFLICT,
                        "stale",
                        "Somebody changed it meanwhile; read it again.")));
  }
}
