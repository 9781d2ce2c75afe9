package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * (f) A page of the list of 12 000 devices through the gateway, against the statements that find its rows, sent from here
 * over one connection. Both take turns, one request at a time, so that they meet the same machine.
 */
final class FleetListBenchmark {

    private static final int DEVICES = 12_000;
    private static final int WARM_UP = 400;
    private static final int ROUNDS = 1_000;
    private static final String EMAIL = "fleet@bench.example";
    private static final String PASSWORD = "Paper-Tray-2026";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String PAGE = """
            select d.*, a.name, a.customer_account_number, a.system_account_number, r.read_on, r.total, r.black_white,
                r.colour, r.source, t.state,
                exists (select 1 from view_assignment v where v.device_id = d.device_id and v.user_id = ?) as assigned
            from (select d.device_id from view_device d where d.account_id = ?
                order by d.serial_number, d.device_id limit 25 offset ?) p
            join view_device d on d.device_id = p.device_id
            join view_account a on a.account_id = d.account_id
            left join view_auto_toner t on t.device_id = d.device_id
            left join lateral (select * from view_read r where r.device_id = d.device_id and not r.superseded
                order by r.read_on desc, r.sequence desc limit 1) r on true
            order by d.serial_number, d.device_id
            """;
    private static final String COUNT = "select count(*) from view_device where account_id = ?";
    private static final String[] OF_THE_PAGE = {
        "select * from view_supply where device_id = any (?)",
        "select * from view_note where device_id = any (?)",
        "select * from view_device_group where devices && ?"
    };

    private final LocalStack stack;

    FleetListBenchmark(LocalStack stack) {
        this.stack = stack;
    }

    void run() throws IOException {
        var admin = stack.api(stack.adminToken());
        var account = admin.mustPost(
                        "/api/accounts",
                        Map.of(
                                "customerAccountNumber", "B-12000",
                                "systemAccountNumber", "912000",
                                "name", "Bench Fleet",
                                "country", "NL",
                                "region", "NL"),
                        UUID.randomUUID().toString())
                .required("id")
                .asString();
        var user = admin.mustPost(
                        "/api/users",
                        Map.of(
                                "email",
                                EMAIL,
                                "name",
                                "Fleet",
                                "language",
                                "en",
                                "password",
                                PASSWORD,
                                "customer",
                                Map.of("accountId", account, "role", "ADMINISTRATOR")),
                        UUID.randomUUID().toString())
                .required("id")
                .asString();
        try (var connection = stack.postgres().superuser("gateway")) {
            fill(connection, account);
            compare(connection, UUID.fromString(account), UUID.fromString(user));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the gateway would have made of the events of 12 000 devices. */
    private static void fill(Connection connection, String account) throws SQLException, InterruptedException {
        awaitAccount(connection, account);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into view_device (device_id, serial_number, equipment_number, manufacturer, model, counters,
                        account_id, site, street, postal_code, city, country, time_zone, last_communication,
                        coverage_contract, coverage_until, coverage_maintenance, coverage_supplies)
                    select gen_random_uuid(), 'SN' || lpad(((n * 7919) %% 12000)::text, 6, '0'), 'EQ' || n, 'Bench',
                        'Bench One', '{TOTAL,COLOUR}', '%1$s', 'Site ' || n %% 40, 'Street ' || n, '1000 AA', 'Utrecht',
                        'NL', 'Europe/Amsterdam', now(), 'CT-1', '2030-12-31', true, true
                    from generate_series(1, %2$d) n
                    """.formatted(account, DEVICES));
            statement.execute("""
                    insert into view_read (read_id, device_id, read_on, sequence, total, colour, source, actor, confirmed,
                        recorded_at, billed_total, billed_colour)
                    select gen_random_uuid(), device_id, current_date - 30 * month, 12 - month, 1000 * (12 - month),
                        100 * (12 - month), 'CUSTOMER', 'bench', false, now(), 1000 * (12 - month), 100 * (12 - month)
                    from view_device, generate_series(0, 11) month
                    """);
            statement.execute("""
                    insert into view_supply (device_id, index, kind, colour, description, state, percent, observed_at)
                    select device_id, n, 'TONER', (array['BLACK', 'CYAN', 'MAGENTA', 'YELLOW'])[n], 'Toner', 'MEASURED',
                        50, now() from view_device, generate_series(1, 4) n
                    """);
            statement.execute("insert into view_note select device_id, 1, account_id, 'Third floor', 'bench', now()"
                    + " from view_device");
            statement.execute(
                    "insert into view_auto_toner (device_id, state) select device_id, 'NOT_ENABLED' from view_device");
            statement.execute("analyze");
        }
    }

    private static void awaitAccount(Connection connection, String account) throws SQLException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var known = connection.prepareStatement("select 1 from view_account where account_id = ?")) {
            known.setObject(1, UUID.fromString(account));
            while (true) {
                try (var row = known.executeQuery()) {
                    if (row.next()) {
                        return;
                    }
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("The gateway did not hear of the account.");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private void compare(Connection connection, UUID account, UUID user)
            throws IOException, SQLException, InterruptedException {
        var token = stack.token(EMAIL, PASSWORD);
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var sql = new BareQueries(connection, account, user)) {
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                var page = i * 7 % (DEVICES / 25);
                var one = timed(() -> list(http, token, page));
                var two = timed(() -> sql.page(page));
                if (i >= WARM_UP) {
                    ours.add(one);
                    bare.add(two);
                }
            }
        }
        Figures.head();
        row("p50", 0.5, ours, bare, "");
        row("p99", 0.99, ours, bare, "≤ 5");
    }

    private static void row(String name, double share, List<Double> ours, List<Double> bare, String wanted) {
        var measured = percentile(ours, share);
        var limit = percentile(bare, share);
        Figures.row(
                "(f) fleet list of 12 000 devices, " + name,
                "%.1f ms".formatted(measured),
                "%.1f ms of bare SQL".formatted(limit),
                "%.2f".formatted(measured / limit),
                wanted);
    }

    private static double percentile(List<Double> millis, double share) {
        return Figures.percentile(
                millis.stream().mapToDouble(Double::doubleValue).toArray(), share);
    }

    private interface Work {
        void run() throws IOException, SQLException, InterruptedException;
    }

    /** In milliseconds. */
    private static double timed(Work work) throws IOException, SQLException, InterruptedException {
        var begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private void list(HttpClient http, String token, int page) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(stack.url() + "/api/devices?page=" + page))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"total\":" + DEVICES)) {
            throw new IllegalStateException("No list of the fleet: " + answer.statusCode());
        }
    }

    /** The statements of one page, prepared once. */
    private static final class BareQueries implements AutoCloseable {

        private final Connection connection;
        private final PreparedStatement page;
        private final PreparedStatement count;
        private final List<PreparedStatement> ofThePage = new ArrayList<>();

        BareQueries(Connection connection, UUID account, UUID user) throws SQLException {
            this.connection = connection;
            this.page = connection.prepareStatement(PAGE);
            page.setObject(1, user);
            page.setObject(2, account);
            this.count = connection.prepareStatement(COUNT);
            count.setObject(1, account);
            for (var sql : OF_THE_PAGE) {
                ofThePage.add(connection.prepareStatement(sql));
            }
        }

        void page(int number) throws SQLException {
            read(count);
            page.setInt(3, number * 25);
            var ids = connection.createArrayOf("uuid", read(page).toArray());
            for (var statement : ofThePage) {
                statement.setArray(1, ids);
                read(statement);
            }
        }

        /** @return the first column */
        private static List<Object> read(PreparedStatement statement) throws SQLException {
            var first = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    first.add(rows.getObject(1));
                }
            }
            return first;
        }

        @Override
        public void close() throws SQLException {
            for (var statement : ofThePage) {
                statement.close();
            }
            count.close();
            page.close();
        }
    }
}
