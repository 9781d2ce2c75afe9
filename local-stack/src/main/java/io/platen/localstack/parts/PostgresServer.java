package io.platen.localstack.parts;

import io.platen.localstack.StackFailure;
import io.platen.localstack.StackPaths;
import io.platen.localstack.process.Launch;
import io.platen.localstack.process.LogTail;
import io.platen.localstack.process.ManagedProcess;
import io.platen.localstack.process.PidFile;
import io.platen.localstack.process.ProcessIdentity;
import io.platen.localstack.process.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/** A real PostgreSQL server with durable data: fsync on, its folder kept, ended by a clean shutdown. */
public final class PostgresServer {
    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(30);
    private final StackPaths paths;
    private final Secrets secrets;
    private final int port;
    private final List<String> databases;
    private final ManagedProcess process;

    public PostgresServer(
            StackPaths paths,
            Secrets secrets,
            int port,
            List<String> databases,
            Consumer<ManagedProcess> onUnexpectedEnd) {
        this.paths = paths;
        this.secrets = secrets;
        this.port = port;
        this.databases = List.copyOf(databases);
        this.process = new ManagedProcess(
                "postgres",
                this::launch,
                paths.log("postgres"),
                new PidFile(paths.pidFile("postgres")),
                onUnexpectedEnd);
    }

    public ManagedProcess process() {
        return process;
    }

    public int port() {
        return port;
    }

    /** Initialises the folder on first use, starts the server, waits for it and makes the databases and roles. */
    public void start() {
        var home = PostgresBinaries.unpack(paths.cache());
        var folder = paths.postgresData();
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise(home);
        }
        process.start();
        awaitReady();
        for (var name : databases) {
            createDatabase(name);
        }
    }

    /** Waits until the server answers, after a start or a restart. */
    public void awaitReady() {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try (var connection = superuser("postgres")) {
                connection.isValid(1);
                return;
            } catch (SQLException notYet) {
                if ("28P01".equals(notYet.getSQLState())) {
                    throw new StackFailure("The databases in " + paths.postgresData()
                            + " were made with other passwords than those in " + paths.secrets()
                            + ". Bring the old file back, or forget the data with: ./platen up --reset");
                }
                if (!process.isAlive()) {
                    throw new StackFailure("PostgreSQL ended while starting"
                            + LogTail.cause(process.log())
                                    .map(cause -> " (" + cause + ")")
                                    .orElse("") + ". Its log: "
                            + process.log());
                }
                if (System.nanoTime() > end) {
                    throw new StackFailure("PostgreSQL does not answer. Its log: " + process.log(), notYet);
                }
                pause();
            }
        }
    }

    public void stop() {
        process.stop(STOP);
    }

    public void close() {
        process.close(STOP);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection with every right, for tests and measurements. */
    public Connection superuser(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.get("postgres.superuser"));
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url(database), properties);
    }

    public Database database(String name) {
        return new Database(
                name,
                url(name),
                name + "_owner",
                secrets.get("postgres." + name + ".owner"),
                name + "_app",
                secrets.get("postgres." + name + ".app"));
    }

    private void initialise(Path home) {
        var folder = paths.postgresData();
        var fresh = folder.resolveSibling("postgres.new");
        try {
            StackPaths.delete(fresh);
            StackPaths.delete(folder);
            Files.createDirectories(fresh);
            var password = fresh.resolve("password");
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, secrets.get("postgres.superuser") + "\n");
            var user = ServerUser.forFolders(paths.data(), home.resolve("bin"));
            user.own(fresh);
            run(
                    user.command(List.of(
                            home.resolve("bin/initdb").toString(),
                            "--pgdata=" + fresh.resolve("data"),
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8")),
                    home);
            Files.move(fresh.resolve("data"), folder, StandardCopyOption.ATOMIC_MOVE);
            StackPaths.delete(fresh);
        } catch (IOException e) {
            throw new StackFailure("The databases could not be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void run(List<String> command, Path folder) throws IOException {
        try {
            var log = paths.log("postgres");
            int exit = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new StackFailure("The databases could not be made"
                        + LogTail.cause(log).map(cause -> " (" + cause + ")").orElse("") + ". The log: " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while making the databases.", e);
        }
    }

    private Launch launch() {
        var home = PostgresBinaries.unpack(paths.cache());
        var folder = paths.postgresData();
        var command = new ArrayList<>(List.of(home.resolve("bin/postgres").toString(), "-D", folder.toString()));
        // fsync and full_page_writes are named so that nobody wonders: these data are meant to survive a power cut
        var settings = Map.of(
                "port", Integer.toString(port),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "400",
                "shared_buffers", "192MB",
                "fsync", "on",
                "full_page_writes", "on",
                "max_wal_size", "2GB",
                "jit", "off",
                "log_line_prefix", "%m [%p] %d ");
        settings.forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        return new Launch(ServerUser.forFolders(folder, home.resolve("bin")).command(command), Map.of(), home, "INT");
    }

    private void createDatabase(String name) {
        var wanted = database(name);
        try (var connection = superuser("postgres")) {
            role(connection, wanted.owner(), wanted.ownerPassword());
            role(connection, wanted.app(), wanted.appPassword());
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name + " owner " + wanted.owner());
                execute(connection, "revoke all on database " + name + " from public");
                execute(connection, "grant connect on database " + name + " to " + wanted.app());
            }
        } catch (SQLException e) {
            throw new StackFailure("The database " + name + " could not be made: " + e.getMessage(), e);
        }
        try (var connection = superuser(name)) {
            var owner = wanted.owner();
            var app = wanted.app();
            execute(connection, "alter schema public owner to " + owner);
            execute(connection, "grant usage on schema public to " + app);
            execute(
                    connection,
                    "alter default privileges for role " + owner
                            + " in schema public grant select, insert, update, delete on tables to " + app);
            execute(
                    connection,
                    "alter default privileges for role " + owner
                            + " in schema public grant usage, select, update on sequences to " + app);
        } catch (SQLException e) {
            throw new StackFailure("The rights of database " + name + " could not be set: " + e.getMessage(), e);
        }
    }

    private static void role(Connection connection, String role, String password) throws SQLException {
        var verb = exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
        // our own passwords: letters, digits, - and _ only
        execute(connection, verb + " role " + role + " login password '" + password + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while waiting for PostgreSQL.", e);
        }
    }

    /** Stops a server whose launcher was killed before it could: found by the note the server itself keeps. */
    public static void stopOrphan(StackPaths paths) {
        orphan(paths.postgresData()).ifPresent(process -> Signals.end(process, "INT", STOP));
    }

    private static Optional<ProcessIdentity> orphan(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            long pid = Long.parseLong(lines.getFirst().strip());
            var isServerOfThisFolder = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .filter(command -> command.contains("postgres") && command.contains(folder.toString()))
                    .isPresent();
            return isServerOfThisFolder ? ProcessIdentity.of(pid) : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
