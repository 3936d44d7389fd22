package rapport.gateway.widget;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The chat widget. Set as {@code rapport.gateway.widget.*}.
 *
 * @param workspace whose key the demo pages use
 * @param demo whether there are demo pages, and a key for them
 * @param token how long a visitor's token opens their conversation
 * @param renewable how long after it was made a token still gets a new one for the same visitor
 * @param cached how long keys are believed without asking the store; a key that is disabled at
 *     <em>another</em> gateway works here for as long
 * @param sessionsPerAddress sessions one network address may open at once, and again in a minute
 * @param sessionsPerKey sessions one key may open at once, and again in a minute
 */
@ConfigurationProperties("rapport.gateway.widget")
record WidgetSettings(
    @DefaultValue("main") String workspace,
    @DefaultValue("true") boolean demo,
    @DefaultValue("1h") Duration token,
    @DefaultValue("30d") Duration renewable,
    @DefaultValue("5s") Duration cached,
    @DefaultValue("300") int sessionsPerAddress,
    @DefaultValue("3000") int sessionsPerKey) {}
