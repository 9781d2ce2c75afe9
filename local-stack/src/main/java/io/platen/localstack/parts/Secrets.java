package io.platen.localstack.parts;

import io.platen.localstack.StackFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;

/** Passwords made on first use and kept in a file that only its owner may read. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path file;
    private final Properties values = new Properties();

    public Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                values.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw new StackFailure("Cannot read the stack's passwords in " + file + ": " + e.getMessage(), e);
            }
        }
    }

    /** The secret of that name, 192 bits of chance. */
    public synchronized String get(String name) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        put(name, fresh);
        return fresh;
    }

    /** A key of 256 bits in Base64. */
    public synchronized String key(String name) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var fresh = Base64.getEncoder().encodeToString(bytes);
        put(name, fresh);
        return fresh;
    }

    public synchronized boolean has(String name) {
        return values.containsKey(name);
    }

    public synchronized void put(String name, String value) {
        values.setProperty(name, value);
        var text =
                new StringBuilder("# made by the local stack; delete only together with the databases (up --reset)\n");
        new TreeMap<>(values)
                .forEach((key, secret) ->
                        text.append(key).append('=').append(secret).append('\n'));
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackFailure("Cannot keep the stack's passwords in " + file + ": " + e.getMessage(), e);
        }
    }
}
