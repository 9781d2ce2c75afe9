package io.platen.agent.snmp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.LongStream;

/** A stretch of IPv4 addresses to look for printers in: {@code 10.0.0.0/24}, {@code 10.0.0.5-10.0.0.9}, both with {@code :port}. */
public record AddressRange(long first, long last, int port) {

    /** More would be a scan of somebody's company, not of a print room. */
    public static final int LARGEST = 4096;

    public AddressRange {
        if (last < first) {
            throw new IllegalArgumentException("a range ends before it begins");
        }
        if (last - first >= LARGEST) {
            throw new IllegalArgumentException("a range holds at most " + LARGEST + " addresses");
        }
    }

    public static AddressRange parse(String text) {
        var value = text.strip();
        int colon = value.indexOf(':');
        int port = colon < 0
                ? 161
                : PrinterAddress.parse("x" + value.substring(colon)).port();
        var range = colon < 0 ? value : value.substring(0, colon);
        int slash = range.indexOf('/');
        if (slash >= 0) {
            int bits = bits(range.substring(slash + 1), text);
            long size = 1L << (32 - bits);
            long network = number(range.substring(0, slash), text) & -size;
            return size <= 2
                    ? new AddressRange(network, network + size - 1, port)
                    : new AddressRange(network + 1, network + size - 2, port); // neither network nor broadcast
        }
        int dash = range.indexOf('-');
        return dash < 0
                ? new AddressRange(number(range, text), number(range, text), port)
                : new AddressRange(
                        number(range.substring(0, dash), text), number(range.substring(dash + 1), text), port);
    }

    public List<PrinterAddress> addresses() {
        return LongStream.rangeClosed(first, last)
                .mapToObj(at -> new PrinterAddress(
                        "%d.%d.%d.%d".formatted((at >> 24) & 255, (at >> 16) & 255, (at >> 8) & 255, at & 255), port))
                .toList();
    }

    private static int bits(String digits, String text) {
        try {
            int bits = Integer.parseInt(digits);
            if (bits >= 20 && bits <= 32) {
                return bits;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no address range", e);
        }
        throw new IllegalArgumentException("'" + text + "': a network must lie between /20 and /32");
    }

    private static long number(String dotted, String text) {
        if (!dotted.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            throw new IllegalArgumentException("'" + text + "' is no address range");
        }
        try {
            long number = 0;
            for (byte octet : InetAddress.getByName(dotted).getAddress()) {
                number = (number << 8) | (octet & 255);
            }
            return number;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is no address range", e);
        }
    }
}
