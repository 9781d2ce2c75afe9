package io.platen.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that say for good what something looks like, under {@code src/test/resources}. Run with
 * {@code -Dgolden.write=true} to write those that are missing; an existing one is only ever changed by hand.
 */
public final class Golden {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Golden() {}

    /** The object as JSON is what the file holds, and the file is read back as an equal object. */
    public static void assertJson(String path, Object object) {
        var file = Path.of("src/test/resources").resolve(path);
        var actual = JSON.writeValueAsString(object) + "\n";
        try {
            if (!Files.exists(file) && Boolean.getBoolean("golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file)
                    .as("golden file; -Dgolden.write=true writes one that is missing")
                    .exists();
            var golden = Files.readString(file);
            assertThat(JSON.readTree(actual)).as(path).isEqualTo(JSON.readTree(golden));
            assertThat((Object) JSON.readValue(golden, object.getClass()))
                    .as(path + " read back")
                    .isEqualTo(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
