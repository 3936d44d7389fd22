package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTableTest {
  @TempDir Path folder;

  @Test
  void says_who_may_and_an_administrator_may_what_any_user_may() throws IOException {
    var table = table("# words", "", "POST   /api/v1/accounts   sales service");
    assertThat(table.operations()).containsExactly("POST /api/v1/accounts");
    assertThat(table.allowed("POST /api/v1/accounts"))
        .containsExactlyInAnyOrder(Asking.SALES, Asking.ADMIN, Asking.SERVICE);
    assertThat(table.allows("viewer", "POST /api/v1/accounts")).isFalse();
  }

  @Test
  void users_are_all_who_have_a_role_and_anyone_is_everybody() throws IOException {
    var table = table("GET /api/v1/accounts users", "POST /api/v1/sign-in anyone");
    assertThat(table.allowed("GET /api/v1/accounts")).isEqualTo(EnumSet.copyOf(Asking.USERS));
    assertThat(table.isForAnyone("POST /api/v1/sign-in")).isTrue();
  }

  @Test
  void of_an_operation_nobody_decided_about_it_says_that_nobody_may() throws IOException {
    assertThat(table().allowed("GET /api/v1/anything")).isEmpty();
  }

  @Test
  void a_line_that_decides_nothing_or_twice_is_refused() {
    for (String[] lines :
        new String[][] {
          {"GET /api/v1/accounts"}, {"GET /x somebody"}, {"GET /x users", "GET /x users"}
        }) {
      assertThatThrownBy(() -> table(lines)).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void a_decision_is_told_as_it_would_be_written() {
    assertThat(AccessTable.told(EnumSet.of(Asking.SALES, Asking.ADMIN))).isEqualTo("sales");
    assertThat(AccessTable.told(EnumSet.of(Asking.ADMIN, Asking.SERVICE)))
        .isEqualTo("admin service");
    assertThat(AccessTable.told(EnumSet.copyOf(Asking.USERS))).isEqualTo("users");
  }

  private AccessTable table(String... lines) throws IOException {
    return AccessTable.read(
        Files.writeString(folder.resolve("access.txt"), String.join("\n", lines)));
  }
}
