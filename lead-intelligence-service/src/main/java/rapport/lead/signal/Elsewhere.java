package rapport.lead.signal;

import rapport.lead.text.Sentence;

/** People who want something else than to buy: a job, an interview, their parcel. */
public final class Elsewhere {

  private Elsewhere() {}

  /** Whether a sentence sounds like it. */
  public static boolean wanted(Sentence sentence) {
    return SignalFinder.CUES.in("elsewhere", sentence.text());
  }
}
