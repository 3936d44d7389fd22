package rapport.conversation.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The specifications of another recognizer. It wants more than we do (a trillionth, 1.1^23, ten
 * minutes and thirty seconds as one length), so what is held is how many cases come out the same,
 * and that they never become fewer.
 */
class RecognizersTest {

  private static final Map<String, Finder> FINDERS =
      Map.of(
          "NumberModel", new NumberFinder(),
          "NumberRangeModel", new NumberFinder(),
          "CurrencyModel", new MoneyFinder(),
          "PercentModel", new PercentFinder(),
          "AgeModel", new AgeFinder(),
          "DurationExtractor", new DurationFinder(),
          "EmailModel", new EmailFinder());

  @ParameterizedTest
  @CsvSource({
    "NumberModel, 118, 47",
    "NumberRangeModel, 44, 32",
    "CurrencyModel, 90, 66",
    "PercentModel, 10, 5",
    "AgeModel, 10, 6",
    "DurationExtractor, 32, 17",
    "EmailModel, 10, 9"
  })
  void finds_as_much_as_before(String model, int cases, int least) throws IOException {
    var finder = Objects.requireNonNull(FINDERS.get(model));
    var all = cases(model);
    var missed = all.stream().filter(one -> !same(finder, one)).toList();

    assertThat(all).hasSize(cases);
    assertThat(all.size() - missed.size())
        .as("all but %s", missed.stream().map(one -> one.path("Input").asString()).toList())
        .isGreaterThanOrEqualTo(least);
  }

  /** As many values, with the same numbers where the specification gives one. */
  private static boolean same(Finder finder, JsonNode one) {
    var found = finder.find(Passage.of(one.path("Input").asString(), Wording.ENGLISH));
    var wanted = one.path("Results").values().stream().toList();
    if (found.size() != wanted.size()) {
      return false;
    }
    for (var i = 0; i < found.size(); i++) {
      var number = number(wanted.get(i).path("Resolution").path("value").asString(""));
      var read = number(found.get(i).value().display());
      if (number != null && (read == null || number.compareTo(read) != 0)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable BigDecimal number(String value) {
    var digits = value.replaceAll("[^0-9.-].*$", "");
    return digits.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(digits).stripTrailingZeros() : null;
  }

  private static List<JsonNode> cases(String model) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            RecognizersTest.class.getResourceAsStream("/recognizers/" + model + ".json"))) {
      var json = JsonMapper.shared().readTree(file.readAllBytes());
      return json.values().stream().toList();
    }
  }
}
