package rapport.profile.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a company.
 *
 * @param name required, at most 200 characters
 * @param domain of its web site and addresses, such as {@code example.com}; kept in lower case
 * @param segment such as {@code mid-market}
 * @param employees how many people work there
 * @param annualRevenue in {@code currency}
 * @param currency three letters (ISO 4217)
 * @param owner the user in charge
 * @param technologies what they work with, at most 100
 * @param competitors whom they also look at, at most 50
 * @param tags at most 50
 */
public record AccountDetails(
    String name,
    @Nullable String domain,
    @Nullable String website,
    @Nullable String industry,
    @Nullable String segment,
    @Nullable Integer employees,
    @Nullable BigDecimal annualRevenue,
    @Nullable String currency,
    @Nullable String country,
    @Nullable String city,
    @Nullable String description,
    @Nullable String owner,
    List<String> technologies,
    List<String> competitors,
    List<String> tags) {

  public AccountDetails {
    name = Must.text("name", name, Must.NAME);
    domain = lowerCase(Must.optional("domain", domain, 253));
    website = Must.optional("website", website, 2_000);
    industry = Must.optional("industry", industry, Must.NAME);
    segment = Must.optional("segment", segment, Must.NAME);
    employees = Must.between("employees", employees, 0, 10_000_000);
    annualRevenue = Must.amount("annualRevenue", annualRevenue);
    currency = Must.currency(currency);
    country = Must.optional("country", country, Must.NAME);
    city = Must.optional("city", city, Must.NAME);
    description = Must.optional("description", description, Must.TEXT);
    owner = Must.optional("owner", owner, Must.NAME);
    technologies = Must.texts("technologies", technologies, 100);
    competitors = Must.texts("competitors", competitors, 50);
    tags = Must.texts("tags", tags, 50);
  }

  private static @Nullable String lowerCase(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
