package rapport.gateway.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Users and their sessions. Set as {@code rapport.gateway.account.*}.
 *
 * @param workspace the workspace of the first administrator
 * @param adminEmail how the first administrator signs in
 * @param adminPassword the administrator's password; without one, a first start makes one up
 * @param session how long a sign-in is good for
 * @param link how long a link to set a password is good for
 * @param reset the same for a link that somebody asked for who forgot the password
 * @param resetsPerAccount links asked for one e-mail address within an hour
 * @param resetsPerAddress links asked for from one network address within an hour
 * @param mailServer where e-mails go, as integrations-service knows it; empty when there is none
 * @param cached how long a checked session is believed without asking the store again, and so the
 *     time after which another gateway notices a sign-out
 * @param hashers passwords hashed at once; each takes 19 MB of heap meanwhile
 * @param hashQueue passwords waiting to be hashed, before sign-in answers that it is busy
 * @param attemptsPerAccount failed sign-ins of one e-mail address within {@code attemptsPeriod}
 * @param attemptsPerAddress failed sign-ins from one network address within {@code attemptsPeriod}
 * @param attemptsPeriod how long it takes until all attempts are available again
 */
@ConfigurationProperties("rapport.gateway.account")
record AccountSettings(
    @DefaultValue("main") String workspace,
    @DefaultValue("admin@localhost") String adminEmail,
    @Nullable String adminPassword,
    @DefaultValue("12h") Duration session,
    @DefaultValue("72h") Duration link,
    @DefaultValue("1h") Duration reset,
    @DefaultValue("3") int resetsPerAccount,
    @DefaultValue("20") int resetsPerAddress,
    @DefaultValue("") String mailServer,
    @DefaultValue("5s") Duration cached,
    @DefaultValue("1") int hashers,
    @DefaultValue("64") int hashQueue,
    @DefaultValue("10") int attemptsPerAccount,
    @DefaultValue("50") int attemptsPerAddress,
    @DefaultValue("5m") Duration attemptsPeriod) {

  @Override
  public String toString() {
    return "AccountSettings[workspace=" + workspace + ", adminEmail=" + adminEmail + "]";
  }
}
