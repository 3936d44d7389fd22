package rapport.conversation.summary.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.summary.Summarizer;

/** What holds for every text, whatever people typed. */
class SummaryPropertiesTest {

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();
  private static final MessyProfiles PROFILES = new MessyProfiles(FLOWS.latest("customer-profile"));
  private static final FlowTexts LABELS = FLOWS.texts("customer-profile", "en");
  private static final Summarizer SUMMARIZER =
      SummaryCatalog.fromClasspath(FLOWS).find("customer-profile", "en").orElseThrow();
  private static final List<List<String>> FOCUSES =
      List.of(
          List.of(),
          List.of("pain points"),
          List.of("motivations", "astrology"),
          List.of("messaging channels"),
          List.of("money and hobbies"));
  private static final List<String> TELLING =
      List.of("sourdough", "security review", "proven solutions", "three sites", "the season");
  private static final Pattern NUMBER =
      Pattern.compile("(\\d+(?:,\\d{3})*(?:\\.\\d+)?)( million)?");

  private record Sample(long seed, Map<String, FieldValue> values, String text) {}

  private static final List<Sample> SAMPLES =
      LongStream.range(0, 600).mapToObj(SummaryPropertiesTest::sample).toList();

  private static Sample sample(long seed) {
    var values = PROFILES.profile(seed);
    var focus = FOCUSES.get((int) (seed % FOCUSES.size()));
    return new Sample(seed, values, SUMMARIZER.summarize(values, Map.of(), focus));
  }

  private static void everyText(BiConsumer<Map<String, FieldValue>, String> holds) {
    for (var sample : SAMPLES) {
      try {
        holds.accept(sample.values(), sample.text());
      } catch (AssertionError wrong) {
        throw new AssertionError("seed " + sample.seed() + ": " + sample.text(), wrong);
      }
    }
  }

  @Test
  void is_punctuated_like_a_text() {
    everyText((_, text) ->
        assertThat(text)
            .isNotBlank()
            .matches("(?s)[\\p{Lu}\\p{N}\\P{L}].*")
            .endsWith(".")
            .doesNotContain("{", "}", "  ", " ,", "..", ",.", ":.", " .", ",,", "N/A", "???")
            .doesNotContainPattern("[,;:]\\s*[.;:]")
            .doesNotContainPattern("\\b(?:[Aa]n? ){2}"));
  }

  @Test
  void every_sentence_begins_with_a_capital() {
    everyText(
        (_, text) -> assertThat(text).doesNotContainPattern("(?:^|\\n\\n|[a-z]{3}[.?] )\\p{Ll}"));
  }

  @Test
  void has_one_or_two_paragraphs_of_limited_length() {
    everyText((_, text) -> {
      assertThat(text.split("\n\n")).hasSizeBetween(1, 2);
      assertThat(text).hasSizeLessThan(1900);
    });
  }

  @Test
  void every_number_is_among_the_values() {
    everyText((values, text) -> {
      var known = new HashSet<BigDecimal>();
      values.values().forEach(value -> known.addAll(numbers(value.display())));
      assertThat(known).containsAll(numbers(text));
    });
  }

  @Test
  void no_label_shows_through() {
    everyText((values, text) -> {
      var typed = values.values().toString().toLowerCase(Locale.ROOT);
      LABELS.fields().values().stream()
          .map(FieldTexts::label)
          .filter(label -> !typed.contains(label.toLowerCase(Locale.ROOT)))
          .forEach(label -> assertThat(text).doesNotContain(label + ":"));
    });
  }

  @Test
  void tells_nothing_of_what_is_not_among_the_values() {
    everyText((values, text) -> {
      var typed = values.values().toString().toLowerCase(Locale.ROOT);
      for (var telling : TELLING) {
        if (!typed.contains(telling)) {
          assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(telling);
        }
      }
    });
  }

  @Test
  void nobody_speaks_of_himself_but_between_quotation_marks() {
    everyText((_, text) ->
        assertThat(text.replaceAll("“[^”]*”", ""))
            .doesNotContainPattern("\\b(?:I|I'm|[Mm]y|[Ww]e|[Oo]ur|me|us)\\b"));
  }

  @Test
  void a_value_told_before_is_not_told_again() {
    everyText((_, text) -> {
      for (var telling : TELLING) {
        assertThat(text.toLowerCase(Locale.ROOT).split(Pattern.quote(telling), -1))
            .hasSizeLessThanOrEqualTo(2);
      }
    });
  }

  @Test
  void the_same_values_give_the_same_text_in_any_order() {
    for (var sample : SAMPLES.subList(0, 300)) {
      var focus = FOCUSES.get((int) (sample.seed() % FOCUSES.size()));
      var turned = new TreeMap<String, FieldValue>(Comparator.reverseOrder());
      turned.putAll(sample.values());
      assertThat(SUMMARIZER.summarize(turned, Map.of(), focus)).isEqualTo(sample.text());
    }
  }

  @Test
  void different_profiles_do_not_sound_alike() {
    var beginnings = new HashSet<String>();
    LongStream.range(0, 40)
        .forEach(age -> {
          var values =
              Map.of(
                  "prototype_name", FieldValue.text("Nora Lindqvist"),
                  "job_title", FieldValue.text("Procurement lead"),
                  "demographics.age", (FieldValue) FieldValue.Num.of(30 + age));
          beginnings.add(SUMMARIZER.summarize(values, Map.of(), List.of()).replaceAll("\\d+", "N"));
        });
    assertThat(beginnings).hasSizeGreaterThan(2);
  }

  private static Set<BigDecimal> numbers(String text) {
    var numbers = new HashSet<BigDecimal>();
    var found = NUMBER.matcher(text);
    while (found.find()) {
      var number = new BigDecimal(found.group(1).replace(",", ""));
      numbers.add(
          (found.group(2) == null ? number : number.movePointRight(6)).stripTrailingZeros());
    }
    return numbers;
  }
}
