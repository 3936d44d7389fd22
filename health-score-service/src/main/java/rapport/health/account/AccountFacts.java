package rapport.health.account;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
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
import rapport.contracts.AccountSignal.Position;
import rapport.contracts.AccountSignal.RoiMeasured;
import rapport.contracts.AccountSignal.TicketRecorded;
import rapport.contracts.AccountSignal.UsageReported;

/**
 * What is known of an account, as it was told last. Of everything only the newest is kept: 120 days
 * of usage, 1,000 interactions, 500 contacts, 300 tickets, 200 goals, 100 answers and deals, 60
 * mentions of competitors, 50 contracts, 20 returns.
 *
 * @param account absent while only other things have been told
 * @param archived whether it is looked after no longer
 */
public record AccountFacts(
    @Nullable AccountRecorded account,
    boolean archived,
    @Nullable Position stage,
    @Nullable String churnRisk,
    @Nullable ChampionAssessed champion,
    Map<LocalDate, UsageReported> usage,
    Map<String, InteractionLogged> interactions,
    Map<String, ContactRecorded> contacts,
    Map<String, CompetitorMentioned> mentions,
    Map<String, TicketRecorded> tickets,
    Map<String, GoalRecorded> goals,
    Map<String, RoiMeasured> returns,
    Map<String, NpsAnswered> answers,
    Map<String, ContractRecorded> contracts,
    Map<String, DealRecorded> deals) {

  /** Nothing known. */
  public static final AccountFacts NONE =
      new AccountFacts(
          null, false, null, null, null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
          Map.of(), Map.of(), Map.of(), Map.of());

  /** What is known after one more signal. */
  public AccountFacts apply(AccountSignal signal) {
    var next = new Draft(this);
    switch (signal) {
      case AccountRecorded it -> {
        next.account = it;
        next.archived = false;
      }
      case AccountArchived _ -> next.archived = true;
      case LifecycleMoved it -> {
        next.stage = it.to();
        next.churnRisk = it.churnRisk();
      }
      case ChampionAssessed it -> next.champion = it;
      case InteractionWithdrawn(var id) -> next.interactions = Newest.without(interactions, id);
      case UsageReported it ->
          next.usage = Newest.with(usage, it.day(), it, 120, comparing(UsageReported::day));
      case InteractionLogged it ->
          next.interactions =
              Newest.with(
                  interactions, it.interaction(), it, 1_000, comparing(InteractionLogged::at));
      case ContactRecorded it ->
          next.contacts =
              Newest.with(contacts, it.contact(), it, 500, comparing(ContactRecorded::active));
      case CompetitorMentioned it ->
          next.mentions =
              Newest.with(mentions, it.mention(), it, 60, comparing(CompetitorMentioned::at));
      case TicketRecorded it ->
          next.tickets =
              Newest.with(tickets, it.ticket(), it, 300, comparing(TicketRecorded::openedAt));
      case GoalRecorded it ->
          next.goals = Newest.with(goals, it.goal(), it, 200, comparing(GoalRecorded::dueOn));
      case RoiMeasured it ->
          next.returns = Newest.with(returns, it.measurement(), it, 20, comparing(RoiMeasured::on));
      case NpsAnswered it ->
          next.answers = Newest.with(answers, it.answer(), it, 100, comparing(NpsAnswered::at));
      case ContractRecorded it ->
          next.contracts =
              Newest.with(contracts, it.contract(), it, 50, comparing(ContractRecorded::endsOn));
      case DealRecorded it ->
          next.deals = Newest.with(deals, it.deal(), it, 100, comparing(DealRecorded::stageSince));
    }
    return next.facts();
  }

  /** The account's name; its absence is told as no name. */
  public String name() {
    return account == null ? "" : account.name();
  }

  /** The same facts, of which some can be changed. */
  private static final class Draft {

    private @Nullable AccountRecorded account;
    private boolean archived;
    private @Nullable Position stage;
    private @Nullable String churnRisk;
    private @Nullable ChampionAssessed champion;
    private Map<LocalDate, UsageReported> usage;
    private Map<String, InteractionLogged> interactions;
    private Map<String, ContactRecorded> contacts;
    private Map<String, CompetitorMentioned> mentions;
    private Map<String, TicketRecorded> tickets;
    private Map<String, GoalRecorded> goals;
    private Map<String, RoiMeasured> returns;
    private Map<String, NpsAnswered> answers;
    private Map<String, ContractRecorded> contracts;
    private Map<String, DealRecorded> deals;

    Draft(AccountFacts before) {
      account = before.account;
      archived = before.archived;
      stage = before.stage;
      churnRisk = before.churnRisk;
      champion = before.champion;
      usage = before.usage;
      interactions = before.interactions;
      contacts = before.contacts;
      mentions = before.mentions;
      tickets = before.tickets;
      goals = before.goals;
      returns = before.returns;
      answers = before.answers;
      contracts = before.contracts;
      deals = before.deals;
    }

    AccountFacts facts() {
      return new AccountFacts(
          account,
          archived,
          stage,
          churnRisk,
          champion,
          usage,
          interactions,
          contacts,
          mentions,
          tickets,
          goals,
          returns,
          answers,
          contracts,
          deals);
    }
  }
}
