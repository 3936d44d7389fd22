package rapport.profile.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTest {

  @Test
  void breaks_between_words() {
    assertThat(LineBreaks.of("to be or not to be", 8, String::length))
        .containsExactly("to be or", "not to", "be");
  }

  @Test
  void keeps_the_lines_that_were_typed() {
    assertThat(LineBreaks.of("to be\n or not\n\nto be", 20, String::length))
        .containsExactly("to be", "or not", "", "to be");
  }

  @Test
  void cuts_words_that_are_longer_than_a_line() {
    assertThat(LineBreaks.of("a honorificabilitudinitatibus b", 10, String::length))
        .containsExactly("a", "honorifica", "bilitudini", "tatibus b");
  }

  @Test
  void never_cuts_inside_what_a_person_sees_as_one_character() {
    var family = "👩‍👩‍👧";
    assertThat(LineBreaks.of(family.repeat(3), family.length() + 2, String::length))
        .containsExactly(family, family, family);
  }

  @Test
  void ends_even_where_nothing_fits() {
    assertThat(LineBreaks.of("abc", 0.5, String::length)).containsExactly("a", "b", "c");
  }

  @Test
  void nothing_is_no_line() {
    assertThat(LineBreaks.of("", 10, String::length)).isEmpty();
  }

  @Test
  void text_is_as_wide_as_the_font_says() {
    assertThat(Typeface.width("iiii", 10)).isLessThan(Typeface.width("mm", 10));
    assertThat(Typeface.width("Hello", 1000)).isBetween(2270.0, 2285.0);
    assertThat(Typeface.width("山", 10)).isBetween(9.0, 12.0);
    assertThat(Typeface.width("e\u0301", 10)).isEqualTo(Typeface.width("e", 10));
  }
}
