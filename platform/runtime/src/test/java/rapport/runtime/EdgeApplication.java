package rapport.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.AllowAnyone;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** A small service to try the edge on. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  RapportRuntime.class,
  EdgeApplication.Things.class,
  EdgeApplication.Forgotten.class,
  EdgeApplication.Internal.class
})
class EdgeApplication {

  enum Colour {
    RED,
    BLUE
  }

  record Size(int width) {
    Size {
      if (width < 1) {
        throw new IllegalArgumentException("a width is at least 1");
      }
    }
  }

  record Thing(
      String name,
      @Nullable Integer amount,
      @Nullable Boolean ready,
      @Nullable Colour colour,
      @Nullable List<String> tags,
      @Nullable Size size,
      @Nullable Object extra) {}

  @RestController
  @Allow(Role.VIEWER)
  static class Things {

    @PostMapping(path = "/api/things", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Thing> create(@RequestBody Mono<Thing> thing) {
      return thing;
    }

    @GetMapping("/api/things/{id}")
    String read(Caller caller, @PathVariable int id) {
      return caller.name() + " " + id;
    }

    @GetMapping("/api/things")
    String list(@RequestParam int limit) {
      return "up to " + limit;
    }

    @Allow(kinds = Caller.Kind.VISITOR)
    @GetMapping("/api/visits")
    String visit(Caller caller) {
      return caller.subject();
    }

    @Allow({Role.SALES, Role.SUCCESS})
    @GetMapping("/api/deals")
    String deals() {
      return "deals";
    }

    @AllowAnyone
    @GetMapping("/api/hello")
    String hello() {
      return "hello";
    }

    @GetMapping("/api/broken")
    Mono<String> broken() {
      return Mono.error(new IllegalStateException("the secret is 42"));
    }

    @GetMapping("/api/busy")
    Mono<String> busy() {
      return Mono.error(
          Problem.of(HttpStatus.TOO_MANY_REQUESTS, "busy", "Too much at once.")
              .withRetryAfter(java.time.Duration.ofMillis(300))
              .withErrors(List.of(new Problem.FieldError("a.b", "code", "why"))));
    }
  }

  @RestController
  static class Forgotten {
    @GetMapping("/api/forgotten")
    String forgotten() {
      return "nobody said who may";
    }

    @GetMapping("/elsewhere")
    String elsewhere() {
      return "elsewhere";
    }
  }

  @RestController
  @Allow(value = Role.ADMIN, kinds = Caller.Kind.SERVICE)
  static class Internal {
    @GetMapping("/internal/workspaces/{workspace}/things")
    String things(@PathVariable String workspace) {
      return workspace;
    }
  }
}
