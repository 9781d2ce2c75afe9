package io.platen.localstack.printers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One walk as a JSON array of {@code {oid, type, value, hex_value?}}, in any order. Of an object told twice the later
 * one counts; an entry that cannot be read is left out. Octets come from {@code hex_value} where there is one, since
 * {@code value} has lost what was no text.
 */
final class WalkFile {

    private static final Logger log = LoggerFactory.getLogger(WalkFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WalkFile() {}

    static Mib read(Path file) throws IOException {
        JsonNode entries;
        try (var in = Files.newInputStream(file)) {
            entries = JSON.readTree(in);
        } catch (JacksonException e) {
            throw new IOException(file + " is no walk: " + e.getOriginalMessage(), e);
        }
        if (!entries.isArray()) {
            throw new IOException(file + " is no walk: it holds no array");
        }
        var mib = new Mib();
        int unreadable = 0;
        for (var entry : entries) {
            if (!take(entry, mib)) {
                unreadable++;
            }
        }
        if (unreadable > 0) {
            log.info("{}: {} of {} entries left out as unreadable", file.getFileName(), unreadable, entries.size());
        }
        return mib;
    }

    private static boolean take(JsonNode entry, Mib mib) {
        try {
            var value = variable(entry);
            if (value == null) {
                return false;
            }
            mib.put(new OID(undotted(entry.path("oid").asString(""))), value);
            return true;
        } catch (RuntimeException unreadable) { // numbers, addresses and OIDs each fail in their own way
            return false;
        }
    }

    private static @Nullable Variable variable(JsonNode entry) {
        var value = entry.path("value").asString("");
        return switch (entry.path("type").asString("")) {
            case "Integer", "Integer32", "INTEGER" -> new Integer32(Integer.parseInt(value));
            case "Counter32" -> new Counter32(Long.parseLong(value));
            case "Counter64" -> new Counter64(Long.parseUnsignedLong(value));
            case "Gauge32", "Unsigned32", "Uinteger32" -> new Gauge32(Long.parseLong(value));
            case "TimeTicks" -> new TimeTicks(Long.parseLong(value));
            case "IPAddress", "IpAddress" -> new IpAddress(value);
            case "ObjectIdentifier" -> new OID(undotted(value));
            case "OctetString", "BitString", "Opaque" -> new OctetString(octets(entry, value));
            default -> null;
        };
    }

    private static byte[] octets(JsonNode entry, String value) {
        var hex = entry.path("hex_value").asString("");
        return hex.isEmpty()
                ? value.getBytes(StandardCharsets.UTF_8)
                : HexFormat.of().parseHex(hex);
    }

    private static String undotted(String oid) {
        return oid.startsWith(".") ? oid.substring(1) : oid;
    }
}
