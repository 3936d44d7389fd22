package rapport.profile.api;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import rapport.profile.export.ExportFormat;

/** The head of an answer that is a file. */
final class Download {

  /** A picture is shown as it is, and whatever is in it runs and loads nothing. */
  private static final String PICTURE_ONLY = "default-src 'none'; style-src 'unsafe-inline'";

  private Download() {}

  static ResponseEntity.BodyBuilder of(String fileName, ExportFormat format) {
    return with(ResponseEntity.ok(), fileName, format);
  }

  /** The head of one record's file, with the revision of its conversation it stands at. */
  static ResponseEntity.BodyBuilder of(String fileName, ExportFormat format, long rev) {
    return with(Revision.header(rev), fileName, format);
  }

  private static ResponseEntity.BodyBuilder with(
      ResponseEntity.BodyBuilder answer, String fileName, ExportFormat format) {
    var picture = format == ExportFormat.SVG;
    var disposition = picture ? ContentDisposition.inline() : ContentDisposition.attachment();
    if (picture) {
      answer.header("Content-Security-Policy", PICTURE_ONLY);
    }
    return answer
        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.filename(fileName).build().toString())
        .header("X-Content-Type-Options", "nosniff");
  }
}
