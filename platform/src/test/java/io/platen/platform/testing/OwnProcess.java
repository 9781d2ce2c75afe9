package io.platen.platform.testing;

import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * A service as it is deployed, on the database of a {@link PlatenIT}: with its own JVM, its own clock, little memory and
 * the end of the process as soon as that is not enough. It fetches the key of {@link TestTokens} as if from the issuer.
 */
public final class OwnProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern COLLECTION = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(");

    private final Path folder;
    private final HttpServer issuer;
    private final Process process;
    private final int port;

    private OwnProcess(Path folder, HttpServer issuer, Process process) {
        this.folder = folder;
        this.issuer = issuer;
        this.process = process;
        await().atMost(Duration.ofMinutes(3)).until(() -> PORT.matcher(log()).find() || !process.isAlive());
        var started = PORT.matcher(log());
        if (!started.find()) {
            close();
            throw new AssertionError(log());
        }
        this.port = Integer.parseInt(started.group(1));
    }

    /**
     * @param folder for its log and its temporary files
     * @param heapMib all that it may take, in MiB
     * @param properties as {@code name=value}
     */
    public static OwnProcess of(Class<?> application, Environment first, Path folder, int heapMib, String... properties)
            throws IOException {
        var issuer = issuer();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMib + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:gc:file=" + folder.resolve("gc.log"),
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Dlogging.structured.format.console=",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                application.getName()));
        AnotherInstance.SHARED.forEach(name -> command.add("--" + name + "=" + first.getRequiredProperty(name)));
        command.add(
                "--platen.identity-url=http://127.0.0.1:" + issuer.getAddress().getPort() + "/identity");
        command.add("--server.port=0");
        for (var property : properties) {
            command.add("--" + property);
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new OwnProcess(folder, issuer, process);
    }

    private static HttpServer issuer() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = new JWKSet(
                        new RSAKey.Builder(TestTokens.publicKey()).keyID("test").build())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/identity/oauth2/jwks", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return server;
    }

    public int port() {
        return port;
    }

    /** Whether it has not run out of memory, nor ended for another reason. */
    public boolean isAlive() {
        return process.isAlive();
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What it holds in its heap when everything was collected, in MiB. */
    public int liveMib() throws IOException, InterruptedException {
        var collection = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new AssertionError(log());
        }
        return leftByCollections().getLast();
    }

    /** What each collection so far left in the heap, in MiB. */
    public List<Integer> leftByCollections() throws IOException {
        return COLLECTION
                .matcher(Files.readString(folder.resolve("gc.log")))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /** Its temporary files. */
    public List<Path> leftBehind() throws IOException {
        try (var files = Files.list(folder.resolve("tmp"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        issuer.stop(0);
        process.destroyForcibly();
    }
}
