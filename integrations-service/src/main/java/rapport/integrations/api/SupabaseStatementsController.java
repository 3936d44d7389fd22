package rapport.integrations.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.runtime.identity.Allow;

/** What people run over there before they connect. */
@RestController
@RequestMapping("/api/v1/integrations/supabase")
@Allow
final class SupabaseStatementsController {

  /**
   * The SQL statements that make the view {@code rapport_usage}; running them again is harmless.
   */
  @GetMapping(path = "/rapport_usage.sql", produces = MediaType.TEXT_PLAIN_VALUE)
  Resource statements() {
    return new ClassPathResource("supabase/rapport_usage.sql");
  }

  /**
   * The SQL statements that make the tables {@code rapport_accounts} and so on, which records are
   * pushed to; running them again is harmless.
   */
  @GetMapping(path = "/rapport_push.sql", produces = MediaType.TEXT_PLAIN_VALUE)
  Resource pushStatements() {
    return new ClassPathResource("supabase/rapport_push.sql");
  }
}
