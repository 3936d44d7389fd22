package rapport.profile.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a deal.
 *
 * @param name required
 * @param kind {@code new}, {@code expansion} or {@code renewal}
 * @param amount a year, in {@code currency}
 * @param closesOn when it is expected to be closed; each later day put in its place is a slip
 * @param contract the contract a renewal or expansion is about
 * @param contacts those of the account who decide, at most 50
 */
public record DealDetails(
    String name,
    String kind,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable LocalDate closesOn,
    @Nullable String contract,
    @Nullable String owner,
    List<String> contacts,
    List<String> competitors,
    @Nullable String pain,
    @Nullable String nextStep) {

  public static final Set<String> KINDS =
      Collections.unmodifiableSet(new LinkedHashSet<>(List.of("new", "expansion", "renewal")));

  public DealDetails {
    name = Must.text("name", name, Must.NAME);
    kind = Must.oneOf("kind", kind, KINDS);
    amount = Must.amount("amount", amount);
    currency = Must.currency(currency);
    contract = Must.optional("contract", contract, Must.NAME);
    owner = Must.optional("owner", owner, Must.NAME);
    contacts = Must.texts("contacts", contacts, 50);
    competitors = Must.texts("competitors", competitors, 50);
    pain = Must.optional("pain", pain, Must.TEXT);
    nextStep = Must.optional("nextStep", nextStep, Must.TEXT);
  }
}
