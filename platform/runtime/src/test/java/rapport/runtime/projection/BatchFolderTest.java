package rapport.runtime.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;

class BatchFolderTest {

  private final Texts.ListTexts projection = new Texts.ListTexts("texts", "topic");
  private final Texts.MemoryViews views = new Texts.MemoryViews();
  private final Texts.Owner owner = new Texts.Owner(projection.catalog());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final RunnerMeters figures = new RunnerMeters(meters, "texts", Clock.systemUTC());
  private final EventCodec<ConversationEvent> codec = new EventCodec<>(projection.catalog());
  private final BatchFolder<List<String>, ConversationEvent> batches =
      new BatchFolder<>(projection, views, figures);
  private final StreamFolder<List<String>, ConversationEvent> streams =
      new StreamFolder<>(projection, views, owner, figures);

  @Test
  void many_streams_are_read_at_once_and_stored_at_once() {
    var all = Stream.of("a", "b", "c").flatMap(stream -> owner.say(stream, 4).stream()).toList();
    assertThat(fold(all)).containsExactlyInAnyOrder("a", "b", "c");
    assertTold("a", "b", "c");
    assertThat(views.queries).isEqualTo(1);
    assertThat(views.requests).isEqualTo(1);
    assertThat(views.saves).isEqualTo(3);
  }

  @Test
  void what_a_view_has_is_dropped_and_counted() {
    var all = owner.say("a", 3);
    fold(all);
    fold(all.subList(0, 1));
    assertThat(fold(Stream.concat(all.stream(), owner.say("a", 1).stream()).toList()))
        .containsExactly("a");
    assertTold("a");
    assertThat(views.saves).isEqualTo(2);
    assertThat(counted("rapport.duplicates.dropped")).isEqualTo(4);
  }

  @Test
  void a_stream_with_a_gap_is_left_and_the_others_are_stored() {
    var gapped = owner.say("gapped", 3);
    var batch = new ArrayList<>(owner.say("a", 2));
    batch.addAll(List.of(gapped.get(0), gapped.get(2)));
    batch.addAll(owner.say("b", 2));
    assertThat(fold(batch)).containsExactlyInAnyOrder("a", "b");
    assertTold("a", "b");
    assertThat(views.rev("gapped")).isZero();
  }

  @Test
  void a_stream_that_cannot_be_read_or_folded_is_left_and_the_others_are_stored() {
    var broken = owner.say("broken", 1).getFirst();
    var stray = owner.say("elsewhere", 1).getFirst();
    var batch = new ArrayList<>(owner.say("a", 2));
    batch.add(new WireMessage("topic", "acme/broken", broken.headers(), "{"));
    batch.add(new WireMessage("topic", "acme/stray", stray.headers(), stray.value()));
    batch.add(owner.say("ill", "t1"));
    batch.add(owner.say("ill", "poison"));
    assertThat(fold(batch)).containsExactly("a");
    assertTold("a");
    assertThat(views.rev("ill")).isZero();
  }

  @Test
  void an_event_of_a_newer_publisher_moves_the_revision_only() {
    var all = new ArrayList<>(owner.say("a", 2));
    var headers = new LinkedHashMap<>(all.get(1).headers());
    headers.put("ce_type", "rapport.conversation.something-new.v1");
    all.set(1, new WireMessage("topic", all.get(1).key(), headers, all.get(1).value()));
    assertThat(fold(all)).containsExactly("a");
    assertThat(views.of("a")).containsExactly("t1");
    assertThat(views.rev("a")).isEqualTo(2);
    assertThat(counted("rapport.events.unknown")).isEqualTo(1);
  }

  @Test
  void a_stream_that_is_passed_over_is_stored_once() {
    fold(List.of(owner.say("s", "not mine"), owner.say("s", "t2")));
    assertThat(views.rev("s")).isEqualTo(1);
    owner.say("s", 7);
    assertThat(fold(List.of(owner.say("s", "poison")))).containsExactly("s");
    assertThat(views.saves).isEqualTo(1);
  }

  @Test
  void a_very_long_stream_is_left() {
    var batch = new ArrayList<>(owner.say("long", 101));
    batch.addAll(owner.say("a", 1));
    assertThat(fold(batch)).containsExactly("a");
  }

  @Test
  void when_a_view_was_moved_by_somebody_else_all_are_left_and_none_is_counted() {
    var all = owner.say("a", 2);
    fold(all.subList(0, 1));
    views.movedByAnother = 1;
    var batch = new ArrayList<>(all);
    batch.addAll(owner.say("b", 1));
    assertThat(fold(batch)).isEmpty();
    assertThat(counted("rapport.duplicates.dropped")).isZero();
    foldAll(batch);
    assertTold("a", "b");
  }

  @Test
  void a_save_that_fails_in_the_middle_leaves_all_to_be_stored_one_by_one() {
    var batch = Stream.of("a", "big", "c").flatMap(stream -> owner.say(stream, 2).stream());
    views.unstorable = "big";
    assertThat(fold(batch.toList())).isEmpty();
    assertThat(views.rev("a") + views.rev("c")).isLessThan(4);
    views.unstorable = "";
    foldAll(Stream.of("a", "big", "c").flatMap(this::said).toList());
    assertTold("a", "big", "c");
  }

  @Test
  void a_store_that_is_away_is_said_to_be() {
    views.failure = new NotAnsweringException("no answer");
    assertThatThrownBy(() -> fold(owner.say("a", 1))).isInstanceOf(NotAnsweringException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatever_comes_and_fails_the_views_are_the_log(long seed) {
    var random = new Random(seed);
    var names = IntStream.range(0, 6).mapToObj(n -> "s" + n).toList();
    var arrivals = new ArrayList<>(names.stream().flatMap(s -> owner.say(s, 20).stream()).toList());
    for (int n = 0; n < 40; n++) {
      arrivals.add(random.nextInt(arrivals.size()), arrivals.get(random.nextInt(120)));
    }
    for (int n = 0; n < 15; n++) {
      Collections.swap(arrivals, random.nextInt(160), random.nextInt(160));
    }
    for (int from = 0; from < arrivals.size(); from += 16) {
      views.movedByAnother = random.nextInt(3);
      foldAll(arrivals.subList(from, Math.min(from + 16, arrivals.size())));
    }
    assertTold(names.toArray(String[]::new));
  }

  private Set<String> fold(List<WireMessage> messages) {
    return batches.fold(arrivals(messages)).stream()
        .map(StreamRef::stream)
        .collect(Collectors.toSet());
  }

  /** As the runner does: what the batch leaves goes stream by stream. */
  private void foldAll(List<WireMessage> messages) {
    var arrivals = arrivals(messages);
    arrivals.keySet().removeAll(batches.fold(arrivals));
    arrivals.forEach((stream, came) -> assertThat(streams.fold(stream, came)).isEmpty());
  }

  private Map<StreamRef, List<Arrival<ConversationEvent>>> arrivals(List<WireMessage> messages) {
    var arrivals = new LinkedHashMap<StreamRef, List<Arrival<ConversationEvent>>>();
    for (var message : messages) {
      var stream = StreamRef.ofKey(message.key());
      arrivals
          .computeIfAbsent(stream, _ -> new ArrayList<>())
          .add(Arrival.read(codec, stream, message));
    }
    return arrivals;
  }

  private Stream<WireMessage> said(String stream) {
    return owner
        .events("acme", stream, 1, Integer.MAX_VALUE)
        .blockOptional()
        .orElseThrow()
        .stream();
  }

  private void assertTold(String... told) {
    assertThat(told)
        .allSatisfy(stream -> assertThat(views.of(stream)).isEqualTo(owner.texts(stream)));
  }

  private double counted(String name) {
    return meters.counter(name, "consumer", "texts").count();
  }
}
