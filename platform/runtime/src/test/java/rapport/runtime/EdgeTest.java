package rapport.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.identity.ServiceKeys;
import rapport.runtime.identity.ServiceTokens;

/** A running service, and callers of every kind. */
@SpringBootTest(
    classes = EdgeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.application.name=things-service")
abstract class EdgeTest {

  @TempDir static Path folder;
  @LocalServerPort int port;
  @Autowired ServiceTokens tokens;
  protected WebTestClient http;

  @DynamicPropertySource
  static void keys(DynamicPropertyRegistry registry) {
    var keys = ServiceKeys.generate();
    registry.add(
        "rapport.identity.private-key-file",
        () -> write("private.pem", ServiceKeys.pem(keys.getPrivate())));
    registry.add(
        "rapport.identity.public-key-file",
        () -> write("public.pem", ServiceKeys.pem(keys.getPublic())));
  }

  @BeforeEach
  void connect() {
    http = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
  }

  protected String token(Caller caller) {
    return tokens.mint(caller, "things-service");
  }

  protected String token(Role... roles) {
    return token(new Caller("acme", "u-1", "Ada", Set.of(roles), Caller.Kind.USER));
  }

  private static String write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
