package io.platen.platform.spreadsheet;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a date from a number, which differ by their format only. */
final class DateFormats {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^\\]]*]");
    private static final Pattern OF_DATE = Pattern.compile("[yYdD]|[hHsS]|[mM]");

    private DateFormats() {}

    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id == null) {
            return false;
        }
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        return OF_DATE.matcher(QUOTED.matcher(format).replaceAll("")).find();
    }
}
