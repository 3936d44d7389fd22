package rapport.profile.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.profile.catalogue.Labels;
import rapport.profile.export.Sheet.Line;
import rapport.profile.export.Sheet.Section;
import rapport.profile.profile.ProfileFields;
import rapport.profile.record.ConversationRecord;
import rapport.profile.record.SourcedValue;

/** Lays a customer profile out for reading. Fields without a value are not there. */
final class ProfileSheet {

  private static final String UNTITLED = "Unnamed profile";

  /** What stands in the heading instead of among the facts. */
  private static final Set<String> IN_HEADING =
      Set.of(
          "prototype_name", "job_title", "company_name", "summary_statement", "profile_image_url");

  private ProfileSheet() {}

  static Sheet of(ConversationRecord profile, ProfileFields fields, Labels labels) {
    var shown = profile.fields().shown();
    var sections = new ArrayList<Section>();
    for (var name : ProfileFields.SECTIONS) {
      var lines = lines(name, shown, fields, labels);
      if (!lines.isEmpty()) {
        sections.add(new Section(labels.section(name), lines));
      }
    }
    return new Sheet(
        profile.id(),
        "Customer profile",
        text(profile, "prototype_name", UNTITLED),
        subtitle(profile),
        facts(shown, fields, labels),
        text(profile, "summary_statement", ""),
        sections,
        profile.status(),
        fields.progress(profile),
        profile.lastUpdatedAt());
  }

  /** What belongs to the profile itself, and what a newer flow knows that we have a word for. */
  private static List<Line> facts(
      Map<String, SourcedValue> shown, ProfileFields fields, Labels labels) {
    var facts = lines("", shown, fields, labels);
    shown.forEach((path, held) -> {
      if (!fields.knows(path) && labels.knows(path)) {
        facts.add(new Line(path, labels.of(path), ReadableValue.of(held.value())));
      }
    });
    return facts;
  }

  private static List<Line> lines(
      String section, Map<String, SourcedValue> shown, ProfileFields fields, Labels labels) {
    var lines = new ArrayList<Line>();
    for (var field : fields.all()) {
      var value = shown.get(field.path());
      if (value != null
          && field.section().equals(section)
          && !IN_HEADING.contains(field.path())
          && !value.value().display().isBlank()) {
        lines.add(new Line(field.path(), labels.of(field.path()), ReadableValue.of(value.value())));
      }
    }
    return lines;
  }

  private static String subtitle(ConversationRecord profile) {
    var job = text(profile, "job_title", "");
    var company = text(profile, "company_name", "");
    return job.isEmpty() || company.isEmpty() ? job + company : job + ", " + company;
  }

  private static String text(ConversationRecord profile, String path, String otherwise) {
    var value = profile.value(path);
    return value == null || value.display().isBlank() ? otherwise : value.display().strip();
  }
}
