package io.platen.endtoend;

import io.platen.localstack.LocalStack;
import io.platen.localstack.apps.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Makes services read the topics from their beginning again. */
final class Groups {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Groups() {}

    /** It forgets its place and what it has handled already, as a service does that was away for very long. */
    static void readAgain(LocalStack stack, Service service)
            throws ExecutionException, InterruptedException, SQLException {
        var instances = stack.instances(service);
        instances.forEach(instance -> instance.stop());
        try (var connection = stack.postgres().superuser(service.id());
                var statement = connection.createStatement()) {
            statement.execute("truncate inbox");
        }
        try (var admin = stack.kafka().admin()) {
            forgetPlaces(admin, service.module());
        }
        instances.forEach(instance -> {
            instance.start();
            instance.awaitReady(PATIENCE);
        });
    }

    static void forgetPlaces(Admin admin, String prefix) throws ExecutionException, InterruptedException {
        var groups = admin.listGroups().all().get().stream()
                .map(group -> group.groupId())
                .filter(group -> group.startsWith(prefix))
                .toList();
        if (groups.isEmpty()) {
            throw new IllegalStateException("Nobody reads as " + prefix);
        }
        admin.deleteConsumerGroups(groups).all().get();
    }
}
