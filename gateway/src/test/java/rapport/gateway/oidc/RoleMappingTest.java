package rapport.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.runtime.identity.Role;

class RoleMappingTest {

  @Test
  void what_is_said_is_worth_the_roles_of_its_rules() {
    var mapping = RoleMapping.of("groups", List.of("cn=admins=admin", "sellers=sales"));
    assertThat(mapping.roles(Map.of("groups", List.of("cn=admins", 7, "x"))))
        .containsExactly(Role.ADMIN);
    assertThat(mapping.roles(Map.of("groups", "sellers"))).containsExactly(Role.SALES);
    assertThat(mapping.roles(Map.of("groups", Map.of("sellers", true)))).isEmpty();
    assertThat(mapping.roles(Map.of())).isEmpty();
  }

  @Test
  void it_may_stand_deep_inside() {
    var mapping = RoleMapping.of("realm_access.roles", List.of("manager=success"));
    assertThat(mapping.roles(Map.of("realm_access", Map.of("roles", List.of("manager")))))
        .containsExactly(Role.SUCCESS);
    assertThat(mapping.roles(Map.of("realm_access", "manager"))).isEmpty();
    var named = RoleMapping.of("https://corp.example/roles", List.of("a=viewer"));
    assertThat(named.roles(Map.of("https://corp.example/roles", "a"))).containsExactly(Role.VIEWER);
  }

  @Test
  void a_star_stands_for_everybody() {
    assertThat(RoleMapping.of("groups", List.of("*=viewer")).roles(Map.of()))
        .containsExactly(Role.VIEWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"staff", "staff=king", "=admin", ""})
  void what_is_no_rule_stops_the_start(String rule) {
    assertThatThrownBy(() -> RoleMapping.of("groups", List.of(rule)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
