package rapport.integrations.salesforce;

/**
 * A sign-in at Salesforce.
 *
 * @param token good for some hours, or until somebody ends it
 * @param instance the address of the organisation, without a slash at its end
 */
record Session(String token, String instance) {

  /** Without the token. */
  @Override
  public String toString() {
    return "Session[" + instance + "]";
  }
}
