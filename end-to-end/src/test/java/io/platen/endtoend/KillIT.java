package io.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.platen.localstack.LocalStack;
import io.platen.localstack.access.PlatenApi;
import io.platen.localstack.apps.Service;
import io.platen.localstack.apps.ServiceInstance;
import io.platen.localstack.parts.KafkaBroker;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every part of the house is ended by SIGKILL once, while eight clients hand in reads. Whatever was acknowledged is there
 * afterwards, once, in the store and in the view; and the view is what the events say and nothing else.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KillIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private LocalStack stack;
    private Fleet fleet;

    @BeforeEach
    void start() {
        stack = LocalStack.builder().dataDir(folder).start();
        fleet = Fleet.load(stack);
    }

    @AfterEach
    void stop() {
        if (Objects.nonNull(stack)) {
            stack.close();
        }
    }

    @Test
    void nothingIsLostAndNothingDoubledWhenAnyPartIsKilled() throws Exception {
        var readers = new Readers(fleet);
        try (readers) {
            var parts = parts();
            int share = Fleet.READS / parts.size();
            for (var part : parts.entrySet()) {
                readers.release(share);
                readers.awaitAcknowledged(share / 4);
                part.getValue().run();
                readers.awaitAcknowledged(share);
            }
            readers.release(Fleet.READS - share * parts.size());
            readers.finish();
        }
        stack.awaitReady();

        assertThat(readers.refused()).isEmpty();
        assertThat(readers.acknowledged()).hasSize(Fleet.READS);
        assertThat(stored()).as("in the store").containsExactlyInAnyOrderElementsOf(readers.acknowledged());
        var desk = fleet.desk();
        await("the view has come as far as the store")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(seen(desk))
                        .as("in the view")
                        .containsExactlyInAnyOrderElementsOf(readers.acknowledged()));
        assertThat(deadLetters()).isEmpty();

        var before = everythingSeen(desk);
        View.rebuild(stack);
        await("the view is rebuilt")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(8))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(everythingSeen(desk)).isEqualTo(before));
    }

    /** What is killed, in this order, and how it comes back. */
    private Map<String, Runnable> parts() {
        var parts = new LinkedHashMap<String, Runnable>();
        for (var service : Service.values()) {
            parts.put(
                    service.id(), () -> killAndRestart(stack.instances(service).getFirst()));
        }
        parts.put("kafka", () -> {
            stack.kafka().process().kill();
            stack.kafka().start();
        });
        parts.put("postgres", () -> {
            stack.postgres().process().kill();
            stack.postgres().start();
        });
        return parts;
    }

    private static void killAndRestart(ServiceInstance instance) {
        instance.kill();
        instance.start();
        instance.awaitReady(PATIENCE);
    }

    /** Every read in the event store of the meter-service. */
    private List<Read> stored() throws SQLException {
        var reads = new ArrayList<Read>();
        try (var connection = stack.postgres().superuser("meter");
                var events = connection
                        .createStatement()
                        .executeQuery("select aggregate_id, payload::text from domain_event"
                                + " where type like '%ReadSubmitted' order by position")) {
            while (events.next()) {
                var payload = JSON.readTree(events.getString(2));
                reads.add(new Read(
                        payload.required("deviceId").asString(),
                        payload.required("readId").asString(),
                        payload.required("readOn").asString(),
                        total(payload)));
            }
        }
        return reads;
    }

    private static long total(JsonNode payload) {
        var counters = payload.required("counters");
        return counters.has("TOTAL")
                ? counters.required("TOTAL").asLong()
                : counters.required("total").asLong();
    }

    private List<Read> seen(PlatenApi desk) {
        var reads = new ArrayList<Read>();
        for (var device : fleet.devices()) {
            desk.mustGet("/api/devices/" + device + "/reads?size=200")
                    .required("items")
                    .forEach(read -> reads.add(new Read(
                            device,
                            read.required("readId").asString(),
                            read.required("readOn").asString(),
                            total(read))));
        }
        return reads;
    }

    /** All the view shows of the fleet and its customer, without the marks of when and how far it was read. */
    private Map<String, JsonNode> everythingSeen(PlatenApi desk) {
        var paths = new ArrayList<>(List.of(
                "/api/devices?size=200&sort=serialNumber,asc",
                "/api/customers?q=" + Fleet.SYSTEM_ACCOUNT_NUMBER,
                "/api/customers/" + Fleet.SYSTEM_ACCOUNT_NUMBER));
        for (var device : fleet.devices()) {
            paths.add("/api/devices/" + device);
            paths.add("/api/devices/" + device + "/reads?size=200");
            paths.add("/api/devices/" + device + "/timeline?size=200");
        }
        return paths.stream()
                .collect(Collectors.toMap(
                        Function.identity(), path -> View.withoutMarks(desk.mustGet(path)), (a, b) -> a, TreeMap::new));
    }

    /** By partition, in whichever the dead letter was put. */
    private Map<TopicPartition, Long> deadLetters() throws InterruptedException, ExecutionException {
        try (var admin = stack.kafka().admin()) {
            var topics = new HashSet<>(admin.listTopics().names().get());
            topics.removeIf(topic -> !topic.endsWith(".dead-letter"));
            assertThat(topics).isNotEmpty();
            var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            assertThat(partitions).as("nobody added any").hasSize(topics.size() * KafkaBroker.PARTITIONS);
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .filter(partition -> partition.getValue().offset() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, partition -> partition.getValue().offset()));
        }
    }
}
