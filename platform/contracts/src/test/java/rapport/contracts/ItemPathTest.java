package rapport.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemPathTest {

  @Test
  void a_path_into_a_row_is_read_and_written_alike() {
    assertThat(ItemPath.parse("buying_stages[s2].duration"))
        .contains(new ItemPath("buying_stages", "s2", "duration"))
        .map(ItemPath::toString)
        .contains("buying_stages[s2].duration");
  }

  @Test
  void a_definition_writes_no_row() {
    assertThat(ItemPath.parse("buying_stages[].duration"))
        .contains(new ItemPath("buying_stages", "", "duration"));
    assertThat(ItemPath.template("buying_stages[s2].duration"))
        .isEqualTo("buying_stages[].duration");
    assertThat(ItemPath.template("demographics.age")).isEqualTo("demographics.age");
  }

  @Test
  void other_paths_are_none() {
    assertThat(ItemPath.parse("demographics.age")).isEmpty();
    assertThat(ItemPath.parse("buying_stages[s2]")).isEmpty();
    assertThat(ItemPath.parse("buying_stages[s 2].duration")).isEmpty();
  }
}
