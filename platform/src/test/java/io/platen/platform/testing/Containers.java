package io.platen.platform.testing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Kept apart, so that nothing of it is loaded where there is no Docker engine. Ryuk ends what is started here. */
final class Containers {

    private static final String POSTGRES_IMAGE = "postgres:18-alpine";
    private static final String KAFKA_IMAGE = "apache/kafka-native:4.2.1";

    private Containers() {}

    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    static RealInfrastructure.Server postgres() {
        var postgres = new PostgreSQLContainer(POSTGRES_IMAGE);
        postgres.start();
        return new RealInfrastructure.Server(
                postgres.getHost(), postgres.getFirstMappedPort(), postgres.getUsername(), postgres.getPassword());
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    static String kafka() {
        var kafka = new KafkaContainer(KAFKA_IMAGE);
        kafka.start();
        return kafka.getBootstrapServers();
    }
}
