package io.platen.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** PostgreSQL and Kafka, once per JVM: as containers where a Docker engine answers, else embedded. */
public final class RealInfrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** How to reach a server. */
    record Server(String host, int port, String user, String password) {
        String url(String database) {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }
    }

    private static final class Postgres {
        static final Server SERVER = dockerAnswers() ? Containers.postgres() : embedded();

        private static Server embedded() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
                return new Server("localhost", postgres.getPort(), "postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Kafka {
        static final String BOOTSTRAP_SERVERS = dockerAnswers() ? Containers.kafka() : embedded();

        private static String embedded() {
            var broker = new EmbeddedKafkaKraftBroker(1, 4);
            broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
            broker.brokerProperty("auto.create.topics.enable", "false");
            broker.afterPropertiesSet();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
            return broker.getBrokersAsString();
        }
    }

    public static String bootstrapServers() {
        return Kafka.BOOTSTRAP_SERVERS;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        var server = Postgres.SERVER;
        try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        TestPropertyValues.of(
                        "spring.datasource.url=" + server.url(name),
                        "spring.datasource.username=" + server.user(),
                        "spring.datasource.password=" + server.password(),
                        "spring.datasource.hikari.maximum-pool-size=12",
                        "spring.datasource.hikari.minimum-idle=1",
                        "spring.kafka.bootstrap-servers=" + bootstrapServers(),
                        // several contexts may live in one JVM: each reads all events for itself
                        "platen.inbox.group=" + name,
                        "platen.inbox.first-pause=20ms",
                        "platen.inbox.retries=2",
                        "platen.public-url=" + TestTokens.PUBLIC_URL,
                        "server.port=0")
                .applyTo(context);
    }

    private static boolean dockerAnswers() {
        var possible = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return possible && Containers.available();
    }
}
