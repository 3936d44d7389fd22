package rapport.conversation.flow.yaml;

/**
 * A file of the flows folder.
 *
 * @param name without the folder; says what the file holds: {@code <flow>.yaml} or {@code
 *     <flow>.v<version>.yaml} a definition, {@code <flow>.<locale>.yaml} its words, {@code
 *     messages.<locale>.yaml} the general messages
 * @param yaml its content
 */
public record FlowFile(String name, String yaml) {}
