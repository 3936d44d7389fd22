package rapport.conversation.value;

import java.util.Set;

/**
 * How a language counts.
 *
 * @param groups nouns that count people: "family" of five
 * @param of words between such a noun and the number
 * @param nouns nouns that belong to a count: "people"
 * @param digitNouns nouns that make a number one of digits: "six figures"
 * @param particles words that follow a number without being what is counted
 */
public record CountWords(
    Set<String> groups,
    Set<String> of,
    Set<String> nouns,
    Set<String> digitNouns,
    Set<String> particles) {}
