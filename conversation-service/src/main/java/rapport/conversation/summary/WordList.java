package rapport.conversation.summary;

/** The parts words play, as far as fitting them into sentences depends on it. */
public enum WordList {
  /** Whole answers that say nothing, such as "n/a". */
  NOTHING,
  YES,
  NO,
  /** What a sentence begins with: "she", "they". */
  SUBJECTS,
  /** What a sentence begins with that makes no sense alone: "it", "that". */
  POINTERS,
  /** Pronouns of somebody who is neither speaking nor spoken to. */
  THIRD_PERSON,
  /** Those of them that say she or he. */
  GENDERED,
  /** Words by which people speak of themselves: "I", "our". */
  FIRST_PERSON,
  /** Those of them that may be left out before what they do: "I". */
  SPEAKERS,
  /** What is a name in capitals, and a small word otherwise: "IT". */
  CAPITALS,
  /** Verbs that are nothing else. */
  VERBS,
  /** Verbs that are verbs for certain only when one person does it: "needs". */
  VERBS_OF_ONE,
  /** Verbs that may as well be nouns: "reviews". */
  VERBS_OR_NOUNS,
  /** Verbs that do not change: "can", "started". */
  FIXED_VERBS,
  /** What stays in capitals when everything was written in capitals. */
  ACRONYMS,
  ADVERBS,
  ADJECTIVES,
  DETERMINERS,
  PREPOSITIONS,
  /** Places that need no preposition: "online". */
  PLACES,
  /** What makes the words before it depend on those after it: "but", "unless". */
  CONDITIONS,
  /** What joins two parts of equal weight: "and", "then". */
  JOINERS,
  /** What begins a part of a sentence that is no sentence by itself: "who", "because". */
  SUBORDINATE,
  /** Words that are no names although they are not in any other list. */
  COMMON,
  /** What stands before a person's name. */
  TITLES,
  /** Words that a dot does not end. */
  ABBREVIATIONS,
  /** Beginnings of names that are never said without their article: "suburbs". */
  NEEDS_ARTICLE,
  /** Last words of a thing that is never said without its article: "industry". */
  NEEDS_ARTICLE_BEFORE,
  /** Words after a figure that say what the sentence says anyway: "per year", "employees". */
  UNITS,
  /** Words before a figure: "about", "up to". */
  ABOUT,
  LIKES,
  DISLIKES,
  /** Those a text is about, when they do something: "they", "the buyer". */
  THEIR_SIDE,
  /** Words that speak of those a text is about, not to them: "they", "their". */
  THEM,
  /** Those a text is for, when they do something: "we", "our team". */
  OUR_SIDE,
  /** Verbs or nouns that are verbs in a list of deeds, before several things or a preposition. */
  DEEDS,
  /** Verbs that cannot follow "should": "are". */
  NO_INFINITIVES,
  /** What looks like a verb and is none: "needs analysis". */
  NO_DEEDS,
  /** First words of things that may as well stand elsewhere: "weekly", "no". */
  DESCRIBERS,
  /** What people are called by their part in a company or at home: "manager", "team". */
  ROLES,
  /** Things that take an article when there is one of them: "checklist". */
  COUNTABLE
}
