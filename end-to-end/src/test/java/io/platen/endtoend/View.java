package io.platen.endtoend;

import io.platen.localstack.LocalStack;
import io.platen.localstack.apps.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;

/** The gateway's view, made again and compared. */
final class View {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private View() {}

    /** An answer without the marks of when and how far the view was read. */
    static JsonNode withoutMarks(JsonNode answer) {
        if (answer.isObject()) {
            var object = answer.asObject();
            object.remove(List.of("asOf", "position"));
        }
        answer.forEach(View::withoutMarks);
        return answer;
    }

    /** Forgets the view and how far it had come; the gateway makes it anew from the published events. */
    static void rebuild(LocalStack stack) throws SQLException, InterruptedException, ExecutionException {
        var gateway = stack.instances(Service.GATEWAY).getFirst();
        gateway.stop();
        try (var connection = stack.postgres().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database gateway with (force)");
        }
        stack.postgres().start();
        try (var admin = stack.kafka().admin()) {
            Groups.forgetPlaces(admin, "gateway");
        }
        gateway.start();
        gateway.awaitReady(PATIENCE);
    }
}
