package rapport.profile.api;

import org.springframework.http.ResponseEntity;

/** Says which revision of its conversation an answer stands at. */
final class Revision {

  private static final String HEADER = "X-Rapport-Revision";

  private Revision() {}

  /** An answer with the header that says so. */
  static ResponseEntity.BodyBuilder header(long rev) {
    return ResponseEntity.ok().header(HEADER, Long.toString(rev));
  }
}
