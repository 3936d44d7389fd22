/** Signing in by way of somebody else's sign-in: OpenID Connect, code flow with PKCE. */
@NullMarked
package rapport.gateway.oidc;

import org.jspecify.annotations.NullMarked;
