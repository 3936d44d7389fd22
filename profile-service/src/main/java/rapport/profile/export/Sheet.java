package rapport.profile.export;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.profile.record.Progress;
import rapport.profile.record.Status;

/**
 * A record laid out for reading: a title, the facts beside it, the summary, and sections of
 * labelled lines. A missing summary is empty.
 *
 * @param kind what it is, such as {@code Customer profile}
 */
record Sheet(
    String id,
    String kind,
    String title,
    String subtitle,
    List<Line> facts,
    String summary,
    List<Section> sections,
    Status status,
    Progress progress,
    @Nullable Instant lastUpdatedAt) {

  /** One value with its label. */
  record Line(String path, String label, String value) {}

  /** A heading and what stands under it. */
  record Section(String title, List<Line> lines) {}
}
