package rapport.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published on {@code rapport.lead.events}: what is thought of a visitor, keyed by workspace and
 * conversation, and what happens to leads, keyed by workspace and lead. Opinions, not facts: each
 * names the words it rests on. Addresses and names of people are not among them.
 */
public sealed interface LeadEvent permits LeadEvent.VisitorAssessed, LeadChange {

  /**
   * A message of a visitor was read, or taken back. Persona, candidates, evidence and intent are of
   * everything said so far; signals, facts and competitors of this message alone.
   *
   * @param messageId the message; one that was taken back has no signals, facts and competitors
   * @param rev the revision of the conversation that was read last
   * @param persona whom the visitor is taken for; none while that is not clear
   * @param candidates every persona in question and {@code unknown}, the likeliest first
   * @param evidence what speaks for and against personas, the weightiest first
   */
  record VisitorAssessed(
      String messageId,
      long rev,
      @Nullable Persona persona,
      List<Candidate> candidates,
      List<Evidence> evidence,
      Intent intent,
      List<Signal> signals,
      List<Fact> facts,
      List<String> competitors)
      implements LeadEvent {
    public VisitorAssessed {
      candidates = List.copyOf(candidates);
      evidence = List.copyOf(evidence);
      signals = List.copyOf(signals);
      facts = List.copyOf(facts);
      competitors = List.copyOf(competitors);
    }
  }

  /** A persona's id and name, and how likely it is, from 0 to 1. */
  record Persona(String id, String name, double confidence) {}

  /** A persona's id, or {@link #UNKNOWN}, and how likely it is, from 0 to 1. */
  record Candidate(String id, double confidence) {

    /** Stands for a visitor who is none of the personas. */
    public static final String UNKNOWN = "unknown";
  }

  /**
   * One thing that counts.
   *
   * @param persona the persona it speaks for, or against when the weight is negative
   * @param quote the visitor's words, or the page
   * @param weight in natural logarithm of odds
   * @param source {@code page}, {@code referrer}, {@code words}, {@code likeness}, {@code fact},
   *     {@code button} or {@code correction}; there may be more
   */
  record Evidence(String persona, String quote, double weight, String source) {}

  /** How likely the visitor means to buy, from 0 to 1, and the sentences behind it. */
  record Intent(double score, List<Reason> evidence) {
    public Intent {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A reason for or, with a negative weight, against.
   *
   * @param weight in natural logarithm of odds
   * @param source the kind of thing that was found, such as {@code pricing}
   */
  record Reason(String quote, double weight, String source) {}

  /**
   * Something a seller would prick up their ears at.
   *
   * @param type {@code pricing}, {@code timeline}, {@code integration}, {@code security}, {@code
   *     competitor}, {@code authority}, {@code objection} or {@code churn}; there may be more
   * @param score how clearly it was said, from 0 to 1
   */
  record Signal(String type, String quote, double score) {}

  /**
   * Something the visitor said about themselves.
   *
   * @param path where it belongs in a visitor's profile, such as {@code company.size}
   * @param confidence from 0 to 1
   */
  record Fact(String path, FieldValue value, String quote, double confidence) {}
}
