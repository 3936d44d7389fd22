package rapport.standalone.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contracts of a company, and the deals that led to them or are under way. */
final class Agreements {

  private static final List<String> STAGES =
      List.of(
          "discovery", "technical-validation", "business-case", "negotiation", "closing", "won");
  private static final int PRICE_OF_A_SEAT = 348;
  private static final int MONTHS = 12;

  private final Company company;
  private final List<Person> people;
  private final Chance chance;
  private final Words words = Words.names();
  private final List<Map<String, Object>> contracts = new ArrayList<>();
  private final List<Map<String, Object>> deals = new ArrayList<>();

  private Agreements(Company company, List<Person> people) {
    this.company = company;
    this.people = people;
    this.chance = company.chance("agreements");
  }

  static Agreements of(Company company, List<Person> people) {
    var agreements = new Agreements(company, people);
    if (company.story().isCustomer()) {
      agreements.customer();
    } else if (company.story() == Story.DECIDING) {
      agreements.deciding();
    }
    return agreements;
  }

  List<Map<String, Object>> contracts() {
    return List.copyOf(contracts);
  }

  List<Map<String, Object>> deals() {
    return List.copyOf(deals);
  }

  private void customer() {
    var seats = Math.max(6, company.seats() * 2 / 3);
    won("new", company.since(), seats, null, "First contract");
    var begin = company.since();
    for (int year = 1; ; year++) {
      var end = begin.plusMonths(MONTHS).minusDays(1);
      var last = !end.isBefore(company.today());
      var lost =
          company.story() == Story.LOST && (last || end.plusMonths(3).isAfter(company.today()));
      if (year > 1) {
        seats = company.seats();
      }
      contract(year, begin, end, seats, lost ? "cancelled" : last ? "active" : "renewed");
      if (last || lost) {
        renewal(year, end, seats, lost);
        return;
      }
      won("renewal", end.minusDays(9), company.seats(), id(year), "Renewal for a year");
      begin = end.plusDays(1);
    }
  }

  private String id(int year) {
    return company.id() + "-k" + year;
  }

  private void contract(int year, LocalDate begin, LocalDate end, int seats, String status) {
    contracts.add(
        Told.map(
            "id", id(year),
            "terms",
                Told.map(
                    "startsOn",
                    begin,
                    "endsOn",
                    end,
                    "annualRecurringRevenue",
                    (long) seats * PRICE_OF_A_SEAT,
                    "currency",
                    company.currency(),
                    "seats",
                    seats,
                    "plannedDaysToValue",
                    60,
                    "status",
                    status,
                    "renewalOf",
                    year > 1 ? id(year - 1) : null)));
  }

  /** What becomes of the last contract, and what more is being sold. */
  private void renewal(int year, LocalDate end, int seats, boolean lost) {
    var soon = ChronoUnit.DAYS.between(company.today(), end) <= 120;
    if (lost) {
      var until = end.isBefore(company.today()) ? end : company.today().minusDays(14);
      var begun = until.minusDays(70);
      deals.add(
          deal(
              "renewal",
              "Renewal that was lost",
              seats,
              until,
              id(year),
              List.of(
                  visit("discovery", begun, null),
                  visit("negotiation", begun.plusDays(30), null),
                  visit("lost", until, chance.one(words.of("lost")))),
              1));
    } else if (soon && company.story() != Story.UNCERTAIN) {
      deals.add(open("renewal", "Renewal for a year", seats, id(year), end.minusDays(5), 2, 0));
    }
    if (company.story() == Story.GROWING || (company.story() == Story.THRIVING && chance.in(.4))) {
      var close = company.today().plusDays(chance.between(15, 80));
      deals.add(open("expansion", "More seats", 20 + seats / 3, id(year), close, 1, 0));
    }
  }

  private void deciding() {
    var stage = chance.between(0, 4);
    var close = company.today().plusDays(chance.between(6, 90));
    deals.add(open("new", "First contract", company.seats(), null, close, stage, stage / 2));
    if (chance.in(.2)) {
      var ended = company.today().minusDays(chance.between(10, 30));
      deals.add(
          deal(
              "new",
              "Pilot for one team",
              10,
              ended,
              null,
              List.of(
                  visit("discovery", company.since(), null),
                  visit("lost", ended, chance.one(words.of("lost")))),
              0));
    }
  }

  private void won(String kind, LocalDate day, int seats, @Nullable String contract, String name) {
    var visits = new ArrayList<Map<String, Object>>();
    var begun = day.minusDays(chance.between(45, 110));
    for (int i = 0; i < STAGES.size(); i++) {
      var days = ChronoUnit.DAYS.between(begun, day) * i / (STAGES.size() - 1);
      visits.add(visit(STAGES.get(i), begun.plusDays(days), null));
    }
    deals.add(deal(kind, name, seats, day, contract, visits, chance.between(0, 2)));
  }

  private Map<String, Object> open(
      String kind,
      String name,
      int seats,
      @Nullable String contract,
      LocalDate close,
      int stage,
      int slips) {
    var visits = new ArrayList<Map<String, Object>>();
    var begun = company.today().minusDays(chance.between(25, 38));
    var step = chance.between(4, 6);
    for (int i = 0; i <= stage; i++) {
      visits.add(visit(STAGES.get(i), begun.plusDays((long) i * step), null));
    }
    return deal(kind, name, seats, close, contract, visits, slips);
  }

  private Map<String, Object> visit(String stage, LocalDate day, @Nullable String reason) {
    return Told.map(
        "stage",
        stage,
        "since",
        Told.at(day, chance.between(9, 16), 30),
        "by",
        company.owner(),
        "reason",
        reason);
  }

  private Map<String, Object> deal(
      String kind,
      String name,
      int seats,
      LocalDate close,
      @Nullable String contract,
      List<Map<String, Object>> visits,
      int slips) {
    var deciding = people.stream().limit(2).map(Person::id).toList();
    return Told.map(
        "id",
        company.id() + "-d" + (deals.size() + 1),
        "details",
        Told.map(
            "name",
            company.name() + ": " + name,
            "kind",
            kind,
            "amount",
            (long) seats * PRICE_OF_A_SEAT,
            "currency",
            company.currency(),
            "closesOn",
            close,
            "contract",
            kind.equals("new") ? null : contract,
            "owner",
            company.owner(),
            "contacts",
            deciding,
            "pain",
            kind.equals("new") ? chance.one(words.of("pain")) : null,
            "nextStep",
            slips > 0 ? chance.one(words.of("slip")) : "Talk about the offer"),
        "visits",
        visits,
        "slips",
        slips);
  }
}
