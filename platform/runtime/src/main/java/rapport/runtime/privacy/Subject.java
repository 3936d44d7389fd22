package rapport.runtime.privacy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whom a request is about: every id and address by which something kept may be theirs.
 *
 * @param people ids under which they are known, those merged into them included
 * @param visitors ids their browsers have
 * @param conversations they took part in as visitors
 * @param contacts ids under which accounts have them
 * @param leads ids of leads
 * @param records streams of what other systems tell of them
 * @param emails addresses, in lower case
 * @param names full names, as they are written
 * @param phones telephone numbers, as they are written
 */
public record Subject(
    List<String> people,
    List<String> visitors,
    List<String> conversations,
    List<String> contacts,
    List<String> leads,
    List<String> records,
    List<String> emails,
    List<String> names,
    List<String> phones) {

  /** Nobody. */
  public static final Subject NOBODY =
      new Subject(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of());

  public Subject {
    people = List.copyOf(people);
    visitors = List.copyOf(visitors);
    conversations = List.copyOf(conversations);
    contacts = List.copyOf(contacts);
    leads = List.copyOf(leads);
    records = List.copyOf(records);
    emails = emails.stream().map(it -> it.toLowerCase(Locale.ROOT)).distinct().toList();
    names = List.copyOf(names);
    phones = List.copyOf(phones);
  }

  /** Both together, everything once. */
  public Subject and(Subject other) {
    return together(List.of(this, other));
  }

  /** All of them together. */
  public static Subject together(List<Subject> people) {
    return new Subject(
        all(people, Subject::people),
        all(people, Subject::visitors),
        all(people, Subject::conversations),
        all(people, Subject::contacts),
        all(people, Subject::leads),
        all(people, Subject::records),
        all(people, Subject::emails),
        all(people, Subject::names),
        all(people, Subject::phones));
  }

  private static List<String> all(List<Subject> people, Function<Subject, List<String>> which) {
    return people.stream().map(which).flatMap(List::stream).distinct().toList();
  }

  /** The same with these conversations. */
  public static Subject ofConversations(Collection<String> conversations) {
    return new Subject(
        List.of(),
        List.of(),
        List.copyOf(conversations),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** These leads. */
  public static Subject ofLeads(Collection<String> leads) {
    return new Subject(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.copyOf(leads),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** These records of other systems. */
  public static Subject ofRecords(Collection<String> records) {
    return new Subject(
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.copyOf(records),
        List.of(),
        List.of(),
        List.of());
  }

  /**
   * The streams of events that are about nobody else; nothing of them is to be folded or kept any
   * more.
   */
  public List<String> streams() {
    return Stream.of(people, conversations, leads, records).flatMap(List::stream).toList();
  }

  /** Our own ids, without what would tell who it was, such as an address or a browser's id. */
  public Subject idsOnly() {
    return new Subject(
        people,
        List.of(),
        conversations,
        contacts,
        leads,
        records,
        List.of(),
        List.of(),
        List.of());
  }

  /** The same without these conversations. */
  public Subject withoutConversations(Collection<String> others) {
    var left = conversations.stream().filter(each -> !others.contains(each)).toList();
    return new Subject(people, visitors, left, contacts, leads, records, emails, names, phones);
  }

  /** The keys {@code workspace/id} of these ids. */
  public static List<String> keys(String workspace, Collection<String> ids) {
    return ids.stream().map(id -> workspace + "/" + id).toList();
  }
}
