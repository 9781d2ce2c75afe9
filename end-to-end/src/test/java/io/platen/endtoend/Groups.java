package io.platen.endtoend;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import io.platen.localstack.LocalStack;
import io.platen.localstack.apps.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Makes services read the topics from their beginning again. */
final class Groups {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Groups() {}

    /**
     * It forgets its place and what it has handled already, as a service does that was away for very long, and has read
     * everything that there was when this returns.
     */
    static void readAgain(LocalStack stack, Service service)
            throws ExecutionException, InterruptedException, SQLException {
        var instances = stack.instances(service);
        instances.forEach(instance -> instance.stop());
        try (var connection = stack.postgres().superuser(service.id());
                var statement = connection.createStatement()) {
            statement.execute("truncate inbox");
        }
        try (var admin = stack.kafka().admin()) {
            var ends = endsOfWhatIsReadBy(admin, service.module());
            forgetPlaces(admin, service.module());
            instances.forEach(instance -> {
                instance.start();
                instance.awaitReady(PATIENCE);
            });
            await(service.module() + " has read everything again")
                    .atMost(PATIENCE)
                    .until(() -> arePast(admin, ends));
        }
    }

    static void forgetPlaces(Admin admin, String prefix) throws ExecutionException, InterruptedException {
        var groups = groups(admin, prefix);
        if (groups.isEmpty()) {
            throw new IllegalStateException("Nobody reads as " + prefix);
        }
        admin.deleteConsumerGroups(groups).all().get();
    }

    private static Map<String, Map<TopicPartition, Long>> endsOfWhatIsReadBy(Admin admin, String prefix)
            throws ExecutionException, InterruptedException {
        var ends = new HashMap<String, Map<TopicPartition, Long>>();
        for (var group : groups(admin, prefix)) {
            var latest = places(admin, group).keySet().stream()
                    .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
            ends.put(
                    group,
                    admin.listOffsets(latest).all().get().entrySet().stream()
                            .collect(toMap(
                                    Map.Entry::getKey, end -> end.getValue().offset())));
        }
        return ends;
    }

    private static boolean arePast(Admin admin, Map<String, Map<TopicPartition, Long>> ends)
            throws ExecutionException, InterruptedException {
        for (var group : ends.entrySet()) {
            var places = places(admin, group.getKey());
            for (var end : group.getValue().entrySet()) {
                if (places.getOrDefault(end.getKey(), 0L) < end.getValue()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Map<TopicPartition, Long> places(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(place -> place.getValue() != null)
                .collect(toMap(Map.Entry::getKey, place -> place.getValue().offset()));
    }

    private static List<String> groups(Admin admin, String prefix) throws ExecutionException, InterruptedException {
        return admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith(prefix))
                .toList();
    }
}
