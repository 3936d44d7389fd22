package rapport.conversation.summary.yaml;

import java.util.Map;
import rapport.conversation.summary.Words;

/**
 * What a words file says.
 *
 * @param rests how the rest of an answer is told, by its shape
 */
record Language(Words words, Map<String, String> rests) {}
