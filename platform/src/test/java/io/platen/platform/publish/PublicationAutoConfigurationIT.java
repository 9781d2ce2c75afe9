package io.platen.platform.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.platen.contracts.device.Counter;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.MeterReadSubmitted;
import io.platen.contracts.meter.ReadSource;
import io.platen.platform.eventstore.Postgres;
import io.platen.platform.eventstore.StoredEventTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service that declares what it stores and what it publishes needs nothing else. */
@DirtiesContext // closed while its database still answers
@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = PublicationAutoConfigurationIT.Service.class)
class PublicationAutoConfigurationIT {

    private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);

    sealed interface Reading {
        @Revision("1")
        record Read(UUID device, long total) implements Reading {}
    }

    @Configuration
    @EnableAutoConfiguration
    static class Service {
        @Bean
        StoredEventTypes storedEvents() {
            return StoredEventTypes.of(Reading.class);
        }

        @Bean
        PublishedEventMapper published() {
            return stored -> {
                var read = (Reading.Read) stored.payload();
                return List.of(new MeterReadSubmitted(
                        new ReadId(UUID.fromString(stored.id())),
                        new DeviceId(read.device()),
                        Map.of(Counter.TOTAL, read.total()),
                        LocalDate.of(2026, 11, 21),
                        ReadSource.CUSTOMER,
                        false,
                        stored.time(),
                        null));
            };
        }
    }

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry properties) {
        BROKER.afterPropertiesSet();
        var database = Postgres.newDatabase();
        properties.add("spring.datasource.url", () -> Postgres.url(database));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
        properties.add("spring.kafka.bootstrap-servers", BROKER::getBrokersAsString);
    }

    @AfterAll
    static void stopBroker() {
        BROKER.destroy();
    }

    @Autowired
    private EventStore events;

    @Autowired
    private MeterRegistry meters;

    @Test
    void whatIsStoredIsPublishedAndMeasured() throws Exception {
        var device = UUID.randomUUID();
        events.publish(
                new GenericDomainEventMessage<>("MeterRegister", device.toString(), 0, new Reading.Read(device, 42)));

        await().until(() -> meters.get("platen.publication.delay").timer().count() == 1);
        await().until(() -> meters.get("platen.publication.backlog").gauge().value() == 0);
        assertThat(meters.get("platen.publication.lag").timeGauge().value(TimeUnit.SECONDS))
                .isZero();
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", BROKER.getBrokersAsString()))) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
                    .containsAll(Stream.of(Topic.values()).map(Topic::topicName).toList())
                    .containsAll(Stream.of(Topic.values())
                            .map(Topic::deadLetterTopicName)
                            .toList());
        }
    }
}
