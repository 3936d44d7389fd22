package rapport.runtime.outbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.EventCatalog;
import rapport.contracts.WireMessage;
import rapport.runtime.projection.StreamRef;

class NewsOutboxTest extends OutboxContract {

  private static final StreamRef A = new StreamRef("acme", "a");

  private static final EventCatalog<Text> STATE =
      new EventCatalog<>("texts.state", "test", Map.of("rapport.test.text-stands.v1", Text.class));

  private record Text(String text) {}

  private final NewsBench bench = new NewsBench();
  private NewsOutbox outbox = bench.outbox("texts");

  @AfterEach
  void close() {
    bench.close();
  }

  @Override
  Outbox outbox() {
    return outbox;
  }

  @Override
  void store(String stream, int events, Instant at) {
    bench.tell("texts", stream, events, at);
  }

  @Test
  void a_mark_never_jumps_over_news_nobody_has_published() {
    store("a", 2, NINE);
    mark(all().subList(1, 2));
    assertThat(revs(all())).containsExactly(1L, 2L);
  }

  @Test
  void a_document_with_nothing_to_tell_is_not_pending() {
    bench
        .documents("texts")
        .insert("acme", NewsBench.NEWS.first(List.of()).append("_id", A.key()))
        .block();
    assertThat(all()).isEmpty();
    assertThat(bench.document("texts", "a"))
        .contains(entry("told", 0L), entry("published", 0L), entry("pending", false));
  }

  @Test
  void a_document_that_told_everything_is_not_pending() {
    store("a", 2, NINE);
    assertThat(bench.document("texts", "a")).contains(entry("pending", true));
    mark(all());
    assertThat(bench.document("texts", "a"))
        .contains(entry("told", 2L), entry("published", 2L), entry("pending", false));
  }

  @Test
  void an_upsert_begins_a_document_or_adds_to_it() {
    upsert(List.of());
    assertThat(bench.document("texts", "a")).contains(entry("told", 0L), entry("pending", false));
    upsert(List.of(new MessageReceived("m", "one")));
    upsert(List.of());
    upsert(List.of(new MessageReceived("m", "two")));
    assertThat(revs(all())).containsExactly(1L, 2L);
  }

  @Test
  void only_the_last_news_carry_the_state() {
    outbox = outbox.withState(STATE, document -> new Text("after " + document.get("told")));
    store("a", 2, NINE);
    assertThat(topics(all().getFirst())).containsExactly("rapport.conversation.events");
    var last = all().getLast().messages().getLast();
    assertThat(last.topic()).isEqualTo("texts.state");
    assertThat(last.key()).isEqualTo("acme/a");
    assertThat(last.headers())
        .contains(entry("ce_id", "state:acme/a:2"), entry("ce_rev", "2"))
        .containsEntry("ce_time", NINE.toString());
    assertThat(last.value()).contains("after 2");
  }

  @Test
  void a_state_that_is_another_now_is_told_again() {
    outbox = outbox.withState(STATE, document -> new Text("v" + document.get("version", 1)));
    store("a", 2, NINE);
    mark(all());
    rewritten(News.again(2));
    assertThat(revs(all())).containsExactly(2L);
    assertThat(all().getFirst().messages().getLast().value()).contains("v2");
    mark(all());
    assertThat(all()).isEmpty();
  }

  @Test
  void a_document_that_never_told_anything_has_nothing_to_tell_again() {
    upsert(List.of());
    rewritten(News.again(0));
    assertThat(bench.document("texts", "a")).contains(entry("pending", false));
  }

  @Test
  void old_news_are_forgotten_once_published() {
    store("a", 1, NINE);
    store("a", 1, NINE.plus(Duration.ofDays(31)));
    assertThat(revs(all())).containsExactly(1L, 2L);
    mark(all());
    assertThat(kept("a")).containsExactly(2L);
  }

  @Test
  void where_each_tells_everything_only_the_last_published_and_what_follows_are_kept() {
    outbox = outbox.keepingOnlyTheLatest();
    store("a", 3, NINE);
    var taken = all();
    store("a", 1, NINE);
    mark(taken);
    assertThat(kept("a")).containsExactly(3L, 4L);
  }

  @Test
  void who_missed_news_may_ask_for_them() {
    store("a", 4, NINE);
    assertThat(between(2, 3)).extracting(NewsOutboxTest::rev).containsExactly("2", "3");
    assertThat(between(4, 9)).extracting(NewsOutboxTest::rev).containsExactly("4");
    assertThat(outbox.between("acme", "unknown", 1, 9).collectList().block()).isEmpty();
    assertThat(outbox.between("others", "a", 1, 9).collectList().block()).isEmpty();
  }

  @Test
  void news_that_are_gone_are_told_as_what_came_after_them() {
    outbox = outbox.keepingOnlyTheLatest();
    store("a", 3, NINE);
    mark(all());
    store("a", 1, NINE);
    assertThat(between(1, 9)).extracting(NewsOutboxTest::rev).containsExactly("1", "2", "3", "4");
    assertThat(between(1, 9))
        .extracting(message -> message.headers().get("ce_id"))
        .containsExactly("a:1", "a:2", "a:3", "a:4");
    assertThat(between(1, 2)).allSatisfy(it -> assertThat(it.value()).contains("text 3"));
  }

  @Test
  void a_document_written_as_a_whole_tells_its_latest_state_alone() {
    whole(1);
    var first = all();
    whole(2);
    mark(first);
    assertThat(revs(all())).containsExactly(2L);
    whole(3);
    assertThat(revs(all())).containsExactly(3L);
    mark(all());
    assertThat(all()).isEmpty();
  }

  @Test
  void several_outboxes_are_one() {
    var others = bench.outbox("others");
    bench.tell("others", "x", 2, NINE);
    store("a", 1, NINE);
    var joined = new JoinedOutboxes(List.of(outbox, others));
    var entries = requireNonNull(joined.unpublishedBut(Set.of(), 100).collectList().block());
    assertThat(entries)
        .extracting(OutboxEntry::streamKey)
        .containsExactly("acme/a", "acme/x", "acme/x");
    joined.markPublished(entries).block();
    assertThat(joined.unpublishedBut(Set.of(), 100).collectList().block()).isEmpty();
    assertThat(joined.log(NINE).collectList().block()).hasSize(3);
    assertThat(kept("a")).containsExactly(1L);
  }

  private void rewritten(Bson again) {
    var written =
        bench
            .documents("texts")
            .update("acme", eq(A.key()), combine(set("version", 2), again))
            .block();
    assertThat(written).isTrue();
  }

  @Test
  void what_is_no_more_is_told_without_a_value() {
    whole(1);
    mark(all());
    var last =
        News.<ConversationEvent>next(A, 1, NINE, null, List.of(new MessageReceived("m", "x")));
    var gone = NewsBench.NEWS.end(last.getFirst()).append("_id", A.key());
    bench.documents("texts").replace("acme", eq(A.key()), gone).then().block();

    var told = all().getFirst().messages().getFirst();
    assertThat(told.value()).isNull();
    assertThat(rev(told)).isEqualTo("2");
  }

  private void upsert(List<ConversationEvent> events) {
    var told = bench.documents("texts").findOne("acme", eq(A.key())).map(it -> it.getLong("told"));
    var news = News.<ConversationEvent>next(A, told.blockOptional().orElse(0L), NINE, "c", events);
    bench.documents("texts").upsert("acme", eq(A.key()), NewsBench.NEWS.firstOrMore(news)).block();
  }

  private void whole(long rev) {
    var news =
        News.<ConversationEvent>next(
            A, rev - 1, NINE, null, List.of(new MessageReceived("m", "state " + rev)));
    var document = NewsBench.NEWS.only(news.getFirst()).append("_id", A.key());
    var all = bench.documents("texts");
    (rev == 1 ? all.insert("acme", document) : all.replace("acme", eq(A.key()), document).then())
        .block();
  }

  private List<OutboxEntry> all() {
    return unpublished(100);
  }

  private List<WireMessage> between(long from, long to) {
    return requireNonNull(outbox.between("acme", "a", from, to).collectList().block());
  }

  private List<Long> kept(String stream) {
    return bench.document("texts", stream).getList("news", Document.class).stream()
        .map(news -> news.getLong("rev"))
        .toList();
  }

  private static List<Long> revs(List<OutboxEntry> entries) {
    return entries.stream().map(OutboxEntry::lastRev).toList();
  }

  private static String rev(WireMessage message) {
    return message.headers().getOrDefault("ce_rev", "none");
  }

  private static List<String> topics(OutboxEntry entry) {
    return entry.messages().stream().map(WireMessage::topic).toList();
  }
}
