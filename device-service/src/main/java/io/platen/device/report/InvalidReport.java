package io.platen.device.report;

/** A report cannot be used; the message goes back to the agent. */
final class InvalidReport extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidReport(String message) {
        super(message, null, false, false);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
