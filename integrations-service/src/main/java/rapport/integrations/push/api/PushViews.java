package rapport.integrations.push.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connection.Connection;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.Pushing;
import rapport.integrations.push.Job;
import rapport.integrations.push.Job.Trouble;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushField;
import rapport.integrations.push.PushProgress;
import rapport.integrations.push.PushProgress.Failure;
import rapport.integrations.push.PushSettings;
import rapport.integrations.push.store.Pushes;

/** Pushing as people see it. */
final class PushViews {

  private PushViews() {}

  /**
   * What is pushed through a connection and how it goes.
   *
   * @param rev counts the changes of what is pushed; 0 before the first
   * @param on whether anything is
   * @param scores whether scores are told, too
   * @param erase what becomes over there of whoever is erased: {@code delete} or {@code keep}
   * @param removals what is over there of those who were erased
   * @param running whether it is being pushed just now
   * @param nextAt when it goes on; none when nothing waits
   * @param lastAt when something was pushed last
   * @param error what went wrong with all of it last; it is tried again by itself
   * @param failures how often in a row it went wrong
   * @param budget requests the other system still answers
   */
  record PushView(
      long rev,
      boolean on,
      List<KindView> kinds,
      boolean scores,
      String erase,
      Counts counts,
      RemovalsView removals,
      boolean running,
      @Nullable Instant nextAt,
      @Nullable Instant lastAt,
      @Nullable Failure error,
      int failures,
      @Nullable BudgetView budget) {}

  /** Requests that are left, of how many. */
  record BudgetView(long left, long limit) {}

  /**
   * Records of those who were erased here.
   *
   * @param waiting how many are still to be deleted over there
   * @param deleted how many are
   * @param kept how many stay, since Rapport did not make them, or somebody wants it so
   * @param error why one of those that wait is still there; it is tried again by itself
   */
  record RemovalsView(long waiting, long deleted, long kept, Connection.@Nullable Trouble error) {}

  /** How many records wait, are there, and were refused. */
  record Counts(long waiting, long done, long refused) {}

  /**
   * What of a kind is pushed.
   *
   * @param object where it is kept over there
   * @param proposedObject where it is kept unless somebody says otherwise; none when nobody can
   */
  record KindView(
      String kind,
      String object,
      @Nullable String proposedObject,
      boolean on,
      List<FieldView> fields) {}

  /**
   * A field.
   *
   * @param to what it is called over there; none when it is not told
   * @param proposed what it is called there unless somebody says otherwise; none when it is not
   *     told then
   * @param score whether it is told only when scores are
   */
  record FieldView(
      String name, String label, @Nullable String to, @Nullable String proposed, boolean score) {}

  /**
   * A record and how far it is.
   *
   * @param id ours
   * @param url where people can look at it over there
   * @param error why it is not there, and what to do
   * @param kept names of fields that stay as somebody wrote them over there
   * @param tries how often in a row it failed
   * @param due when it is pushed; none when it is not waiting
   */
  record RecordView(
      String kind,
      String id,
      String label,
      String state,
      @Nullable String remoteId,
      @Nullable String url,
      @Nullable Trouble error,
      List<String> kept,
      int tries,
      @Nullable Instant due,
      @Nullable Instant doneAt) {}

  static PushView of(
      Pushing connector, Pushes.@Nullable Stored stored, Counts counts, RemovalsView removals) {
    var settings = stored == null ? PushSettings.NONE : stored.settings();
    var progress = stored == null ? PushProgress.NEW : stored.progress();
    var left = progress.budgetLeft();
    var limit = progress.budgetLimit();
    return new PushView(
        stored == null ? 0 : stored.rev(),
        !settings.kinds().isEmpty(),
        Arrays.stream(Kind.values()).map(kind -> kind(connector, settings, kind)).toList(),
        settings.scores(),
        settings.erase().wire(),
        counts,
        removals,
        stored != null && stored.running(),
        stored == null ? null : stored.nextAt(),
        progress.lastAt(),
        progress.error(),
        progress.failures(),
        left == null || limit == null ? null : new BudgetView(left, limit));
  }

  private static KindView kind(Pushing connector, PushSettings settings, Kind kind) {
    var proposed = connector.proposed(kind);
    var chosen = settings.fields().getOrDefault(kind.wire(), Map.of());
    var fields = PushField.of(kind).map(field -> field(field, proposed, chosen)).toList();
    var object = connector.object(kind);
    return new KindView(
        kind.wire(),
        settings.object(kind, object),
        connector.letsNameObjects() ? object : null,
        settings.isOn(kind),
        fields);
  }

  private static FieldView field(
      PushField field, Map<String, String> proposed, Map<String, String> chosen) {
    var usual = proposed.get(field.name());
    var to = chosen.getOrDefault(field.name(), usual == null ? "" : usual);
    return new FieldView(
        field.name(), field.label(), to.isEmpty() ? null : to, usual, field.score());
  }

  static RecordView of(Pushing connector, Access access, Job job) {
    var remoteId = job.remoteId();
    return new RecordView(
        job.kind().wire(),
        job.id(),
        job.label(),
        job.state().wire(),
        remoteId,
        remoteId == null ? null : connector.page(access, remoteId),
        job.error(),
        job.kept(),
        job.tries(),
        job.due(),
        job.doneAt());
  }
}
