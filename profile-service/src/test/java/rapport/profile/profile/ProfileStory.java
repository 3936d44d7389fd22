package rapport.profile.profile;

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
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.Envelope;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.contracts.ProfileEvent;

/** Given what happened, when something more happens, then the profile is so. */
public final class ProfileStory {

  public static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");
  public static final SessionStarted STARTED =
      new SessionStarted("customer-profile", 1, "en", "user-1");

  private final ProfileUpdate before;
  private final ProfileUpdate after;

  private ProfileStory(ProfileUpdate before, ProfileUpdate after) {
    this.before = before;
    this.after = after;
  }

  static ProfileStory given(ConversationEvent... events) {
    var told = fold(ProfileUpdate.saved(CustomerProfile.none("c1"), 0), 1, events);
    return new ProfileStory(told, told);
  }

  ProfileStory when(ConversationEvent... events) {
    var given = ProfileUpdate.saved(after.profile(), after.told());
    return new ProfileStory(after, fold(given, 101, events));
  }

  ProfileStory then(String path, @Nullable Object value) {
    var shown = after.profile().value(path);
    assertThat(shown == null ? null : shown.json()).as(path).isEqualTo(value);
    return this;
  }

  ProfileStory thenField(String path, Field.Status status, boolean parked) {
    var field = after.profile().fields().getOrDefault(path, Field.UNTOUCHED);
    assertThat(field.status()).as(path).isEqualTo(status);
    assertThat(field.parked()).as(path + " parked").isEqualTo(parked);
    return this;
  }

  ProfileStory thenTold(ProfileEvent... events) {
    assertThat(after.news()).extracting(news -> news.event().event()).containsExactly(events);
    return this;
  }

  ProfileStory thenNothingChanges() {
    assertThat(after.profile()).isEqualTo(before.profile());
    assertThat(after.news()).isEmpty();
    assertThat(after.changes()).isEmpty();
    return this;
  }

  rapport.profile.profile.Provenance provenance(String path) {
    var held = requireNonNull(after.profile().shown().get(path), path);
    return requireNonNull(held.provenance(), path);
  }

  CustomerProfile profile() {
    return after.profile();
  }

  ProfileUpdate update() {
    return after;
  }

  /** A profile folded from these events, one second apart. */
  public static CustomerProfile profile(ConversationEvent... events) {
    return given(events).profile();
  }

  static ProfileUpdate fold(ProfileUpdate from, long rev, ConversationEvent... events) {
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

  static Provenance chat() {
    return new Provenance(Origin.CHAT, "user-1", "that is what I said", 0.9);
  }

  static Provenance panel() {
    return new Provenance(Origin.PANEL, "user-2", null, 1);
  }
}
