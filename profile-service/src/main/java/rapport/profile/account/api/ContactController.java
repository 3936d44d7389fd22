package rapport.profile.account.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import rapport.profile.account.AccountState;
import rapport.profile.account.Contact;
import rapport.profile.account.ContactDetails;
import rapport.profile.account.Decide;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.profile.account.store.Listing;
import rapport.profile.account.store.Listing.Order;
import rapport.profile.account.store.Listing.Query;
import rapport.profile.acquaintance.Acquaintances;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Caller.Kind;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** People at accounts. Anybody with a role reads; sales and success write. */
@RestController
@Allow
final class ContactController {

  private final Desk desk;
  private final Listing listing;
  private final Edits edits;
  private final Acquaintances acquaintances;

  ContactController(Desk desk, Listing listing, Edits edits, Acquaintances acquaintances) {
    this.desk = desk;
    this.listing = listing;
    this.edits = edits;
    this.acquaintances = acquaintances;
  }

  /** A contact and the account it belongs to. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ContactOf(String account, Contact contact) {}

  /**
   * A new contact.
   *
   * @param source the system it comes from; absent when a person typed it
   * @param externalId its id there; the same one of the same source makes no second contact
   */
  record NewContact(
      String account,
      ContactDetails details,
      @Nullable String source,
      @Nullable String externalId) {}

  /**
   * Changes to a contact.
   *
   * @param rev the revision that was read; absent when any will do
   * @param changes by field of the details; null clears
   */
  record ContactEdit(@Nullable Long rev, Map<String, @Nullable Object> changes) {}

  /** When a contact left; now without a time. */
  record Leaving(@Nullable Instant at) {}

  /**
   * Contacts by name, page by page.
   *
   * @param q words that must all occur in name, address, title or department
   * @param role only those with this role
   * @param active only those who are there, or who left
   */
  @GetMapping("/api/v1/contacts")
  Mono<Page<ContactOf>> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String role,
      @RequestParam(required = false) @Nullable Boolean active,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    var size = Page.limit(limit);
    var query =
        Query.of(Page.words(q)).with("account", account).with("roles", role).with("active", active);
    return listing
        .contacts(caller.workspace(), query, new Order("name", false), Page.after(cursor), size + 1)
        .collectList()
        .map(found -> Page.of(found, size, row -> new ContactOf(row.account(), row.value())));
  }

  @GetMapping("/api/v1/contacts/{id}")
  Mono<ContactOf> get(Caller caller, @PathVariable String id) {
    return Mono.defer(
        () -> account(caller, id).map(row -> new ContactOf(row.account(), row.value())));
  }

  /**
   * Adds a contact; 409 {@code contact-exists} when the source has told of it before, in whichever
   * account.
   */
  @PostMapping("/api/v1/contacts")
  @Allow(
      value = {Role.SALES, Role.SUCCESS},
      kinds = {Kind.USER, Kind.SERVICE})
  Mono<ResponseEntity<ContactOf>> create(Caller caller, @RequestBody NewContact wanted) {
    var account = Problem.required("account", wanted.account());
    var details = Problem.required("details", wanted.details());
    var source = desk.source(caller, Bodies.system(wanted.source()));
    var external = Bodies.externalId(wanted.externalId());
    var id = external == null ? Ids.random("p") : Ids.of("p", source.system(), external);
    var contact =
        new Contact(
            id,
            1,
            details,
            source.system(),
            external,
            null,
            null,
            source.at(),
            source.at(),
            edits.sources(details, source));
    return desk.change(
            caller, account, source, Decision.of(state -> Decide.addContact(state, contact)))
        .map(_ ->
            ResponseEntity.created(URI.create("/api/v1/contacts/" + id))
                .body(new ContactOf(account, contact)));
  }

  /** Changes details; 409 {@code stale} when the contact has changed since it was read. */
  @PatchMapping("/api/v1/contacts/{id}")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<ContactOf> edit(Caller caller, @PathVariable String id, @RequestBody ContactEdit wanted) {
    var changes = Problem.required("changes", wanted.changes());
    var source = desk.source(caller, null);
    return changed(
        caller,
        id,
        Decision.of(state -> {
          var contact = known(state, id);
          var edited =
              edits.merge(
                  contact.details(), ContactDetails.class, contact.sources(), changes, source);
          return Decide.editContact(
              state, id, wanted.rev(), edited.details(), edited.merge().sources(), source.at());
        }));
  }

  /** The contact has left. */
  @PostMapping("/api/v1/contacts/{id}/leave")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<ContactOf> leave(Caller caller, @PathVariable String id, @RequestBody Leaving leaving) {
    var now = desk.source(caller, null).at();
    var at = leaving.at() == null ? now : leaving.at();
    return changed(caller, id, Decision.of(state -> Decide.leave(state, id, at, now)));
  }

  /** The contact is there again. */
  @PostMapping("/api/v1/contacts/{id}/return")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<ContactOf> comeBack(Caller caller, @PathVariable String id) {
    var now = desk.source(caller, null).at();
    return changed(caller, id, Decision.of(state -> Decide.leave(state, id, null, now)));
  }

  /**
   * The contact is not the person who has its address: their talks are no interactions of the
   * account. It stays so until somebody says otherwise.
   */
  @PostMapping("/api/v1/contacts/{id}/apart")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<ContactOf> apart(Caller caller, @PathVariable String id) {
    return apart(caller, id, true);
  }

  /** The contact may be the person who has its address again. */
  @PostMapping("/api/v1/contacts/{id}/join")
  @Allow({Role.SALES, Role.SUCCESS})
  Mono<ContactOf> join(Caller caller, @PathVariable String id) {
    return apart(caller, id, false);
  }

  private Mono<ContactOf> apart(Caller caller, String id, boolean apart) {
    return acquaintances
        .contact(caller.workspace(), id)
        .switchIfEmpty(Mono.error(() -> Desk.notFound("contact")))
        .flatMap(it -> acquaintances.apart(caller.workspace(), it, apart, caller.subject()))
        .then(get(caller, id));
  }

  private Mono<ContactOf> changed(Caller caller, String id, Decision decision) {
    return account(caller, id)
        .flatMap(row ->
            desk.change(caller, row.account(), desk.source(caller, null), decision)
                .map(written -> new ContactOf(row.account(), known(written.head().state(), id))));
  }

  private Mono<Listing.Row<Contact>> account(Caller caller, String id) {
    return listing
        .contact(caller.workspace(), id)
        .switchIfEmpty(Mono.error(() -> Desk.notFound("contact")));
  }

  private static Contact known(AccountState state, String id) {
    var contact = state.contacts().get(id);
    if (contact == null) {
      throw Desk.notFound("contact");
    }
    return contact;
  }
}
