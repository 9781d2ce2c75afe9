package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * (b) From submitting to the arrival on another party's live stream, at 100 a second, against Kafka alone: a read on the
 * contact centre's, an incident on the planner's.
 */
final class LiveBenchmark {

    private static final int ROUNDS = 5;
    private static final int READS = 500;
    private static final long EVERY_NANOS = 10_000_000;

    /** A service that has just started is measured as a compiler: rounds do not count until two in a row are alike. */
    private static final int MOST_WARM_UPS = 4;

    private static final double ALIKE = 0.2;

    private final LocalStack stack;
    private final Fleet fleet;

    LiveBenchmark(LocalStack stack, Fleet fleet) {
        this.stack = stack;
        this.fleet = fleet;
    }

    /**
     * @param what is submitted
     * @param told the type of the event that tells of it
     * @param observer whose stream is watched: a token
     */
    private record Load(String what, String told, String observer, Supplier<Shot> next) {}

    /** @param id stands, with the other text, in the event and in no other */
    record Shot(String id, String with, HttpRequest request) {}

    void run() {
        var token = fleet.token();
        run(new Load("read", "MeterReadSubmitted", fleet.tokenOfDesk(), () -> fleet.read(token)));
        run(new Load("ticket", "TicketOpened", fleet.tokenOfPlanner(), () -> fleet.ticket(token)));
    }

    private void run(Load load) {
        warmUp(load);
        kafkaAlone();
        var live = new ArrayList<double[]>();
        var kafka = new ArrayList<double[]>();
        var cpu = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var before = Figures.cpuOfServices(stack);
            var reads = submitToLive(load);
            var used = Figures.cpuOfServices(stack).minus(before);
            live.add(reads);
            cpu.add(used.toNanos() / 1e6 / reads.length);
            kafka.add(kafkaAlone());
        }
        Figures.head();
        for (var share : List.of(0.5, 0.99)) {
            double measured = median(live, share);
            double limit = median(kafka, share);
            Figures.row(
                    "(b) %s: submit to live stream, p%.0f".formatted(load.what(), share * 100),
                    told(measured),
                    "%.1f ms produce to consume".formatted(limit),
                    "%.2f".formatted(measured / limit),
                    share > 0.9 ? "≤ 5" : "");
        }
        Figures.row(
                "(b) %s: CPU of all services".formatted(load.what()),
                "%.2f CPU ms each".formatted(Figures.median(cpu)),
                "",
                "",
                "");
    }

    private static String told(double millis) {
        return Double.isInfinite(millis)
                ? "never (%d x %d)".formatted(ROUNDS, READS)
                : "%.1f ms (%d x %d)".formatted(millis, ROUNDS, READS);
    }

    private void warmUp(Load load) {
        double before = Figures.percentile(submitToLive(load), 0.5);
        for (int round = 2; round <= MOST_WARM_UPS; round++) {
            double now = Figures.percentile(submitToLive(load), 0.5);
            if (Math.abs(now - before) <= ALIKE * before) {
                return;
            }
            before = now;
        }
    }

    /** The median over the rounds of each round's percentile. */
    private static double median(List<double[]> rounds, double share) {
        return Figures.median(
                rounds.stream().map(round -> Figures.percentile(round, share)).toList());
    }

    private double[] submitToLive(Load load) {
        var arrivals = new Arrivals();
        var ready = new Semaphore(0);
        var over = new AtomicBoolean();
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var listening = pool.submit(() -> {
                var request = HttpRequest.newBuilder(stack.url().resolve("/api/live"))
                        .header("Authorization", "Bearer " + load.observer())
                        .header("Accept", "text/event-stream")
                        .build();
                var lines = http.send(request, HttpResponse.BodyHandlers.ofLines());
                ready.release();
                var open = lines.body().iterator();
                while (!over.get() && open.hasNext()) {
                    var line = open.next();
                    if (line.startsWith("data:") && line.contains(load.told())) {
                        arrivals.seen(line, System.nanoTime());
                    }
                }
                return arrivals.missing();
            });
            if (!ready.tryAcquire(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The live stream did not open.");
            }
            var answers = new ArrayList<Future<?>>();
            long begin = System.nanoTime();
            for (int i = 0; i < READS; i++) {
                long due = begin + i * EVERY_NANOS;
                while (System.nanoTime() < due) {
                    Thread.onSpinWait();
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime() - 200_000));
                }
                var shot = load.next().get();
                arrivals.sent(shot.id(), shot.with(), System.nanoTime());
                answers.add(http.sendAsync(shot.request(), HttpResponse.BodyHandlers.discarding()));
            }
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (arrivals.missing() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            if (answers.stream().anyMatch(answer -> !answer.isDone())) {
                System.out.println("(b) Some submissions were not answered.");
            }
            over.set(true);
            listening.cancel(true);
            pool.shutdownNow();
            http.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var millis = arrivals.millis();
        if (arrivals.missing() > 0) {
            System.out.println("(b) " + arrivals.missing() + " of " + millis.length + " did not arrive.");
        }
        return millis;
    }

    private double[] kafkaAlone() {
        var topic = "bench.alone";
        var partition = new TopicPartition(topic, 0);
        var common = Map.<String, Object>of("bootstrap.servers", stack.kafka().bootstrapServers());
        var took = new double[READS];
        try (var admin = stack.kafka().admin();
                var producer = new KafkaProducer<>(
                        with(common, Map.of("acks", "all", "linger.ms", 0)),
                        new StringSerializer(),
                        new StringSerializer());
                var consumer = new KafkaConsumer<>(
                        with(common, Map.of("fetch.max.wait.ms", 5)),
                        new StringDeserializer(),
                        new StringDeserializer());
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get();
            }
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            var from = consumer.position(partition);
            var sent = new long[READS];
            var acknowledged = new ArrayList<Future<?>>();
            var producing = pool.submit(() -> {
                long begin = System.nanoTime();
                for (int i = 0; i < READS; i++) {
                    long due = begin + i * EVERY_NANOS;
                    while (System.nanoTime() < due) {
                        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime() - 200_000));
                    }
                    sent[i] = System.nanoTime();
                    acknowledged.add(producer.send(new ProducerRecord<>(topic, 0, "k", "x".repeat(400))));
                }
                for (var one : acknowledged) {
                    one.get();
                }
                return READS;
            });
            int seen = 0;
            while (seen < READS) {
                for (var one : consumer.poll(Duration.ofSeconds(5))) {
                    took[(int) (one.offset() - from)] = (System.nanoTime() - sent[(int) (one.offset() - from)]) / 1e6;
                    seen++;
                }
            }
            producing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return took;
    }

    private static Map<String, Object> with(Map<String, Object> first, Map<String, Object> second) {
        var all = new java.util.HashMap<>(first);
        all.putAll(second);
        return all;
    }
}
