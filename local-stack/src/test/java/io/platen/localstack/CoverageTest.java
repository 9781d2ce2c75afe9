package io.platen.localstack;

import static java.util.function.Function.identity;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/coverage.md names for each requirement the tests that show it, and they exist. */
class CoverageTest {

    private static final Path ROOT = StackPaths.findRoot();

    /** For example {@code | DEV-01 | says | `gateway/DevicesIT#myDevicesAreThoseAssigned` |}. */
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]{3}-\\d\\d) \\| [^|]+ \\| ([^|]+) \\|");

    private static final Pattern REFERENCE = Pattern.compile("`([\\w-]+)/([\\w.]+)#([^`]+)`");

    @Test
    void everyRequirementIsListedOnce() {
        var expected = Stream.of(
                        numbered("DEV", 43), numbered("MET", 40), Stream.of("BEY-01", "BEY-03", "BEY-11", "BEY-12"))
                .flatMap(identity())
                .toList();
        assertThat(rows().stream().map(Row::requirement)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyRequirementNamesTestsThatExist() {
        var sources = sourcesByModule();
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            var references = REFERENCE.matcher(row.tests());
            var count = 0;
            while (references.find()) {
                count++;
                var source = sources.getOrDefault(references.group(1), Map.of()).get(references.group(2));
                if (source == null || !hasTest(source, references.group(2), references.group(3))) {
                    wrong.add(row.requirement() + ": " + references.group());
                }
            }
            if (count == 0) {
                wrong.add(row.requirement() + ": no test");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTestThatDoesNotExistIsMissed() {
        var own = read(ROOT.resolve("local-stack/src/test/java/io/platen/localstack/CoverageTest.java"));

        assertThat(hasTest(own, "CoverageTest", "everyRequirementIsListedOnce")).isTrue();
        assertThat(hasTest(own, "CoverageTest", "everyRequirementIsListedTwice"))
                .isFalse();
        assertThat(hasTest(own, "CoverageTest", "read")).isFalse();
    }

    private record Row(String requirement, String tests) {}

    private static List<Row> rows() {
        return ROW.matcher(read(ROOT.resolve("docs/coverage.md")))
                .results()
                .map(row -> new Row(row.group(1), row.group(2)))
                .toList();
    }

    private static Stream<String> numbered(String family, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> "%s-%02d".formatted(family, number));
    }

    /** A method under a test annotation, or in the portal a test of that name. */
    private static boolean hasTest(String source, String file, String name) {
        if (file.endsWith(".test")) {
            return source.contains("'" + name + "'");
        }
        return Pattern.compile("@(Test|ParameterizedTest|RepeatedTest)\\b(?:(?!\\bvoid\\b)[\\s\\S])*?\\bvoid "
                        + Pattern.quote(name) + "\\(")
                .matcher(source)
                .find();
    }

    private static Map<String, Map<String, String>> sourcesByModule() {
        try (var modules = Files.list(ROOT)) {
            var all = new TreeMap<String, Map<String, String>>();
            for (var module : modules.filter(Files::isDirectory).toList()) {
                for (var tests : List.of(module.resolve("src/test/java"), module.resolve("test"))) {
                    if (Files.isDirectory(tests)) {
                        all.put(module.getFileName().toString(), sourcesIn(tests));
                    }
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sourcesIn(Path tests) throws IOException {
        try (var files = Files.walk(tests)) {
            var sources = new TreeMap<String, String>();
            files.filter(file -> file.toString().matches(".*\\.(java|tsx?)$"))
                    .forEach(file -> sources.merge(
                            file.getFileName().toString().replaceAll("\\.(java|tsx?)$", ""),
                            read(file),
                            String::concat));
            return sources;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
