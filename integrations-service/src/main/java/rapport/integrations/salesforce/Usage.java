package rapport.integrations.salesforce;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.Budget;
import rapport.runtime.egress.Fetched;

/** What the organisation has used of its requests of the day. */
final class Usage {

  private static final Pattern USAGE = Pattern.compile("api-usage=(\\d+)/(\\d+)");

  private Usage() {}

  /** As an answer says; none when it does not. */
  static @Nullable Budget of(Fetched answer) {
    var usage = USAGE.matcher(answer.header("sforce-limit-info").orElse(""));
    if (!usage.find()) {
      return null;
    }
    var limit = Long.parseLong(usage.group(2));
    return new Budget(limit - Long.parseLong(usage.group(1)), limit);
  }
}
