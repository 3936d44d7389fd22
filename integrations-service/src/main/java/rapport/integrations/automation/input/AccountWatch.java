package rapport.integrations.automation.input;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.AccountArchived;
import rapport.contracts.AccountSignal.AccountRecorded;
import rapport.contracts.AccountSignal.ChampionAssessed;
import rapport.contracts.AccountSignal.CompetitorMentioned;
import rapport.contracts.AccountSignal.ContactRecorded;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.DealRecorded;
import rapport.contracts.AccountSignal.GoalRecorded;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.AccountSignal.InteractionWithdrawn;
import rapport.contracts.AccountSignal.LifecycleMoved;
import rapport.contracts.AccountSignal.NpsAnswered;
import rapport.contracts.AccountSignal.RoiMeasured;
import rapport.contracts.AccountSignal.TicketRecorded;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.contracts.AutomationEvent.Subject;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;

/** What is seen of accounts and contacts on {@code rapport.account.signals}. */
final class AccountWatch {

  private static final String TOPIC = EventCatalog.ACCOUNT.topic();
  private static final int NEWS_DAYS = 7;

  private AccountWatch() {}

  static Watched apply(Watched before, Envelope<AccountSignal> envelope) {
    return switch (envelope.event()) {
      case AccountRecorded it -> recorded(before, envelope, it);
      case LifecycleMoved it -> moved(before, envelope, it);
      case ContactRecorded it -> contact(before, envelope, it);
      case ChampionAssessed it ->
          account(before, envelope, Map.of("champion_strength", it.strength()), null);
      case UsageReported it ->
          isHistory(it, envelope) ? before : account(before, envelope, usage(it), null);
      case CompetitorMentioned _ -> account(before, envelope, Map.of(), "competitor_mentioned");
      case DealRecorded it -> deal(before, envelope, it);
      case AccountArchived _,
          InteractionLogged _,
          InteractionWithdrawn _,
          TicketRecorded _,
          GoalRecorded _,
          RoiMeasured _,
          NpsAnswered _,
          ContractRecorded _ ->
          before;
    };
  }

  private static Watched account(
      Watched before,
      Envelope<AccountSignal> envelope,
      Map<String, ? extends @Nullable Object> facts,
      @Nullable String event) {
    return before
        .saying(new HashMap<>(facts))
        .seeing(TOPIC, envelope, new Subject("account", envelope.stream()), facts, event);
  }

  private static Watched recorded(
      Watched before, Envelope<AccountSignal> envelope, AccountRecorded account) {
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("account_name", account.name());
    facts.put("industry", account.industry());
    facts.put("segment", account.segment());
    facts.put("employees", number(account.employees()));
    facts.put("owner", account.owner());
    var isNew = !before.known().contains("account");
    return account(before.knowing("account"), envelope, facts, isNew ? "account_created" : null);
  }

  private static Watched moved(
      Watched before, Envelope<AccountSignal> envelope, LifecycleMoved move) {
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("lifecycle_stage", move.to().stage());
    facts.put("lifecycle_step", move.to().step());
    facts.put("churn_risk", move.churnRisk() == null ? "none" : move.churnRisk());
    return account(before, envelope, facts, move.from() == null ? null : "lifecycle_moved");
  }

  private static Watched contact(
      Watched before, Envelope<AccountSignal> envelope, ContactRecorded contact) {
    var met = "contact:" + contact.contact();
    var left = "left:" + contact.contact();
    String event = null;
    var after = before;
    if (!before.known().contains(met)) {
      event = "contact_created";
      after = after.knowing(met);
    } else if (!contact.active() && !before.known().contains(left)) {
      event = "contact_left";
    }
    if (!contact.active()) {
      after = after.knowing(left);
    }
    return after.seeing(
        TOPIC, envelope, new Subject("contact", contact.contact()), before.facts(), event);
  }

  private static Watched deal(Watched before, Envelope<AccountSignal> envelope, DealRecorded deal) {
    var closed = deal.stage().equals("won") || deal.stage().equals("lost");
    var thing = deal.stage() + ":" + deal.deal();
    if (!closed || before.known().contains(thing)) {
      return before;
    }
    return account(before.knowing(thing), envelope, Map.of(), "deal_" + deal.stage());
  }

  /** Whether it tells of a day so long ago that nothing is to follow from it today. */
  private static boolean isHistory(UsageReported usage, Envelope<AccountSignal> envelope) {
    var told = LocalDate.ofInstant(envelope.at(), ZoneOffset.UTC);
    return usage.day().isBefore(told.minusDays(NEWS_DAYS));
  }

  /** What this report does not say keeps the value it had. */
  private static Map<String, @Nullable Object> usage(UsageReported usage) {
    var facts = new HashMap<String, @Nullable Object>();
    if (usage.seats() != null) {
      facts.put("seats", number(usage.seats()));
    }
    if (usage.weeklyActiveUsers() != null) {
      facts.put("weekly_active_users", number(usage.weeklyActiveUsers()));
    }
    return facts;
  }

  private static @Nullable Double number(@Nullable Integer count) {
    return count == null ? null : Double.valueOf(count);
  }
}
