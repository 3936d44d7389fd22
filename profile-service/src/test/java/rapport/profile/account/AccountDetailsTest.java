package rapport.profile.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccountDetailsTest {

  @Test
  void a_domain_is_the_same_however_it_was_typed_so_that_other_systems_find_the_account() {
    var details =
        new AccountDetails(
            "Acme",
            " Acme.Example ",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    assertThat(details.domain()).isEqualTo("acme.example");
  }
}
