package io.platen.endtoend;

import io.platen.localstack.access.PlatenApi;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A device of the demo with the counters it showed last.
 *
 * @param perDay pages in all per day between its last two reads
 */
record DemoDevice(
        String id, String serial, LocalDate today, LocalDate lastReadOn, long total, long colour, long perDay) {

    /** Devices with a colour counter that this person may read and that nobody has read today. */
    static List<DemoDevice> assignedTo(PlatenApi person) {
        return person.mustGet("/api/devices?assigned=true&size=200&sort=serialNumber,asc")
                .required("items")
                .valueStream()
                .filter(device -> device.path("counters").toString().contains("COLOUR")
                        && device.path("lastRead").isObject())
                .map(device -> of(person, device))
                .filter(device -> device.lastReadOn.isBefore(device.today))
                .toList();
    }

    private static DemoDevice of(PlatenApi person, JsonNode device) {
        var id = device.required("id").asString();
        var reads = person.mustGet("/api/devices/" + id + "/reads").required("items");
        var last = reads.required(0);
        var before = reads.required(1);
        var lastReadOn = day(last);
        return new DemoDevice(
                id,
                device.required("serialNumber").asString(),
                LocalDate.now(ZoneId.of(
                        device.required("location").required("timeZone").asString())),
                lastReadOn,
                count(last, "total"),
                count(last, "colour"),
                (count(last, "total") - count(before, "total")) / ChronoUnit.DAYS.between(day(before), lastReadOn));
    }

    private static LocalDate day(JsonNode read) {
        return LocalDate.parse(read.required("readOn").asString());
    }

    private static long count(JsonNode read, String counter) {
        return read.required("counters").required(counter).asLong();
    }

    /** As many pages as it printed so far, up to today. */
    long plausibleTotal() {
        return total + perDay * daysSince();
    }

    /** A third of them in colour, as it was before. */
    long plausibleColour() {
        return colour + perDay * daysSince() * 3 / 10;
    }

    /** Far more than anybody prints. */
    long doubtfulTotal() {
        return plausibleTotal() + daysSince() * (perDay * 4 + 5_000);
    }

    private long daysSince() {
        return ChronoUnit.DAYS.between(lastReadOn, today);
    }

    /** As the portal writes it in English. */
    static String written(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
