package rapport.profile.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.lifecycle.Lifecycle;

/**
 * An account with everything that decisions about it depend on.
 *
 * @param account null before it exists
 * @param contacts by id
 * @param deals by id
 * @param contracts by id
 * @param goals by id
 * @param touches the latest interactions, the newest first, at most 400
 */
public record AccountState(
    @Nullable Account account,
    Map<String, Contact> contacts,
    Map<String, Deal> deals,
    Map<String, Contract> contracts,
    Map<String, Report.Goal> goals,
    List<Touch> touches) {

  private static final int TOUCHES = 400;

  /** Nothing yet. */
  public static final AccountState NONE =
      new AccountState(null, Map.of(), Map.of(), Map.of(), Map.of(), List.of());

  public AccountState {
    contacts = Collections.unmodifiableMap(new LinkedHashMap<>(contacts));
    deals = Collections.unmodifiableMap(new LinkedHashMap<>(deals));
    contracts = Collections.unmodifiableMap(new LinkedHashMap<>(contracts));
    goals = Collections.unmodifiableMap(new LinkedHashMap<>(goals));
    touches = List.copyOf(touches);
  }

  /** The account, which has to be there. */
  public Account known() {
    if (account == null) {
      throw new Refused("account-not-found", "There is no such account.");
    }
    return account;
  }

  /** The state after that change. */
  public AccountState with(Change change) {
    return switch (change) {
      case Change.OfAccount(var changed, _) ->
          new AccountState(changed, contacts, deals, contracts, goals, touches);
      case Change.OfContact(var contact) ->
          new AccountState(
              account, put(contacts, contact.id(), contact), deals, contracts, goals, touches);
      case Change.OfDeal(var deal) ->
          new AccountState(
              account, contacts, put(deals, deal.id(), deal), contracts, goals, touches);
      case Change.OfContract(var contract) ->
          new AccountState(
              account, contacts, deals, put(contracts, contract.id(), contract), goals, touches);
      case Change.OfReport(Report.Goal goal) ->
          new AccountState(
              account, contacts, deals, contracts, put(goals, goal.id(), goal), touches);
      case Change.OfReport _ -> this;
      case Change.OfInteraction(var interaction) ->
          new AccountState(account, contacts, deals, contracts, goals, touched(interaction));
    };
  }

  /** What moves along the lifecycle depend on. */
  public Lifecycle.Facts facts() {
    return new Lifecycle.Facts(
        contacts.values().stream().anyMatch(Contact::active),
        deals.values().stream().anyMatch(Deal::open),
        deals.values().stream().anyMatch(deal -> deal.stage().equals("won"))
            || contracts.values().stream().anyMatch(Contract::active));
  }

  /** Whether an executive of theirs or of ours took part. */
  public boolean isExecutive(InteractionDetails details) {
    return details.ourExecutive()
        || details.contacts().stream()
            .map(contacts::get)
            .anyMatch(contact -> contact != null && contact.executive());
  }

  public Optional<Champion> champion(Instant now) {
    return Champion.strongest(contacts.values(), touches, now);
  }

  private List<Touch> touched(Interaction interaction) {
    var others =
        touches.stream().filter(touch -> !touch.interaction().equals(interaction.id())).toList();
    if (interaction.withdrawn()) {
      return others;
    }
    var details = interaction.details();
    var all = new ArrayList<>(others);
    all.add(
        new Touch(
            interaction.id(),
            details.at(),
            details.direction().equals("inbound"),
            details.contacts(),
            isExecutive(details),
            details.sentiment()));
    all.sort(Comparator.comparing(Touch::at).reversed().thenComparing(Touch::interaction));
    return all.subList(0, Math.min(TOUCHES, all.size()));
  }

  private static <T> Map<String, T> put(Map<String, T> all, String id, T value) {
    var more = new LinkedHashMap<>(all);
    more.put(id, value);
    return more;
  }
}
