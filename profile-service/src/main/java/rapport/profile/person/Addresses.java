package rapport.profile.person;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** E-mail addresses as they are compared, and what their domains tell. */
public final class Addresses {

  private static final int LONGEST = 254;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>\"',;:()\\[\\]\\\\]+@(?:[\\p{L}\\p{N}-]+\\.)+[\\p{L}\\p{N}-]{2,}");

  /** Where anybody may have an address, so that it tells nothing of a company. */
  private static final Set<String> ANYBODYS =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "hotmail.com",
          "live.com",
          "msn.com",
          "yahoo.com",
          "ymail.com",
          "icloud.com",
          "me.com",
          "mac.com",
          "aol.com",
          "proton.me",
          "protonmail.com",
          "gmx.de",
          "gmx.net",
          "gmx.com",
          "web.de",
          "t-online.de",
          "freenet.de",
          "mail.com",
          "mail.ru",
          "yandex.ru",
          "qq.com",
          "163.com",
          "zoho.com",
          "fastmail.com",
          "hey.com",
          "orange.fr",
          "free.fr",
          "laposte.net",
          "libero.it",
          "hotmail.de");

  private Addresses() {}

  /** Whether it looks like an address one can write to. */
  public static boolean isAddress(String text) {
    return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
  }

  /** The same text for the same mailbox: case and spaces around it aside. */
  public static String plain(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  /** The company's domain, when the address is not one anybody can have. */
  static Optional<String> companyDomain(String address) {
    var domain = plain(address).substring(address.strip().lastIndexOf('@') + 1);
    return domain.isEmpty() || ANYBODYS.contains(domain) ? Optional.empty() : Optional.of(domain);
  }
}
