package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;
import rapport.conversation.value.Found;
import rapport.conversation.value.Passage;
import rapport.conversation.value.Wording;

class PhonesTest {

  private static List<String> find(String text) {
    return find(text, "US");
  }

  private static List<String> find(String text, String region) {
    return Phones.find(Passage.of(text, Wording.ENGLISH), region).stream()
        .map(found -> found.value().display())
        .toList();
  }

  @Test
  void finds_numbers_in_the_form_of_any_country() {
    assertThat(find("call me on +49 30 901820, thanks")).containsExactly("+49 30 901820");
    assertThat(find("it's (541) 754-3010")).containsExactly("+1 541-754-3010");
    assertThat(find("0171 2345678", "DE")).containsExactly("+49 171 2345678");
  }

  @Test
  void finds_none_in_prices_years_and_counts() {
    assertThat(find("$120,000 since 2019, 42 people")).isEmpty();
  }

  @Test
  void finds_only_numbers_a_telephone_field_takes() {
    var field =
        new Field(
            "phone",
            "p",
            FieldType.PHONE,
            false,
            false,
            Condition.always(),
            true,
            List.of(),
            false,
            null,
            List.of(),
            null,
            false,
            false,
            false,
            false,
            List.of(),
            null,
            null);

    for (var found :
        Phones.find(Passage.of("+1 541-754-3010 or +44 20 7946 0958", Wording.ENGLISH), "US")) {
      assertThat(found.kind()).isEqualTo(Found.Kind.PHONE);
      assertThat(Answers.check(field, found.value())).isEqualTo(new Answer.Accepted(found.value()));
    }
  }
}
