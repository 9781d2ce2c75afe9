package io.platen.meter.reading;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Proves that exactly these values, on this day and after this read, were doubted and shown to somebody. */
record WarningToken(String text) {

    private static final String ALGORITHM = "HmacSHA256";

    static WarningToken of(
            String key, DeviceId device, LocalDate readOn, Counters counters, @Nullable ReadId previous) {
        var doubted = String.join(
                "|", device.toString(), readOn.toString(), counters.pages().toString(), "" + previous);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var signature = mac.doFinal(doubted.getBytes(StandardCharsets.UTF_8));
            return new WarningToken(Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK knows " + ALGORITHM, e);
        }
    }

    boolean matches(@Nullable String other) {
        return other != null
                && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
