package io.platen.identity.user;

import io.platen.identity.IdentityProblem;
import io.platen.platform.problem.Rejected;
import java.util.List;

/** The languages of texts and mails (D-44). */
public final class Language {

    /** The first is the one to fall back on. */
    public static final List<String> ALL = List.of("en", "nl", "pt");

    private Language() {}

    /** @throws Rejected when the platform does not speak it */
    public static String checked(String language) {
        if (!ALL.contains(language)) {
            throw Rejected.of(IdentityProblem.LANGUAGE_UNKNOWN).with("language", language);
        }
        return language;
    }
}
