package io.platen.gateway.read;

import io.platen.contracts.supply.AutoTonerContact;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.ShippingLabel;
import io.platen.gateway.read.DeviceShapes.Note;
import io.platen.gateway.read.Shapes.Device;
import io.platen.platform.security.Caller;
import io.platen.platform.spreadsheet.SheetColumn;
import io.platen.platform.spreadsheet.SheetLayout;
import io.platen.platform.spreadsheet.SheetWriter;
import io.platen.platform.spreadsheet.WorkbookWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** F-E: the devices of the account with everything that is known of them (DEV-38). */
@Component
class DevicesDownload {

    private static final int AT_ONCE = 500;

    private final DeviceRows devices;
    private final JdbcClient jdbc;

    DevicesDownload(DeviceRows devices, JdbcClient jdbc) {
        this.devices = devices;
        this.jdbc = jdbc;
    }

    /** In a transaction that sees one moment only. */
    void write(WorkbookWriter book, DownloadTexts texts, DeviceFilter wanted, Caller caller) {
        var sheet = book.sheet(
                SheetLayout.of(texts.of("sheet.devices"), columns(texts)).withFilter());
        for (var page = 0; ; page++) {
            var part = new Page(page, AT_ONCE, DeviceFilter.STANDARD);
            var some = devices.list(wanted.filter(), part.sql(), caller, row -> false);
            var ids = some.stream().map(Device::id).toList();
            var people = people(ids);
            for (var device : some) {
                row(sheet.row(), device, people.get(device.id()), texts);
            }
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    private static List<SheetColumn> columns(DownloadTexts texts) {
        return Stream.of(
                        "customerAccountNumber",
                        "systemAccountNumber",
                        "serialNumber",
                        "equipmentNumber",
                        "model",
                        "site",
                        "street",
                        "postalCode",
                        "city",
                        "country",
                        "room",
                        "note1",
                        "note2",
                        "contractNumber",
                        "contractEnd",
                        "maintenance",
                        "supplies",
                        "assignedUsers",
                        "remoteStatus",
                        "lastCommunication",
                        "autoTonerState",
                        "enrolled",
                        "reporting",
                        "contact",
                        "attention",
                        "shipTo",
                        "stockLocation")
                .map(key -> SheetColumn.of(texts.of(key), 20))
                .toList();
    }

    private static void row(SheetWriter.RowWriter row, Device device, @Nullable String people, DownloadTexts texts) {
        var account = device.account();
        var location = device.location();
        var coverage = device.coverage();
        var monitoring = device.monitoring();
        var toner = device.autoToner();
        var label = toner == null ? null : toner.label();
        var contact = toner == null ? null : toner.contact();
        row.text(account == null ? null : account.customerAccountNumber())
                .text(account == null ? null : account.systemAccountNumber())
                .text(device.serialNumber())
                .text(device.equipmentNumber())
                .text(device.model())
                .text(location == null ? null : location.site())
                .text(location == null ? null : location.street())
                .text(location == null ? null : location.postalCode())
                .text(location == null ? null : location.city())
                .text(location == null ? null : location.country())
                .text(location == null ? null : location.room())
                .text(note(device, 1))
                .text(note(device, 2))
                .text(coverage == null ? null : coverage.contractNumber())
                .date(coverage == null ? null : coverage.until())
                .text(texts.yesOrNo(coverage != null && coverage.maintenance()))
                .text(texts.yesOrNo(coverage != null && coverage.supplies()))
                .text(people)
                .text(monitoring == null ? null : texts.of("remote." + monitoring.status()))
                .dateTime(lastCommunication(device))
                .text(toner == null ? null : texts.of("toner." + toner.state()))
                .text(toner == null ? null : enrolled(toner.state(), texts))
                .text(texts.yesOrNo(device.reporting()))
                .text(contact == null ? null : whoAndHow(contact))
                .text(label == null ? null : label.attention())
                .text(label == null ? null : shipTo(label))
                .text(null); // nobody keeps stock locations yet
    }

    private static String whoAndHow(AutoTonerContact contact) {
        return Stream.of(contact.firstName() + " " + contact.lastName(), contact.phone(), contact.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String shipTo(ShippingLabel label) {
        return String.join(
                ", ", label.name(), label.street(), label.postalCode() + " " + label.city(), label.country());
    }

    private static @Nullable String note(Device device, int number) {
        return device.notes().stream()
                .filter(note -> note.note() == number)
                .map(Note::text)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDateTime lastCommunication(Device device) {
        var spoke = device.lastCommunication();
        var location = device.location();
        return spoke == null
                ? null
                : LocalDateTime.ofInstant(spoke, location == null ? ZoneOffset.UTC : ZoneId.of(location.timeZone()));
    }

    /** Whether a machine that is not eligible is enrolled is not told (D-18). */
    private static @Nullable String enrolled(AutoTonerState state, DownloadTexts texts) {
        return switch (state) {
            case ENABLED_ACTIVE, ENABLED_INACTIVE -> texts.yesOrNo(true);
            case NOT_ENABLED -> texts.yesOrNo(false);
            case NOT_ELIGIBLE -> null;
        };
    }

    /** The names of those who look after each device. */
    private Map<UUID, String> people(List<UUID> ids) {
        var found = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select v.device_id, string_agg(coalesce(u.name, ''), ', ' order by u.name, u.user_id) as names
                            from view_assignment v
                            join view_device d on d.device_id = v.device_id and d.account_id = v.account_id
                            join view_user u on u.user_id = v.user_id and u.active
                            where v.device_id in (:devices) group by v.device_id
                            """).param("devices", ids).query((RowCallbackHandler)
                    rows -> found.put(rows.getObject("device_id", UUID.class), rows.getString("names")));
        }
        return found;
    }
}
