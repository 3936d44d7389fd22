package rapport.gateway.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a widget looks. What is absent is as the widget has it by default, or as the page says.
 *
 * @param accent the colour of the launcher and of what the visitor says, {@code #rrggbb}
 * @param position the corner at the bottom: {@code right} or {@code left}
 * @param scheme {@code auto} (as the visitor's system), {@code light} or {@code dark}
 * @param title what the chat is called, at most 60 characters
 * @param privacyUrl an http or https address, linked where an e-mail address is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WidgetTheme(
    @Nullable String accent,
    @Nullable String position,
    @Nullable String scheme,
    @Nullable String title,
    @Nullable String privacyUrl) {

  static final WidgetTheme DEFAULT = new WidgetTheme(null, null, null, null, null);
}
