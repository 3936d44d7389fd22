package rapport.conversation.value;

/** What an e-mail address may look like: the dot-atom form of RFC 5321 with a domain name. */
final class Emails {

  private static final int MOST = 254;
  private static final int MOST_LOCAL = 64;
  private static final int MOST_LABEL = 63;
  private static final String LOCAL_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  private Emails() {}

  static boolean local(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || LOCAL_SIGNS.indexOf(c) >= 0;
  }

  static boolean domain(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '.';
  }

  static boolean valid(String address) {
    var at = address.lastIndexOf('@');
    return at > 0
        && address.length() <= MOST
        && localPart(address.substring(0, at))
        && domainName(address.substring(at + 1));
  }

  private static boolean localPart(String local) {
    return local.length() <= MOST_LOCAL
        && local.chars().allMatch(c -> local((char) c))
        && !local.startsWith(".")
        && !local.endsWith(".")
        && !local.contains("..");
  }

  private static boolean domainName(String domain) {
    var labels = domain.split("\\.", -1);
    var last = labels[labels.length - 1];
    if (labels.length < 2 || last.length() < 2 || last.chars().anyMatch(Character::isDigit)) {
      return false;
    }
    for (var label : labels) {
      var fits =
          !label.isEmpty()
              && label.length() <= MOST_LABEL
              && !label.startsWith("-")
              && !label.endsWith("-")
              && label.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
