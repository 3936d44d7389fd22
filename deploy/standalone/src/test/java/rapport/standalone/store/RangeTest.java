package rapport.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangeTest {

  private static final List<String> STREAM_SEQ = List.of("stream", "seq");

  @Test
  void equality_on_every_key_names_one_place() {
    var plan = Range.plan(STREAM_SEQ, new Document("stream", "s").append("seq", 3)).orElseThrow();
    assertThat(plan.ranges()).containsExactly(Range.of(new IndexEntry(List.of("s", 3))));
    assertThat(plan.depth()).isEqualTo(4);
  }

  @Test
  void a_bound_follows_the_equalities_before_it() {
    var query = new Document("stream", "s").append("seq", new Document("$gt", 3).append("$lt", 9));
    assertThat(Range.plan(STREAM_SEQ, query).orElseThrow().ranges())
        .containsExactly(new Range(new IndexEntry(List.of("s")), 3, null));
  }

  @Test
  void conditions_are_found_inside_and() {
    var query =
        new Document("$and", List.of(new Document("workspace", "w"), new Document("stream", "s")));
    assertThat(Range.plan(STREAM_SEQ, query).orElseThrow().depth()).isEqualTo(2);
  }

  @Test
  void alternatives_are_read_one_after_the_other() {
    var query = new Document("stream", new Document("$in", List.of("a", "b")));
    assertThat(Range.plan(STREAM_SEQ, query).orElseThrow().ranges()).hasSize(2);
  }

  @Test
  void a_regular_expression_is_read_from_its_plain_beginning() {
    var query = new Document("stream", new BsonRegularExpression("^main/s1:"));
    assertThat(Range.plan(STREAM_SEQ, query).orElseThrow().ranges())
        .containsExactly(new Range(new IndexEntry(List.of()), "main/s1:", "main/s1:\uffff"));
  }

  @Test
  void a_query_without_a_condition_on_the_first_key_looks_at_everything() {
    assertThat(Range.plan(STREAM_SEQ, new Document("seq", 3))).isEmpty();
    assertThat(Range.plan(STREAM_SEQ, new Document("stream", null))).isEmpty();
    assertThat(Range.plan(STREAM_SEQ, new Document("stream", new Document("$ne", "s")))).isEmpty();
    assertThat(Range.plan(STREAM_SEQ, new Document("$or", List.of(new Document("stream", "s")))))
        .isEmpty();
  }
}
