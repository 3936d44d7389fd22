package rapport.runtime.privacy;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands in what this service keeps of somebody: a line of JSON for each document, {@code {store,
 * document}}, in pieces that fit into a request.
 */
final class Exporting {

  private static final int PIECE = 60_000;
  private static final JsonWriterSettings RELAXED =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  private final PersonalData data;
  private final Erasing erasing;
  private final PrivacyOwner owner;
  private final String self;

  Exporting(PersonalData data, Erasing erasing, PrivacyOwner owner, String self) {
    this.data = data;
    this.erasing = erasing;
    this.owner = owner;
    this.self = self;
  }

  Mono<Void> handIn(String workspace, String request, Subject named) {
    return erasing
        .everyName(workspace, named)
        .flatMapMany(subject -> lines(workspace, subject))
        .concatMapIterable(Exporting::cut)
        .index()
        .concatMap(piece ->
            owner
                .handIn(workspace, request, self, piece.getT1().intValue(), piece.getT2())
                .thenReturn(1))
        .count()
        .flatMap(pieces -> owner.handedIn(workspace, request, self, pieces.intValue()));
  }

  private Flux<String> lines(String workspace, Subject subject) {
    return Flux.fromIterable(data.kept())
        .concatMap(kept ->
            kept.export(workspace, subject)
                .map(document -> new Document("store", kept.store()).append("document", document)))
        .map(line -> line.toJson(RELAXED) + "\n");
  }

  /** Letters of several bytes included, a piece stays below the limit of a body. */
  private static List<String> cut(String line) {
    var pieces = new ArrayList<String>();
    for (int from = 0; from < line.length(); from += PIECE) {
      pieces.add(line.substring(from, Math.min(line.length(), from + PIECE)));
    }
    return pieces;
  }
}
