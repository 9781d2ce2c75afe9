package io.platen.localstack.demo;

import io.platen.localstack.StackFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What was loaded already, and under which id: a second start asks the platform nothing. It is written when a loading
 * ends, well or not; the idempotency keys cover the rest.
 */
final class DemoLedger {
    private final Path file;
    private final Map<String, String> entries = new ConcurrentHashMap<>();

    DemoLedger(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                var known = new Properties();
                known.load(new StringReader(Files.readString(file)));
                known.stringPropertyNames().forEach(name -> entries.put(name, known.getProperty(name)));
            } catch (IOException e) {
                throw new StackFailure("Cannot read " + file + ": " + e.getMessage(), e);
            }
        }
    }

    /** The id under that key, made by the supplier when it is not there yet. */
    String once(String key, Supplier<String> create) {
        var known = entries.get(key);
        if (known != null) {
            return known;
        }
        var id = create.get();
        entries.put(key, id);
        return id;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String id(String key) {
        var id = entries.get(key);
        if (id == null) {
            throw new IllegalStateException("not loaded: " + key);
        }
        return id;
    }

    int size() {
        return entries.size();
    }

    void save() {
        var text = new StringBuilder();
        new TreeMap<>(entries)
                .forEach((key, id) -> text.append(key).append('=').append(id).append('\n'));
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
