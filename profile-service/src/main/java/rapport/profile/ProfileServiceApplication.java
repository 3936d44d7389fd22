package rapport.profile;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import rapport.runtime.RapportRuntime;

/** Starts profile-service. */
@SpringBootApplication
@Import(RapportRuntime.class)
public class ProfileServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(ProfileServiceApplication.class, arguments);
  }
}
