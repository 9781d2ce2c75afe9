package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * (g) 10 000 reads in two workbooks, from the upload until all are committed and stand in the gateway's view, against
 * parsing the same files and writing as many rows in batches of 100. The first round is cold.
 */
final class SheetsBenchmark {

    private static final int FILES = 2;
    private static final int ROWS = 5_000;
    private static final int BATCH = 100;
    private static final int ROUNDS = 4;
    private static final String OPEN_UPLOADS = "select count(*) from meter_upload where finished_at is null";
    private static final String READS = "select count(*) from view_read";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final Fleet fleet;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SheetsBenchmark(LocalStack stack, Fleet fleet) {
        this.stack = stack;
        this.fleet = fleet;
    }

    void run() throws IOException {
        var times = new ArrayList<Double>();
        var floors = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var token = fleet.token();
        try (var meter = stack.postgres().superuser("meter");
                var gateway = stack.postgres().superuser("gateway")) {
            try (var statement = meter.createStatement()) {
                statement.execute("create table bench_sheet_row (id bigint generated always as identity, body text)");
            }
            for (int round = 0; round < ROUNDS; round++) {
                var files = new ArrayList<byte[]>();
                for (int file = 0; file < FILES; file++) {
                    files.add(FilledTemplate.of(IntStream.range(0, ROWS)
                            .mapToObj(row -> fleet.next())
                            .toList()));
                }
                long before = count(gateway, READS);
                var cpu = Figures.cpuOfServices(stack);
                long begin = System.nanoTime();
                for (var file : files) {
                    upload(file, token);
                }
                await(() -> count(meter, OPEN_UPLOADS) == 0);
                double decided = (System.nanoTime() - begin) / 1e9;
                await(() -> count(gateway, READS) == before + (long) FILES * ROWS);
                times.add((System.nanoTime() - begin) / 1e9);
                begin = System.nanoTime();
                for (var file : files) {
                    parseAndWrite(file, meter);
                }
                floors.add((System.nanoTime() - begin) / 1e9);
                ratios.add(times.getLast() / floors.getLast());
                System.out.printf(
                        Locale.ROOT,
                        "(g) round %d: decided in %.2f s, in the view in %.2f s with %.1f CPU s of the services; floor %.2f s.%n",
                        round + 1,
                        decided,
                        times.getLast(),
                        Figures.cpuOfServices(stack).minus(cpu).toMillis() / 1e3,
                        floors.getLast());
            }
            var captured = count(meter, "select count(*) from meter_upload_row where state = 'CAPTURED'");
            if (captured != (long) ROUNDS * FILES * ROWS) {
                System.out.println("(g) only " + captured + " reads were captured; the figure does not count.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Figures.head();
        Figures.row(
                "(g) 10 000 reads in two workbooks",
                "%.2f s".formatted(Figures.median(times)),
                "%.2f s".formatted(Figures.median(floors)),
                "%.1f".formatted(Figures.median(ratios)),
                "≤ 8");
        Figures.row("(g) the same, cold", "%.2f s".formatted(times.getFirst()), "", "", "≤ 2.5 s");
    }

    private void upload(byte[] file, String token) throws IOException {
        var request = HttpRequest.newBuilder(stack.url().resolve("/api/meter-uploads?fileName=bench.xlsx"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("The upload is answered " + answer.statusCode() + " " + answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Condition condition) throws SQLException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("Not all reads of the workbooks came to the view.");
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void parseAndWrite(byte[] file, Connection connection) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file));
                var insert = connection.prepareStatement("insert into bench_sheet_row (body) values (?)")) {
            var waiting = 0;
            for (var row : rows(book)) {
                insert.setString(1, row.toString() + "x".repeat(300));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<Row> rows(ReadableWorkbook book) throws IOException {
        return book.getFirstSheet().read();
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
