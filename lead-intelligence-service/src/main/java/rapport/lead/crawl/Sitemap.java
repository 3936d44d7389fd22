package rapport.lead.crawl;

import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.zip.GZIPInputStream;
import rapport.runtime.egress.Fetched;

/**
 * The addresses a sitemap names.
 *
 * @param pages to read
 * @param sitemaps more of its kind
 */
record Sitemap(List<String> pages, List<String> sitemaps) {

  private static final int MOST_BYTES_UNPACKED = 10_000_000;
  private static final int MOST_PAGES = 5_000;
  private static final int GZIP = 0x1f8b;

  /**
   * Reads one: XML, an index of others, a list of addresses as text, or a feed; packed or not.
   *
   * @throws IOException when it is none of these, or too long
   */
  static Sitemap of(Fetched fetched) throws IOException {
    var parser = new SiteMapParser(false, true);
    try {
      var url = URI.create(fetched.uri().toString().replaceAll("(?i)\\.gz$", "")).toURL();
      return read(parser, unpacked(fetched.body()), url);
    } catch (UnknownFormatException | IllegalArgumentException e) {
      throw new IOException("not a sitemap: " + e.getMessage(), e);
    }
  }

  private static Sitemap read(SiteMapParser parser, byte[] bytes, URL url)
      throws IOException, UnknownFormatException {
    return switch (parser.parseSiteMap(bytes, url)) {
      case SiteMapIndex index ->
          new Sitemap(
              List.of(), index.getSitemaps().stream().map(one -> one.getUrl().toString()).toList());
      case SiteMap map ->
          new Sitemap(
              map.getSiteMapUrls().stream()
                  .limit(MOST_PAGES)
                  .map(one -> one.getUrl().toString())
                  .toList(),
              List.of());
      default -> throw new UnknownFormatException("unknown");
    };
  }

  /** Unpacks here and not in the library, which would not stop at a bound. */
  private static byte[] unpacked(byte[] body) throws IOException {
    if (body.length < 2 || ((body[0] & 0xff) << 8 | (body[1] & 0xff)) != GZIP) {
      return body;
    }
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
      var bytes = stream.readNBytes(MOST_BYTES_UNPACKED);
      if (stream.read() >= 0) {
        throw new IOException("too long");
      }
      return bytes;
    }
  }
}
