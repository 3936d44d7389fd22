package rapport.gateway.audit;

/**
 * An entry in its place.
 *
 * @param seq counts the entries of a workspace from 1
 * @param seal made of the entry, its place and the seal before
 */
record Sealed(long seq, AuditEntry entry, String seal) {}
