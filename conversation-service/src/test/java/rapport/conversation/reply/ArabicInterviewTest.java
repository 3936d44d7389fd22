package rapport.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole interviews in Arabic. */
class ArabicInterviewTest {

  /** What is answered when a field of a customer profile is the first one asked. */
  private static final Map<String, String> PROFILE =
      Map.ofEntries(
          Map.entry("ready", "نعم، هيا نبدأ!"),
          Map.entry("type", "هي من يدفع"),
          Map.entry("b2b_b2c", "لشركتها"),
          Map.entry("prototype_name", "لنسمها نورة العتيبي"),
          Map.entry("company_name", "لشركة قهوة الواحة"),
          Map.entry("job_title", "هي مديرة المشتريات"),
          Map.entry(
              "demographics.age", "في منتصف الأربعينيات، تكسب حوالي ٨٥ ألف يورو، بكالوريوس اقتصاد"),
          Map.entry("demographics.work_experience", "بدأت في المستودع؛ خبيرة؛ التأمين"),
          Map.entry(
              "demographics.num_employees", "حوالي 1,200 موظف، 3 ملايين ريال إيرادات، ثلاثة فروع"),
          Map.entry("demographics.years_in_business", "منذ أكثر من عشرين سنة"),
          Map.entry("demographics.markets_served", "لا أعرف للأسف"),
          Map.entry("psychographics.decision_making", "تقارن ثلاثة عروض"),
          Map.entry("psychographics.likes_dislikes", "تحب الأسعار الواضحة وتكره العقود الطويلة"),
          Map.entry("behavioral.media_consumption", "مجلات متخصصة وLinkedIn"),
          Map.entry("behavioral.habits_skills", "تخطط صباح كل اثنين"),
          Map.entry("behavioral.research_methods", "تسأل زميلاتها"),
          Map.entry("environment.technology_landscape", "SAP وExcel"),
          Map.entry("environment.buying_power", "حتى 10,000 يورو دون سؤال"),
          Map.entry("environment.purchasing_process", "عرضان ثم موافقة المدير"),
          Map.entry("review_now", "نعم، كل شيء صحيح"),
          Map.entry("want_summary", "لا شكرا"));

  /** The same for a buying process with the usual stages. */
  private static final Map<String, String> MAPPING =
      Map.ofEntries(
          Map.entry("persona_name", "مدير تقنية المعلومات في شركة متوسطة"),
          Map.entry("persona_pain_points", "موافقات كثيرة وتراخيص مكلفة"),
          Map.entry("stage_mode", "الثلاث المعتادة"),
          Map.entry("[s1].buyer_actions", "يقرؤون المراجعات؛ من أسبوعين إلى ثلاثة أسابيع؛ الزملاء"),
          Map.entry("[s2].buyer_actions", "1. يقارنون ثلاثة موردين 2. شهر 3. قسم المشتريات"),
          Map.entry("[s3].buyer_actions", "يتفاوضون على العقد؛ ١٤ يومًا؛ الإدارة العليا"),
          Map.entry("[s1].seller_actions", "مكالمة تعارف؛ مقالات مدونة؛ لستم وحدكم"),
          Map.entry("[s2].seller_actions", "نقدم عرضا مخصصا؛ ندوة عبر الإنترنت؛ جاهز في أسبوعين"),
          Map.entry("[s3].seller_actions", "نرسل عرض سعر؛ قائمة أسعار؛ إلغاء في أي وقت"),
          Map.entry("want_summary", "لا شكرا"),
          Map.entry("next_action", "انتهينا"));

  private static Talk talk(String flow) {
    return new Talk("ar", flow, "تخطي");
  }

  @Test
  void captures_a_customer_profile_said_in_arabic() {
    var talk = talk("customer-profile").interview(PROFILE);

    assertThat(talk.completed()).isTrue();
    assertThat(talk.values())
        .containsEntry("type", "Economic Buyer")
        .containsEntry("b2b_b2c", "B2B")
        .containsEntry("prototype_name", "نورة العتيبي")
        .containsEntry("company_name", "قهوة الواحة")
        .containsEntry("job_title", "مديرة المشتريات")
        .containsEntry("demographics.age", "44-46")
        .containsEntry("demographics.income", "85000 EUR")
        .containsEntry("demographics.education", "بكالوريوس اقتصاد")
        .containsEntry("demographics.work_experience", "بدأت في المستودع")
        .containsEntry("demographics.level_of_experience", "خبيرة")
        .containsEntry("demographics.industry", "التأمين")
        .containsEntry("demographics.num_employees", "1200")
        .containsEntry("demographics.annual_revenue", "3000000 SAR")
        .containsEntry("demographics.num_locations", "3")
        .containsEntry("demographics.years_in_business", "20+ سنة")
        .containsEntry("psychographics.likes_dislikes", "تحب الأسعار الواضحة, تكره العقود الطويلة")
        .containsEntry("environment.buying_power", "10000 EUR")
        .doesNotContainKey("demographics.markets_served");
  }

  @Test
  void captures_a_buying_process_said_in_arabic() {
    var talk = talk("buying-process").interview(MAPPING);

    assertThat(talk.completed()).isTrue();
    assertThat(talk.values())
        .containsEntry("persona_name", "مدير تقنية المعلومات في شركة متوسطة")
        .containsEntry("persona_pain_points", "موافقات كثيرة وتراخيص مكلفة")
        .containsEntry("buying_stages[s1].buyer_actions", "يقرؤون المراجعات")
        .containsEntry("buying_stages[s1].duration", "2-3 أسابيع")
        .containsEntry("buying_stages[s1].key_influencers", "الزملاء")
        .containsEntry("buying_stages[s2].duration", "شهر")
        .containsEntry("buying_stages[s2].key_influencers", "قسم المشتريات")
        .containsEntry("buying_stages[s3].duration", "14 يومًا")
        .containsEntry("buying_stages[s1].content_type", "مقالات مدونة")
        .containsEntry("buying_stages[s1].key_message", "لستم وحدكم")
        .containsEntry("buying_stages[s3].content_type", "قائمة أسعار");
  }

  @Test
  void changes_stages_when_asked_in_arabic() {
    var talk =
        talk("buying-process")
            .interview(MAPPING)
            .says("أضف مرحلة التجديد في النهاية")
            .says("المرحلة الثانية تستغرق شهرين")
            .says("احذف المرحلة الأولى");

    assertThat(talk.values())
        .containsEntry("buying_stages[s4].stage_name", "التجديد")
        .containsEntry("buying_stages[s2].duration", "شهران")
        .doesNotContainKey("buying_stages[s1].stage_name");
    assertThat(talk.says("تراجع").values()).containsKey("buying_stages[s1].stage_name");
  }

  @Test
  void reads_arabic_from_the_first_word_to_the_last() {
    for (var talk :
        List.of(
            talk("customer-profile").interview(PROFILE),
            talk("buying-process").interview(MAPPING))) {
      for (var said :
          List.of(
              "شكرا",
              "ماذا لدينا حتى الآن؟",
              "لماذا تسأل؟",
              "ماذا تقصد؟",
              "مساعدة",
              "كم سؤالا بقي؟",
              "أريد التحدث إلى شخص حقيقي",
              "xyzzy",
              "تراجع",
              "العودة إلى العمر",
              "عمرها 45",
              "مع السلامة")) {
        talk.says(said);
      }
      var english = talk.onlyEnglish();

      assertThat(english).hasSizeGreaterThan(150);
      assertThat(talk.read())
          .isNotEmpty()
          .allSatisfy(text ->
              assertThat(english.stream().filter(text::contains).toList()).as(text).isEmpty());
    }
  }

  @Test
  void writes_amounts_lists_and_lengths_of_time_as_arabic_does() {
    var profile = String.join("\n", talk("customer-profile").interview(PROFILE).read());
    var mapping = String.join("\n", talk("buying-process").interview(MAPPING).read());

    assertThat(profile).contains("85,000\u00a0€").contains("1,200").contains("» و");
    assertThat(mapping)
        .contains("2-3 أسابيع")
        .contains("14 يومًا")
        .doesNotContain("«شهر»")
        .contains("«الوعي»")
        .doesNotContain("Awareness");
  }

  @Test
  void keeps_latin_letters_from_turning_the_sentence_round() {
    var talk = talk("customer-profile").interview(PROFILE);

    assertThat(String.join("\n", talk.read()))
        .contains("«\u2068SAP وExcel\u2069»")
        .doesNotContain("\u2068نورة");
  }
}
