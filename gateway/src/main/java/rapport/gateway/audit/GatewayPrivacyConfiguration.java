package rapport.gateway.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.store.DocumentStore;

/** What the gateway keeps of people: of customers nothing but who saw what is kept of them. */
@Configuration(proxyBeanMethods = false)
class GatewayPrivacyConfiguration {

  @Bean
  PersonalData personalData(DocumentStore store, AuditOfReads audit) {
    return PersonalData.in(store)
        .special("audit", audit)
        // Of colleagues, who are looked after under /api/v1/users.
        .nobodys(
            "users",
            "sessions",
            "api_tokens",
            "password_links",
            "workspaces",
            "widget_keys",
            "identities")
        .all();
  }
}
