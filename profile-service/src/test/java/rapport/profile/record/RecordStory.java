package rapport.profile.record;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.FieldCaptured;
import rapport.contracts.ConversationEvent.FieldCorrected;
import rapport.contracts.ConversationEvent.ItemAdded;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;

/** Given what happened, when something more happens, then the record is so. */
public final class RecordStory {

  public static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

  /** A conversation that builds a customer profile. */
  public static final SessionStarted STARTED =
      new SessionStarted("customer-profile", 1, "en", "user-1");

  /** A conversation that maps a buying process. */
  public static final SessionStarted MAPPING =
      new SessionStarted("buying-process", 1, "en", "user-1");

  private final RecordUpdate before;
  private final RecordUpdate after;

  private RecordStory(RecordUpdate before, RecordUpdate after) {
    this.before = before;
    this.after = after;
  }

  public static RecordStory given(ConversationEvent... events) {
    var given = fold(RecordUpdate.saved(ConversationRecord.none("c1")), 1, events);
    return new RecordStory(given, given);
  }

  RecordStory when(ConversationEvent... events) {
    return new RecordStory(after, fold(RecordUpdate.saved(after.record()), 101, events));
  }

  RecordStory then(String path, @Nullable Object value) {
    var shown = after.record().value(path);
    assertThat(shown == null ? null : shown.json()).as(path).isEqualTo(value);
    return this;
  }

  RecordStory thenField(String path, Field.Status status, boolean parked) {
    var field = after.record().fields().at(path);
    assertThat(field.status()).as(path).isEqualTo(status);
    assertThat(field.parked()).as(path + " parked").isEqualTo(parked);
    return this;
  }

  RecordStory thenRows(String group, String... items) {
    assertThat(after.record().rows().of(group)).as(group).containsExactly(items);
    return this;
  }

  /** The lines of history, each written {@code path: from -> to (cause)}. */
  RecordStory thenHistory(String... lines) {
    assertThat(after.changes()).extracting(RecordStory::line).containsExactly(lines);
    return this;
  }

  private static String line(FieldChange change) {
    return "%s: %s -> %s (%s)"
        .formatted(change.path(), words(change.from()), words(change.to()), change.cause().wire());
  }

  private static String words(@Nullable FieldValue value) {
    return value == null ? "nothing" : value.display();
  }

  RecordStory thenNothingChanges() {
    assertThat(after.record()).isEqualTo(before.record());
    assertThat(after.changes()).isEmpty();
    return this;
  }

  rapport.profile.record.Provenance provenance(String path) {
    var held = requireNonNull(after.record().fields().shown().get(path), path);
    return requireNonNull(held.provenance(), path);
  }

  ConversationRecord record() {
    return after.record();
  }

  /** A record folded from these events, one second apart. */
  public static ConversationRecord record(ConversationEvent... events) {
    return given(events).record();
  }

  private static RecordUpdate fold(RecordUpdate from, long rev, ConversationEvent... events) {
    var folded = from;
    for (var envelope : envelopes("main", "c1", rev, Arrays.asList(events))) {
      folded = folded.apply(envelope);
    }
    return folded;
  }

  /** The events as a stream, one second apart. */
  public static List<Envelope<ConversationEvent>> envelopes(
      String workspace, String stream, long firstRev, List<ConversationEvent> events) {
    var envelopes = new ArrayList<Envelope<ConversationEvent>>();
    for (var event : events) {
      var rev = firstRev + envelopes.size();
      envelopes.add(
          new Envelope<>(
              stream + "-" + rev,
              workspace,
              stream,
              rev,
              BEGIN.plusSeconds(rev),
              "m" + rev,
              null,
              event));
    }
    return envelopes;
  }

  /** Something said in the chat. */
  public static FieldCaptured said(String path, Object value) {
    return new FieldCaptured(path, FieldValue.of(value), chat());
  }

  /** Something corrected in the panel. */
  public static FieldCorrected edited(String path, Object from, Object value) {
    return new FieldCorrected(path, FieldValue.of(from), FieldValue.of(value), panel());
  }

  /** A buying stage that was asked for in the chat. */
  public static ItemAdded stage(String id, int index) {
    return new ItemAdded("buying_stages", id, index, chat());
  }

  public static Provenance chat() {
    return new Provenance(Origin.CHAT, "user-1", "that is what I said", 0.9);
  }

  public static Provenance panel() {
    return new Provenance(Origin.PANEL, "user-2", null, 1);
  }
}
