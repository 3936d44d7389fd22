package rapport.gateway.widget;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import rapport.gateway.widget.ConversationClient.NewConversation;
import rapport.gateway.widget.ConversationClient.OpenConversation;
import rapport.gateway.widget.Vouching.Known;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Mono;

/** Tells who a visitor is and brings them to their conversation. */
@Service
class WidgetSessions {
  private static final int ID_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final VisitorTokens tokens;
  private final Vouching vouching;
  private final ConversationClient conversations;

  WidgetSessions(VisitorTokens tokens, Vouching vouching, ConversationClient conversations) {
    this.tokens = tokens;
    this.vouching = vouching;
    this.conversations = conversations;
  }

  /**
   * What a visitor shows.
   *
   * @param locale the language to begin in
   * @param context where the visitor is and came from
   */
  record Entering(
      WidgetKey key,
      @Nullable String visitorToken,
      Vouching.@Nullable Claim claim,
      String locale,
      Map<String, String> context) {}

  /** A visitor in their conversation. */
  record Session(VisitorTokens.Issued token, boolean identified, OpenConversation conversation) {}

  /** Fails with 403 {@code identity-required}, and as {@link ConversationClient#open} does. */
  Mono<Session> open(Entering entering) {
    WidgetKey key = entering.key();
    Optional<Known> known = vouching.known(key, entering.claim());
    if (key.identityRequired() && known.isEmpty()) {
      return Mono.error(identityRequired());
    }
    Visitor visitor = known.map(who -> vouchedFor(key, who)).orElseGet(() -> unknown(entering));
    entering.context().put("widget", key.id());
    known.ifPresent(who -> describe(who, entering.context()));
    return conversations
        .open(visitor, new NewConversation(key.flow(), entering.locale(), entering.context()))
        .map(open -> new Session(tokens.issue(visitor), known.isPresent(), open));
  }

  static Problem identityRequired() {
    return Problem.of(
        HttpStatus.FORBIDDEN,
        "identity-required",
        "This chat is for visitors the site vouches for.");
  }

  private static void describe(Known who, Map<String, String> context) {
    context.put("external_id", who.externalId());
    if (who.email() != null) {
      context.put("email", who.email());
    }
  }

  /** Somebody who came before goes on, unless the site vouched for them then and does not now. */
  private Visitor unknown(Entering entering) {
    WidgetKey key = entering.key();
    return tokens
        .renewed(entering.visitorToken())
        .filter(before -> before.workspace().equals(key.workspace()))
        .filter(before -> before.key().equals(key.id()))
        .filter(before -> !before.isVouchedFor())
        .orElseGet(() -> new Visitor(key.workspace(), key.id(), "v_" + random()));
  }

  /** The same somebody on all their devices. */
  private static Visitor vouchedFor(WidgetKey key, Known who) {
    String name = key.id() + "/" + who.externalId();
    return new Visitor(key.workspace(), key.id(), "u_" + hash(name));
  }

  private static String random() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String hash(String text) {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
