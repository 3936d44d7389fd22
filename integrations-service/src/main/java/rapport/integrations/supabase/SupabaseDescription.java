package rapport.integrations.supabase;

import java.util.List;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorDescription.Ability;
import rapport.integrations.connector.ConnectorDescription.Feed;
import rapport.integrations.connector.ConnectorDescription.Setting;
import rapport.integrations.connector.ConnectorDescription.Setting.Input;

/** Supabase as people see it. */
final class SupabaseDescription {

  static final ConnectorDescription IT =
      new ConnectorDescription(
          "supabase",
          "Supabase",
          "How much each company uses your product, day by day, for its health score.",
          List.of(Ability.PULL, Ability.PUSH),
          List.of(
              Setting.required("url", "Project address", "Such as https://abcdefgh.supabase.co.")
                  .as(Input.ADDRESS),
              Setting.secret(
                  "key",
                  "API key",
                  "A secret key, or that of a role that may read the view and, if you push, read and write"
                      + " the tables, and nothing else."),
              Setting.optional(
                  "view", "View", "The table or view with the figures.", "rapport_usage")),
          List.of(new Feed("usage", "Use of the product by day", "usage")),
          List.of(
              "In the SQL editor, run the statements of /api/v1/integrations/supabase/rapport_usage.sql:"
                  + " they make the view rapport_usage and count the accounts that signed in.",
              "Or make such a view yourself, with the columns id (text), domain (text), day (date),"
                  + " active_users (integer) and updated_at (timestamptz) and, if you know them,"
                  + " weekly_active_users, seats, core_features_used and core_features (integers).",
              "updated_at has to move whenever a row changes, and the schema has to be among those"
                  + " the API shows.",
              "To have records and scores of Rapport written to tables, run the statements of"
                  + " /api/v1/integrations/supabase/rapport_push.sql, or make tables of your own with"
                  + " rapport_id (text, unique)."),
          List.of(),
          List.of(
              "Rows that are deleted are not noticed; a row that is seen more than ten minutes after"
                  + " its updated_at may be missed.",
              "Nothing is written unless an administrator switches it on. What is written is found by"
                  + " rapport_id, so it is there once."));

  private SupabaseDescription() {}
}
