package io.platen.localstack;

/** Something a person at the terminal has to act on; the message is one whole sentence and needs no stack trace. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
