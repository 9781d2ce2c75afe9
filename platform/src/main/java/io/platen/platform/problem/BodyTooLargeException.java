package io.platen.platform.problem;

import java.io.IOException;

/** More came than a request may hold. */
public final class BodyTooLargeException extends IOException {

    public BodyTooLargeException(long limit) {
        super("The body is larger than " + limit + " bytes");
    }
}
