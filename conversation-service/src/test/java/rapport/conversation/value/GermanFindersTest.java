package rapport.conversation.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanFindersTest {

  private static List<Found> find(Finder finder, String text) {
    return finder.find(Passage.of(text, Wording.GERMAN));
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
          1.200                                | 1200
          1.234.567,50                         | 1234567.5
          1'250'000                            | 1250000
          0,5                                  | 0.5
          2.5                                  | 2.5
          1,200,000                            | 1200000
          zwölf                                | 12
          zwoelf                               | 12
          fünfundvierzig                       | 45
          dreißig                              | 30
          zwölfhundert                         | 1200
          zweihundertfünfzigtausend            | 250000
          zweihundertfünfzig tausend           | 250000
          dreihundertfünf                      | 305
          tausend                              | 1000
          hundertzwanzig                       | 120
          anderthalb Millionen                 | 1500000
          zweieinhalb                          | 2.5
          zwei Dutzend                         | 24
          ein Dutzend                          | 12
          eine halbe Million                   | 500000
          1,5 Mio                              | 1500000
          3 Mio.                               | 3000000
          3 Mio. Umsatz                        | 3000000
          300 Millionen                        | 300000000
          2 Mrd.                               | 2000000000
          80 Tsd.                              | 80000
          35-44                                | 35-44
          35 – 44                              | 35-44
          35 bis 44                            | 35-44
          zwischen 35 und 44                   | 35-44
          von 20 bis 30                        | 20-30
          150 bis 180 Tsd.                     | 150000-180000
          5 bis 10 Millionen                   | 5000000-10000000
          zwei bis drei                        | 2-3
          zwei oder drei                       | 2-3
          50+                                  | 50+
          mehr als 50                          | 50+
          über 50                              | 50+
          50 oder mehr                         | 50+
          unter 50                             | <50
          weniger als 1.000                    | <1000
          -5                                   | -5
          """)
  void reads_numbers_and_ranges(String text, String canonical) {
    assertThat(only(new NumberFinder(), text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eine ganze Menge
          der Hund und die Wunde
          5G und 29km
          am 24.12. geht es los
          seit dem 12.03.2024
          14:30 Uhr
          030-901820-11
          24/7
          Version 1.2.3
          ein Büro
          fünfstellig
          """)
  void reads_no_number_where_none_is_meant(String text) {
    assertThat(find(new NumberFinder(), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120.000 €                            | 120000 EUR
          120.000,50 EUR                       | 120000.5 EUR
          € 75 Mio.                            | 75000000 EUR
          80 Tsd. Euro                         | 80000 EUR
          3 Mio. €                             | 3000000 EUR
          500 T€                               | 500000 EUR
          500 TEUR                             | 500000 EUR
          2 Mio. bis 3 Mio. Euro               | 2000000-3000000 EUR
          50 bis 80 Tausend Euro               | 50000-80000 EUR
          zwischen 50.000 und 80.000 Euro      | 50000-80000 EUR
          rund hundertzwanzigtausend Euro      | 120000 EUR
          200 Schweizer Franken                | 200 CHF
          90.000 US-Dollar                     | 90000 USD
          bis zu 5.000 Euro                    | 5000 EUR
          mehr als 20 Millionen Euro           | 20000000+ EUR
          eine halbe Million Euro              | 500000 EUR
          80k €                                | 80000 EUR
          """)
  void reads_money_with_its_currency(String text, String canonical) {
    assertThat(only(new MoneyFinder(), text)).isEqualTo(canonical);
  }

  @Test
  void takes_everyday_words_for_no_currency() {
    assertThat(find(new MoneyFinder(), "mit dem 5. Versuch, all 50 Leute, top 10")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zwei bis drei Wochen                 | 2-3 Wochen
          etwa 6 Monate                        | 6 Monate
          ein Jahr                             | 1 Jahr
          nach einem Jahr                      | 1 Jahr
          ein halbes Jahr                      | 6 Monate
          ein halber Tag                       | 0,5 Tage
          anderthalb Jahre                     | 1,5 Jahre
          zweieinhalb Jahre                    | 2,5 Jahre
          1,5 Jahre                            | 1,5 Jahre
          1 Woche                              | 1 Woche
          10+ Jahre                            | 10+ Jahre
          seit über 20 Jahren                  | 20+ Jahre
          2 Wochen bis 3 Monate                | 2 Wochen bis 3 Monate
          zwei Wochen bis drei Wochen          | 2-3 Wochen
          14 Tage                              | 14 Tage
          zwei Quartale                        | 2 Quartale
          """)
  void reads_lengths_of_time(String text, String canonical) {
    assertThat(only(new DurationFinder(), text)).isEqualTo(canonical);
  }

  @Test
  void does_not_take_a_rate_for_a_length_of_time() {
    assertThat(find(new DurationFinder(), "90.000 € ein Jahr")).isEmpty();
    assertThat(find(new DurationFinder(), "90.000 € im Jahr")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          42 Jahre alt                         | 42
          fünfundvierzig Jahre alt             | 45
          eine 42-jährige Ingenieurin          | 42
          42jährig                             | 42
          Alter 35-44                          | 35-44
          Mitte 40                             | 44-46
          Mitte vierzig                        | 44-46
          Anfang dreißig                       | 30-33
          Ende der Zwanziger                   | 27-29
          Anfang bis Mitte 40                  | 40-46
          Ende 20 bis Anfang 30                | 27-33
          in den Vierzigern                    | 40-49
          in den 40ern                         | 40-49
          Mittdreißigerin                      | 34-36
          Endfünfziger                         | 57-59
          Teenager                             | 13-19
          """)
  void reads_ages_said_as_ages(String text, String canonical) {
    assertThat(only(new AgeFinder(), text)).isEqualTo(canonical);
  }

  @Test
  void takes_a_bare_number_and_a_decade_of_history_for_no_age() {
    assertThat(find(new AgeFinder(), "42")).isEmpty();
    assertThat(find(new AgeFinder(), "40")).isEmpty();
    assertThat(find(new AgeFinder(), "seit den Neunzigern")).isEmpty();
    assertThat(find(new AgeFinder(), "seit Mitte der 90er")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 Leute                            | 200    | leute
          50-200 Mitarbeiter                   | 50-200 | mitarbeiter
          drei Standorte                       | 3      | standorte
          vierköpfige Familie                  | 4      | familie
          Familie von fünf                     | 5      | familie
          rund 1.200 Beschäftigte              | 1200   | beschäftigte
          """)
  void reads_counts_with_what_they_count(String text, String canonical, String unit) {
    var found = find(new CountFinder(), text);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().value().display()).isEqualTo(canonical);
    assertThat(found.getFirst().unit()).isEqualTo(unit);
  }

  @Test
  void reads_percentages() {
    assertThat(only(new PercentFinder(), "etwa 20 Prozent davon")).isEqualTo("20%");
    assertThat(only(new PercentFinder(), "10-15 %")).isEqualTo("10-15%");
    assertThat(only(new PercentFinder(), "2,5 %")).isEqualTo("2.5%");
  }

  @Test
  void reads_spoken_addresses() {
    assertThat(only(new EmailFinder(), "jana punkt doe at acme punkt de"))
        .isEqualTo("jana.doe@acme.de");
    assertThat(find(new EmailFinder(), "der Punkt ist, at home")).isEmpty();
  }

  @Test
  void finds_values_in_order_inside_the_text_and_never_fails() {
    var parts =
        ("12 |-|€|k|Mio|.| bis |ein |halbes |von |Mitte |vierzig|er |Jahr |1.200|,5|@|at |punkt "
                + "|:|/|%|\n|hundert|und|tausend|zwei|köpfig|'")
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
