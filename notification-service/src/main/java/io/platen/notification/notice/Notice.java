package io.platen.notification.notice;

import static io.platen.notification.notice.Audience.ADMINISTRATORS;
import static io.platen.notification.notice.Audience.DEVICE_USERS;
import static io.platen.notification.notice.Audience.REQUESTER;
import static io.platen.notification.notice.Audience.STOCK_MANAGERS;
import static io.platen.notification.notice.Fact.ACCOUNT;
import static io.platen.notification.notice.Fact.ANSWER_DUE;
import static io.platen.notification.notice.Fact.CARRIER;
import static io.platen.notification.notice.Fact.COLOUR;
import static io.platen.notification.notice.Fact.COMMENT;
import static io.platen.notification.notice.Fact.DEVICE;
import static io.platen.notification.notice.Fact.LAST_REPORT;
import static io.platen.notification.notice.Fact.ORDER_NUMBER;
import static io.platen.notification.notice.Fact.PRIORITY;
import static io.platen.notification.notice.Fact.REFERENCE;
import static io.platen.notification.notice.Fact.RESOLUTION;
import static io.platen.notification.notice.Fact.SUBJECT;
import static io.platen.notification.notice.Fact.TICKET_KIND;
import static io.platen.notification.notice.Fact.TRACKING_NUMBER;
import static io.platen.notification.notice.Fact.VISIT;

import io.platen.contracts.access.Function;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What people are told: who, as groups of which the first that is not empty gets it (D-30); what its reader must be allowed
 * to do; and what it shows, in this order (NOT-13, NOT-14, NOT-20).
 */
@SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
public enum Notice {
    TICKET_OPENED(About.TICKET, List.of(REFERENCE, SUBJECT, TICKET_KIND, DEVICE, ACCOUNT)),
    TICKET_PRIORITISED(About.TICKET, List.of(REFERENCE, SUBJECT, PRIORITY, ANSWER_DUE, DEVICE)),
    TICKET_COMMENTED(About.TICKET, List.of(REFERENCE, SUBJECT, COMMENT)),
    VISIT_PLANNED(About.TICKET, List.of(REFERENCE, SUBJECT, VISIT, DEVICE)),
    ENGINEER_EN_ROUTE(About.TICKET, List.of(REFERENCE, SUBJECT, DEVICE)),
    TICKET_RESOLVED(About.TICKET, List.of(REFERENCE, SUBJECT, RESOLUTION)),
    TICKET_CLOSED(About.TICKET, List.of(REFERENCE, SUBJECT)),
    TONER_ORDERED(About.TONER, List.of(ORDER_NUMBER, COLOUR, DEVICE, ACCOUNT)),
    TONER_ORDERED_FOR_YOU(About.TONER, List.of(ORDER_NUMBER, COLOUR, DEVICE, ACCOUNT)),
    TONER_SHIPPED(About.TONER, List.of(ORDER_NUMBER, COLOUR, CARRIER, TRACKING_NUMBER, DEVICE, ACCOUNT)),
    DEVICE_SILENT(About.DEVICE, List.of(DEVICE, LAST_REPORT, ACCOUNT));

    private enum About {
        TICKET(Function.TICKET_USE, Function.TICKET_HISTORY, List.of(REQUESTER, ADMINISTRATORS)),
        TONER(Function.ORDER_VIEW, Function.ORDER_DESK, List.of(STOCK_MANAGERS, ADMINISTRATORS)),
        DEVICE(Function.DEVICE_VIEW, Function.DEVICE_VIEW, List.of(DEVICE_USERS, ADMINISTRATORS));

        private final Function needed;
        private final Function neededOfStaff;
        private final List<Audience> audiences;

        About(Function needed, Function neededOfStaff, List<Audience> audiences) {
            this.needed = needed;
            this.neededOfStaff = neededOfStaff;
            this.audiences = audiences;
        }
    }

    private final About about;
    private final List<Fact> shown;

    Notice(About about, List<Fact> shown) {
        this.about = about;
        this.shown = shown;
    }

    /** As texts and published events name it, for example {@code ticket-opened}. */
    public String template() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is none */
    public static Notice ofTemplate(String template) {
        return Arrays.stream(values())
                .filter(notice -> notice.template().equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No notice is called " + template));
    }

    public List<Audience> audiences() {
        return about.audiences;
    }

    /** Without it, in the scope of the matrix, a customer's user gets no such message (NOT-27). */
    public Function needed() {
        return about.needed;
    }

    public Function neededOfStaff() {
        return about.neededOfStaff;
    }

    public List<Fact> shown() {
        return shown;
    }

    public boolean isAboutATicket() {
        return about == About.TICKET;
    }
}
