package io.platen.identity;

import io.platen.identity.account.AccountEvent;
import io.platen.identity.agent.AgentEvent;
import io.platen.identity.user.UserEvent;
import io.platen.platform.eventstore.StoredEventTypes;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service stores. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.of(AccountEvent.class, UserEvent.class, AgentEvent.class);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
