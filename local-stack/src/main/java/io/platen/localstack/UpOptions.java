package io.platen.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be said behind {@code ./platen up}. */
record UpOptions(
        boolean detach,
        boolean isDetachedChild,
        boolean reset,
        boolean demo,
        @Nullable Path walks,
        int port,
        Map<String, Integer> instances) {
    private static final int DEFAULT_PORT = 8080;

    static UpOptions parse(List<String> arguments) {
        boolean detach = false;
        boolean child = false;
        boolean reset = false;
        boolean demo = true;
        Path walks = null;
        int port = DEFAULT_PORT;
        var instances = new LinkedHashMap<String, Integer>();
        var rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            var option = rest.removeFirst();
            if (option.startsWith("--") && option.contains("=") && !option.startsWith("--instances=")) {
                rest.addFirst(option.substring(option.indexOf('=') + 1));
                option = option.substring(0, option.indexOf('='));
            } else if (option.startsWith("--instances=")) {
                rest.addFirst(option.substring("--instances=".length()));
                option = "--instances";
            }
            switch (option) {
                case "--detach", "-d" -> detach = true;
                case "--detached-child" -> child = true;
                case "--reset" -> reset = true;
                case "--no-demo" -> demo = false;
                case "--walks" -> walks = folder(value(option, rest));
                case "--port" -> port = port(value(option, rest));
                case "--instances" -> instances.putAll(instances(value(option, rest)));
                default -> throw new StackFailure("'up' does not know '" + option + "'. See: ./platen help");
            }
        }
        if (!demo && walks != null) {
            throw new StackFailure("--walks needs the demo data: the printers are registered to one of its accounts.");
        }
        return new UpOptions(detach, child, reset, demo, walks, port, Map.copyOf(instances));
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) {
            throw new StackFailure(option + " needs a value. See: ./platen help");
        }
        return rest.removeFirst();
    }

    private static Path folder(String text) {
        var folder = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new StackFailure("--walks needs a folder; " + folder + " is none.");
        }
        return folder;
    }

    private static int port(String text) {
        int port = number(text, "--port");
        if (port < 1 || port > 65_535) {
            throw new StackFailure("--port needs a number between 1 and 65535, not " + text + ".");
        }
        return port;
    }

    private static Map<String, Integer> instances(String text) {
        var found = new LinkedHashMap<String, Integer>();
        for (var part : text.split(",", -1)) {
            var pair = part.split("=", 2);
            if (pair.length != 2) {
                throw new StackFailure(
                        "--instances needs service=number, for example meter=2,gateway=2; not " + part + ".");
            }
            found.put(pair[0].strip(), number(pair[1].strip(), "--instances"));
        }
        return found;
    }

    private static int number(String text, String option) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StackFailure(option + " needs a number, not '" + text + "'.", e);
        }
    }
}
