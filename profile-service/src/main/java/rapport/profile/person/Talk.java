package rapport.profile.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Arrival;
import rapport.contracts.ConversationEvent.EmailCaptured;
import rapport.contracts.ConversationEvent.LanguageChanged;
import rapport.contracts.ConversationEvent.MessageReceived;
import rapport.contracts.ConversationEvent.ModeSwitched;
import rapport.contracts.ConversationEvent.QuestionLeftOpen;
import rapport.contracts.ConversationEvent.SessionStarted;
import rapport.contracts.ConversationEvent.TurnUndone;
import rapport.contracts.Envelope;
import rapport.profile.consent.ConsentEntry;
import rapport.profile.record.ConversationRecord;

/**
 * A conversation with a website's visitor, as far as it tells of the person. Until there is an
 * address nobody knows who it is; what was said is kept here all the same.
 *
 * @param record what the visitor said, by the paths of the flow
 * @param locale the language it is in now
 * @param mode {@code lead}, {@code sales} or {@code human}
 * @param messages how many the visitor wrote and did not take back
 * @param startedAt when it began; none before that
 * @param lastMessageAt when the visitor wrote last, or began
 * @param consents what they agreed to by giving addresses
 * @param addressedAt when they gave an address first
 * @param openQuestions what nobody has answered, the latest last
 */
public record Talk(
    ConversationRecord record,
    @Nullable String locale,
    @Nullable Arrival arrival,
    @Nullable String mode,
    int messages,
    @Nullable Instant startedAt,
    @Nullable Instant lastMessageAt,
    List<ConsentEntry> consents,
    @Nullable Instant addressedAt,
    List<String> openQuestions) {

  /** The flow whose conversations are those with visitors. */
  public static final String FLOW = "lead-to-sales";

  private static final int MOST_QUESTIONS = 20;
  private static final int MOST_CONSENTS = 50;

  /** Visitors whom a website vouches for have ids that begin so, the same on all their devices. */
  private static final String VOUCHED = "u_";

  public Talk {
    consents = List.copyOf(consents);
    openQuestions = List.copyOf(openQuestions);
  }

  /** A conversation nothing is known of. */
  public static Talk none(String conversation) {
    return new Talk(
        ConversationRecord.none(conversation),
        null,
        null,
        null,
        0,
        null,
        null,
        List.of(),
        null,
        List.of());
  }

  public String conversation() {
    return record.id();
  }

  /** Whether it has turned out to be no talk with a visitor. */
  public boolean isNoTalk() {
    return record.flow() != null && !FLOW.equals(record.flow());
  }

  /** The device, or the person a website vouches for. */
  public @Nullable String visitor() {
    return record.createdBy();
  }

  public boolean isVouchedFor() {
    return visitor() != null && visitor().startsWith(VOUCHED);
  }

  /** The address that stands now, in its plain form. */
  public Optional<String> address() {
    var email = record.value("email");
    return Optional.ofNullable(email)
        .map(value -> Addresses.plain(value.display()))
        .filter(Addresses::isAddress);
  }

  /** The text they agreed to last, such as {@code contact-1}. */
  public @Nullable String consent() {
    return consents.isEmpty() ? null : consents.getLast().text();
  }

  /** What it says of the person. */
  public List<Claim> claims() {
    return TalkClaims.of(this);
  }

  /** The talk after one more event of the conversation. */
  public Talk apply(Envelope<ConversationEvent> envelope) {
    var at = envelope.at().truncatedTo(ChronoUnit.MILLIS);
    var next = with(record.apply(envelope));
    var event = envelope.event();
    if (event instanceof SessionStarted started) {
      return next.begun(started, at);
    }
    if (event instanceof MessageReceived) {
      return next.heard(messages + 1, at);
    }
    if (event instanceof TurnUndone) {
      return next.heard(Math.max(0, messages - 1), at);
    }
    if (event instanceof ModeSwitched(_, var to, _)) {
      return next.in(to, locale);
    }
    if (event instanceof LanguageChanged(_, var to)) {
      return next.in(mode, to);
    }
    if (event instanceof EmailCaptured captured) {
      return next.addressed(captured, envelope.id(), at);
    }
    return event instanceof QuestionLeftOpen(var question) ? next.asked(question) : next;
  }

  private Talk begun(SessionStarted started, Instant at) {
    return new Talk(
        record,
        started.locale(),
        started.arrival(),
        mode,
        messages,
        at,
        at,
        consents,
        addressedAt,
        openQuestions);
  }

  private Talk heard(int heard, Instant at) {
    return new Talk(
        record, locale, arrival, mode, heard, startedAt, at, consents, addressedAt, openQuestions);
  }

  private Talk in(@Nullable String newMode, @Nullable String newLocale) {
    return new Talk(
        record,
        newLocale,
        arrival,
        newMode,
        messages,
        startedAt,
        lastMessageAt,
        consents,
        addressedAt,
        openQuestions);
  }

  private Talk addressed(EmailCaptured captured, String event, Instant at) {
    var given = new ArrayList<>(consents);
    if (captured.consent() != null) {
      given.add(agreed(captured.consent(), event, at));
    }
    var kept = given.subList(Math.max(0, given.size() - MOST_CONSENTS), given.size());
    return new Talk(
        record,
        locale,
        arrival,
        mode,
        messages,
        startedAt,
        lastMessageAt,
        kept,
        addressedAt == null ? at : addressedAt,
        openQuestions);
  }

  /** The text is about being written to. */
  private ConsentEntry agreed(ConversationEvent.Consent consent, String event, Instant at) {
    return new ConsentEntry(
        event,
        ConsentPurpose.CHAT,
        true,
        consent.text(),
        consent.locale(),
        ConsentEntry.Source.CONVERSATION,
        conversation(),
        "visitor",
        null,
        at,
        at);
  }

  private Talk asked(String question) {
    var questions = new ArrayList<>(openQuestions);
    questions.remove(question);
    questions.add(question);
    var kept = questions.subList(Math.max(0, questions.size() - MOST_QUESTIONS), questions.size());
    return new Talk(
        record,
        locale,
        arrival,
        mode,
        messages,
        startedAt,
        lastMessageAt,
        consents,
        addressedAt,
        kept);
  }

  private Talk with(ConversationRecord newRecord) {
    return new Talk(
        newRecord,
        locale,
        arrival,
        mode,
        messages,
        startedAt,
        lastMessageAt,
        consents,
        addressedAt,
        openQuestions);
  }
}
