package rapport.integrations.push.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.integrations.connector.Pushing.OurRecord;
import rapport.integrations.connector.Pushing.Result;
import rapport.integrations.connector.Pushing.There;
import rapport.integrations.push.Job;
import rapport.integrations.push.Job.Origin;
import rapport.integrations.push.Job.State;
import rapport.integrations.push.Job.Trouble;
import rapport.integrations.push.Known;
import rapport.integrations.push.PushDecider;
import rapport.integrations.push.PushDecision;
import rapport.integrations.push.PushProgress;
import rapport.integrations.push.store.Jobs.Intended;
import rapport.integrations.push.store.Jobs.Outcome;

/** Jobs of one kind that are done together: what each writes, and what became of it. */
final class Batch {

  /**
   * What is done about one job.
   *
   * @param there the record it has over there, if it has one
   * @param adopts whether that one lacks our id
   * @param decision none when nothing is to be told
   */
  private record Planned(
      Job job,
      String label,
      @Nullable There there,
      boolean adopts,
      @Nullable PushDecision decision) {

    boolean isWritten() {
      return decision != null && (adopts || !decision.write().isEmpty());
    }

    /**
     * Who will have made the record over there. What an answer says of that is not asked: it says
     * that a record had been there, too, when it is the answer to a second try.
     */
    @Nullable Origin origin() {
      if (there == null) {
        return isWritten() ? Origin.OURS : job.origin();
      }
      return adopts || job.origin() == null ? Origin.THEIRS : job.origin();
    }

    Map<String, FieldValue> fields() {
      return decision == null ? Map.of() : decision.write();
    }
  }

  private final List<Planned> planned;

  private Batch(List<Planned> planned) {
    this.planned = planned;
  }

  /**
   * Decides what is done about each job.
   *
   * @param known what is known, by id
   * @param mapping what is told, by our names
   * @param there what was found over there
   * @param links records over there that are the same, by our id
   */
  static Batch plan(
      List<Job> jobs,
      Map<String, Known> known,
      Map<String, String> mapping,
      List<There> there,
      Map<String, String> links) {
    var found = new Matching(there, links);
    var planned = new ArrayList<Planned>();
    for (var job : jobs) {
      var mine = known.getOrDefault(job.id(), Known.NOTHING);
      if (!PushDecider.isWorthTelling(mine, mapping)) {
        planned.add(new Planned(job, mine.label(), null, false, null));
        continue;
      }
      var match = found.of(job.id(), mine);
      var adopts = match != null && match.rapportId() == null;
      var decision =
          match != null && match.over()
              ? null
              : PushDecider.decide(
                  mine.values(), mapping, match == null ? null : match.fields(), job);
      planned.add(new Planned(job, mine.label(), match, adopts, decision));
    }
    return new Batch(planned);
  }

  /** What is remembered before anything is written. */
  List<Intended> intended() {
    return planned.stream()
        .map(each -> new Intended(each.job(), each.origin(), each.fields()))
        .toList();
  }

  /** What is written. */
  List<OurRecord> rows() {
    return planned.stream().filter(Planned::isWritten).map(Batch::row).toList();
  }

  private static OurRecord row(Planned each) {
    var there = each.there();
    var remote = each.adopts() && there != null ? there.remoteId() : null;
    return new OurRecord(each.job().id(), remote, each.fields());
  }

  /** What became of each, in the order of {@link #rows}. */
  List<Outcome> outcomes(List<Result> results, Instant now) {
    var next = results.iterator();
    return planned.stream()
        .map(each -> {
          var result = each.isWritten() ? next.next() : null;
          return new Outcome(each.job(), after(each, result, now));
        })
        .toList();
  }

  private static Job after(Planned each, @Nullable Result result, Instant now) {
    return switch (result) {
      case null -> done(each, each.there() == null ? null : each.there().remoteId(), now);
      case Result.Done(var remoteId) -> done(each, remoteId, now);
      case Result.Refused refused -> refused(each, refused, now);
    };
  }

  private static Job done(Planned each, @Nullable String remoteId, Instant now) {
    var job = each.job();
    var decision = each.decision();
    var written = new LinkedHashMap<>(job.written());
    if (decision != null) {
      written.putAll(decision.ours());
      written.putAll(decision.write());
    }
    return new Job(
        job.kind(),
        job.id(),
        each.label(),
        State.DONE,
        job.seq(),
        0,
        null,
        remoteId == null ? job.remoteId() : remoteId,
        each.origin(),
        written,
        List.of(),
        decision == null ? List.of() : decision.kept(),
        null,
        now);
  }

  private static Job refused(Planned each, Result.Refused refused, Instant now) {
    var job = each.job();
    var tries = job.tries() + 1;
    return new Job(
        job.kind(),
        job.id(),
        each.label(),
        refused.passing() ? State.WAITING : State.REFUSED,
        job.seq(),
        tries,
        new Trouble(refused.code(), refused.detail(), refused.fields()),
        job.remoteId(),
        refused.passing() ? each.origin() : job.origin(), // somebody else may make it now
        job.written(),
        job.tried(),
        job.kept(),
        refused.passing() ? now.plus(PushProgress.pause(tries, null)) : null,
        job.doneAt());
  }

  /** Which record over there is which of ours; none is two of ours. */
  private static final class Matching {

    private final Map<String, There> byOurId = new HashMap<>();
    private final Map<String, There> byTheirs = new HashMap<>();
    private final Map<String, List<There>> byAddress;
    private final Map<String, String> links;

    Matching(List<There> there, Map<String, String> links) {
      this.links = links;
      for (var each : there) {
        if (each.rapportId() != null) {
          byOurId.put(each.rapportId(), each);
        } else {
          byTheirs.put(each.remoteId(), each);
        }
      }
      byAddress =
          byTheirs.values().stream()
              .filter(each -> each.email() != null && !each.over())
              .collect(
                  Collectors.groupingBy(
                      each -> String.valueOf(each.email()).toLowerCase(Locale.ROOT)));
    }

    /** By our id; else by the link; else by an address that only one has. */
    @Nullable There of(String id, Known known) {
      var ours = byOurId.get(id);
      if (ours != null) {
        return ours;
      }
      var link = links.get(id);
      var linked = link == null ? null : byTheirs.remove(link);
      return linked == null ? addressed(known) : linked;
    }

    private @Nullable There addressed(Known known) {
      var email = known.values().get("email");
      var same =
          email == null ? null : byAddress.remove(email.value().display().toLowerCase(Locale.ROOT));
      return same != null && same.size() == 1 && byTheirs.remove(same.getFirst().remoteId()) != null
          ? same.getFirst()
          : null;
    }
  }
}
