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
    return switch (signal) {
      case AccountRecorded it -> recorded(it);
      case AccountArchived _ -> archived(true);
      case LifecycleMoved it -> moved(it);
      case ChampionAssessed it -> champion(it);
      case InteractionWithdrawn(var id) -> interactions(Newest.without(interactions, id));
      case UsageReported it ->
          usage(Newest.with(usage, it.day(), it, 120, comparing(UsageReported::day)));
      case InteractionLogged it ->
          interactions(
              Newest.with(
                  interactions, it.interaction(), it, 1_000, comparing(InteractionLogged::at)));
      case ContactRecorded it ->
          contacts(
              Newest.with(contacts, it.contact(), it, 500, comparing(ContactRecorded::active)));
      case CompetitorMentioned it ->
          mentions(Newest.with(mentions, it.mention(), it, 60, comparing(CompetitorMentioned::at)));
      case TicketRecorded it ->
          tickets(Newest.with(tickets, it.ticket(), it, 300, comparing(TicketRecorded::openedAt)));
      case GoalRecorded it ->
          goals(Newest.with(goals, it.goal(), it, 200, comparing(GoalRecorded::dueOn)));
      case RoiMeasured it ->
          returns(Newest.with(returns, it.measurement(), it, 20, comparing(RoiMeasured::on)));
      case NpsAnswered it ->
          answers(Newest.with(answers, it.answer(), it, 100, comparing(NpsAnswered::at)));
      case ContractRecorded it ->
          contracts(
              Newest.with(contracts, it.contract(), it, 50, comparing(ContractRecorded::endsOn)));
      case DealRecorded it ->
          deals(Newest.with(deals, it.deal(), it, 100, comparing(DealRecorded::stageSince)));
    };
  }

  /** The account's name; its absence is told as no name. */
  public String name() {
    return account == null ? "" : account.name();
  }

  private AccountFacts recorded(AccountRecorded told) {
    return new AccountFacts(
        told,
        false,
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

  private AccountFacts archived(boolean told) {
    return new AccountFacts(
        account,
        told,
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

  private AccountFacts moved(LifecycleMoved told) {
    return new AccountFacts(
        account,
        archived,
        told.to(),
        told.churnRisk(),
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

  private AccountFacts champion(ChampionAssessed told) {
    return new AccountFacts(
        account,
        archived,
        stage,
        churnRisk,
        told,
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

  private AccountFacts usage(Map<LocalDate, UsageReported> told) {
    return new AccountFacts(
        account,
        archived,
        stage,
        churnRisk,
        champion,
        told,
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

  private AccountFacts interactions(Map<String, InteractionLogged> told) {
    return new AccountFacts(
        account, archived, stage, churnRisk, champion, usage, told, contacts, mentions, tickets,
        goals, returns, answers, contracts, deals);
  }

  private AccountFacts contacts(Map<String, ContactRecorded> told) {
    return new AccountFacts(
        account,
        archived,
        stage,
        churnRisk,
        champion,
        usage,
        interactions,
        told,
        mentions,
        tickets,
        goals,
        returns,
        answers,
        contracts,
        deals);
  }

  private AccountFacts mentions(Map<String, CompetitorMentioned> told) {
    return new AccountFacts(
        account,
        archived,
        stage,
        churnRisk,
        champion,
        usage,
        interactions,
        contacts,
        told,
        tickets,
        goals,
        returns,
        answers,
        contracts,
        deals);
  }

  private AccountFacts tickets(Map<String, TicketRecorded> told) {
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
        told,
        goals,
        returns,
        answers,
        contracts,
        deals);
  }

  private AccountFacts goals(Map<String, GoalRecorded> told) {
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
        told,
        returns,
        answers,
        contracts,
        deals);
  }

  private AccountFacts returns(Map<String, RoiMeasured> told) {
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
        told,
        answers,
        contracts,
        deals);
  }

  private AccountFacts answers(Map<String, NpsAnswered> told) {
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
        told,
        contracts,
        deals);
  }

  private AccountFacts contracts(Map<String, ContractRecorded> told) {
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
        told,
        deals);
  }

  private AccountFacts deals(Map<String, DealRecorded> told) {
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
        told);
  }
}
