package rapport.gateway.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import rapport.runtime.identity.Role;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code users}. */
@Repository
class Users {
  private final WorkspaceCollection documents;

  Users(DocumentStore store) {
    this.documents = store.collection("users");
  }

  Mono<Void> prepare() {
    return documents.index(Indexes.ascending("email"), new IndexOptions().unique(true));
  }

  /** Fails with {@code DuplicateKeyException} when the e-mail address is taken. */
  Mono<Void> add(User user) {
    return documents.insert(user.workspace(), document(user));
  }

  Mono<User> byId(String workspace, String id) {
    return documents.findOne(workspace, eq("_id", id)).map(Users::user);
  }

  /** Looks in all workspaces: a sign-in does not name one. */
  Mono<User> byEmail(String email) {
    return documents
        .acrossWorkspaces(eq("email", email), Sorts.ascending("_id"), 1)
        .next()
        .map(Users::user);
  }

  /** Users in the order of their e-mail addresses, after the given one. */
  Flux<User> after(String workspace, @Nullable String email, int limit) {
    return documents
        .find(
            workspace,
            email == null ? empty() : gt("email", email),
            Sorts.ascending("email"),
            limit)
        .map(Users::user);
  }

  Mono<Boolean> hasAny(String workspace) {
    return documents.find(workspace, empty(), Sorts.ascending("email"), 1).hasElements();
  }

  /** Whether somebody other than this user is an active administrator. */
  Mono<Boolean> hasAdministratorBesides(String workspace, String id) {
    return documents
        .count(workspace, and(eq("roles", Role.ADMIN.wire()), eq("disabled", false), ne("_id", id)))
        .map(count -> count > 0);
  }

  /**
   * True when there is such a user; fails with {@code DuplicateKeyException} when the e-mail
   * address is taken.
   */
  Mono<Boolean> change(String workspace, String id, UserChange change) {
    Document set = new Document();
    if (change.email() != null) {
      set.append("email", change.email());
    }
    if (change.name() != null) {
      set.append("name", change.name());
    }
    if (change.roles() != null) {
      set.append("roles", wire(change.roles()));
    }
    if (change.disabled() != null) {
      set.append("disabled", change.disabled());
    }
    if (change.passwordHash() != null) {
      set.append("passwordHash", change.passwordHash());
    }
    return documents.update(workspace, eq("_id", id), new Document("$set", set));
  }

  private static Document document(User user) {
    return new Document("_id", user.id())
        .append("email", user.email())
        .append("name", user.name())
        .append("roles", wire(user.roles()))
        .append("passwordHash", user.passwordHash())
        .append("disabled", user.disabled())
        .append("createdAt", Date.from(user.createdAt()));
  }

  private static User user(Document document) {
    return new User(
        document.getString("_id"),
        document.getString(WorkspaceCollection.WORKSPACE),
        document.getString("email"),
        document.getString("name"),
        roles(document),
        document.getString("passwordHash"),
        document.getBoolean("disabled"),
        document.getDate("createdAt").toInstant());
  }

  static Set<Role> roles(Document document) {
    return document.getList("roles", String.class).stream()
        .flatMap(name -> Role.of(name).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static List<String> wire(Set<Role> roles) {
    return roles.stream().map(Role::wire).sorted().toList();
  }
}
