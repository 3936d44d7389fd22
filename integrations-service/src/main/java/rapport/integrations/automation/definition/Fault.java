package rapport.integrations.automation.definition;

/**
 * Something wrong with a text.
 *
 * @param line from 1
 * @param column from 1
 * @param code stable, kebab-case
 * @param detail for people
 */
public record Fault(int line, int column, String code, String detail) {}
