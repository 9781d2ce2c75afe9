package io.platen.localstack.parts;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for exactly these contents. */
public final class Fingerprint {
    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @CanIgnoreReturnValue
    public Fingerprint add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    @CanIgnoreReturnValue
    public Fingerprint add(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return add(in);
        }
    }

    @CanIgnoreReturnValue
    public Fingerprint add(InputStream in) throws IOException {
        var buffer = new byte[65_536];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return this;
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }
}
