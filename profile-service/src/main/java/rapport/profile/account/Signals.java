package rapport.profile.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal;
import rapport.profile.account.lifecycle.Standing;

/** What is told of changes. */
public final class Signals {

  /** A champion's strength that moved by less is not told again. */
  private static final double WORTH_TELLING = 0.5;

  private Signals() {}

  /** The signals of these changes, in their order; every change has at least one. */
  public static List<AccountSignal> of(
      AccountState before, List<Change> changes, String by, Instant at) {
    var signals = new ArrayList<AccountSignal>();
    var state = before;
    for (var change : changes) {
      signals.addAll(of(state, change, by));
      state = state.with(change);
    }
    var champion = champion(before, state, at);
    if (champion != null) {
      signals.add(champion);
    }
    return signals;
  }

  private static List<AccountSignal> of(AccountState before, Change change, String by) {
    return switch (change) {
      case Change.OfAccount(var account, var reason) ->
          account(before.account(), account, reason, by);
      case Change.OfContact(var contact) ->
          List.of(
              new AccountSignal.ContactRecorded(
                  contact.id(),
                  contact.details().roles(),
                  contact.details().level(),
                  contact.details().department(),
                  contact.active()));
      case Change.OfInteraction(var interaction) -> interaction(before, interaction);
      case Change.OfDeal(var deal) -> List.of(deal(deal));
      case Change.OfContract(var contract) -> List.of(contract(contract));
      case Change.OfReport(var report) -> List.of(report(report));
    };
  }

  private static List<AccountSignal> account(
      @Nullable Account before, Account account, String reason, String by) {
    if (account.archived()) {
      return List.of(new AccountSignal.AccountArchived());
    }
    var signals = new ArrayList<AccountSignal>();
    var moved = before == null || !before.standing().equals(account.standing());
    if (!moved || before == null || !recorded(before).equals(recorded(account))) {
      signals.add(recorded(account));
    }
    if (moved) {
      signals.add(
          new AccountSignal.LifecycleMoved(
              before == null ? null : position(before.standing()),
              position(account.standing()),
              account.standing().churnRisk(),
              reason,
              by));
    }
    return signals;
  }

  private static AccountSignal.AccountRecorded recorded(Account account) {
    var details = account.details();
    return new AccountSignal.AccountRecorded(
        details.name(),
        details.industry(),
        details.segment(),
        details.employees(),
        details.owner(),
        account.source(),
        account.customerSince());
  }

  private static AccountSignal.Position position(Standing standing) {
    return new AccountSignal.Position(standing.stage(), standing.step());
  }

  private static List<AccountSignal> interaction(AccountState state, Interaction interaction) {
    if (interaction.withdrawn()) {
      return List.of(new AccountSignal.InteractionWithdrawn(interaction.id()));
    }
    var details = interaction.details();
    var signals = new ArrayList<AccountSignal>();
    signals.add(
        new AccountSignal.InteractionLogged(
            interaction.id(),
            details.channel(),
            details.at(),
            details.direction().equals("inbound")
                ? AccountSignal.Direction.INBOUND
                : AccountSignal.Direction.OUTBOUND,
            details.contacts(),
            state.isExecutive(details),
            details.sentiment(),
            details.source()));
    var number = 0;
    for (var mention : details.competitors()) {
      signals.add(
          new AccountSignal.CompetitorMentioned(
              interaction.id() + ":" + number++,
              mention.name(),
              details.at(),
              mention.confidence(),
              mention.external(),
              details.source().equals(Source.MANUAL),
              interaction.id()));
    }
    return signals;
  }

  private static AccountSignal deal(Deal deal) {
    var details = deal.details();
    return new AccountSignal.DealRecorded(
        deal.id(),
        details.kind(),
        deal.stage(),
        deal.stageSince(),
        details.amount(),
        details.currency(),
        details.closesOn(),
        deal.slips(),
        details.contract());
  }

  private static AccountSignal contract(Contract contract) {
    var terms = contract.terms();
    return new AccountSignal.ContractRecorded(
        contract.id(),
        terms.startsOn(),
        terms.endsOn(),
        terms.annualRecurringRevenue(),
        terms.currency(),
        terms.seats(),
        terms.plannedDaysToValue(),
        terms.status(),
        terms.renewalOf());
  }

  private static AccountSignal report(Report report) {
    return switch (report) {
      case Report.Usage it ->
          new AccountSignal.UsageReported(
              it.day(),
              it.activeUsers(),
              it.weeklyActiveUsers(),
              it.seats(),
              it.coreFeaturesUsed(),
              it.coreFeatures());
      case Report.Ticket it ->
          new AccountSignal.TicketRecorded(
              it.ticket(), it.priority(), it.openedAt(), it.resolvedAt(), it.slaHours(), it.csat());
      case Report.Goal it ->
          new AccountSignal.GoalRecorded(it.goal(), it.name(), it.dueOn(), it.metOn());
      case Report.Roi it ->
          new AccountSignal.RoiMeasured(it.measurement(), it.on(), it.roi(), it.target());
      case Report.Nps it ->
          new AccountSignal.NpsAnswered(it.answer(), it.at(), it.score(), it.contact());
    };
  }

  private static @Nullable AccountSignal champion(
      AccountState before, AccountState after, Instant at) {
    if (before.contacts().equals(after.contacts()) && before.touches().equals(after.touches())) {
      return null;
    }
    var was = before.champion(at).orElse(null);
    var is = after.champion(at).orElse(null);
    if (is == null) {
      return was == null ? null : new AccountSignal.ChampionAssessed(null, 0, 0, 0, 0, null);
    }
    if (was != null
        && Objects.equals(was.contact(), is.contact())
        && Math.abs(was.strength() - is.strength()) < WORTH_TELLING) {
      return null;
    }
    return new AccountSignal.ChampionAssessed(
        is.contact(), is.strength(), is.recency(), is.initiative(), is.reach(), is.sentiment());
  }
}
