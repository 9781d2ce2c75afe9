package io.platen.gateway.live;

import io.platen.contracts.access.Function;
import io.platen.contracts.access.StaffRole;
import io.platen.gateway.read.Reach;
import io.platen.platform.security.Caller;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which events one caller may see, decided without a query: the devices assigned to him and the visits that are his are
 * followed from the events.
 */
final class LiveRights {

    private static final Set<Function> LOOKING_INTO = Set.of(Function.METER_PHONE);

    private final Caller caller;
    private final UUID user;
    private final Set<UUID> assigned;
    private final Map<String, UUID> visits;

    /** @param visits the devices of an engineer's visits, by ticket */
    LiveRights(Caller caller, Set<UUID> assigned, Map<String, UUID> visits) {
        this.caller = caller;
        this.user = caller.userId().value();
        this.assigned = new HashSet<>(assigned);
        this.visits = new HashMap<>(visits);
    }

    boolean maySee(LiveEvent event) {
        return switch (event.kind()) {
            case "DEVICE" -> maySeeDevice(event);
            case "AGENT" -> maySeeOfAccount(event, Reach.AGENTS);
            case "GROUP" -> maySeeOfAccount(event, Reach.DEVICES);
            case "REQUEST" -> maySeeOfAccount(event, Reach.REQUESTS);
            case "CORRECTION" -> maySeeThingOfDevice(event, Reach.CORRECTIONS);
            case "INVESTIGATION" -> staffHears(event, LOOKING_INTO);
            case "USER" -> isAboutMe(event) || maySeePerson(event);
            case "ACCOUNT" -> maySeeAccount(event);
            case "TICKET" -> maySeeTicket(event);
            case "ORDER" -> maySeeThingOfDevice(event, Reach.ORDERS);
            case "CONTRACT" -> maySeeOfAccount(event, isUsage(event) ? Reach.USAGE : Reach.CONTRACTS);
            case "INVOICE" -> maySeeOfAccount(event, Reach.INVOICES);
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
        var account = event.account();
        return maySeeThingOfDevice(event, functions)
                || (isAboutMe(event) && account != null && Reach.seesAssigned(caller, functions, account));
    }

    private boolean maySeeThingOfDevice(LiveEvent event, Set<Function> functions) {
        if (staffHears(event, functions)) {
            return true;
        }
        var device = event.device();
        if (device != null && visits.containsValue(device) && Reach.isHandedOver(caller, functions)) {
            return true;
        }
        var account = event.account();
        return account != null
                && device != null
                && (Reach.seesAccount(caller, functions, account)
                        || (Reach.seesAssigned(caller, functions, account) && assigned.contains(device)));
    }

    private boolean maySeeTicket(LiveEvent event) {
        followVisits(event);
        var mine = event.people().contains(user);
        if (caller.staff() != null) {
            return staffHears(event, Reach.TICKETS)
                    || (mine && Reach.isHandedOver(caller, Reach.TICKETS) && caller.has(Function.LIVE_STREAM));
        }
        var account = event.account();
        var device = event.device();
        return !event.internal()
                && account != null
                && (Reach.seesAccount(caller, Reach.TICKETS, account)
                        || (mine && Reach.seesOwn(caller, Reach.TICKETS, account))
                        || (device != null
                                && assigned.contains(device)
                                && Reach.seesAssigned(caller, Reach.TICKETS, account)));
    }

    /** A visit is an engineer's until it is done, or somebody else's. */
    private void followVisits(LiveEvent event) {
        switch (event.type()) {
            case "EngineerDispatched" -> {
                var device = event.device();
                if (device != null && event.data().contains(user.toString())) {
                    visits.put(event.objectId(), device);
                } else {
                    visits.remove(event.objectId());
                }
            }
            case "TicketResolved", "TicketClosed" -> visits.remove(event.objectId());
            default -> {
                // moves no visit to anybody else
            }
        }
    }

    private boolean maySeeOfAccount(LiveEvent event, Set<Function> functions) {
        var account = event.account();
        return staffHears(event, functions) || (account != null && Reach.seesAccount(caller, functions, account));
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
                && (!maySeeData() || Reach.staffSees(caller, functions, event.region()));
    }

    /** A planner follows devices and what he can send somebody to, a billing clerk what is billed, neither of them people. */
    private static boolean concerns(StaffRole role, LiveEvent event) {
        return switch (role) {
            case CONTACT_CENTRE, SERVICE_ENGINEER, WEB_ADMINISTRATOR -> true;
            case DISPATCH_PLANNER -> event.kind().equals("DEVICE") || event.incident();
            case BILLING_CLERK ->
                isRead(event)
                        || Set.of("ACCOUNT", "CONTRACT", "INVOICE", "CORRECTION", "INVESTIGATION")
                                .contains(event.kind());
        };
    }

    private static boolean isRead(LiveEvent event) {
        return event.type().startsWith("Meter");
    }

    private static boolean isUsage(LiveEvent event) {
        return event.type().equals("UsageRecorded");
    }
}
