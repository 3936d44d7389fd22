package rapport.conversation.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicFindersTest {

  private static List<Found> find(Finder finder, String text) {
    return finder.find(Passage.of(text, Wording.ARABIC));
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
          ٤٢                                   | 42
          ۴۲                                   | 42
          1,200                                | 1200
          ١٬٢٠٠                                | 1200
          ١٬٢٣٤٬٥٦٧٫٥٠                         | 1234567.5
          ٠٫٥                                  | 0.5
          ١,٥                                  | 1.5
          2.5                                  | 2.5
          اثنا عشر                             | 12
          اثنتي عشرة                           | 12
          أحد عشر                              | 11
          خمسة عشر                             | 15
          خمس عشرة                             | 15
          خمسة وأربعون                         | 45
          خمسةٌ وأربعين                         | 45
          خمس و أربعين                         | 45
          مئة                                  | 100
          مائة وعشرون                          | 120
          مئتان                                | 200
          مائتين وخمسين                        | 250
          ثلاثمئة وخمسة                        | 305
          ثلاث مئة                             | 300
          ألف                                  | 1000
          ألف ومئتان                           | 1200
          ألفان وخمسمئة                        | 2500
          ثلاثة آلاف                           | 3000
          خمسون ألفًا                           | 50000
          مئتان وخمسون ألفا                    | 250000
          مليون ونصف                           | 1500000
          مليون ونصف المليون                   | 1500000
          نصف مليون                            | 500000
          مليون ومئتا ألف                      | 1200000
          مليونان                              | 2000000
          ثلاثة ملايين                         | 3000000
          ٣ ملايين                             | 3000000
          1.5 مليون                            | 1500000
          80 ألف                               | 80000
          ثلاثة ونصف                           | 3.5
          35-44                                | 35-44
          ٣٥ – ٤٤                              | 35-44
          35 إلى 44                            | 35-44
          من 35 إلى 44                         | 35-44
          من خمسة وثلاثين إلى أربعين            | 35-40
          بين 35 و44                           | 35-44
          بين ٣٥ و ٤٤                          | 35-44
          بين خمسين ومئة                       | 50-100
          من 150 إلى 180 ألف                   | 150000-180000
          من خمسة إلى عشرة ملايين               | 5000000-10000000
          ثلاثة أو أربعة                       | 3-4
          50+                                  | 50+
          أكثر من 50                           | 50+
          ما لا يقل عن خمسين                   | 50+
          50 فأكثر                             | 50+
          أقل من ١٬٠٠٠                         | <1000
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
          ليس لدينا شيء من ذلك
          سميرة وليد
          إحدى الشركات
          هذا رائع
          """)
  void reads_no_number_where_none_is_meant(String text) {
    assertThat(find(new NumberFinder(), text)).isEmpty();
  }

  @Test
  void takes_three_and_four_for_two_numbers() {
    assertThat(find(new NumberFinder(), "ثلاثة وأربعة"))
        .extracting(found -> found.value().display())
        .containsExactly("3", "4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120,000 ريال                         | 120000 SAR
          ١٢٠٬٠٠٠ ر.س                          | 120000 SAR
          5000 درهم                            | 5000 AED
          خمسة آلاف درهم مغربي                 | 5000 MAD
          200 دينار كويتي                      | 200 KWD
          200 د.ك                              | 200 KWD
          500 دينار أردني                      | 500 JOD
          ٣٠ ألف جنيه                          | 30000 EGP
          30 ألف جنيه مصري                     | 30000 EGP
          مئة ألف دولار أمريكي                 | 100000 USD
          90,000 دولارًا                        | 90000 USD
          ثمانون ألف يورو                      | 80000 EUR
          80k €                                | 80000 EUR
          $120k                                | 120000 USD
          من 50 إلى 80 ألف ريال سعودي          | 50000-80000 SAR
          بين 50,000 و80,000 ريال              | 50000-80000 SAR
          من خمسين إلى ثمانين ألف ريال         | 50000-80000 SAR
          مليونا ريال                          | 2000000 SAR
          3 ملايين درهم إماراتي                | 3000000 AED
          أكثر من 20 مليون دولار               | 20000000+ USD
          نصف مليون دولار                      | 500000 USD
          """)
  void reads_money_with_the_currencies_of_the_region(String text, String canonical) {
    assertThat(only(new MoneyFinder(), text)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          أسبوع                                | أسبوع
          أسبوع واحد                           | أسبوع
          أسبوعان                              | أسبوعان
          لأسبوعين                             | أسبوعان
          3 أسابيع                             | 3 أسابيع
          ثلاثة أسابيع                         | 3 أسابيع
          11 أسبوعًا                            | 11 أسبوعًا
          ١٢ يوما                              | 12 يومًا
          100 يوم                              | 100 يوم
          شهران                                | شهران
          شهرين                                | شهران
          ستة أشهر                             | 6 أشهر
          سنة                                  | سنة
          سنتان                                | سنتان
          عشر سنوات                            | 10 سنوات
          20 سنة                               | 20 سنة
          عشرون عاما                           | 20 سنة
          سنة ونصف                             | 1.5 سنة
          3 سنوات ونصف                         | 3.5 سنة
          نصف سنة                              | 6 أشهر
          أسبوع أو أسبوعين                     | 1-2 أسبوع
          من أسبوع إلى أسبوعين                 | 1-2 أسبوع
          من أسبوعين إلى ثلاثة أسابيع          | 2-3 أسابيع
          أسبوعين إلى ثلاثة                    | أسبوعان
          2-3 أسابيع                           | 2-3 أسابيع
          من 10 إلى 15 يوما                    | 10-15 يومًا
          أسبوعين إلى شهر                      | أسبوعان إلى شهر
          أكثر من عشرين سنة                    | 20+ سنة
          أقل من 3 أشهر                        | <3 أشهر
          ساعتان                               | ساعتان
          """)
  void reads_lengths_of_time(String text, String canonical) {
    assertThat(find(new DurationFinder(), text).getFirst().value().display()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({"السنة الماضية", "كل سنة", "مرة في الشهر", "5000 ريال في الشهر", "سنة 2020"})
  void reads_no_length_of_time_where_none_is_meant(String text) {
    assertThat(find(new DurationFinder(), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "أسبوع",
    "أسبوعان",
    "3 أسابيع",
    "11 أسبوعًا",
    "100 أسبوع",
    "2-3 أسابيع",
    "1-2 أسبوع",
    "1.5 سنة",
    "أسبوعان إلى شهر",
    "20+ سنة"
  })
  void reads_again_what_it_wrote(String canonical) {
    assertThat(only(new DurationFinder(), canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          عمرها 42                             | 42
          عمره ٤٢                              | 42
          42 سنة من العمر                      | 42
          خمسة وأربعون عاما من العمر            | 45
          في الأربعينيات                       | 40-49
          في الثلاثينات من عمرها               | 30-39
          في منتصف الأربعينيات                 | 44-46
          أوائل الثلاثينيات                    | 30-33
          أواخر العشرينات                      | 27-29
          مراهقون                              | 13-19
          """)
  void reads_ages(String text, String canonical) {
    assertThat(find(new AgeFinder(), text).getFirst().value().display()).isEqualTo(canonical);
  }

  @Test
  void takes_the_nineties_for_an_age_only_when_it_is_one() {
    assertThat(find(new AgeFinder(), "منذ التسعينيات")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 موظف                             | 200      | موظف
          خمسون موظفًا                          | 50       | موظفا
          موظفان                               | 2        | موظف
          شركتان                               | 2        | شركه
          ثلاثة فروع                           | 3        | فروع
          فرعين                                | 2        | فرع
          50 إلى 200 موظف                      | 50-200   | موظف
          أسرة من خمسة                         | 5        | اسره
          """)
  void reads_counts_with_their_duals(String text, String number, String unit) {
    var found = find(new CountFinder(), text);
    assertThat(found).as(text).hasSize(1);
    assertThat(found.getFirst().value().display()).isEqualTo(number);
    assertThat(found.getFirst().unit()).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({"20%, 20%", "٢٠٪, 20%", "20 بالمئة, 20%", "عشرون في المئة, 20%", "20 بالمائة, 20%"})
  void reads_shares(String text, String canonical) {
    assertThat(only(new PercentFinder(), text)).isEqualTo(canonical);
  }

  @Test
  void finds_the_whole_word_of_a_dual() {
    var text = "يستغرق ذلك أسبوعين تقريبا";
    var found = find(new DurationFinder(), text).getFirst();
    assertThat(text.substring(found.start(), found.end())).isEqualTo("أسبوعين");
  }

  @Test
  void survives_any_row_of_letters() {
    var random = new Random(7);
    var letters = "وفبلكالـَّ خمسةنصف٤٥ألفمئة،؟ هاهمين";
    for (var i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      for (var j = 0; j < 30; j++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      var said = text.toString();
      for (var finder : Finder.ALL) {
        for (var found : find(finder, said)) {
          assertThat(found.start()).isLessThan(found.end());
          assertThat(found.end()).isLessThanOrEqualTo(said.length());
        }
      }
    }
  }
}
