package rapport.profile.account.intake;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.api.Ids;

/**
 * A row of a file, by what its columns stand for. Empty cells say nothing.
 *
 * @param key what tells its account from others: the external id, or else the name
 * @param account values by field of an account's details
 * @param contact values by field of a contact's details; empty when the row has no contact
 */
record FileRow(
    int number,
    String key,
    @Nullable String externalId,
    Map<String, @Nullable Object> account,
    Map<String, @Nullable Object> contact) {

  private static final String CONTACT = "contact.";

  /** Reads a row; {@link IllegalArgumentException} says what is wrong with it. */
  static FileRow of(int number, List<String> cells, List<@Nullable String> mapping) {
    if (cells.size() > mapping.size()) {
      throw new IllegalArgumentException("the row has more cells than the header");
    }
    var account = new LinkedHashMap<String, @Nullable Object>();
    var contact = new LinkedHashMap<String, @Nullable Object>();
    for (var at = 0; at < cells.size(); at++) {
      var field = mapping.get(at);
      var cell = cells.get(at).strip();
      if (field == null || cell.isEmpty()) {
        continue;
      }
      if (field.startsWith(CONTACT)) {
        contact.put(field.substring(CONTACT.length()), value(field, cell));
      } else {
        account.put(field, value(field, cell));
      }
    }
    var externalId = (String) account.remove("externalId");
    if (externalId == null && mapping.contains("externalId")) {
      throw new IllegalArgumentException("externalId is required");
    }
    if (!(account.get("name") instanceof String name)) {
      throw new IllegalArgumentException("name is required");
    }
    if (!contact.isEmpty() && !contact.containsKey("name")) {
      if (!(contact.get("email") instanceof String email)) {
        throw new IllegalArgumentException("contact.name is required");
      }
      contact.put("name", email);
    }
    var key = externalId == null ? "name:" + name.toLowerCase(Locale.ROOT) : externalId;
    return new FileRow(number, key, externalId, account, contact);
  }

  /** The id of its account, the same in every import. */
  String accountId() {
    return Ids.of("a", "csv", key);
  }

  /** The id of its contact: by address, or else by name. */
  String contactId() {
    var email = contact.get("email");
    var own = email == null ? contact.get("name") : email;
    return Ids.of("p", "csv", key, String.valueOf(own).toLowerCase(Locale.ROOT));
  }

  private static Object value(String field, String cell) {
    if (Columns.LISTS.contains(field)) {
      return Arrays.stream(cell.split(";")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
    try {
      if (Columns.NUMBERS.contains(field)) {
        return Integer.valueOf(cell);
      }
      return Columns.AMOUNTS.contains(field) ? new BigDecimal(cell) : cell;
    } catch (NumberFormatException _) {
      throw new IllegalArgumentException(field + " is a number such as 1200");
    }
  }
}
