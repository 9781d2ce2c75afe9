package io.platen.gateway.read;

import io.platen.contracts.access.Function;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.gateway.read.DeviceShapes.Action;
import io.platen.gateway.read.DeviceShapes.DeviceAction;
import io.platen.gateway.read.DeviceShapes.NotNow;
import io.platen.platform.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** DEV-13: what a reader may do with a device, and why not. A hint for his screen: the services decide. */
final class DeviceActions {

    private static final Set<AutoTonerState> ENABLED =
            Set.of(AutoTonerState.ENABLED_ACTIVE, AutoTonerState.ENABLED_INACTIVE);

    private DeviceActions() {}

    static List<Action> of(Caller caller, DeviceRows.Row device, Instant now) {
        return List.of(
                action(DeviceAction.ORDER_SUPPLIES, ordering(caller, device)),
                action(DeviceAction.REQUEST_SERVICE, service(caller, device)),
                action(DeviceAction.ENTER_READ, reading(caller, device, now)),
                action(DeviceAction.REMOVE, removing(caller, device)));
    }

    /** Nothing that would say what is hidden (D-02): service can be asked for, the rest comes with the assignment. */
    static List<Action> whenBrowsed(Caller caller, DeviceRows.Row device) {
        return List.of(
                action(DeviceAction.ORDER_SUPPLIES, NotNow.DEVICE_NOT_ASSIGNED),
                action(DeviceAction.REQUEST_SERVICE, service(caller, device)),
                action(DeviceAction.ENTER_READ, NotNow.DEVICE_NOT_ASSIGNED),
                action(DeviceAction.REMOVE, NotNow.DEVICE_NOT_ASSIGNED));
    }

    private static Action action(DeviceAction action, @Nullable NotNow reason) {
        return new Action(action, reason == null, reason);
    }

    private static @Nullable NotNow ordering(Caller caller, DeviceRows.Row device) {
        if (caller.isStaff()) {
            if (!Reach.staffSees(caller, Set.of(Function.ORDER_DESK), device.region())) {
                return NotNow.NO_FUNCTION;
            }
        } else if (!has(caller, device, Function.SUPPLY_ORDER)) {
            return NotNow.NO_FUNCTION;
        } else if (!device.assigned()) {
            return NotNow.DEVICE_NOT_ASSIGNED;
        }
        var toner = device.autoToner();
        // Who phones is served by the desk all the same (D-19).
        if (!caller.isStaff() && toner != null && ENABLED.contains(toner.state())) {
            return NotNow.AUTO_TONER_ENABLED;
        }
        var coverage = device.coverage();
        return coverage == null || !coverage.supplies() ? NotNow.NO_SUPPLY_CONTRACT : null;
    }

    private static @Nullable NotNow service(Caller caller, DeviceRows.Row device) {
        var may = caller.isStaff()
                ? Reach.staffSees(caller, Set.of(Function.TICKET_DESK), device.region())
                : has(caller, device, Function.TICKET_USE);
        return may ? null : NotNow.NO_FUNCTION;
    }

    private static @Nullable NotNow reading(Caller caller, DeviceRows.Row device, Instant now) {
        if (caller.isStaff()) {
            if (!Reach.staffSees(caller, Set.of(Function.METER_PHONE), device.region())) {
                return NotNow.NO_FUNCTION;
            }
        } else if (!has(caller, device, Function.METER_SUBMIT)) {
            return NotNow.NO_FUNCTION;
        } else if (!device.assigned() && !reachesAccount(caller, device, Function.METER_SUBMIT)) {
            return NotNow.DEVICE_NOT_ASSIGNED;
        }
        if (device.counters().isEmpty()) {
            return NotNow.NO_MODEL_COUNTERS;
        }
        // Somebody of the vendor may pass the rule with a reason (D-11).
        return !caller.isStaff() && today(device, now).equals(device.customerReadOn())
                ? NotNow.READ_ALREADY_TODAY
                : null;
    }

    private static @Nullable NotNow removing(Caller caller, DeviceRows.Row device) {
        if (caller.isStaff()) {
            return Reach.staffSees(caller, Set.of(Function.DEVICE_REMOVE), device.region()) && device.account() != null
                    ? null
                    : NotNow.NO_FUNCTION;
        }
        return device.assigned() ? null : NotNow.DEVICE_NOT_ASSIGNED;
    }

    private static boolean has(Caller caller, DeviceRows.Row device, Function function) {
        var account = device.account();
        return account != null
                && caller.grants().stream()
                        .anyMatch(grant -> grant.account().value().equals(account.id())
                                && grant.functions().contains(function));
    }

    private static boolean reachesAccount(Caller caller, DeviceRows.Row device, Function function) {
        var account = device.account();
        return account != null && Reach.seesAccount(caller, Set.of(function), account.id());
    }

    private static LocalDate today(DeviceRows.Row device, Instant now) {
        var location = device.location();
        return LocalDate.ofInstant(now, location == null ? ZoneOffset.UTC : ZoneId.of(location.timeZone()));
    }
}
