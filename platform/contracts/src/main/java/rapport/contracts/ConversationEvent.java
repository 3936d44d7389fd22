package rapport.contracts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published on {@code rapport.conversation.events}, keyed by workspace and conversation. Every
 * revision of a conversation is exactly one event, so a reader that sees revisions 4 and 6 knows
 * that 5 is missing. Add optional fields; never rename or remove: make a {@code .v2} instead.
 *
 * <p>A {@code path} is the field's path in the flow's catalogue, such as {@code demographics.age};
 * in a repeat group it names the row as well, such as {@code buying_stages[s2].duration} ({@link
 * ItemPath}).
 */
public sealed interface ConversationEvent {

  /**
   * A conversation of a flow began.
   *
   * @param arrival where a visitor of a website came from; none for those who signed in
   */
  record SessionStarted(
      String flow,
      int flowVersion,
      String locale,
      @Nullable String startedBy,
      @Nullable Arrival arrival)
      implements ConversationEvent {

    /** One that no visitor of a website began. */
    public SessionStarted(String flow, int flowVersion, String locale, @Nullable String startedBy) {
      this(flow, flowVersion, locale, startedBy, null);
    }
  }

  /**
   * Where a visitor was when the conversation began.
   *
   * @param site the id of the workspace's site, when known
   * @param page the page's address, or its path alone
   * @param title the page's title
   * @param referrer the address of the page before, which may be of another site
   * @param utm campaign parameters without their {@code utm_}, such as {@code source}
   */
  record Arrival(
      @Nullable String site,
      String page,
      @Nullable String title,
      @Nullable String referrer,
      Map<String, String> utm) {
    public Arrival {
      utm = Map.copyOf(utm);
    }
  }

  /** Somebody came back to a conversation that had been completed, and works on it again. */
  record SessionResumed() implements ConversationEvent {}

  /** Everything needed is there and the person finished. */
  record SessionCompleted() implements ConversationEvent {}

  /** The person asked for a new conversation of the same flow; it is {@code conversation}. */
  record NextSessionRequested(String conversation) implements ConversationEvent {}

  record PhaseEntered(String phase) implements ConversationEvent {}

  record PhaseCompleted(String phase) implements ConversationEvent {}

  /** A completed phase has open questions again, for instance after a change of branch. */
  record PhaseReopened(String phase) implements ConversationEvent {}

  /** {@code attempt} is 1 for the first time these fields are asked. */
  record QuestionAsked(List<String> paths, int attempt) implements ConversationEvent {
    public QuestionAsked {
      paths = List.copyOf(paths);
    }
  }

  /** A pending question needs no answer any more. */
  record QuestionWithdrawn(List<String> paths) implements ConversationEvent {
    public QuestionWithdrawn {
      paths = List.copyOf(paths);
    }
  }

  /**
   * An empty field got a value. {@code confidence} is from 0 to 1; {@code quote} the words used.
   */
  record FieldCaptured(String path, FieldValue value, Provenance source)
      implements ConversationEvent {}

  /** A field that had the value {@code from} has another one now. */
  record FieldCorrected(String path, FieldValue from, FieldValue value, Provenance source)
      implements ConversationEvent {}

  /** A field that had the value {@code from} is empty now. */
  record FieldCleared(String path, FieldValue from, Provenance source)
      implements ConversationEvent {}

  /** The person preferred not to answer now. */
  record FieldSkipped(String path) implements ConversationEvent {}

  /** The person does not know. */
  record FieldUnknown(String path) implements ConversationEvent {}

  /** What was said cannot be the value of the field; {@code code} says why. */
  record FieldRejected(String path, String code, String said) implements ConversationEvent {}

  /** The field does not apply to the branch chosen; its value is kept aside. */
  record FieldParked(String path) implements ConversationEvent {}

  /** The field applies again, with the value kept aside, if there was one. */
  record FieldRestored(String path, @Nullable FieldValue value) implements ConversationEvent {}

  /** The chat understood a value that would overwrite one written in the panel; it waits there. */
  record FieldSuggested(String path, FieldValue value, Provenance source)
      implements ConversationEvent {}

  /** A suggestion, or a conflicting value, was turned down or is overtaken. */
  record SuggestionDismissed(String path) implements ConversationEvent {}

  /**
   * What was said may be the value of one field or another, and nothing is written until the person
   * has said which. Their next message does, or passes it over; either way this is settled then.
   *
   * @param quote the words
   * @param candidates what they may mean, the likeliest first
   */
  record ClarificationAsked(String quote, List<Candidate> candidates) implements ConversationEvent {
    public ClarificationAsked {
      candidates = List.copyOf(candidates);
    }
  }

  /** A value some words may give to a field; {@code confidence} is from 0 to 1. */
  record Candidate(String path, FieldValue value, double confidence) {}

  /** Two panels changed the same field; {@code kept} stands, {@code value} waits beside it. */
  record FieldConflicted(String path, FieldValue kept, FieldValue value, Provenance source)
      implements ConversationEvent {}

  /**
   * A row was added to a repeat group, at {@code index} from 0. Its id is never given to another
   * row; one that was removed and comes back has its old id.
   */
  record ItemAdded(String group, String item, int index, Provenance source)
      implements ConversationEvent {}

  /** A row was taken out of a repeat group, and all its fields with it. */
  record ItemRemoved(String group, String item, Provenance source) implements ConversationEvent {}

  /** A row stands at {@code index} now, from 0, counted without itself. */
  record ItemMoved(String group, String item, int index, Provenance source)
      implements ConversationEvent {}

  /** An answer that steers the conversation and is not part of the record. */
  record ControlAnswered(String control, FieldValue value, Provenance source)
      implements ConversationEvent {}

  /** A control is asked again. */
  record ControlReopened(String control) implements ConversationEvent {}

  /** The person asked to see these fields again although they were answered or passed over. */
  record RevisitRequested(List<String> paths) implements ConversationEvent {
    public RevisitRequested {
      paths = List.copyOf(paths);
    }
  }

  /** A question or remark of the person that is not an answer. */
  record DigressionHandled(String topic) implements ConversationEvent {}

  record SummaryRequested(List<String> focus) implements ConversationEvent {
    public SummaryRequested {
      focus = List.copyOf(focus);
    }
  }

  /** A summary was drafted from the values as of revision {@code basis}. */
  record SummaryProduced(String text, List<String> focus, long basis) implements ConversationEvent {
    public SummaryProduced {
      focus = List.copyOf(focus);
    }
  }

  /** The values the summary was drafted from have changed since. */
  record SummaryOutdated() implements ConversationEvent {}

  /** A person said something; {@code text} is what it was, tapped buttons by their label. */
  record MessageReceived(String messageId, String text) implements ConversationEvent {}

  /** The message {@code messageId} was taken back; each field is as {@link FieldReset} says. */
  record TurnUndone(String messageId) implements ConversationEvent {}

  /** Part of an undo: the field is what it was before; no value means it is open again. */
  record FieldReset(String path, @Nullable FieldValue value, @Nullable Provenance source)
      implements ConversationEvent {}

  /**
   * The conversation goes on with another version of its flow. Fields keep what they hold under
   * their new names; those dropped are no longer part of the record. Paths are the definition's, so
   * {@code buying_stages[].duration} stands for that field of every row.
   *
   * @param renamed old path to new path
   */
  record FlowMigrated(int from, int to, Map<String, String> renamed, List<String> dropped)
      implements ConversationEvent {
    public FlowMigrated {
      renamed = Map.copyOf(renamed);
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * The conversation goes on in another language: its questions, labels and buttons are in {@code
   * to} from now on. Values stay as they are.
   *
   * @param from BCP 47 tag, such as {@code en}
   * @param to BCP 47 tag of a language the flow has words in
   */
  record LanguageChanged(String from, String to) implements ConversationEvent {}

  /**
   * The conversation goes on in another mode of its flow, such as from {@code lead} to {@code
   * sales}.
   *
   * @param from the mode before, or null at the beginning
   * @param reason what made it: {@code begun}, {@code rule} of the flow, {@code requested} by the
   *     person, {@code taken-over} or {@code handed-back} by a colleague, {@code undone}
   */
  record ModeSwitched(@Nullable String from, String to, String reason)
      implements ConversationEvent {}

  /**
   * Which persona the person is taken for now.
   *
   * @param messageId the message that was assessed
   * @param persona its id
   * @param confidence from 0 to 1
   * @param order the fields that tell most about such a person, the first to be asked first
   */
  record PersonaAssessed(
      String messageId,
      String persona,
      String name,
      double confidence,
      List<Evidence> evidence,
      List<String> order)
      implements ConversationEvent {
    public PersonaAssessed {
      evidence = List.copyOf(evidence);
      order = List.copyOf(order);
    }
  }

  /**
   * How likely the person is to buy, as of one message.
   *
   * @param messageId the message that was assessed
   * @param messageRev the revision at which it was received
   * @param score from 0 to 1
   * @param signals what was noticed in the message, such as interest in {@code security}
   */
  record IntentAssessed(
      String messageId,
      long messageRev,
      double score,
      List<Evidence> evidence,
      List<Signal> signals)
      implements ConversationEvent {
    public IntentAssessed {
      evidence = List.copyOf(evidence);
      signals = List.copyOf(signals);
    }
  }

  /** Words that speak for an assessment, and how much; against it when below 0. */
  record Evidence(String quote, double weight) {}

  /** Something noticed in what was said; {@code score} is from 0 to 1. */
  record Signal(String type, String quote, double score) {}

  /**
   * The person gave an e-mail address to be reached at. It is the value of {@code path}, too.
   *
   * @param consent the text they agreed to by giving it; null when the flow has none
   */
  record EmailCaptured(String path, String email, @Nullable Consent consent)
      implements ConversationEvent {}

  /**
   * A text somebody agreed to.
   *
   * @param text its name and version, such as {@code contact-1}
   * @param locale the language it was shown in
   * @param shown whether it was shown before they agreed; otherwise right after
   */
  record Consent(String text, String locale, boolean shown) {}

  /**
   * A question of the person was answered with an approved answer.
   *
   * @param source where the answer is taken from, such as a page's address
   */
  record QuestionAnswered(String question, String topic, String answer, @Nullable String source)
      implements ConversationEvent {}

  /** The person asked something nobody has approved an answer to; it waits for a colleague. */
  record QuestionLeftOpen(String question) implements ConversationEvent {}

  /**
   * The bot answered a message.
   *
   * @param assessed whether the assessment of this very message was there in time
   */
  record ReplyProduced(String messageId, boolean assessed) implements ConversationEvent {}

  /**
   * A colleague should look at the conversation; the bot goes on until one comes.
   *
   * @param reason what for, as the flow's rule names it; null when nobody is needed any more
   */
  record ColleagueCalled(@Nullable String reason) implements ConversationEvent {}

  /** A colleague took the conversation over. */
  record AgentJoined(String agent, String name) implements ConversationEvent {}

  /** A colleague said something to the person. */
  record AgentReplied(String messageId, String text, String agent, String name)
      implements ConversationEvent {}

  /** The colleague handed the conversation back to the bot. */
  record AgentLeft(String agent) implements ConversationEvent {}

  /**
   * Where a value comes from.
   *
   * @param by which hand wrote it
   * @param actor the user or visitor, when known
   * @param quote the words it was understood from, when from chat
   * @param confidence how sure, from 0 to 1; 1 for what a person typed in the panel
   */
  record Provenance(Origin by, @Nullable String actor, @Nullable String quote, double confidence) {
    public Provenance {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("confidence is from 0 to 1");
      }
    }
  }
}
