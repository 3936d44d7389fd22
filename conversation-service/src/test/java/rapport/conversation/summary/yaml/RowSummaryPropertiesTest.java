package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.OutlineSummarizer;
import rapport.conversation.summary.Summarizer;

/** What holds for every buying process, whatever people typed, with patterns and without. */
class RowSummaryPropertiesTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();
  private static final FlowTexts LABELS = FLOWS.texts("buying-process", "en");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Set<String> SAYING_NOTHING =
      Set.of("n/a", "-", "???", "??", "🙂", "a", "varies", "it depends");

  /** A way of telling, with what it told of many journeys. */
  static final class Way {
    private final String name;
    private final Summarizer summarizer;
    private final Set<String> ownWords;
    private final List<Sample> samples;

    /**
     * @param ownText where its own words stand
     */
    Way(String name, Summarizer summarizer, String ownText) {
      this.name = name;
      this.summarizer = summarizer;
      this.ownWords = words(ownText);
      this.samples = LongStream.range(0, 250).mapToObj(this::sample).toList();
    }

    @Override
    public String toString() {
      return name;
    }

    private Sample sample(long seed) {
      var journey = MessyJourneys.journey(seed);
      return new Sample(seed, journey, journey.told(summarizer));
    }

    private void everyText(BiConsumer<Journey, String> holds) {
      for (var sample : samples) {
        try {
          holds.accept(sample.journey(), sample.text());
        } catch (AssertionError wrong) {
          throw new AssertionError("seed " + sample.seed() + ": " + sample.text(), wrong);
        }
      }
    }
  }

  private static final Way PATTERNS =
      new Way(
          "patterns",
          SummaryCatalog.fromClasspath(FLOWS).find("buying-process", "en").orElseThrow(),
          SummaryCatalogTest.resource("/flows/buying-process.summary.en.yaml"));
  private static final Way OUTLINE =
      new Way(
          "outline", new OutlineSummarizer(FLOWS.latest("buying-process"), LABELS), LABELS.title());

  static List<Way> ways() {
    return List.of(PATTERNS, OUTLINE);
  }

  private record Sample(long seed, Journey journey, String text) {}

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(match -> match.group())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void is_punctuated_like_a_text(Way way) {
    way.everyText((_, text) ->
        assertThat(text)
            .isNotBlank()
            .matches("(?s).*[.…?!]”?")
            .doesNotContain("{", "}", "  ", " ,", "..", ",.", ":.", " .", ",,", "???", "()")
            .doesNotContainPattern("[,;:]\\s*[.;]")
            .doesNotContainPattern("\\b(?:[Aa]n? |the ){2}")
            .satisfies(RowSummaryPropertiesTest::isBalanced));
  }

  private static void isBalanced(String text) {
    assertThat(count(text, '(')).isEqualTo(count(text, ')'));
    assertThat(count(text, '“')).isEqualTo(count(text, '”'));
    assertThat(count(text, '"')).isZero();
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void has_a_paragraph_for_every_row_in_their_order(Way way) {
    way.everyText((journey, text) -> {
      var paragraphs = List.of(text.split("\n\n"));
      var rows = journey.rows().size();
      assertThat(paragraphs.size() - rows).isBetween(0, 1);
      for (var i = 0; i < rows; i++) {
        var title = String.valueOf(journey.rows().get(i).getOrDefault("stage_name", "??"));
        assertThat(paragraphs.get(paragraphs.size() - rows + i))
            .startsWithIgnoringCase(
                title.equals("??")
                    ? "Stage " + (i + 1)
                    : title.replaceAll("[?{}]", "").replaceAll("\\s+", " "));
      }
    });
  }

  /** The end of a very long value is left out, and what says nothing, as does "n/a". */
  @ParameterizedTest
  @MethodSource("ways")
  void every_value_is_told_in_its_row(Way way) {
    way.everyText((journey, text) -> {
      var paragraphs = List.of(text.split("\n\n"));
      var rows = journey.rows().size();
      for (var i = 0; i < rows; i++) {
        var told = words(paragraphs.get(paragraphs.size() - rows + i));
        journey.rows().get(i).values().forEach(value -> assertTold(told, String.valueOf(value)));
      }
      journey.values().values().forEach(value -> assertTold(words(text), String.valueOf(value)));
    });
  }

  private static void assertTold(Set<String> told, String value) {
    if (!SAYING_NOTHING.contains(value.toLowerCase(Locale.ROOT)) && value.length() < 240) {
      words(value.replaceAll("<[^>]*>", "")).stream()
          .filter(word -> !SUBJECTS.contains(word))
          .filter(word -> told.stream().noneMatch(other -> isForm(other, word)))
          .forEach(word -> fail("'%s' is not told", word));
    }
  }

  private static final Set<String> SUBJECTS =
      Set.of("i", "they", "we", "she", "our", "team", "and", "s", "the");

  @ParameterizedTest
  @MethodSource("ways")
  void every_word_is_among_the_values_or_its_own(Way way) {
    var labels =
        Stream.concat(
                LABELS.fields().values().stream().map(FlowTexts.FieldTexts::label),
                LABELS.groups().values().stream().map(FlowTexts.GroupTexts::item))
            .collect(Collectors.joining(" "));
    way.everyText((journey, text) -> {
      var known = words(journey.known().values() + " " + labels);
      words(text).stream()
          .filter(word -> !word.matches("\\d+|an?|the|and|to|more|under|or"))
          .filter(word -> !way.ownWords.contains(word))
          .filter(word -> known.stream().noneMatch(other -> isForm(other, word)))
          .forEach(word -> fail("nobody said '%s'", word));
    });
  }

  /** Whether two words differ in no more than an ending, or one was cut off. */
  private static boolean isForm(String one, String other) {
    if (one.startsWith("xxx") && other.startsWith("xxx")) {
      return true;
    }
    var shorter = Math.min(one.length(), other.length());
    return one.equals(other)
        || (shorter > 2
            && Math.abs(one.length() - other.length()) <= 4
            && one.regionMatches(0, other, 0, shorter - 1));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void the_same_values_give_the_same_text_in_any_order(Way way) {
    way.everyText((journey, text) -> {
      var turned = new TreeMap<String, FieldValue>(Comparator.reverseOrder());
      turned.putAll(journey.known());
      assertThat(
              way.summarizer.summarize(
                  turned, Map.of(Journey.GROUP, journey.ids()), journey.focus()))
          .isEqualTo(text);
    });
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_focus_never_says_more_than_the_whole(Way way) {
    way.everyText((journey, text) -> {
      var focused = journey.focused("seller side", "Awareness").told(way.summarizer);
      assertThat(withoutWordings(words(focused)))
          .allMatch(word -> words(text).stream().anyMatch(other -> isForm(other, word)));
    });
  }

  /** Alone, a value may be told in other words than beside another. */
  private static Set<String> withoutWordings(Set<String> words) {
    return words.stream()
        .filter(word -> !PATTERNS.ownWords.contains(word))
        .filter(word -> !word.matches("an?|the|and"))
        .collect(Collectors.toSet());
  }

  @Test
  void twelve_full_rows_stay_within_what_the_panel_accepts() {
    var full = new TreeMap<String, Object>(Map.of("stage_name", "Stage ".repeat(30)));
    for (var name :
        List.of(
            "buyer_actions", "key_influencers", "seller_actions", "content_type", "key_message")) {
      full.put(name, "they wait and wait, ".repeat(200));
    }
    var journey =
        new Journey(List.of(), Map.of("persona_name", "CFO"), Collections.nCopies(12, full));

    for (var way : ways()) {
      assertThat(journey.told(way.summarizer)).hasSizeLessThan(20_000);
    }
  }
}
