package rapport.profile.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.profile.account.store.AccountJson;
import rapport.profile.privacy.PrivacyRequest.State;
import tools.jackson.core.JacksonException;

/**
 * The erasures there were, in a file that is no part of a backup: by it they are done again after a
 * backup from before them was restored. A line holds a request with ids that are nobody's any more;
 * the last line of a request counts. Every {@code erased*.jsonl} beside the file is read as well.
 */
@Component
class ErasedFile {

  private static final Logger LOG = LoggerFactory.getLogger(ErasedFile.class);

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

  /** Adds a line for each and waits until the disk has them. */
  synchronized void add(List<PrivacyRequest> erasures) {
    if (file == null || erasures.isEmpty()) {
      return;
    }
    var lines =
        erasures.stream()
            .map(erasure -> json.document(erasure.withIdsOnly()).toJson() + "\n")
            .collect(Collectors.joining());
    try {
      Files.writeString(
          file,
          endOfLine(file) + lines,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + file, e);
    }
  }

  /** Ends a line that a crash has cut off, so that it takes no other along. */
  private static String endOfLine(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return "";
    }
    try (var channel = FileChannel.open(file)) {
      var last = ByteBuffer.allocate(1);
      channel.read(last, channel.size() - 1);
      return last.get(0) == '\n' ? "" : "\n";
    }
  }

  /** Every erasure, also those that other instances wrote down. */
  synchronized List<PrivacyRequest> all() {
    if (file == null) {
      return List.of();
    }
    var erasures = new LinkedHashMap<String, PrivacyRequest>();
    try {
      for (var each : files(file)) {
        new String(Files.readAllBytes(each), StandardCharsets.UTF_8)
            .lines()
            .flatMap(line -> read(each, line).stream())
            .forEach(it -> erasures.merge(it.workspace() + "/" + it.id(), it, ErasedFile::later));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what " + file + " is among", e);
    }
    return List.copyOf(erasures.values());
  }

  /** None for a line that a crash cut off: whoever asked for it got no answer. */
  private Optional<PrivacyRequest> read(Path from, String line) {
    try {
      return line.isBlank()
          ? Optional.empty()
          : Optional.of(json.read(Document.parse(line), PrivacyRequest.class));
    } catch (JsonParseException | JacksonException e) {
      LOG.error("a line of {} cannot be read and is passed over: {}", from, e.getClass().getName());
      return Optional.empty();
    }
  }

  /** Instances that share a folder write a file each, as not every disk lets two add to one. */
  private static List<Path> files(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (var beside = Files.newDirectoryStream(folder, "erased*.jsonl")) {
      var files = new TreeSet<Path>();
      beside.forEach(files::add);
      if (Files.exists(file)) {
        files.add(file.toAbsolutePath());
      }
      return List.copyOf(files);
    }
  }

  /** When it was done its last ids were known. */
  private static PrivacyRequest later(PrivacyRequest one, PrivacyRequest other) {
    return one.state() == State.DONE && other.state() != State.DONE ? one : other;
  }
}
