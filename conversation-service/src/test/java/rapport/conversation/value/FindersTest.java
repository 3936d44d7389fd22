package rapport.conversation.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindersTest {

  private static List<Found> find(Finder finder, String text) {
    return finder.find(Passage.of(text, Wording.ENGLISH));
  }

  private static String only(Finder finder, String text) {
    var found = find(finder, text);
    assertThat(found).as(text).hasSize(1);
    return found.getFirst().value().display();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          42                                   | 42
          1,200                                | 1200
          1,234,567.50                         | 1234567.5
          0.5                                  | 0.5
          twelve                               | 12
          forty-five                           | 45
          forty five                           | 45
          twelve hundred or so                 | 1200
          two hundred and fifty thousand       | 250000
          three hundred and five               | 305
          a couple of                          | 2
          a couple of hundred                  | 200
          two dozen                            | 24
          half a million                       | 500000
          one and a half million               | 1500000
          1.5m                                 | 1500000
          300 million                          | 300000000
          2 bn                                 | 2000000000
          35-44                                | 35-44
          35 – 44                              | 35-44
          between 35 and 44                    | 35-44
          from 20 to 30                        | 20-30
          from 18 to about 25                  | 18-25
          150 to 180k                          | 150000-180000
          5 to 10 million                      | 5000000-10000000
          500 to 1k                            | 500-1000
          44-35                                | 35-44
          two or three                         | 2-3
          50+                                  | 50+
          more than 50                         | 50+
          50 or more                           | 50+
          under 50                             | <50
          -5                                   | -5
          a hundred and ninety                 | 190
          a hundred thousand                   | 100000
          a thousand and fifty                 | 1050
          one point two million                | 1200000
          two point five                       | 2.5
          nine point nought four               | 9.04
          40 000                               | 40000
          90'000                               | 90000
          2½                                   | 2.5
          2 1/2                                | 2.5
          ¾                                    | 0.75
          10 bln                               | 10000000000
          >30                                  | 30+
          greater than 100                     | 100+
          more than 100 and less than 300      | 100-300
          a quarter of a million               | 250000
          we turn over 90 million              | 90000000
          not older than forty                 | <40
          50 at least                          | 50+
          """)
  void reads_numbers_and_ranges(String text, String canonical) {
    assertThat(only(new NumberFinder(), text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          six figures
          5G and 1st and 29km
          Q3
          24/7
          12:30
          555-012-7788
          #4711
          version 1.2.3
          1234567890123456789012
          a lot of them
          """)
  void reads_no_number_where_none_is_meant(String text) {
    assertThat(find(new NumberFinder(), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $120k                                | 120000 USD
          $ 75 million                         | 75000000 USD
          US$50                                | 50 USD
          C$ 16.4 million                      | 16400000 CAD
          EUR50,000                            | 50000 EUR
          50000-80000 EUR                      | 50000-80000 EUR
          €50k-€80k                            | 50000-80000 EUR
          between $50,000 and $80,000          | 50000-80000 USD
          twenty bucks                         | 20 USD
          90 grand pounds                      | 90000 GBP
          200 swiss francs                     | 200 CHF
          CHF 90'000                           | 90000 CHF
          120 MEUR                             | 120000000 EUR
          75 USD million                       | 75000000 USD
          10 turkish lira                      | 10 TRY
          one point two million rupees         | 1200000 INR
          more than $1m and less than $2m      | 1000000-2000000 USD
          £110k                                | 110000 GBP
          up to 5,000 euros                    | 5000 EUR
          12 million revenue in dollars        | 12000000 USD
          they turned over $3m                 | 3000000 USD
          """)
  void reads_money_with_its_currency(String text, String canonical) {
    assertThat(only(new MoneyFinder(), text)).isEqualTo(canonical);
  }

  @Test
  void keeps_amounts_of_different_currencies_apart() {
    assertThat(find(new MoneyFinder(), "$50 to €80"))
        .extracting(found -> found.value().display())
        .containsExactly("50 USD", "80 EUR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          two to three weeks                   | 2-3 weeks
          about 6 months                       | 6 months
          a year                               | 1 year
          half a year                          | 6 months
          a week or two                        | 1-2 weeks
          a month or 2 demos                   | 1 month
          1 week                               | 1 week
          a three month pilot                  | 3 months
          3.5years                             | 3.5 years
          10+ years                            | 10+ years
          2 weeks to 3 months                  | 2 weeks to 3 months
          two weeks to three weeks             | 2-3 weeks
          two decades                          | 20 years
          half a decade                        | 5 years
          a fortnight                          | 2 weeks
          1 year 1 month                       | 13 months
          2 years and 3 months                 | 27 months
          1 week 3 days                        | 10 days
          a couple of days                     | 2 days
          60 years or more                     | 60+ years
          3 weeks plus a pilot                 | 3 weeks
          between ten days and a month         | 10 days to 1 month
          between 2 weeks and three weeks      | 2-3 weeks
          a quarter                            | 1 quarter
          """)
  void reads_lengths_of_time(String text, String canonical) {
    assertThat(only(new DurationFinder(), text)).isEqualTo(canonical);
  }

  @Test
  void does_not_take_a_rate_for_a_length_of_time() {
    assertThat(find(new DurationFinder(), "$90k a year")).isEmpty();
    assertThat(find(new DurationFinder(), "twice a month")).isEmpty();
    assertThat(only(new DurationFinder(), "3 hours a day")).isEqualTo("3 hours");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          29 year old                          | 29
          a 29-year-old                        | 29
          five years old                       | 5
          42yo                                 | 42
          aged 35-44                           | 35-44
          late twenties                        | 27-29
          early thirties                       | 30-33
          in her forties                       | 40-49
          mid-40s                              | 44-46
          late twenties to early thirties      | 27-33
          teenagers                            | 13-19
          """)
  void reads_ages_said_as_ages(String text, String canonical) {
    assertThat(only(new AgeFinder(), text)).isEqualTo(canonical);
  }

  @Test
  void takes_a_bare_number_and_a_decade_of_history_for_no_age() {
    assertThat(find(new AgeFinder(), "42")).isEmpty();
    assertThat(find(new AgeFinder(), "since the nineties")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200-person                           | 200    | person
          50-200 employees                     | 50-200 | employees
          3 offices                            | 3      | offices
          family of five                       | 5      | family
          a team of 12                         | 12     | team
          """)
  void reads_counts_with_what_they_count(String text, String canonical, String unit) {
    var found = find(new CountFinder(), text);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().value().display()).isEqualTo(canonical);
    assertThat(found.getFirst().unit()).isEqualTo(unit);
  }

  @Test
  void reads_percentages() {
    assertThat(only(new PercentFinder(), "about 20 percent of them")).isEqualTo("20%");
    assertThat(only(new PercentFinder(), "10-15%")).isEqualTo("10-15%");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jane.doe@acme.io                             | jane.doe@acme.io
          (write to Jane_Doe+x@ACME.IO.)               | Jane_Doe+x@acme.io
          sure, its jane dot doe at acme dot io        | jane.doe@acme.io
          jane underscore doe at mail dot acme dot com | jane_doe@mail.acme.com
          anna (at) firma.de                           | anna@firma.de
          jo.smith[at]my-firm[dot]co[dot]uk            | jo.smith@my-firm.co.uk
          write to paul_k {at} gmx {dot} net please    | paul_k@gmx.net
          jo.smith at example dot com                  | jo.smith@example.com
          jo-ann (@) acme.io.                          | jo-ann@acme.io
          """)
  void reads_addresses_written_or_spoken(String text, String address) {
    assertThat(only(new EmailFinder(), text)).isEqualTo(address);
  }

  @Test
  void does_not_make_an_address_of_anything_with_an_at() {
    for (var text :
        List.of(
            "meet me at acme",
            "I work at firma.de",
            "we met (at) noon. de",
            "meet me at acme (dot)",
            "@@@",
            "a@b",
            "me at acme dot com",
            "a@-b.com")) {
      assertThat(find(new EmailFinder(), text)).as(text).isEmpty();
    }
  }

  @Test
  void reads_web_addresses_without_the_full_stop_after_them() {
    assertThat(only(new UrlFinder(), "see https://acme.io/x?y=1."))
        .isEqualTo("https://acme.io/x?y=1");
    assertThat(only(new UrlFinder(), "(www.acme.io)")).isEqualTo("https://www.acme.io");
    assertThat(find(new UrlFinder(), "javascript:alert(1) ftp://acme.io")).isEmpty();
  }

  @Test
  void tells_where_a_value_stands() {
    var text = "She makes about $120k, I think";
    var found = find(new MoneyFinder(), text).getFirst();

    assertThat(text.substring(found.start(), found.end())).isEqualTo("$120k");
  }

  @Test
  void finds_values_in_order_inside_the_text_and_never_fails() {
    var parts =
        "12 |-|$|k|m| to |a |couple |of |late |twenties |year |.|,|@|at |dot |:|/|%|€|\n|half "
            .split("\\|", -1);
    var random = new Random(7);
    for (var round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      for (var i = 0; i < 12; i++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      for (var finder : Finder.ALL) {
        var last = 0;
        for (var found : find(finder, text.toString())) {
          assertThat(found.start()).as(text.toString()).isLessThan(found.end());
          assertThat(found.end()).isLessThanOrEqualTo(text.length());
          assertThat(found.start())
              .as("%s in %s", finder, text)
              .isGreaterThanOrEqualTo(finder instanceof EmailFinder ? 0 : last);
          last = found.end();
        }
      }
    }
  }
}
