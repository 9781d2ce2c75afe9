package io.platen.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.platen.contracts.event.Topic;
import io.platen.localstack.apps.Service;
import io.platen.localstack.parts.Database;
import io.platen.localstack.parts.KafkaBroker;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Database server, broker and mail without services: what every service stands on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InfrastructureIT {
    @TempDir
    static Path folder;

    private LocalStack stack;

    private static LocalStackBuilder infrastructure(Path data) {
        return LocalStack.builder().dataDir(data).services(Set.of()).startCaches(false);
    }

    @BeforeAll
    void start() {
        stack = infrastructure(folder).start();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void committedDataAreOnDiskBeforeTheyAreAcknowledged() throws SQLException {
        try (var connection = stack.postgres().superuser("meter");
                var row = connection
                        .createStatement()
                        .executeQuery("select current_setting('fsync'), current_setting('synchronous_commit'),"
                                + " current_setting('server_version_num')::int")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getString(2)).isEqualTo("on");
            assertThat(row.getInt(3)).isGreaterThanOrEqualTo(180_000);
        }
    }

    @Test
    void aServiceWorksWithTheTablesOfItsOwnerButMakesNone() throws SQLException {
        var database = stack.postgres().database("device");
        try (var owner = owner(database);
                var app = app(database)) {
            execute(owner, "create table thing (id int primary key)");
            execute(app, "insert into thing values (1)");
            execute(app, "update thing set id = 2");
            assertThatThrownBy(() -> execute(app, "create table other (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(app, "drop table thing")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aServiceDoesNotReachTheDatabaseOfAnother() {
        var device = stack.postgres().database("device");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        stack.postgres().url("billing"), device.app(), device.appPassword()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void everyServiceHasItsDatabase() throws SQLException {
        for (var service : Service.values()) {
            try (var connection = app(stack.postgres().database(service.id()))) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void everyTopicIsThereWithItsDeadLetters() throws Exception {
        try (var admin = stack.kafka().admin()) {
            var expected = new ArrayList<String>();
            for (var topic : Topic.values()) {
                expected.add(topic.topicName());
                expected.add(topic.deadLetterTopicName());
            }
            var described = admin.describeTopics(expected).allTopicNames().get(10, TimeUnit.SECONDS);
            assertThat(described.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(KafkaBroker.PARTITIONS));
        }
    }

    @Test
    void mailIsTaken() throws Exception {
        try (var socket = new Socket(
                        InetAddress.getLoopbackAddress(), stack.mail().smtpPort());
                var reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            assertThat(reader.readLine()).startsWith("220");
        }
    }

    @Test
    void killedPartsComeBackWithTheirData() throws Exception {
        var database = stack.postgres().database("ticket");
        try (var owner = owner(database)) {
            execute(owner, "create table survivor (id int); insert into survivor values (42)");
        }
        send("before the kill");

        stack.postgres().process().kill();
        stack.kafka().process().kill();
        assertThat(stack.postgres().process().isAlive()).isFalse();
        stack.postgres().start();
        stack.kafka().start();

        try (var owner = owner(database);
                var row = owner.createStatement().executeQuery("select id from survivor")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
        assertThat(send("after the kill")).isEqualTo(1);
    }

    /** The offset of the message. */
    private long send(String text) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers(), "acks", "all", "linger.ms", 0);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>("platen.ticket", 0, "key", text))
                    .get(20, TimeUnit.SECONDS)
                    .offset();
        }
    }

    @Test
    void aSecondLauncherIsRefusedThisFolder() {
        assertThatThrownBy(() -> infrastructure(folder).start())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("already runs");
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> infrastructure(other)
                            .gatewayPort(taken.getLocalPort())
                            .start())
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void passwordsAreForTheirOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rw-------");
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
    }

    private static Connection app(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.app(), database.appPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
