package rapport.integrations.automation;

/**
 * An automation that is switched on.
 *
 * @param version counts its edits, from 1
 * @param generation counts edits and switching; what was watched before belongs to another one
 */
public record Plan(Workflow workflow, int version, long generation) {}
