package rapport.lead.persona;

import java.util.List;

/**
 * Where a persona that a site proposed comes from.
 *
 * @param key tells it apart from the others of its site, in every crawl
 * @param offered ids of everything that was ever proposed for it: nothing is suggested twice, also
 *     not what somebody took out
 */
public record Origin(String key, List<String> offered) {
  public Origin {
    offered = List.copyOf(offered);
  }
}
