package io.platen.benchmarks.replay;

import io.platen.identity.account.AccountEvent;
import io.platen.identity.agent.AgentEvent;
import io.platen.identity.user.UserEvent;
import io.platen.platform.eventstore.StoredEventTypes;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The identity service's directory on the platform, and nothing else of that service. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("io.platen.identity.directory")
class DirectoryAlone {

    static final String PROCESSOR = "directory";

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.of(AccountEvent.class, UserEvent.class, AgentEvent.class);
    }
}
