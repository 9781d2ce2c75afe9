package io.platen.platform.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Reads workbooks in a process of its own that has little memory, so that whoever needs more fails. */
final class ReadInSmallHeap {

    static final int MOST_ROWS = 5_001;

    private static final WorkbookLimits LIMITS = WorkbookLimits.of(MOST_ROWS, 20);

    private ReadInSmallHeap() {}

    /**
     * @param folder of files to read
     * @return by file what came of it: the number of rows, or the reason
     */
    static Map<String, String> files(Path folder) throws IOException, InterruptedException {
        return run("files", folder);
    }

    /** Changed at random bytes, each of the files many times. */
    static Map<String, String> shaken(Path folder) throws IOException, InterruptedException {
        return run("shaken", folder);
    }

    private static Map<String, String> run(String what, Path folder) throws IOException, InterruptedException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var out = folder.resolveSibling(folder.getFileName() + ".out");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolveSibling("tmp")),
                        "-cp",
                        classPath,
                        ReadInSmallHeap.class.getName(),
                        what,
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("still reading: " + Files.readString(out));
            }
        } finally {
            process.destroyForcibly();
        }
        var results = new TreeMap<String, String>();
        for (var line : Files.readAllLines(out)) {
            var parts = line.split("\t", 2);
            results.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return results;
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (var list = Files.list(Path.of(arguments[1]))) {
            files = list.sorted().toList();
        }
        for (var file : files) {
            if (arguments[0].equals("files")) {
                try (var bytes = open(file)) {
                    System.out.println(file.getFileName() + "\t" + read(bytes));
                }
            } else {
                System.out.println(file.getFileName() + "\t" + shaken(Files.readAllBytes(file)));
            }
        }
        System.out.println("left open\t" + openFiles());
        System.out.println("left behind\t" + leftBehind());
    }

    private static InputStream open(Path file) throws IOException {
        return file.getFileName().toString().equals(BadWorkbooks.ENDLESS) ? new Endless() : Files.newInputStream(file);
    }

    private static String read(InputStream bytes) throws IOException {
        try (var book = BoundedWorkbook.open(bytes, LIMITS)) {
            var count = 0;
            for (var sheet : book.sheets()) {
                try (var rows = book.rows(sheet.name())) {
                    count += (int) rows.peek(SheetRow::isBlank).count();
                }
            }
            return count + " rows";
        } catch (UnreadableWorkbook refused) {
            return refused.reason().name();
        }
    }

    /** Always the same changes. */
    private static String shaken(byte[] original) throws IOException {
        var random = RandomGenerator.of("L64X128MixRandom");
        var outcomes = new ArrayList<String>();
        for (int i = 0; i < 1_500; i++) {
            var bytes = original.clone();
            for (int change = 0; change <= i % 8; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var length = i % 10 == 0 ? random.nextInt(bytes.length) : bytes.length;
            outcomes.add(read(new java.io.ByteArrayInputStream(bytes, 0, length)));
        }
        return outcomes.size() + " times";
    }

    /** Files of workbooks that this process still holds; nothing where the system does not tell. */
    private static long openFiles() throws IOException {
        var handles = Path.of("/proc/self/fd");
        if (!Files.isDirectory(handles)) {
            return 0;
        }
        try (Stream<Path> list = Files.list(handles)) {
            return list.filter(handle -> {
                        try {
                            return Files.readSymbolicLink(handle).toString().contains("upload-");
                        } catch (IOException e) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    private static long leftBehind() throws IOException {
        try (var list = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return list.count();
        }
    }

    /** A hundred megabytes of nothing in particular. */
    private static final class Endless extends InputStream {

        private int left = 100_000_000;

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            var read = Math.min(length, left);
            java.util.Arrays.fill(buffer, offset, offset + read, (byte) 'x');
            left -= read;
            return read;
        }
    }
}
