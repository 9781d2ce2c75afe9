package io.platen.localstack;

import io.platen.localstack.apps.ServiceInstance;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What runs where, written when all is ready, for the other commands. */
final class StateFile {
    static final String URL = "url";

    private StateFile() {}

    static void write(LocalStack stack) {
        var lines = new LinkedHashMap<String, String>();
        lines.put(URL, stack.url().toString());
        lines.put("postgres", Integer.toString(stack.postgres().port()));
        lines.put("kafka", stack.kafka().bootstrapServers().replaceAll(".*:", ""));
        lines.put("smtp", Integer.toString(stack.mail().smtpPort()));
        lines.put("imap", Integer.toString(stack.mail().imapPort()));
        for (ServiceInstance instance : stack.instances()) {
            lines.put(instance.name(), Integer.toString(instance.port()));
        }
        var text = new StringBuilder();
        lines.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        write(stack.paths().stateFile(), text.toString());
    }

    static void write(Path file, String text) {
        try {
            var fresh = file.resolveSibling("state.new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw StackFailure.writing(file, e);
        }
    }

    /** What a stack that is up wrote; empty when none is. */
    static Optional<Map<String, String>> read(StackPaths paths) {
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(paths.stateFile())));
            var found = new LinkedHashMap<String, String>();
            properties.stringPropertyNames().stream()
                    .sorted()
                    .forEach(name -> found.put(name, properties.getProperty(name)));
            return Optional.of(found);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static void remove(StackPaths paths) {
        try {
            Files.deleteIfExists(paths.stateFile());
        } catch (IOException e) {
            throw StackFailure.writing(paths.stateFile(), e);
        }
    }
}
