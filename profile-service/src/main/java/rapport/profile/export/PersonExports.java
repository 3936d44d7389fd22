package rapport.profile.export;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import rapport.profile.export.Sheet.Line;
import rapport.profile.person.Person;
import rapport.profile.person.PersonField;
import rapport.profile.person.PersonFields;
import rapport.profile.person.PersonTree;
import rapport.runtime.web.CsvCells;
import tools.jackson.databind.json.JsonMapper;

/** Writes a person as a file; the same person gives the same bytes. */
@Component
public final class PersonExports {

  /** The formats a person comes in. */
  public static final Set<ExportFormat> FORMATS =
      Collections.unmodifiableSet(EnumSet.range(ExportFormat.JSON, ExportFormat.MD));

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> COLUMNS =
      List.of(
          "field",
          "label",
          "value",
          "by",
          "system",
          "record",
          "quote",
          "at",
          "confidence",
          "locked");

  /**
   * @param format one of {@link #FORMATS}
   */
  public byte[] write(Person person, ExportFormat format) {
    return switch (format) {
      case JSON -> json(person);
      case CSV -> csv(person).getBytes(StandardCharsets.UTF_8);
      case MD -> markdown(person).getBytes(StandardCharsets.UTF_8);
      case PDF, SVG -> throw new IllegalArgumentException("a person is no picture");
    };
  }

  /** The name of the file, made of the person's. */
  public String fileName(Person person, ExportFormat format) {
    return FileNames.of(title(person), "person", format);
  }

  private static String title(Person person) {
    var name = person.text(PersonFields.NAME);
    var email = person.text(PersonFields.EMAIL);
    return name.isEmpty() ? email.isEmpty() ? "Unnamed person" : email : name;
  }

  private static byte[] json(Person person) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", person.id());
    json.put("profile", PersonTree.of(person));
    json.put("leaves", person.leaves());
    json.put("conversations", person.conversations());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private static String csv(Person person) {
    var csv = new StringBuilder(CsvCells.line(COLUMNS));
    for (var field : PersonFields.all()) {
      var leaf = person.leaves().get(field.path());
      if (leaf != null) {
        var source = leaf.source();
        csv.append(
            CsvCells.line(
                List.of(
                    field.path(),
                    field.label(),
                    leaf.value().display(),
                    leaf.by(),
                    source.system(),
                    source.recordId() == null ? "" : source.recordId(),
                    source.quote() == null ? "" : source.quote(),
                    leaf.at().toString(),
                    Double.toString(leaf.confidence()),
                    leaf.locked() ? "yes" : "no")));
      }
    }
    return csv.toString();
  }

  private static String markdown(Person person) {
    var document = new Markdown().title(title(person)).subtitle(subtitle(person));
    for (var section : PersonFields.SECTIONS) {
      var lines =
          PersonFields.all().stream()
              .filter(field -> field.section().equals(section))
              .filter(field -> person.leaves().containsKey(field.path()))
              .map(field -> line(person, field))
              .toList();
      if (!lines.isEmpty()) {
        document.section(section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1));
        document.list(lines);
      }
    }
    return document.end();
  }

  private static Line line(Person person, PersonField field) {
    return new Line(field.path(), field.label(), person.text(field.path()));
  }

  private static String subtitle(Person person) {
    var role = person.text("behavior.role");
    var company = person.text("company.name");
    return role.isEmpty() || company.isEmpty() ? role + company : role + ", " + company;
  }
}
