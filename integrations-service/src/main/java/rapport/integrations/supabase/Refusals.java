package rapport.integrations.supabase;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.JsonAnswers;
import rapport.integrations.connector.Pushing.Result.Refused;
import rapport.runtime.egress.Fetched;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What PostgREST means when it refuses, by its own codes and PostgreSQL's. */
final class Refusals {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What is wrong with data (22), with what has to hold of it (23), or with a rule of a trigger.
   */
  private static final Pattern OF_DATA = Pattern.compile("(22|23)[0-9A-Z]{3}|P0001");

  private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");
  private static final int OK_BELOW = 300;
  private static final int SHOWN = 300;

  private Refusals() {}

  /** Why a row is refused; none when it is not, or not because of what is in it. */
  static @Nullable Refused ofRow(Fetched answer) {
    var body = answer.status() < OK_BELOW ? JSON.missingNode() : body(answer);
    var code = body.path("code").asString("");
    if (!OF_DATA.matcher(code).matches()) {
      return null;
    }
    var said = said(body);
    var column = COLUMN.matcher(said);
    return switch (code) {
      case "23502" ->
          refused(
              "not-null-violation",
              "The table asks for a column that is not pushed. Give it a default over there, or let"
                  + " it be empty. ",
              said,
              column.find() ? List.of(column.group(1)) : List.of());
      case "23503" ->
          refused(
              "foreign-key-violation",
              "A foreign key of the database refuses it. ",
              said,
              List.of());
      case "23505" ->
          refused("unique-violation", "Another row has this value already. ", said, List.of());
      case "23514", "P0001" ->
          refused("check-violation", "A rule of the table refuses it. ", said, List.of());
      default ->
          refused(
              "not-fitting",
              "A column is of another type than what is pushed, or too short for it. ",
              said,
              List.of());
    };
  }

  private static Refused refused(String code, String advice, String said, List<String> columns) {
    return new Refused(code, advice + said, columns, false);
  }

  /** Why nothing can be done with a table. */
  static ConnectorException ofTable(String table, Fetched answer) {
    var body = body(answer);
    var said = said(body);
    return switch (body.path("code").asString("")) {
      case "PGRST205", "42P01" ->
          ConnectorException.refused(
              "table-missing",
              "The API shows no table "
                  + table
                  + ". Make it, or name another one; one that was just made is seen a little later.");
      case "PGRST204", "42703" ->
          ConnectorException.refused(
              "column-missing",
              "The table "
                  + table
                  + " lacks a column. Add it, or push the field elsewhere or not at all. "
                  + said);
      case "42501" ->
          ConnectorException.refused(
              "right-missing",
              "The key may not read, write and delete in the table "
                  + table
                  + ". Grant it. "
                  + said);
      case "42P10" ->
          ConnectorException.refused(
              "not-unique",
              "The column "
                  + Rows.OUR_ID
                  + " of the table "
                  + table
                  + " is not unique. Make it the primary key.");
      case "22P02", "42883" ->
          ConnectorException.refused(
              "id-unfit", "The column " + Rows.OUR_ID + " of the table " + table + " is no text.");
      default -> JsonAnswers.refusal("Supabase", answer);
    };
  }

  private static String said(JsonNode body) {
    var message = body.path("message").asString("");
    return message.isBlank()
        ? ""
        : "It says: " + message.substring(0, Math.min(SHOWN, message.length()));
  }

  private static JsonNode body(Fetched answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException _) {
      return JSON.missingNode();
    }
  }
}
