package rapport.profile.account.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file on its way to become accounts.
 *
 * @param parts how many have been uploaded
 * @param header names of the columns; empty before the first part
 * @param mapping what each column stands for; null where it is passed over
 * @param samples the first rows
 * @param next the part to be read next
 * @param problems the first 200; {@code tally} counts all of them
 */
public record FileImport(
    String id,
    String name,
    String by,
    Instant createdAt,
    Status status,
    int parts,
    long bytes,
    char separator,
    List<String> header,
    List<@Nullable String> mapping,
    List<List<String>> samples,
    int next,
    Tally tally,
    List<RowProblem> problems) {

  private static final int PROBLEMS_KEPT = 200;

  /** How far it is. */
  public enum Status {
    UPLOADING,
    CHECKING,
    CHECKED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether its rows are being read. */
    boolean isWorking() {
      return this == CHECKING || this == RUNNING;
    }

    /** Whether nothing becomes of it any more; its file is deleted then. */
    public boolean isOver() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }

    /** The name in the API and in the store. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What became of rows so far. After a kill a few may be counted again as unchanged.
   *
   * @param failed rows that were left out
   */
  public record Tally(int rows, int created, int updated, int unchanged, int failed) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          rows + other.rows,
          created + other.created,
          updated + other.updated,
          unchanged + other.unchanged,
          failed + other.failed);
    }
  }

  /** What is wrong with a row, counted from 1 behind the header. */
  public record RowProblem(int row, String detail) {}

  public FileImport {
    header = List.copyOf(header);
    mapping = Collections.unmodifiableList(new ArrayList<>(mapping));
    samples = List.copyOf(samples);
    problems = List.copyOf(problems);
  }

  static FileImport begun(String id, String name, String by, Instant at) {
    return new FileImport(
        id,
        name,
        by,
        at,
        Status.UPLOADING,
        0,
        0,
        ',',
        List.of(),
        List.of(),
        List.of(),
        0,
        Tally.NONE,
        List.of());
  }

  FileImport opened(char separator, List<String> header, List<List<String>> samples) {
    return new FileImport(
        id,
        name,
        by,
        createdAt,
        status,
        parts,
        bytes,
        separator,
        header,
        Columns.guess(header),
        samples,
        next,
        tally,
        problems);
  }

  FileImport received(int part, int size) {
    return new FileImport(
        id,
        name,
        by,
        createdAt,
        status,
        part + 1,
        bytes + size,
        separator,
        header,
        mapping,
        samples,
        next,
        tally,
        problems);
  }

  /** Begins to check or to run, from the first part. */
  FileImport beginning(Status status, List<@Nullable String> mapping) {
    return new FileImport(
        id,
        name,
        by,
        createdAt,
        status,
        parts,
        bytes,
        separator,
        header,
        mapping,
        samples,
        0,
        Tally.NONE,
        List.of());
  }

  FileImport at(Status status) {
    return new FileImport(
        id, name, by, createdAt, status, parts, bytes, separator, header, mapping, samples, next,
        tally, problems);
  }

  FileImport read(Tally part, List<RowProblem> found) {
    var all = new ArrayList<>(problems);
    all.addAll(found.subList(0, Math.min(found.size(), PROBLEMS_KEPT - all.size())));
    return new FileImport(
        id,
        name,
        by,
        createdAt,
        status,
        parts,
        bytes,
        separator,
        header,
        mapping,
        samples,
        next + 1,
        tally.plus(part),
        all);
  }

  /** It cannot be read any further; why is the first of its problems, however many there are. */
  FileImport failed(String why) {
    var all = new ArrayList<>(problems.subList(0, Math.min(problems.size(), PROBLEMS_KEPT - 1)));
    all.addFirst(new RowProblem(tally.rows() + 1, why));
    return new FileImport(
        id,
        name,
        by,
        createdAt,
        Status.FAILED,
        parts,
        bytes,
        separator,
        header,
        mapping,
        samples,
        next,
        tally,
        all);
  }
}
