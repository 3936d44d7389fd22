package rapport.profile.account.linkedin;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.ContactDetails;
import rapport.profile.account.Decide;
import rapport.profile.account.Source;
import rapport.profile.account.api.Edits;
import rapport.profile.account.intake.FileImport.RowProblem;
import rapport.profile.account.store.AccountDesk;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.profile.account.store.ContactMarks;
import rapport.profile.account.store.ContactMarks.Marked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Gives contacts the address of their LinkedIn profile, from the archive a member of LinkedIn has
 * downloaded. A contact is known by its e-mail address; of everybody else nothing is kept, and
 * nobody becomes a contact or a lead.
 */
@Component
public final class ProfileLinks {

  private static final int ADDRESSES_AT_ONCE = 100;

  private final ContactMarks contacts;
  private final AccountDesk desk;
  private final Edits edits;
  private final Clock clock;

  ProfileLinks(ContactMarks contacts, AccountDesk desk, Edits edits, Clock clock) {
    this.contacts = contacts;
    this.desk = desk;
    this.edits = edits;
    this.clock = clock;
  }

  /**
   * What an archive led to, or would lead to.
   *
   * @param applied whether contacts were changed
   * @param rows connections in the archive
   * @param withoutAddress connections that show their e-mail address to nobody
   * @param unknown connections who are no contact here
   * @param matched connections who are a contact here
   * @param given contacts that get the address of a profile
   * @param same contacts that have it already
   * @param kept contacts with another address, from a colleague, a file or the CRM, that stays
   * @param faulty rows that cannot be taken
   * @param problems what is wrong with them, the first hundred
   */
  public record Outcome(
      boolean applied,
      int rows,
      int withoutAddress,
      int unknown,
      int matched,
      int given,
      int same,
      int kept,
      int faulty,
      List<RowProblem> problems) {}

  /**
   * Takes an archive; doing it again changes nothing.
   *
   * @param archive the ZIP, or {@code Connections.csv} out of it
   * @param apply false to see what would happen
   * @return fails with {@link Unfit} when the file cannot be taken
   */
  public Mono<Outcome> take(String workspace, String by, byte[] archive, boolean apply) {
    var source = new Source("linkedin", by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return Mono.fromCallable(() -> Archive.read(archive))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(found ->
            Flux.fromIterable(found.profiles().keySet())
                .buffer(ADDRESSES_AT_ONCE)
                .concatMap(addresses ->
                    contacts
                        .withAddress(workspace, addresses)
                        .groupBy(Marked::account)
                        .flatMap(
                            account ->
                                account.concatMap(
                                    it -> linked(it, found.profiles(), source, apply)),
                            ADDRESSES_AT_ONCE))
                .reduceWith(() -> new Tally(found), Tally::plus)
                .map(tally -> tally.outcome(apply)));
  }

  private Mono<Linked> linked(
      Marked marked, Map<String, String> profiles, Source source, boolean apply) {
    var contact = marked.contact();
    var email = String.valueOf(contact.details().email());
    var profile = String.valueOf(profiles.get(email));
    var fate = fate(contact, profile, source);
    if (!apply || fate != Fate.GIVEN) {
      return Mono.just(new Linked(email, fate));
    }
    var decision =
        Decision.of(state -> {
          var now = state.contacts().get(contact.id());
          return now == null ? List.of() : given(state, now, profile, source);
        });
    return desk.change(marked.workspace(), marked.account(), source, decision)
        .map(written -> new Linked(email, written.changes().isEmpty() ? Fate.SAME : Fate.GIVEN));
  }

  private List<Change> given(AccountState state, Contact now, String profile, Source source) {
    var edited = edited(now, profile, source);
    return Decide.editContact(
        state, now.id(), null, edited.details(), edited.merge().sources(), source.at());
  }

  private Fate fate(Contact contact, String profile, Source source) {
    if (profile.equals(kept(contact.details().linkedin()))) {
      return Fate.SAME;
    }
    return edited(contact, profile, source).merge().kept().isEmpty() ? Fate.GIVEN : Fate.KEPT;
  }

  private Edits.Edited<ContactDetails> edited(Contact contact, String profile, Source source) {
    return edits.merge(
        contact.details(),
        ContactDetails.class,
        contact.sources(),
        Map.of("linkedin", profile),
        source);
  }

  /** An address somebody wrote, as archives are read. */
  private static @Nullable String kept(@Nullable String written) {
    try {
      return written == null ? null : Connections.profile(written);
    } catch (IllegalArgumentException _) {
      return written;
    }
  }

  /** What becomes of a contact. */
  private enum Fate {
    GIVEN,
    SAME,
    KEPT
  }

  private record Linked(String email, Fate fate) {}

  /** What became of the contacts so far. */
  private static final class Tally {

    private final Connections found;
    private final Set<String> matched = new HashSet<>();
    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);

    Tally(Connections found) {
      this.found = found;
    }

    Tally plus(Linked one) {
      matched.add(one.email());
      fates.merge(one.fate(), 1, Integer::sum);
      return this;
    }

    Outcome outcome(boolean applied) {
      return new Outcome(
          applied,
          found.rows(),
          found.withoutAddress(),
          found.profiles().size() - matched.size(),
          matched.size(),
          fates.getOrDefault(Fate.GIVEN, 0),
          fates.getOrDefault(Fate.SAME, 0),
          fates.getOrDefault(Fate.KEPT, 0),
          found.faulty(),
          found.problems());
    }
  }
}
