package io.platen.localstack.printers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder with walks of real printers. It is no part of the repository: {@code PLATEN_WALKS} (system property or
 * environment variable) names it, else a folder {@code shared/data/printers} beside the repository is taken. Tests that
 * need it are skipped, and say so, where it is missing.
 */
final class Walks {

    static final String MISSING =
            "skipped: no walks of real printers here; set PLATEN_WALKS to a folder that holds brother.json,"
                    + " epson_cw.json and kyocera_cs4053.json";

    private Walks() {}

    static boolean present() {
        return folder() != null;
    }

    static @Nullable Path folder() {
        var named = Stream.of(System.getProperty("PLATEN_WALKS"), System.getenv("PLATEN_WALKS"))
                .filter(name -> name != null && !name.isBlank())
                .map(Path::of);
        var here = Path.of("").toAbsolutePath();
        var beside = Stream.iterate(here, path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("pom.xml")))
                .reduce((module, repository) -> repository)
                .map(repository -> repository.resolve("../shared/data/printers").normalize())
                .stream();
        return Stream.concat(named, beside)
                .filter(folder -> Files.exists(folder.resolve("brother.json"))
                        && Files.exists(folder.resolve("epson_cw.json"))
                        && Files.exists(folder.resolve("kyocera_cs4053.json")))
                .findFirst()
                .orElse(null);
    }
}
