package io.platen.localstack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Something a person at the terminal has to act on; the message is one whole sentence and needs no stack trace. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Of a full disk, or one that is not ours to write to. */
    public static StackFailure writing(Path file, IOException cause) {
        return new StackFailure("Cannot write to " + file + ": " + reasonOf(cause), cause);
    }

    /** What a file system says mostly begins with the file, or is nothing but the file. */
    static String reasonOf(IOException cause) {
        if (cause instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return switch (cause) {
            case NoSuchFileException gone -> gone.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " is not allowed";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
