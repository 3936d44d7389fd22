package rapport.gateway.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where else people may sign in. Set as {@code rapport.gateway.oidc.*}.
 *
 * @param providers by their ids, which stand in addresses
 * @param patience for each answer of a provider
 */
@ConfigurationProperties("rapport.gateway.oidc")
record OidcSettings(
    @DefaultValue Map<String, Provider> providers, @DefaultValue("10s") Duration patience) {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");

  OidcSettings {
    providers = Map.copyOf(providers);
    providers
        .keySet()
        .forEach(id -> require(ID.matcher(id).matches(), id + " is no id of a provider"));
  }

  /**
   * One provider.
   *
   * @param issuer exactly as its tokens give it; {@code /.well-known/openid-configuration} below it
   *     is read
   * @param clientSecret empty for a public client
   * @param name on the sign-in page; without one its id
   * @param scopes asked for
   * @param rolesClaim where the ID token says what somebody is; dots lead into it, as in {@code
   *     realm_access.roles}
   * @param roles {@code value=role}, and {@code *=role} for everybody; when there are none, only
   *     people who were invited here sign in, with the roles they have here
   * @param trustEmail whether the provider's addresses are believed although it does not call them
   *     verified
   * @param allowedHosts hosts and networks of one's own that its addresses may lead to
   */
  record Provider(
      URI issuer,
      String clientId,
      @DefaultValue("") String clientSecret,
      @Nullable String name,
      @DefaultValue({"openid", "email", "profile"}) List<String> scopes,
      @DefaultValue("groups") String rolesClaim,
      @DefaultValue List<String> roles,
      @DefaultValue("false") boolean trustEmail,
      @DefaultValue List<String> allowedHosts) {

    Provider {
      require(isAddress(issuer), "an issuer must be like https://id.example/realm");
      require(!clientId.isBlank(), "a provider needs a client id");
      require(scopes.contains("openid"), "the scope openid is needed");
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Provider[" + issuer + "]";
    }
  }

  private static boolean isAddress(URI issuer) {
    String scheme = String.valueOf(issuer.getScheme()).toLowerCase(Locale.ROOT);
    return (scheme.equals("https") || scheme.equals("http"))
        && issuer.getHost() != null
        && issuer.getRawUserInfo() == null
        && issuer.getRawQuery() == null
        && issuer.getRawFragment() == null;
  }

  private static void require(boolean holds, String mistake) {
    if (!holds) {
      throw new IllegalArgumentException("rapport.gateway.oidc: " + mistake);
    }
  }
}
