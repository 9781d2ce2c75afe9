package io.platen.localstack.apps;

import java.nio.file.Files;
import java.nio.file.Path;

/** A service's jar, unpacked so that it starts fast. */
record PreparedApp(Service service, Path folder, Path jar) {

    Path aotCache() {
        return folder.resolve("app.aot");
    }

    Path trainingOutput() {
        return folder.resolve("training.aot");
    }

    boolean isTrained() {
        return Files.exists(aotCache());
    }
}
