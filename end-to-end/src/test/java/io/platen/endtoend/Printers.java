package io.platen.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The walks to replay: one of a printer that does not exist, and those of real printers where there are any. These are
 * no part of the repository; {@code PLATEN_WALKS} names their folder, else {@code shared/data/printers} beside the
 * repository is taken.
 */
final class Printers {
    static final String OWN = "ostrel";
    static final String OWN_SERIAL = "OL210M099001";
    private static final List<String> REAL = List.of("brother", "epson_cw", "kyocera_cs4053");

    private Printers() {}

    static boolean haveRealOnes() {
        return realOnes().isPresent();
    }

    /** Puts all walks there are into one folder. */
    static Path gather(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var own = Objects.requireNonNull(Printers.class.getResourceAsStream("/printers/" + OWN + ".json"))) {
            Files.copy(own, folder.resolve(OWN + ".json"), StandardCopyOption.REPLACE_EXISTING);
        }
        var real = realOnes();
        if (real.isPresent()) {
            for (var name : REAL) {
                Files.copy(real.get().resolve(name + ".json"), folder.resolve(name + ".json"));
            }
        }
        return folder;
    }

    private static Optional<Path> realOnes() {
        var named = Stream.ofNullable(System.getenv("PLATEN_WALKS")).map(Path::of);
        var beside = Stream.of(Path.of("").toAbsolutePath().resolve("../../shared/data/printers"));
        return Stream.concat(named, beside)
                .map(Path::normalize)
                .filter(folder -> REAL.stream().allMatch(name -> Files.exists(folder.resolve(name + ".json"))))
                .findFirst();
    }
}
