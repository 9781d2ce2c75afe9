package io.platen.platform.access;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On where a service says {@code platen.access.enabled=true}. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        beforeName = "io.platen.platform.inbox.InboxAutoConfiguration")
@ConditionalOnBean(JdbcClient.class)
@ConditionalOnProperty(name = "platen.access.enabled", havingValue = "true")
public class AccessAutoConfiguration {

    @Bean
    Access access(JdbcClient jdbc) {
        return new Access(jdbc);
    }

    @Bean
    WhenAccessChangesThenFollow whenAccessChangesThenFollow(JdbcClient jdbc) {
        return new WhenAccessChangesThenFollow(jdbc);
    }

    @Bean
    WhenTicketIsDispatchedThenHandOver whenTicketIsDispatchedThenHandOver(JdbcClient jdbc) {
        return new WhenTicketIsDispatchedThenHandOver(jdbc);
    }
}
