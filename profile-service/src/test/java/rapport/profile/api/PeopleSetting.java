package rapport.profile.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.LeadEvent;
import rapport.profile.TestCallers;
import rapport.profile.person.Opinion;
import rapport.profile.person.Talk;
import rapport.profile.person.VisitorStory;
import rapport.profile.store.OpinionViews;
import rapport.profile.store.TalkViews;
import rapport.runtime.identity.Role;
import rapport.runtime.projection.Versioned;

/** Visitors talk as the projections would store it. */
abstract class PeopleSetting extends ApiSetting {

  @Autowired TalkViews talks;
  @Autowired OpinionViews opinions;

  /** A conversation went on so. */
  void said(String conversation, List<? extends ConversationEvent> events) {
    var before =
        requireNonNull(
            talks
                .find(workspace, conversation)
                .defaultIfEmpty(new Versioned<>(Talk.none(conversation), 0))
                .block());
    List<Envelope<ConversationEvent>> stream =
        VisitorStory.stream(workspace, conversation, before.rev() + 1, events);
    var talk = before.view();
    for (var envelope : stream) {
      talk = talk.apply(envelope);
    }
    var rev = before.rev() + events.size();
    assertThat(talks.save(workspace, conversation, talk, before.rev(), rev, stream).block())
        .isTrue();
  }

  void said(String conversation, ConversationEvent... events) {
    said(conversation, List.of(events));
  }

  /** A visitor on that device gives an address, after saying something. */
  void known(String conversation, String visitor, String email, ConversationEvent... before) {
    var events = new ArrayList<ConversationEvent>(List.of(VisitorStory.comes(visitor)));
    events.addAll(List.of(before));
    events.addAll(VisitorStory.address(email));
    said(conversation, events);
  }

  /** So it was thought about a conversation, or a lead. */
  void thought(String stream, LeadEvent... events) {
    var before =
        requireNonNull(
            opinions
                .find(workspace, stream)
                .defaultIfEmpty(new Versioned<>(Opinion.none(stream), 0))
                .block());
    List<Envelope<LeadEvent>> envelopes =
        VisitorStory.stream(workspace, stream, before.rev() + 1, List.of(events));
    var opinion = before.view();
    for (var envelope : envelopes) {
      opinion = opinion.apply(envelope);
    }
    var rev = before.rev() + events.length;
    assertThat(opinions.save(workspace, stream, opinion, before.rev(), rev, envelopes).block())
        .isTrue();
  }

  WebTestClient sales() {
    return as(TestCallers.user(tokens, workspace, Role.SALES));
  }

  StatusAssertions post(String uri, Object body) {
    return sales()
        .post()
        .uri("/api/v1/people/" + uri)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus();
  }

  StatusAssertions patch(String id, Object... edits) {
    return sales()
        .patch()
        .uri("/api/v1/people/" + id + "/fields")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("edits", List.of(edits)))
        .exchange()
        .expectStatus();
  }

  static Map<String, Object> edit(String path, Object value, long baseRev) {
    return Map.of("mutationId", "m1", "path", path, "value", value, "baseRev", baseRev);
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> json(String uri) {
    return requireNonNull(
        status(uri).isOk().expectBody(Map.class).returnResult().getResponseBody());
  }

  /** The ids of those the list shows, the one changed last first. */
  @SuppressWarnings("unchecked")
  List<String> listed(String query) {
    var items = (List<Map<String, Object>>) json("/api/v1/people" + query).get("items");
    return requireNonNull(items).stream()
        .map(item -> (String) requireNonNull(item.get("id")))
        .toList();
  }

  /** The one person who has that conversation. */
  String personOf(String conversation) {
    var found = listed("?conversation=" + conversation);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @SuppressWarnings("unchecked")
  Map<String, Map<String, Object>> leaves(String id) {
    return requireNonNull(
        (Map<String, Map<String, Object>>) json("/api/v1/people/" + id).get("leaves"));
  }

  long rev(String id) {
    return ((Number) requireNonNull(json("/api/v1/people/" + id).get("rev"))).longValue();
  }
}
