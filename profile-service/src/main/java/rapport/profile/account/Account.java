package rapport.profile.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.lifecycle.Standing;

/**
 * A company we sell to or look after.
 *
 * @param rev counts its own changes, from 1
 * @param externalId its id in the system it came from
 * @param customerSince the day it first became a customer
 * @param sources where each of the details is from, by field
 */
public record Account(
    String id,
    long rev,
    AccountDetails details,
    Standing standing,
    String source,
    @Nullable String externalId,
    Instant createdAt,
    Instant changedAt,
    @Nullable LocalDate customerSince,
    boolean archived,
    Map<String, Source> sources) {

  public Account {
    sources = Map.copyOf(sources);
  }

  Account with(AccountDetails details, Map<String, Source> sources, Instant at) {
    return new Account(
        id,
        rev + 1,
        details,
        standing,
        source,
        externalId,
        createdAt,
        at,
        customerSince,
        archived,
        sources);
  }

  Account at(Standing standing, @Nullable LocalDate customerSince, Instant at) {
    return new Account(
        id,
        rev + 1,
        details,
        standing,
        source,
        externalId,
        createdAt,
        at,
        customerSince,
        archived,
        sources);
  }

  Account archived(boolean archived, Instant at) {
    return new Account(
        id,
        rev + 1,
        details,
        standing,
        source,
        externalId,
        createdAt,
        at,
        customerSince,
        archived,
        sources);
  }
}
