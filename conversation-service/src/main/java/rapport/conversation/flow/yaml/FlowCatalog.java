package rapport.conversation.flow.yaml;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;

/** All flows, their words and the general messages. */
public final class FlowCatalog {

  /** The language that is always there. */
  static final String FALLBACK = "en";

  private final Map<String, NavigableMap<Integer, FlowDefinition>> definitions;
  private final Map<String, Map<String, FlowTexts>> texts;
  private final Map<String, Messages> messages;

  FlowCatalog(
      Map<String, NavigableMap<Integer, FlowDefinition>> definitions,
      Map<String, Map<String, FlowTexts>> texts,
      Map<String, Messages> messages) {
    this.definitions = new TreeMap<>(definitions);
    this.texts = Map.copyOf(texts);
    this.messages = Map.copyOf(messages);
  }

  /**
   * Loads everything in the folder {@code flows/} of the classpath.
   *
   * @throws InvalidFlowException with every mistake found
   */
  public static FlowCatalog fromClasspath() {
    var files = new ArrayList<FlowFile>();
    try {
      var resources =
          new PathMatchingResourcePatternResolver().getResources("classpath*:flows/*.yaml");
      for (var resource : resources) {
        var name = Objects.requireNonNull(resource.getFilename());
        files.add(new FlowFile(name, resource.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("flows cannot be read", unreadable);
    }
    return FlowReader.read(files);
  }

  /** The newest version of every flow, by name. */
  public List<FlowDefinition> flows() {
    return definitions.values().stream().map(versions -> versions.lastEntry().getValue()).toList();
  }

  /** The names of all flows. */
  public Collection<String> names() {
    return Collections.unmodifiableSet(definitions.keySet());
  }

  /**
   * The language of a conversation about a flow for somebody who asks for {@code locale}: that one,
   * its parent, or English, whichever both the flow and the messages around it have words for. Any
   * text may be asked for.
   *
   * @throws NoSuchElementException when there is no such flow
   */
  public String supported(String flow, String locale) {
    var texts = texts(flow, locale).locale();
    var messages = messages(locale).locale();
    if (!language(texts).equals(language(messages))) {
      return FALLBACK;
    }
    return texts.length() > messages.length() ? texts : messages;
  }

  /** The languages there are messages in, English first: {@code en}, {@code de}. */
  public List<String> languages() {
    var others =
        messages.keySet().stream().map(FlowCatalog::language).filter(l -> !l.equals(FALLBACK));
    return Stream.concat(Stream.of(FALLBACK), others.distinct().sorted()).toList();
  }

  private static String language(String tag) {
    return ULocale.forLanguageTag(tag).getLanguage();
  }

  /**
   * A flow as it was published.
   *
   * @throws NoSuchElementException when there is no such flow or version
   */
  public FlowDefinition definition(String name, int version) {
    var definition = versions(name).get(version);
    if (definition == null) {
      throw new NoSuchElementException("no version " + version + " of flow " + name);
    }
    return definition;
  }

  /**
   * The flow that a conversation begun on some version goes on with: that version, or the newest if
   * it can take such conversations over.
   *
   * @throws NoSuchElementException when there is no such flow, or nothing for that version
   */
  public FlowDefinition forSession(String name, int version) {
    var exact = versions(name).get(version);
    return exact == null && latest(name).migrationFrom(version).isPresent()
        ? latest(name)
        : definition(name, version);
  }

  /**
   * The newest version of a flow.
   *
   * @throws NoSuchElementException when there is no such flow
   */
  public FlowDefinition latest(String name) {
    return versions(name).lastEntry().getValue();
  }

  /**
   * The words of a flow in a language, in its parent language, or in English.
   *
   * @param locale BCP 47 tag, such as {@code de-CH}
   * @throws NoSuchElementException when there is no such flow
   */
  public FlowTexts texts(String name, String locale) {
    versions(name);
    return best(texts.getOrDefault(name, Map.of()), locale);
  }

  /** The general messages in a language, in its parent language, or in English. */
  public Messages messages(String locale) {
    return best(messages, locale);
  }

  private NavigableMap<Integer, FlowDefinition> versions(String name) {
    var versions = definitions.get(name);
    if (versions == null) {
      throw new NoSuchElementException("no flow " + name);
    }
    return versions;
  }

  private static <T> T best(Map<String, T> byLocale, String tag) {
    var exact = byLocale.get(tag); // nearly always, and a tag takes long to parse
    if (exact != null) {
      return exact;
    }
    for (@Nullable ULocale locale = ULocale.forLanguageTag(tag);
        locale != null;
        locale = locale.getFallback()) {
      var found = byLocale.get(locale.toLanguageTag());
      if (found != null) {
        return found;
      }
    }
    return Objects.requireNonNull(byLocale.get(FALLBACK));
  }
}
