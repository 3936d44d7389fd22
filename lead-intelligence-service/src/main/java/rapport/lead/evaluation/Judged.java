package rapport.lead.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Candidate;
import rapport.contracts.LeadEvent.Evidence;
import rapport.contracts.LeadEvent.Reason;
import rapport.lead.detection.Belief;
import rapport.lead.detection.PersonaModel;
import rapport.lead.fact.EmailAddress;
import rapport.lead.fact.FactFinder;
import rapport.lead.signal.BuyingIntent;
import rapport.lead.visitor.MessageReader;

/**
 * A conversation and what was made of it, as the service does it.
 *
 * @param beliefs after each turn
 * @param assigned the persona held after each turn, {@code unknown} for none
 * @param highFrom the first turn with high intent; null for none
 * @param emailTurn the first turn with an address; null for none
 * @param askedAt the turn after which the address would be asked for; null for never
 */
record Judged(
    VisitorChat chat,
    List<Belief> beliefs,
    List<String> assigned,
    @Nullable Integer highFrom,
    @Nullable Integer emailTurn,
    @Nullable String address,
    @Nullable Integer askedAt,
    Map<String, FieldValue> facts,
    Set<String> competitors,
    Set<String> signals) {

  private static final MessageReader READER = new MessageReader();

  static Judged of(VisitorChat chat, PersonaModel model) {
    return new Run(chat, model).judged();
  }

  /** How often one persona took the place of another. */
  int flips() {
    var flips = 0;
    var held = Candidate.UNKNOWN;
    for (var now : assigned) {
      if (!now.equals(Candidate.UNKNOWN)) {
        flips += held.equals(Candidate.UNKNOWN) || held.equals(now) ? 0 : 1;
        held = now;
      }
    }
    return flips;
  }

  /** The belief after that turn, from 1; after the last one for conversations that are shorter. */
  Belief after(int turn) {
    return beliefs.get(Math.min(turn, beliefs.size()) - 1);
  }

  /** One way through a conversation. */
  private static final class Run {
    private final VisitorChat chat;
    private final PersonaModel model;
    private final List<Evidence> evidence;
    private final List<List<Reason>> reasons = new ArrayList<>();
    private final List<Belief> beliefs = new ArrayList<>();
    private final List<String> assigned = new ArrayList<>();
    private final Map<String, FieldValue> facts = new LinkedHashMap<>();
    private final Set<String> competitors = new LinkedHashSet<>();
    private final Set<String> signals = new LinkedHashSet<>();
    private @Nullable String held;
    private @Nullable Integer highFrom;
    private @Nullable Integer emailTurn;
    private @Nullable String address;
    private @Nullable Integer askedAt;
    private boolean refused;

    Run(VisitorChat chat, PersonaModel model) {
      this.chat = chat;
      this.model = model;
      var page = chat.page();
      var arrival = page == null ? null : new Arrival(null, page, null, null, Map.of());
      this.evidence = new ArrayList<>(model.arrived(arrival));
    }

    Judged judged() {
      for (var turn = 1; turn <= chat.turns().size(); turn++) {
        take(turn, chat.turns().get(turn - 1));
      }
      return new Judged(
          chat,
          beliefs,
          assigned,
          highFrom,
          emailTurn,
          address,
          askedAt,
          facts,
          competitors,
          signals);
    }

    private void take(int turn, String text) {
      var reading = READER.read("m" + turn, Instant.EPOCH, text, model);
      evidence.addAll(reading.evidence());
      reasons.add(reading.reasons());
      reading.facts().forEach(fact -> FactFinder.add(facts, fact));
      competitors.addAll(reading.competitors());
      reading.signals().forEach(signal -> signals.add(signal.type()));
      var belief = model.believe(List.copyOf(evidence));
      beliefs.add(belief);
      held = belief.assigned(held).orElse(null);
      assigned.add(held == null ? Candidate.UNKNOWN : held);
      intent(turn, text);
    }

    private void intent(int turn, String text) {
      refused |= EmailAddress.refused(text);
      var given = EmailAddress.in(text);
      if (given.isPresent() && emailTurn == null) {
        emailTurn = turn;
        address = given.get();
      }
      var high = BuyingIntent.of(reasons).score() >= BuyingIntent.HIGH;
      if (high && highFrom == null) {
        highFrom = turn;
      }
      if (high && askedAt == null && emailTurn == null && !refused) {
        askedAt = turn;
      }
    }
  }
}
