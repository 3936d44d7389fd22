package rapport.gateway.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the gateway believes. Set as {@code rapport.gateway.security.*}.
 *
 * @param trustedProxies networks, such as {@code 10.0.0.0/8}, whose {@code X-Forwarded-*} headers
 *     tell the caller's address and scheme; none by default
 */
@ConfigurationProperties("rapport.gateway.security")
record SecuritySettings(@DefaultValue List<String> trustedProxies) {}
