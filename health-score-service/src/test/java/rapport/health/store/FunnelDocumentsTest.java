package rapport.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.health.funnel.ConversationProgress;
import rapport.health.funnel.RandomFlow;

class FunnelDocumentsTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void folding_on_from_what_is_stored_is_folding_on(long seed) {
    var through = ConversationProgress.NONE;
    var stored = ConversationProgress.NONE;
    for (var event : RandomFlow.conversation(seed, 15)) {
      through = through.apply(event);
      stored = FunnelDocuments.view(written(FunnelDocuments.of(stored.apply(event))));
      assertThat(stored).isEqualTo(through);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_replay_stores_the_same_bytes(long seed) {
    assertThat(bson(FunnelDocuments.of(folded(seed))))
        .isEqualTo(bson(FunnelDocuments.of(folded(seed))));
  }

  private static ConversationProgress folded(long seed) {
    var folded = ConversationProgress.NONE;
    for (var event : RandomFlow.conversation(seed, 15)) {
      folded = folded.apply(event);
    }
    return folded;
  }

  /** As it would come back from the store. */
  private static Document written(Document document) {
    return new DocumentCodec()
        .decode(new BsonDocumentReader(bson(document)), DecoderContext.builder().build());
  }

  private static BsonDocument bson(Document document) {
    var bson = new BsonDocument();
    new DocumentCodec()
        .encode(new BsonDocumentWriter(bson), document, EncoderContext.builder().build());
    return bson;
  }
}
