package rapport.health.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reports of stories, and what they say. */
final class Funnels {

  static final Duration A_DAY = Duration.ofDays(1);

  private Funnels() {}

  /** As of a moment at which none of the stories is abandoned. */
  static FunnelReport of(FlowStory... stories) {
    return asOf(FlowStory.BEGIN, stories);
  }

  static FunnelReport asOf(Instant now, FlowStory... stories) {
    return of(now, Arrays.stream(stories).map(FlowStory::progress).toList());
  }

  static FunnelReport of(Instant now, List<ConversationProgress> conversations) {
    var count = new FunnelCount(now, A_DAY);
    conversations.forEach(count::add);
    return count.report();
  }

  static FunnelReport.Phase phase(FunnelReport report, String id) {
    return report.phases().stream()
        .filter(phase -> phase.phase().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no phase " + id + " in " + report));
  }

  static FunnelReport.Field field(FunnelReport report, String path) {
    return report.phases().stream()
        .flatMap(phase -> phase.fields().stream())
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + path + " in " + report));
  }

  /** What holds of a field in one session. */
  static Set<Step> steps(FlowStory story, String path) {
    return steps(Funnels.of(story), path);
  }

  /** The steps counted for a field; none when it is not reported. */
  static Set<Step> steps(FunnelReport report, String path) {
    return report.phases().stream()
        .flatMap(phase -> phase.fields().stream())
        .filter(field -> field.path().equals(path))
        .findFirst()
        .map(field -> steps(field.counts()))
        .orElse(EnumSet.noneOf(Step.class));
  }

  static Set<Step> steps(Counts counts) {
    var steps = EnumSet.noneOf(Step.class);
    for (var step : Step.values()) {
      if (of(counts, step) > 0) {
        steps.add(step);
      }
    }
    return steps;
  }

  static long of(Counts counts, Step step) {
    return switch (step) {
      case ASKED -> counts.asked();
      case ANSWERED -> counts.answered();
      case SKIPPED -> counts.skipped();
      case UNKNOWN -> counts.unknown();
      case VOLUNTEERED -> counts.volunteered();
      case CORRECTED -> counts.corrected();
      case REJECTED -> counts.rejected();
      case ABANDONED -> counts.abandoned();
    };
  }
}
