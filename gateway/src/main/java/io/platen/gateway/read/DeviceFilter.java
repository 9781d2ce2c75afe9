package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.contracts.device.DeviceState;
import io.platen.gateway.read.DeviceShapes.MonitoringStatus;
import io.platen.platform.security.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a device list is narrowed to and sorted by. Of devices that are only browsed (D-02) neither a condition nor an
 * order says more than their three fields: whatever else is asked for is asked of the others.
 */
final class DeviceFilter {

    /**
     * The criteria, all of which must hold.
     *
     * @param relatedParty customer account number of one of the caller's accounts
     * @param contract ACTIVE or NONE
     * @param assigned to the caller; false also brings what he may only browse
     */
    record Criteria(
            @Nullable String q,
            @Nullable String serialNumber,
            @Nullable String model,
            @Nullable String location,
            @Nullable UUID accountId,
            @Nullable String relatedParty,
            @Nullable String contract,
            @Nullable UUID group,
            @Nullable DeviceState state,
            @Nullable MonitoringStatus monitoring,
            @Nullable Boolean due,
            @Nullable Boolean lowToner,
            @Nullable Boolean assigned) {}

    static final String STANDARD = "d.serial_number, d.device_id";

    private static final Set<Function> BROWSE = Set.of(Function.DEVICE_BROWSE_ACCOUNT);

    private static final Map<String, String> SHOWN = Map.of(
            "serialNumber", "d.serial_number",
            "model", "d.model",
            "manufacturer", "d.manufacturer",
            "site", "d.site",
            "city", "d.city",
            "room", "d.room",
            "accountName", "a.name",
            "customerAccountNumber", "a.customer_account_number");

    private static final Map<String, String> HIDDEN = Map.ofEntries(
            Map.entry("equipmentNumber", "d.equipment_number"),
            Map.entry(
                    "lastRead",
                    "(select max(r.read_on) from view_read r where r.device_id = d.device_id and not r.superseded)"),
            Map.entry("lastCommunication", "d.last_communication"),
            Map.entry("state", "d.state"),
            Map.entry("contract", "d.coverage_contract"),
            Map.entry("contractUntil", "d.coverage_until"),
            Map.entry("autoToner", "(select t.state from view_auto_toner t where t.device_id = d.device_id)"),
            Map.entry("due", "d.due_on"),
            Map.entry("note1", DeviceRows.NOTE.formatted(1)),
            Map.entry("note2", DeviceRows.NOTE.formatted(2)));

    private static final String[] SEARCHED_SHOWN = {
        "d.serial_number ilike ?",
        "d.model ilike ?",
        "d.manufacturer ilike ?",
        "d.site ilike ?",
        "d.street ilike ?",
        "d.postal_code ilike ?",
        "d.city ilike ?",
        "d.room ilike ?",
        "a.name ilike ?",
        "a.customer_account_number ilike ?",
        "a.system_account_number ilike ?"
    };
    private static final String[] SEARCHED_HIDDEN = {
        "d.equipment_number ilike ?",
        "d.coverage_contract ilike ?",
        "exists (select 1 from view_note n where n.device_id = d.device_id and n.text ilike ?"
                + " and (n.account_id is null or n.account_id = d.account_id))"
    };

    private final DeviceRows devices;
    private final Filter filter = new Filter();
    private final String whole;
    private final boolean browses;

    private DeviceFilter(DeviceRows devices, Caller caller, Set<Function> anyOf, boolean withBrowsed) {
        this.devices = devices;
        this.whole = "(" + filter.deviceScope(caller, anyOf) + ")";
        var browsed = withBrowsed ? filter.deviceScope(caller, BROWSE) : "false";
        this.browses = !browsed.equals("false");
        filter.and(browses ? whole + " or (" + browsed + ")" : whole);
    }

    /** @param anyOf what shows the whole device */
    static DeviceFilter of(DeviceRows devices, Caller caller, Set<Function> anyOf, Criteria wanted) {
        // D-02: who may browse the account sees three fields of its other devices.
        var made = new DeviceFilter(devices, caller, anyOf, Boolean.FALSE.equals(wanted.assigned()));
        made.narrow(caller, wanted);
        return made;
    }

    /** Nothing that is only browsed. */
    static DeviceFilter whole(DeviceRows devices, Caller caller, Set<Function> anyOf, Criteria wanted) {
        var made = new DeviceFilter(devices, caller, anyOf, false);
        made.narrow(caller, wanted);
        return made;
    }

    Filter filter() {
        return filter;
    }

    /** By what may be sorted, in SQL. */
    Map<String, String> sortable() {
        var columns = new LinkedHashMap<>(SHOWN);
        HIDDEN.forEach((name, column) -> columns.put(name, hidden(column)));
        columns.put("monitoring", hidden(devices.monitoring(filter)));
        return columns;
    }

    private String hidden(String column) {
        return browses ? "case when " + whole + " then " + column + " end" : column;
    }

    private void narrow(Caller caller, Criteria wanted) {
        var assigned = wanted.assigned();
        if (assigned != null) {
            filter.and(
                    (assigned ? "" : "not ") + filter.assignedTo(caller.userId().value()));
        }
        if (wanted.accountId() != null) {
            filter.and("d.account_id = " + filter.with(wanted.accountId()));
        }
        if (wanted.relatedParty() != null) {
            filter.and("a.customer_account_number = " + filter.with(Page.text("relatedParty", wanted.relatedParty())));
        }
        words("serialNumber", wanted.serialNumber(), "d.serial_number ilike ?");
        words("model", wanted.model(), "d.model ilike ?", "d.manufacturer ilike ?");
        words(
                "location",
                wanted.location(),
                "d.site ilike ?",
                "d.street ilike ?",
                "d.postal_code ilike ?",
                "d.city ilike ?",
                "d.country ilike ?",
                "d.room ilike ?");
        if (wanted.contract() != null) {
            andOfWhole(
                    switch (wanted.contract()) {
                        case "ACTIVE" -> "d.coverage_contract is not null";
                        case "NONE" -> "d.coverage_contract is null";
                        default -> throw Page.invalid("contract", Page.shortened(wanted.contract()));
                    });
        }
        if (wanted.group() != null) {
            andOfWhole("exists (select 1 from view_device_group g where g.group_id = " + filter.with(wanted.group())
                    + " and g.account_id = d.account_id and d.device_id = any (g.devices))");
        }
        if (wanted.state() != null) {
            andOfWhole("d.state = " + filter.with(wanted.state().name()));
        }
        if (wanted.monitoring() != null) {
            andOfWhole(devices.monitoring(filter) + " = "
                    + filter.with(wanted.monitoring().name()));
        }
        if (wanted.due() != null) {
            andOfWhole("d.due_on is " + (wanted.due() ? "not " : "") + "null");
        }
        if (wanted.lowToner() != null) {
            andOfWhole((wanted.lowToner() ? "" : "not ")
                    + "exists (select 1 from view_low_toner l where l.device_id = d.device_id)");
        }
        if (wanted.q() != null) {
            var searched = new String[SEARCHED_SHOWN.length + SEARCHED_HIDDEN.length];
            System.arraycopy(SEARCHED_SHOWN, 0, searched, 0, SEARCHED_SHOWN.length);
            for (int i = 0; i < SEARCHED_HIDDEN.length; i++) {
                searched[SEARCHED_SHOWN.length + i] =
                        browses ? "(" + whole + " and " + SEARCHED_HIDDEN[i] + ")" : SEARCHED_HIDDEN[i];
            }
            filter.words(wanted.q(), searched);
        }
    }

    private void words(String field, @Nullable String text, String... expressions) {
        if (text != null) {
            filter.wordsOf(field, text, expressions);
        }
    }

    private void andOfWhole(String condition) {
        filter.and(browses ? whole + " and " + condition : condition);
    }
}
