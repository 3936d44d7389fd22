package rapport.profile.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.profile.account.store.AccountJson;

/**
 * The erasures there were, in a file that is no part of a backup: by it they are done again after a
 * backup from before them was restored. A line holds a request with ids that are nobody's any more;
 * the last line of a request counts.
 */
@Component
class ErasedFile {

  private final @Nullable Path file;
  private final AccountJson json;

  /**
   * @param file none when empty: then whoever restores a backup has to ask for the erasures again
   */
  ErasedFile(
      @Value("${rapport.privacy.erased-file:${RAPPORT_ERASED_FILE:}}") String file,
      AccountJson json) {
    this.file = file.isBlank() ? null : Path.of(file);
    this.json = json;
  }

  /** Adds a line and waits until the disk has it. */
  synchronized void add(PrivacyRequest erasure) {
    if (file == null) {
      return;
    }
    var line = json.document(erasure.withIdsOnly()).toJson() + "\n";
    try {
      Files.writeString(
          file,
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + file, e);
    }
  }

  /** Every erasure, the first one first. */
  synchronized List<PrivacyRequest> all() {
    if (file == null || !Files.exists(file)) {
      return List.of();
    }
    var erasures = new LinkedHashMap<String, PrivacyRequest>();
    try {
      for (var line : Files.readAllLines(file)) {
        if (line.endsWith("}")) { // a crash may have cut the last one off
          var erasure = json.read(Document.parse(line), PrivacyRequest.class);
          erasures.put(erasure.workspace() + "/" + erasure.id(), erasure);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return List.copyOf(erasures.values());
  }
}
