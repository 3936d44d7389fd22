package rapport.conversation.understanding.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotationTest {

  @Test
  void finds_words_where_they_stand() {
    assertThat(Quotation.of("the CFO", "It is the cfo, not the CTO"))
        .contains(new Quotation(6, 13, "the cfo"));
  }

  @Test
  void marks_and_spaces_may_differ() {
    assertThat(
            Quotation.of(
                "don't  panic".replace("  ", " "), "they say \u201cdon\u2019t\u00a0panic\u201d"))
        .map(Quotation::words)
        .contains("don\u2019t\u00a0panic");
  }

  @Test
  void part_of_a_word_is_another_word() {
    assertThat(Quotation.of("art", "start the party")).isEmpty();
    assertThat(Quotation.of("art", "start with art")).map(Quotation::start).contains(11);
    assertThat(Quotation.of("5", "150")).isEmpty();
  }

  @Test
  void nothing_is_nowhere() {
    assertThat(Quotation.of("", "text")).isEmpty();
    assertThat(Quotation.of(" \t", "text")).isEmpty();
    assertThat(Quotation.of("text", "")).isEmpty();
  }

  @Test
  void capitals_that_grow_when_made_small_do_no_harm() {
    assertThat(Quotation.of("\u0130zmir", "lives in \u0130zmir now"))
        .map(Quotation::words)
        .contains("\u0130zmir");
  }
}
