package io.platen.agent.snmp;

/** Where a printer's SNMP agent listens; the name is resolved at every poll, since addresses move. */
public record PrinterAddress(String host, int port) implements Comparable<PrinterAddress> {

    private static final int SNMP = 161;

    public PrinterAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a printer's address needs a host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must lie in 1..65535 but is " + port);
        }
    }

    /** Reads {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}; the port is 161 unless given. */
    public static PrinterAddress parse(String text) {
        var value = text.strip();
        if (value.startsWith("[")) {
            int end = value.indexOf(']');
            if (end < 0) {
                throw new IllegalArgumentException("'" + text + "' lacks the closing bracket");
            }
            var rest = value.substring(end + 1);
            return new PrinterAddress(value.substring(1, end), rest.startsWith(":") ? port(rest.substring(1)) : SNMP);
        }
        int colon = value.lastIndexOf(':');
        return colon < 0 || value.indexOf(':') != colon
                ? new PrinterAddress(value, SNMP)
                : new PrinterAddress(value.substring(0, colon), port(value.substring(colon + 1)));
    }

    private static int port(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + digits + "' is no port", e);
        }
    }

    @Override
    public int compareTo(PrinterAddress other) {
        int byHost = host.compareTo(other.host);
        return byHost != 0 ? byHost : Integer.compare(port, other.port);
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
