package io.platen.agent.snmp;

/** The printer did not answer at all: off, unplugged, or another community. */
public class PrinterSilentException extends Exception {
    private static final long serialVersionUID = 1L;

    public PrinterSilentException(String message) {
        super(message);
    }

    public PrinterSilentException(String message, Throwable cause) {
        super(message, cause);
    }
}
