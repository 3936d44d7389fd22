package rapport.integrations.supabase;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLException;
import rapport.integrations.server.OwnServer;

/** A PostgreSQL with what a Supabase project begins with, as far as our statements touch it. */
final class ProductDatabase implements AutoCloseable {

  /** The roles of the API, what they may do with every new table, and the accounts. */
  private static final String PROJECT =
      """
      create role anon nologin;
      create role authenticated nologin;
      create role service_role nologin bypassrls;
      grant usage on schema public to anon, authenticated, service_role;
      alter default privileges in schema public
        grant all on tables to anon, authenticated, service_role;
      alter default privileges in schema public
        grant all on functions to anon, authenticated, service_role;
      create schema auth;
      create table auth.users (
        id bigint generated always as identity primary key, email text,
        created_at timestamptz not null, last_sign_in_at timestamptz);
      """;

  private final OwnServer server;

  private ProductDatabase(OwnServer server) {
    this.server = server;
  }

  /** With the statements people are told to run, run twice. */
  static ProductDatabase start() throws IOException, SQLException {
    var initdb = OwnServer.program("initdb", "postgresql");
    var postgres = OwnServer.program("postgres", "postgresql");
    var database =
        new ProductDatabase(
            OwnServer.start((folder, port) -> plan(initdb, postgres, folder, port)));
    try (var connection = database.whenItIsUp()) {
      run(connection, PROJECT);
      for (var statements : List.of("rapport_usage.sql", "rapport_push.sql")) {
        run(connection, shipped(statements));
        run(connection, shipped(statements));
      }
      return database;
    } catch (IOException | SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Words are put in order as people do it, not by their bytes: that is what projects have. */
  private static List<String> plan(String initdb, String postgres, Path folder, int port)
      throws IOException {
    var data = folder.resolve("data").toString();
    OwnServer.run(
        folder,
        List.of(
            initdb,
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--locale-provider=icu",
            "--icu-locale=en-US"));
    return List.of(
        postgres,
        "-D",
        data,
        "-h",
        "127.0.0.1",
        "-p",
        Integer.toString(port),
        "-c",
        "unix_socket_directories=",
        "-c",
        "fsync=off",
        "-c",
        "timezone=UTC");
  }

  private static String shipped(String name) throws IOException {
    try (var file = ProductDatabase.class.getResourceAsStream("/supabase/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** It listens before it lets anybody in. */
  private Connection whenItIsUp() {
    return await("the database")
        .ignoreException(PSQLException.class)
        .until(this::connect, _ -> true);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", "postgres", "");
  }

  static void run(Connection connection, String statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
