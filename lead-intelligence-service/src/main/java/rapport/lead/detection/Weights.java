package rapport.lead.detection;

/**
 * What each kind of evidence counts, in natural logarithm of odds for one unit of it. Fitted on the
 * tune half of the development set; see RATIONALE.md.
 *
 * @param closer meaning nearer to this persona than to the others
 * @param familiar meaning nearer to any persona than idle talk is
 * @param words words that this persona has and others have not
 * @param name calling oneself what the persona is called
 * @param size a team of the size the persona has, or not
 * @param technical talk of tools and code, where the persona does so, or not
 * @param page a page that speaks of the persona
 * @param prospect anything a buyer says, for every persona against unknown
 * @param elsewhere what people say who want something else, for unknown
 * @param customer what customers say who want help, for unknown: few of them sound like the persona
 *     they are
 * @param known being one of the personas at all, before anything is said
 * @param temperature divides everything, so that a probability is what it says
 */
public record Weights(
    double closer,
    double familiar,
    double words,
    double name,
    double size,
    double technical,
    double page,
    double prospect,
    double elsewhere,
    double customer,
    double known,
    double temperature) {

  /** Those the service uses. */
  public static final Weights FITTED =
      new Weights(17, 5.5, 1, 2.5, .8, .4, 1, .3, 3.9, 1.4, -.2, 1.1);
}
