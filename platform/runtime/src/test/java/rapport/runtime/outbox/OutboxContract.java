package rapport.runtime.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rapport.contracts.WireMessage;
import reactor.core.publisher.Flux;

/** What the relay and the reconciler rely on, of every outbox. */
abstract class OutboxContract {

  static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

  abstract Outbox outbox();

  /** Stores so many events, one after the other, of the stream of workspace {@code acme}. */
  abstract void store(String stream, int events, Instant at);

  @Test
  void what_is_stored_is_given_in_the_order_of_each_stream() {
    store("a", 2, NINE);
    store("b", 1, NINE);
    store("a", 1, NINE);
    assertThat(unpublished(100))
        .extracting(OutboxEntry::streamKey, OutboxEntry::lastRev)
        .containsExactly(
            tuple("acme/a", 1L), tuple("acme/a", 2L), tuple("acme/a", 3L), tuple("acme/b", 1L));
  }

  @Test
  void an_entry_has_its_messages_under_the_key_of_its_stream() {
    store("a", 1, NINE);
    var entry = unpublished(100).getFirst();
    assertThat(entry.at()).isEqualTo(NINE);
    assertThat(entry.messages()).extracting(WireMessage::key).containsOnly("acme/a");
    assertThat(entry.messages().getFirst().headers()).containsEntry("ce_rev", "1");
  }

  @Test
  void whoever_asks_for_streams_gets_those() {
    store("a", 1, NINE);
    store("b", 1, NINE);
    store("c", 1, NINE);
    assertThat(read(outbox().unpublished(Set.of("acme/a", "acme/c", "acme/unknown"), 100)))
        .extracting(OutboxEntry::streamKey)
        .containsExactly("acme/a", "acme/c");
  }

  @Test
  void whoever_asks_for_all_but_some_streams_gets_the_others() {
    store("a", 2, NINE);
    store("b", 1, NINE);
    store("ab", 1, NINE);
    assertThat(read(outbox().unpublishedBut(Set.of("acme/a", "acme/unknown"), 100)))
        .extracting(OutboxEntry::streamKey)
        .containsExactly("acme/ab", "acme/b");
    assertThat(read(outbox().unpublishedBut(Set.of("acme/a"), 1))).hasSize(1);
  }

  @Test
  void a_limit_leaves_out_the_latest_of_a_stream_and_never_an_earlier_one() {
    store("a", 5, NINE);
    assertThat(unpublished(3)).extracting(OutboxEntry::lastRev).containsExactly(1L, 2L, 3L);
  }

  @Test
  void what_was_published_is_not_given_again() {
    store("a", 3, NINE);
    var all = unpublished(100);
    mark(all.subList(0, 2));
    assertThat(unpublished(100)).extracting(OutboxEntry::lastRev).containsExactly(3L);
    mark(all);
    mark(all);
    assertThat(unpublished(100)).isEmpty();
  }

  @Test
  void what_came_after_it_was_read_is_still_to_be_published() {
    store("a", 1, NINE);
    var taken = unpublished(100);
    store("a", 1, NINE);
    mark(taken);
    assertThat(unpublished(100)).extracting(OutboxEntry::lastRev).containsExactly(2L);
  }

  @Test
  void entries_of_others_are_passed_over() {
    store("a", 1, NINE);
    mark(List.of(new OutboxEntry("others:acme/a:1", "acme/a", 1, NINE, List.of())));
    assertThat(unpublished(100)).hasSize(1);
  }

  @Test
  void the_log_has_what_was_published_as_well_as_far_back_as_asked() {
    store("a", 1, NINE.minusSeconds(1));
    store("a", 2, NINE);
    mark(unpublished(100));
    assertThat(outbox().log(NINE).map(OutboxEntry::lastRev).collectList().block())
        .containsExactly(2L, 3L);
  }

  /** Of every stream. */
  final List<OutboxEntry> unpublished(int limit) {
    return read(outbox().unpublishedBut(Set.of(), limit));
  }

  private static List<OutboxEntry> read(Flux<OutboxEntry> entries) {
    return requireNonNull(entries.collectList().block());
  }

  final void mark(List<OutboxEntry> entries) {
    outbox().markPublished(entries).block();
  }
}
