package io.platen.identity.user;

import io.platen.identity.IdentityProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.web.PlainText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The user name: an e-mail address, compared without case (D-07). */
public final class EmailAddress {

    private static final Pattern PLAUSIBLE = Pattern.compile(
            "[^\\s@\"(),:;<>\\[\\\\\\]]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,187}[\\p{L}\\p{N}])?");

    private static final int LONGEST = 254;

    private EmailAddress() {}

    /** @throws Rejected when no mail could ever arrive there */
    public static String normalised(String address) {
        var stripped = address.strip();
        if (!PlainText.is(stripped) || !PLAUSIBLE.matcher(stripped).matches() || stripped.contains("..")) {
            throw Rejected.of(IdentityProblem.EMAIL_INVALID);
        }
        return stripped.toLowerCase(Locale.ROOT);
    }

    /** For looking up what somebody typed; empty where nobody can be called so. */
    public static Optional<String> lenient(String typed) {
        return Optional.of(typed.strip())
                .filter(name -> name.length() <= LONGEST && PlainText.is(name))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }
}
