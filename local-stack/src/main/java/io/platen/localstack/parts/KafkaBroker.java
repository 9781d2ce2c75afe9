package io.platen.localstack.parts;

import io.platen.localstack.StackFailure;
import io.platen.localstack.StackPaths;
import io.platen.localstack.process.Launch;
import io.platen.localstack.process.LogTail;
import io.platen.localstack.process.ManagedProcess;
import io.platen.localstack.process.PidFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;

/** One Kafka broker that is its own controller, with the topics of the house and every message on disk at once. */
public final class KafkaBroker {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    /** Of every topic, those of the dead letters as well; the services are told, so that they add none. */
    public static final int PARTITIONS = 8;

    private final StackPaths paths;
    private final JavaProgram program;
    private final int port;
    private final int controllerPort;
    private final List<String> topics;
    private final ManagedProcess process;
    private volatile boolean training;

    /** @param topics each gets a dead-letter topic beside it */
    public KafkaBroker(
            StackPaths paths,
            JavaProgram program,
            int port,
            int controllerPort,
            List<String> topics,
            Consumer<ManagedProcess> onUnexpectedEnd) {
        this.paths = paths;
        this.program = program;
        this.port = port;
        this.controllerPort = controllerPort;
        this.topics = List.copyOf(topics);
        this.process = new ManagedProcess(
                "kafka", this::launch, paths.log("kafka"), new PidFile(paths.pidFile("kafka")), onUnexpectedEnd);
    }

    public ManagedProcess process() {
        return process;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Formats the storage on first use, starts the broker, waits for it and makes the topics. */
    public void start() {
        writeSettings();
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
        if (program.needsTraining()) {
            train();
        }
        process.start();
        awaitReady();
        createTopics();
    }

    /** The first start on a machine is done twice: the first run records which classes the second one can load ready-made. */
    private void train() {
        training = true;
        process.start();
        awaitReady();
        createTopics();
        process.stop(Duration.ofMinutes(1));
        program.trained();
        training = false;
    }

    public void awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try (var admin = admin()) {
                if (!admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty()) {
                    return;
                }
            } catch (ExecutionException | TimeoutException notYet) {
                // asked again below
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted while waiting for Kafka.", e);
            }
            if (!process.isAlive()) {
                throw new StackFailure("Kafka ended while starting"
                        + LogTail.cause(process.log())
                                .map(cause -> " (" + cause + ")")
                                .orElse("") + ". Its log: "
                        + process.log());
            }
            if (System.nanoTime() > end) {
                throw new StackFailure("Kafka does not answer. Its log: " + process.log());
            }
        }
    }

    public void stop() {
        process.stop(STOP);
    }

    public void close() {
        process.close(STOP);
    }

    public Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 20,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100,
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, false));
    }

    private void createTopics() {
        var wanted = new ArrayList<NewTopic>();
        for (var topic : topics) {
            wanted.add(new NewTopic(topic, Optional.of(PARTITIONS), Optional.of((short) 1)));
            wanted.add(new NewTopic(topic + ".dead-letter", Optional.of(PARTITIONS), Optional.of((short) 1)));
        }
        try (var admin = admin()) {
            for (var result : admin.createTopics(wanted).values().values()) {
                try {
                    result.get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new StackFailure("Kafka's topics could not be made: " + e.getMessage(), e);
                    }
                }
            }
        } catch (TimeoutException e) {
            throw new StackFailure("Kafka does not make its topics. Its log: " + process.log(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making Kafka's topics.", e);
        }
    }

    private Path data() {
        return paths.kafkaData().resolve("data");
    }

    private Path settings() {
        return paths.kafkaData().resolve("server.properties");
    }

    private void writeSettings() {
        var listeners = "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort;
        var settings = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%d
                listeners=%s
                advertised.listeners=PLAINTEXT://127.0.0.1:%d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%s
                auto.create.topics.enable=false
                # a single broker has nobody to copy from: each message is on disk before it is acknowledged
                log.flush.interval.messages=1
                # events stay; every topic can be rebuilt from the event stores all the same
                log.retention.ms=-1
                # and so does the place of a reader that was away for long: the inbox knows handled events for 90 days
                offsets.retention.minutes=525600
                log.segment.bytes=67108864
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=8388608
                # how long a restart waits for the registration of a killed predecessor to lapse
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=500
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                group.min.session.timeout.ms=2000
                controlled.shutdown.enable=true
                """.formatted(controllerPort, listeners, port, data());
        try {
            Files.createDirectories(data());
            Files.writeString(settings(), settings);
            Files.writeString(paths.kafkaData().resolve("logback.xml"), LOGGING);
        } catch (IOException e) {
            throw new StackFailure("Kafka's settings cannot be written to " + settings() + ": " + e.getMessage(), e);
        }
    }

    private void format() {
        var output = new ByteArrayOutputStream();
        try (var stream = new PrintStream(output, true, StandardCharsets.UTF_8)) {
            int exit = kafka.tools.StorageTool.execute(
                    new String[] {
                        "format",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        settings().toString()
                    },
                    stream);
            if (exit != 0) {
                throw new StackFailure("Kafka's storage could not be made in " + data() + ": "
                        + output.toString(StandardCharsets.UTF_8).strip());
            }
        }
    }

    private Launch launch() {
        var command = new ArrayList<>(program.command(
                training,
                List.of(
                        "-Xms96m",
                        "-Xmx256m",
                        "-Dlogback.configurationFile=" + paths.kafkaData().resolve("logback.xml")),
                "kafka.Kafka"));
        command.add(settings().toString());
        return new Launch(command, Map.of(), paths.kafkaData());
    }

    private static final String LOGGING = """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} - %msg%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="out"/></root>
              <logger name="kafka.server.KafkaRaftServer" level="INFO"/>
            </configuration>
            """;
}
