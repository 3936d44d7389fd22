package rapport.conversation.summary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowTexts;

/**
 * Tells a record with rows, such as a buying process: whom it is about, then row by row. Everything
 * known is told, in a sentence or after its label; of a very long value its beginning.
 *
 * <p>A focus keeps the rows whose names it mentions and the fields that it is about.
 */
public final class RowSummarizer implements Summarizer {

  private final RowTexts texts;
  private final FlowTexts labels;
  private final Fitting fitting;
  private final FocusMatcher focuses;
  private final List<String> inside;
  private final List<String> outside;

  public RowSummarizer(RowTexts texts, FlowTexts labels) {
    this.texts = texts;
    this.labels = labels;
    this.fitting = new Fitting(texts.voice().words());
    this.focuses = new FocusMatcher(texts.focuses(), labels);
    this.inside = texts.told().stream().filter(path -> path.contains("[]")).toList();
    this.outside = texts.told().stream().filter(path -> !path.contains("[]")).toList();
  }

  /**
   * A row, or what is outside of rows.
   *
   * @param number from 1
   * @param known by the paths of the definition
   */
  private record Row(int number, Map<String, FieldValue> known) {
    boolean knows(Collection<String> paths) {
      return paths.stream().anyMatch(known::containsKey);
    }

    Row only(Set<String> paths) {
      var fewer = new LinkedHashMap<>(known);
      fewer.keySet().retainAll(paths);
      return new Row(number, fewer);
    }
  }

  @Override
  public String summarize(
      Map<String, FieldValue> values, Map<String, List<String>> rows, List<String> focus) {
    var items = rows.getOrDefault(texts.group(), List.of());
    var readings = new Readings(fitting);
    var subject = new Row(0, known(values, "", readings));
    var all =
        IntStream.range(0, items.size())
            .mapToObj(i -> new Row(i + 1, known(values, items.get(i), readings)))
            .toList();
    var named = all.stream().filter(row -> isNamed(row, focus)).toList();
    var chosen = named.isEmpty() ? all : named;
    var wished = focuses.match(focus, texts.told()).paths();
    var concerned = chosen.stream().filter(row -> row.knows(wished)).toList();
    var narrowed = !concerned.isEmpty() || subject.knows(wished);
    return text(
        narrowed || !named.isEmpty() ? subject.only(with(texts.voice().name(), wished)) : subject,
        narrowed
            ? concerned.stream().map(row -> row.only(with(texts.title(), wished))).toList()
            : chosen,
        readings);
  }

  private static Set<String> with(String path, Set<String> paths) {
    return Stream.concat(Stream.of(path), paths.stream()).collect(Collectors.toSet());
  }

  private Map<String, FieldValue> known(
      Map<String, FieldValue> values, String item, Readings readings) {
    var known = new LinkedHashMap<String, FieldValue>();
    for (var path : item.isEmpty() ? outside : inside) {
      var value = values.get(path.replace("[]", "[" + item + "]"));
      if (value != null && readings.read(value).saysSomething()) {
        known.put(path, value);
      }
    }
    return known;
  }

  private boolean isNamed(Row row, List<String> focus) {
    var title = row.known().get(texts.title());
    return title != null && focuses.mentions(focus, title.display());
  }

  private String text(Row subject, List<Row> rows, Readings readings) {
    var paragraphs =
        Stream.concat(
                Stream.of(opening(subject, readings)),
                rows.stream().map(row -> told(row, readings)))
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
    return paragraphs.isEmpty() ? texts.nothing() : String.join("\n\n", paragraphs);
  }

  private String opening(Row subject, Readings readings) {
    var paragraph = new Paragraph(texts.voice(), readings, subject.known(), 0);
    texts.opening().forEach(paragraph::say);
    paragraph.sayRest(labels);
    return paragraph.text();
  }

  private String told(Row row, Readings readings) {
    var paragraph = new Paragraph(texts.voice(), readings, row.known(), row.number() - 1);
    if (!paragraph.say(texts.heading())) {
      paragraph.say(labels.group(texts.group()).item() + " " + row.number() + ".");
    }
    texts.sentences().forEach(paragraph::say);
    paragraph.sayRest(labels);
    return paragraph.text();
  }
}
