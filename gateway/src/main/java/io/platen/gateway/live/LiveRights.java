package io.platen.gateway.live;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.gateway.read.Reach;
import io.platen.platform.security.Caller;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which events one caller may see, decided without a query: the devices assigned to him are followed from the events. */
final class LiveRights {

    private final Caller caller;
    private final UUID user;
    private final Set<UUID> assigned;

    LiveRights(Caller caller, Set<UUID> assigned) {
        this.caller = caller;
        this.user = caller.userId().value();
        this.assigned = new HashSet<>(assigned);
    }

    boolean maySee(LiveEvent event) {
        return switch (event.kind()) {
            case "DEVICE" -> maySeeDevice(event);
            case "USER" -> isAboutMe(event) || maySeePerson(event);
            case "ACCOUNT" -> maySeeAccount(event);
            default -> staffHears(event, Reach.DEVICES);
        };
    }

    /** A web administrator sees that something happened, not what was said. */
    boolean maySeeData() {
        var staff = caller.staff();
        return staff == null || staff.role() != StaffRole.WEB_ADMINISTRATOR;
    }

    boolean isAboutMe(LiveEvent event) {
        return user.equals(event.user());
    }

    private boolean maySeeDevice(LiveEvent event) {
        var device = event.device();
        if (isAboutMe(event) && device != null) {
            if (event.type().equals("DeviceAssigned")) {
                assigned.add(device);
            } else if (event.type().equals("DeviceUnassigned")) {
                assigned.remove(device);
            }
        }
        var functions = isRead(event) ? Reach.METER_HISTORY : Reach.DEVICES;
        if (staffHears(event, functions)) {
            return true;
        }
        var account = event.account();
        if (account == null || device == null) {
            return false;
        }
        return Reach.seesAccount(caller, functions, account)
                || (Reach.seesAssigned(caller, functions, account) && (assigned.contains(device) || isAboutMe(event)));
    }

    private boolean maySeePerson(LiveEvent event) {
        var account = event.account();
        if (account == null) {
            return caller.has(Function.PLATFORM_ADMIN);
        }
        return Reach.seesAccount(caller, Set.of(Function.USER_MANAGE), account) || staffHears(event, Reach.CARDS);
    }

    private boolean maySeeAccount(LiveEvent event) {
        var account = event.account();
        return staffHears(event, Reach.CARDS)
                || (account != null && Reach.seesAccount(caller, Set.of(Function.ACCOUNT_EDIT), account));
    }

    private boolean staffHears(LiveEvent event, Set<Function> functions) {
        var staff = caller.staff();
        return staff != null
                && concerns(staff.role(), event)
                && Reach.staffSees(caller, Set.of(Function.LIVE_STREAM), event.region())
                && Reach.staffSees(caller, functions, event.region());
    }

    /** A planner follows devices, a billing clerk what is billed, neither of them people. */
    private static boolean concerns(StaffRole role, LiveEvent event) {
        return switch (role) {
            case CONTACT_CENTRE, SERVICE_ENGINEER, WEB_ADMINISTRATOR -> true;
            case DISPATCH_PLANNER -> event.kind().equals("DEVICE");
            case BILLING_CLERK -> isRead(event) || event.kind().equals("ACCOUNT");
        };
    }

    private static boolean isRead(LiveEvent event) {
        return event.type().startsWith("MeterRead");
    }
}
