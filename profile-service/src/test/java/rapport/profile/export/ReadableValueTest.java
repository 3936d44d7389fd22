package rapport.profile.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.FieldValue;

class ReadableValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120000 USD        | 120,000 USD",
        "50000-80000 EUR   | 50,000–80,000 EUR",
        "900 GBP           | 900 GBP",
        "30000             | 30,000",
        "35-44             | 35-44",
        "2019              | 2019",
        "01067             | 01067",
        "0301234567        | 0301234567",
        "0.5 EUR           | 0.5 EUR",
        "2-3 weeks         | 2-3 weeks",
        "about 120000 USD  | about 120000 USD",
      })
  void groups_the_digits_of_amounts_and_leaves_everything_else(String stored, String read) {
    assertThat(ReadableValue.of(FieldValue.text(stored))).isEqualTo(read);
  }
}
