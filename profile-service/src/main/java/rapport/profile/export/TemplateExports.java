package rapport.profile.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.template.Material;
import rapport.profile.account.template.Section;
import rapport.profile.account.template.Template;
import rapport.profile.export.Sheet.Line;
import tools.jackson.databind.json.JsonMapper;

/** Writes templates that were filled in as files. */
@Component
public final class TemplateExports {

  /** The formats a template comes in. */
  public static final Set<ExportFormat> FORMATS =
      Collections.unmodifiableSet(EnumSet.of(ExportFormat.JSON, ExportFormat.MD));

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern INNER_CAPITAL = Pattern.compile("(?=\\p{Lu})");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);
  private static final int SHOWN_DECIMALS = 2;

  /**
   * The template with what is known. In JSON {@code {template, account, name, filledInAt,
   * sections}} with values as they are; in Markdown as a person reads it.
   *
   * @param format one of {@link #FORMATS}
   */
  public byte[] write(Template template, Material material, ExportFormat format) {
    return switch (format) {
      case JSON -> json(template, material);
      case MD -> markdown(template, material).getBytes(StandardCharsets.UTF_8);
      case CSV, PDF, SVG -> throw new IllegalArgumentException("a template is text or JSON");
    };
  }

  /** The name of the file, made of the account's and the template's. */
  public String fileName(Template template, Material material, ExportFormat format) {
    return FileNames.of(name(material) + " " + template.title(), template.wire(), format);
  }

  private static String name(Material material) {
    return material.account().details().name();
  }

  private static byte[] json(Template template, Material material) {
    var sections = new LinkedHashMap<String, Object>();
    template.filled(material).forEach(section -> sections.put(section.name(), tree(section)));
    var json = new LinkedHashMap<String, Object>();
    json.put("template", template.wire());
    json.put("account", material.account().id());
    json.put("name", name(material));
    json.put("filledInAt", material.now());
    json.put("sections", sections);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private static Object tree(Section section) {
    return switch (section) {
      case Section.Facts facts -> facts.values();
      case Section.Table table -> named(table);
      case Section.Steps steps -> steps.steps();
    };
  }

  private static List<Object> named(Section.Table table) {
    var rows = new ArrayList<Object>();
    for (var row : table.rows()) {
      var cells = new LinkedHashMap<String, @Nullable Object>();
      for (int i = 0; i < row.size(); i++) {
        cells.put(table.columns().get(i), row.get(i));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String markdown(Template template, Material material) {
    var document = new Markdown().title(name(material)).subtitle(template.title());
    for (var section : template.filled(material)) {
      document.section(label(section.name()));
      switch (section) {
        case Section.Facts facts -> document.list(lines(facts));
        case Section.Table table -> table(document, table);
        case Section.Steps steps ->
            steps
                .steps()
                .forEach(step ->
                    document.task(
                        Boolean.TRUE.equals(step.done()),
                        label(step.name()),
                        readable(step.evidence())));
      }
    }
    return document.end();
  }

  private static List<Line> lines(Section.Facts facts) {
    return facts.values().entrySet().stream()
        .map(it -> new Line(it.getKey(), label(it.getKey()), readable(it.getValue())))
        .toList();
  }

  private static void table(Markdown document, Section.Table table) {
    document.columns(table.columns().stream().map(TemplateExports::label).toList());
    table.rows().forEach(row -> document.row(row.stream().map(TemplateExports::readable).toList()));
  }

  /** What a person reads for a name: {@code closesOn} is "Closes on". */
  private static String label(String name) {
    var words = INNER_CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String readable(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Boolean truth -> truth ? "yes" : "no";
      case Instant time -> MINUTE.format(time.atOffset(ZoneOffset.UTC));
      case Double number -> rounded(BigDecimal.valueOf(number));
      case BigDecimal number -> rounded(number);
      case List<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  private static String rounded(BigDecimal number) {
    var shown = number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return shown.toPlainString();
  }
}
