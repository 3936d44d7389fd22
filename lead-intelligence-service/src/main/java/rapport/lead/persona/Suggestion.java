package rapport.lead.persona;

import org.jspecify.annotations.Nullable;
import rapport.contracts.PersonaState.Answer;

/**
 * What a site says now and a persona that people have reviewed does not have.
 *
 * @param id the same for the same part and text
 * @param part {@code needs}, {@code exemplars} or {@code knowledge}
 * @param text what is to be added; of knowledge the answer
 * @param answer what is to be known, in the place of what is known of its topic; none for other
 *     parts
 * @param claim the words of the page it rests on
 */
public record Suggestion(
    String id, String part, String text, @Nullable Answer answer, Claim claim) {}
