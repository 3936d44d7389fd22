package rapport.profile.profile;

import rapport.contracts.Envelope;
import rapport.contracts.ProfileEvent;

/**
 * What is to be told about a profile.
 *
 * @param basis the conversation's revision that is the reason
 * @param event with the profile's own dense revision
 */
public record News(long basis, Envelope<ProfileEvent> event) {}
