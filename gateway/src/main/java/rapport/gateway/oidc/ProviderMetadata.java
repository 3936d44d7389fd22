package rapport.gateway.oidc;

import java.net.URI;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What a provider says of itself.
 *
 * @param takesBasic whether the token endpoint takes the client's secret in a header
 */
record ProviderMetadata(URI authorization, URI token, URI keys, boolean takesBasic) {

  /**
   * Reads {@code /.well-known/openid-configuration}.
   *
   * @throws RefusedException when it is of another issuer, or names no endpoints
   */
  static ProviderMetadata read(JsonNode document, URI issuer) {
    if (!document.path("issuer").asString("").equals(issuer.toString())) {
      throw RefusedException.refused("its configuration is of another issuer");
    }
    JsonNode methods = document.path("token_endpoint_auth_methods_supported");
    boolean takesBasic =
        !methods.isArray()
            || methods
                .valueStream()
                .anyMatch(method -> method.asString("").equals("client_secret_basic"));
    return new ProviderMetadata(
        endpoint(document, "authorization_endpoint", issuer),
        endpoint(document, "token_endpoint", issuer),
        endpoint(document, "jwks_uri", issuer),
        takesBasic);
  }

  /** Encrypted, unless the issuer itself is not. */
  private static URI endpoint(JsonNode document, String name, URI issuer) {
    try {
      URI uri = URI.create(document.path(name).asString(""));
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean good =
          scheme.equals("https") || (scheme.equals("http") && scheme.equals(issuer.getScheme()));
      if (good && uri.getHost() != null && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // told below
    }
    throw RefusedException.refused("its configuration has no good " + name);
  }
}
