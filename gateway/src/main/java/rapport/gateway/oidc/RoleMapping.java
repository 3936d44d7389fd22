package rapport.gateway.oidc;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rapport.runtime.identity.Role;

/**
 * Which roles somebody gets for what a provider says of them.
 *
 * @param claim where it is said; dots lead into it
 * @param rules what is said there, and the role for it
 */
record RoleMapping(String claim, List<Rule> rules) {
  private static final String EVERYBODY = "*";

  /** One value and its role. */
  record Rule(String value, Role role) {
    /** Reads {@code value=role}; the value may hold an equals sign itself. */
    static Rule of(String text) {
      int at = text.lastIndexOf('=');
      var role = Role.of(text.substring(at + 1).strip());
      if (at < 1 || role.isEmpty()) {
        throw new IllegalArgumentException(
            text + " must be like value=role, role being one of ours");
      }
      return new Rule(text.substring(0, at).strip(), role.get());
    }
  }

  static RoleMapping of(String claim, List<String> rules) {
    return new RoleMapping(claim, rules.stream().map(Rule::of).toList());
  }

  /** Whether the provider says who has which role; else it is said here. */
  boolean decides() {
    return !rules.isEmpty();
  }

  /** None when nothing that is said is worth a role. */
  Set<Role> roles(Map<String, Object> claims) {
    Set<String> said = said(claims);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Rule rule : rules) {
      if (rule.value().equals(EVERYBODY) || said.contains(rule.value())) {
        roles.add(rule.role());
      }
    }
    return roles;
  }

  private Set<String> said(Map<String, Object> claims) {
    Object found = claims.containsKey(claim) ? claims.get(claim) : inside(claims);
    return switch (found) {
      case String one -> Set.of(one);
      case Collection<?> many ->
          many.stream()
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .collect(Collectors.toUnmodifiableSet());
      case null, default -> Set.of();
    };
  }

  private @Nullable Object inside(Map<String, Object> claims) {
    Object at = claims;
    for (String step : claim.split("\\.", -1)) {
      at = at instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return at;
  }
}
