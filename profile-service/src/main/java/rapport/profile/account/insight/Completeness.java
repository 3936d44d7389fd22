package rapport.profile.account.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.profile.account.AccountState;
import rapport.profile.account.Contact;
import rapport.profile.account.Contract;
import rapport.profile.account.Deal;

/**
 * How much of what an account of its stage should have is there.
 *
 * @param share from 0 to 1
 * @param missing what is not, such as {@code industry} or {@code champion}
 */
public record Completeness(double share, List<String> missing) {

  /** The completeness of an account. */
  public static Completeness of(AccountState state) {
    var wanted = wanted(state);
    var missing = new ArrayList<String>();
    wanted.forEach((name, there) -> {
      if (!there) {
        missing.add(name);
      }
    });
    var share = (wanted.size() - missing.size()) / (double) wanted.size();
    return new Completeness(share, List.copyOf(missing));
  }

  private static Map<String, Boolean> wanted(AccountState state) {
    var account = state.known();
    var details = account.details();
    var active = state.contacts().values().stream().filter(Contact::active).toList();
    var wanted = new LinkedHashMap<String, Boolean>();
    wanted.put("domain", details.domain() != null);
    wanted.put("industry", details.industry() != null);
    wanted.put("employees", details.employees() != null);
    wanted.put("country", details.country() != null);
    wanted.put("owner", details.owner() != null);
    wanted.put("technologies", !details.technologies().isEmpty());
    wanted.put("contact", !active.isEmpty());
    wanted.put("contact-address", active.stream().anyMatch(it -> it.details().email() != null));
    if (!account.standing().stage().equals("prospect")) {
      wanted.put("decision-maker", active.stream().anyMatch(it -> it.is("decision-maker")));
      wanted.put("champion", active.stream().anyMatch(it -> it.is("champion")));
    }
    if (account.standing().stage().equals("opportunity")) {
      var open = state.deals().values().stream().filter(Deal::open).toList();
      wanted.put("open-deal", !open.isEmpty());
      wanted.put("deal-amount", open.stream().anyMatch(it -> it.details().amount() != null));
      wanted.put("deal-close-day", open.stream().anyMatch(it -> it.details().closesOn() != null));
    }
    if (account.standing().stage().equals("customer")) {
      wanted.put("contract", state.contracts().values().stream().anyMatch(Contract::active));
      wanted.put("goal", !state.goals().isEmpty());
    }
    return wanted;
  }
}
