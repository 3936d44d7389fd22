package rapport.conversation.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A guided conversation as data. A definition never changes once sessions run on it; a session pins
 * name and version. {@linkplain #over Over the rows} of a session it has the fields of every row;
 * as it was written it has each of them once, for any row.
 *
 * @param name such as {@code customer-profile}
 * @param version from 1
 * @param root the name of the record's tree
 * @param context entries a new conversation may bring along
 * @param subject those of them that are about this subject alone, so that a next conversation does
 *     not get them
 * @param summaryField the field a drafted summary is written to, or empty
 * @param names what texts may call things by: placeholder to field, such as {@code name} to {@code
 *     prototype_name}
 * @param groups by name
 * @param links what may be taken over from a conversation of another flow, by context entry
 * @param migrations how conversations on older versions go on with this one
 * @param conduct how it is conducted
 * @param phases in order
 * @param languages BCP 47 tags of the languages a conversation can be held in
 * @param rows the ids of the rows it is over, by group; null as it was written
 * @param byPath the fields of all phases
 */
public record FlowDefinition(
    String name,
    int version,
    String root,
    List<String> context,
    List<String> subject,
    String summaryField,
    Map<String, String> names,
    Map<String, Group> groups,
    Map<String, Link> links,
    List<Migration> migrations,
    Conduct conduct,
    List<Phase> phases,
    List<String> languages,
    @Nullable Map<String, List<String>> rows,
    Map<String, Field> byPath) {

  /**
   * A conversation of another flow whose answers this one begins with. The context entry names it.
   *
   * @param flow its flow
   * @param fill this flow's fields, each with the other flow's field that it starts with
   */
  public record Link(String flow, Map<String, String> fill) {
    public Link {
      fill = Map.copyOf(fill);
    }
  }

  public FlowDefinition(
      String name,
      int version,
      String root,
      List<String> context,
      List<String> subject,
      String summaryField,
      Map<String, String> names,
      Map<String, Group> groups,
      Map<String, Link> links,
      List<Migration> migrations,
      List<Phase> phases) {
    this(
        name,
        version,
        root,
        context,
        subject,
        summaryField,
        names,
        groups,
        links,
        migrations,
        Conduct.INTERVIEW,
        phases,
        List.of(),
        null,
        index(phases));
  }

  /** The same definition, conducted in another way. */
  public FlowDefinition conducted(Conduct other) {
    return new FlowDefinition(
        name,
        version,
        root,
        context,
        subject,
        summaryField,
        names,
        groups,
        links,
        migrations,
        other,
        phases,
        languages,
        rows,
        byPath);
  }

  public FlowDefinition {
    context = List.copyOf(context);
    subject = List.copyOf(subject);
    names = Map.copyOf(names);
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    links = Map.copyOf(links);
    migrations = List.copyOf(migrations);
    phases = List.copyOf(phases);
    languages = List.copyOf(languages);
  }

  private static Map<String, Field> index(List<Phase> phases) {
    var byPath = new LinkedHashMap<String, Field>();
    phases.forEach(phase -> phase.fields().forEach(field -> byPath.put(field.path(), field)));
    return byPath;
  }

  /**
   * The definition with the fields of every row in the place of those of groups.
   *
   * @param items the ids of each group's rows, in order
   */
  public FlowDefinition over(Map<String, List<String>> items) {
    if (groups.isEmpty() || items.equals(rows)) {
      return this;
    }
    var unrolled = phases.stream().map(phase -> phase.over(items)).toList();
    return new FlowDefinition(
        name,
        version,
        root,
        context,
        subject,
        summaryField,
        names,
        groups,
        links,
        migrations,
        conduct,
        unrolled,
        languages,
        items,
        index(unrolled));
  }

  /** The same definition, for conversations in these languages. */
  public FlowDefinition in(List<String> tags) {
    return new FlowDefinition(
        name,
        version,
        root,
        context,
        subject,
        summaryField,
        names,
        groups,
        links,
        migrations,
        conduct,
        phases,
        tags,
        rows,
        byPath);
  }

  /**
   * The language of a conversation for somebody who wants {@code tag}: that one, or the language it
   * is a variety of; empty when there is neither.
   */
  public Optional<String> language(String tag) {
    return Stream.of(tag, Locale.forLanguageTag(tag).getLanguage())
        .filter(languages::contains)
        .findFirst();
  }

  /** How a conversation on an older version goes on with this one, if it can. */
  public Optional<Migration> migrationFrom(int olderVersion) {
    return migrations.stream().filter(migration -> migration.from() == olderVersion).findFirst();
  }

  /** The field a group's rows are called by, as the definition writes it. */
  public Field title(Group group) {
    return phases.stream()
        .flatMap(phase -> phase.steps().stream())
        .flatMap(step -> step.fields().stream())
        .filter(field -> field.path().equals(group.title()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("group without a title: " + group.name()));
  }

  /** The group a row belongs to, by the beginning of its id. */
  public Optional<Group> groupOf(String item) {
    return groups.values().stream()
        .filter(group -> item.matches(Pattern.quote(group.prefix()) + "\\d+"))
        .findFirst();
  }

  /** All fields and controls in the order they are asked. */
  public Stream<Field> fields() {
    return byPath.values().stream();
  }

  public Optional<Field> field(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  public Phase phase(String id) {
    return phases.stream()
        .filter(phase -> phase.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no phase " + id + " in " + name));
  }

  public Stream<Rule> rules() {
    return phases.stream().flatMap(phase -> phase.rules().stream());
  }
}
