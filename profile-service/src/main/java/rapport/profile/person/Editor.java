package rapport.profile.person;

/** A colleague who does something about a person. */
public record Editor(String id, String name) {}
