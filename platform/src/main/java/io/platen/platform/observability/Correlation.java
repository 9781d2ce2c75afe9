package io.platen.platform.observability;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that everything one request sets off has in common; it lives in the logging context of the thread. */
public final class Correlation {

    /** Asked for and answered under this name. */
    public static final String HEADER = "Platen-Correlation";

    /** The key in the logging context, and so the field in structured logs. */
    public static final String MDC_KEY = "correlationId";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Correlation() {}

    /** The current id; a new one where nothing is under way. */
    public static String current() {
        var id = MDC.get(MDC_KEY);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    /** What a stranger sends is taken only where it can do no harm in logs and headers. */
    public static String acceptedOrNew(@Nullable String offered) {
        return offered != null && HARMLESS.matcher(offered).matches()
                ? offered
                : UUID.randomUUID().toString();
    }

    /** Ends with {@code close}, which restores what was before. */
    public static Scope open(String id) {
        var before = MDC.get(MDC_KEY);
        MDC.put(MDC_KEY, id);
        return () -> {
            if (before == null) {
                MDC.remove(MDC_KEY);
            } else {
                MDC.put(MDC_KEY, before);
            }
        };
    }

    /** What was before comes back when it is closed. */
    @FunctionalInterface
    public interface Scope {
        void close();
    }
}
