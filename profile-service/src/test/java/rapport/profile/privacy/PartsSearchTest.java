package rapport.profile.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rapport.runtime.privacy.Words;

/** Addresses in files that are cut anywhere. */
class PartsSearchTest {

  private static final String FILE = "Jürgen,jürgen@mühle.example\nÖzlem,ozlem@mill.example\n";

  private final PartsSearch search =
      new PartsSearch(new Words(List.of("jürgen@mühle.example", "ozlem@mill.example"), 6));

  @Test
  void an_address_is_found_wherever_the_file_is_cut() {
    var file = FILE.getBytes(UTF_8);
    var begin = "Jürgen,".getBytes(UTF_8).length;
    var end = begin + "jürgen@mühle.example".getBytes(UTF_8).length;
    for (var cut = 0; cut <= file.length; cut++) {
      var name = "w/" + cut;
      search.next(name + ":0", Arrays.copyOf(file, cut));
      search.next(name + ":1", Arrays.copyOfRange(file, cut, file.length));
      assertThat(names(name + ":0")).as("cut at %d", cut).isEqualTo(cut > begin);
      assertThat(names(name + ":1")).as("cut at %d", cut).isEqualTo(cut < end);
    }
  }

  private boolean names(String part) {
    return search.found().getOrDefault(part, Set.of()).contains("jürgen@mühle.example");
  }

  @Test
  void parts_may_be_shorter_than_an_address() {
    var file = "x,ozlem@mill.example,y".getBytes(UTF_8);
    for (var at = 0; at < file.length; at++) {
      search.next("w/f:%02d".formatted(at), new byte[] {file[at]});
    }
    assertThat(search.found().keySet())
        .hasSize("ozlem@mill.example".length())
        .contains("w/f:02", "w/f:19")
        .doesNotContain("w/f:01", "w/f:20");
  }

  @Test
  void the_same_address_row_after_row_is_in_every_part() {
    var row = "ozlem@mill.example\n".repeat(200).getBytes(UTF_8);
    search.next("w/f:0", row).next("w/f:1", row).next("w/f:2", "Mill".getBytes(UTF_8));
    assertThat(search.found()).containsOnlyKeys("w/f:0", "w/f:1");
  }

  @Test
  void the_end_of_one_file_and_the_beginning_of_another_are_no_address() {
    search.next("w/f:0", "ozlem@".getBytes(UTF_8)).next("w/g:0", "mill.example".getBytes(UTF_8));
    assertThat(search.found()).isEmpty();
  }

  @Test
  void what_is_not_in_utf_8_is_looked_through_as_well() {
    search.next("w/f:0", "Jürgen,ozlem@".getBytes(ISO_8859_1));
    search.next("w/f:1", "MILL.example,ü".getBytes(ISO_8859_1));
    assertThat(search.found()).containsOnlyKeys("w/f:0", "w/f:1");
  }
}
