package io.platen.platform.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.platen.platform.observability.Repeated;
import io.platen.platform.problem.Rejections;
import io.platen.platform.publish.Publications;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** {@link Commands} wherever there is an event store; {@code platen.commands.enabled=false} turns it off. */
@AutoConfiguration(
        afterName = {
            "io.platen.platform.axon.EventStoreAutoConfiguration",
            "io.platen.platform.web.PlatenWebAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean({EventStore.class, CommandGateway.class, JdbcClient.class})
@ConditionalOnProperty(name = "platen.commands.enabled", matchIfMissing = true)
public class CommandAutoConfiguration {

    @Bean
    Commands commands(
            CommandGateway gateway,
            EventStore events,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            MeterRegistry meters,
            Rejections rejections,
            JsonMapper json,
            ObjectProvider<Publications> publications) {
        var appended = new AppendedEvents(event -> {
            var published = publications.getIfAvailable();
            return published == null || published.tells(event);
        });
        events.subscribe(appended::on);
        return new Commands(gateway, transactions, new StoredAnswers(jdbc, json), appended, meters, rejections, json);
    }

    /** A key is remembered for as long as a device without a network may keep a command. */
    @Bean
    Repeated forgettingAnswers(
            JdbcClient jdbc, JsonMapper json, @Value("${platen.commands.remember:30d}") Duration remember) {
        var answers = new StoredAnswers(jdbc, json);
        return Repeated.hourly("forget-answers", () -> answers.forgetOlderThanDays(Math.toIntExact(remember.toDays())));
    }
}
