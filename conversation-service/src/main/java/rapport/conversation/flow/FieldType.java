package rapport.conversation.flow;

/** What kind of answer a field takes; understanding, validation and the panel all follow it. */
public enum FieldType {
  /** A few words. */
  STRING,
  /** A few sentences. */
  TEXT,
  /** Paragraphs, drafted by Rapport and edited by people. */
  RICHTEXT,
  /** A person's name, possibly with a title after a comma. */
  NAME,
  /** One of the options; an open choice takes other words as well. */
  CHOICE,
  /** Yes or no. */
  CONFIRM,
  /** A list of short texts. */
  TAGS,
  /** A number of years from 0 to 120, or a range of them such as {@code 35-44}. */
  AGE,
  /** An amount or a range, canonically {@code 120000 USD}; other words are kept as they are. */
  MONEY,
  /** How many: a number or a range, canonically {@code 50-200}; other words are kept. */
  COUNT,
  /** A length of time, canonically {@code 2-3 weeks}; other words are kept. */
  DURATION,
  /** A whole number within the field's limits. */
  INTEGER,
  EMAIL,
  PHONE,
  URL,
  /** The address of an uploaded picture. */
  IMAGE;

  /** Whether the answer is picked from a short list, so that it is asked alone and with buttons. */
  public boolean picked() {
    return this == CHOICE || this == CONFIRM;
  }

  /** Whether any words are a valid answer. */
  public boolean freeText() {
    return this == STRING || this == TEXT || this == RICHTEXT || this == NAME;
  }
}
