package io.platen.notification.outbox;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.notification.directory.Machines;
import io.platen.notification.directory.People;
import io.platen.notification.notice.Announcement;
import io.platen.notification.notice.Audience;
import io.platen.notification.notice.Recipients;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the messages of an announcement, in the transaction of the event that it comes from. */
@Component
public class Announcer {

    private final People people;
    private final Machines machines;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration patience;

    Announcer(
            People people,
            Machines machines,
            Outbox outbox,
            Clock clock,
            @Value("${platen.mail.patience}") Duration patience) {
        this.people = people;
        this.machines = machines;
        this.outbox = outbox;
        this.clock = clock;
        this.patience = patience;
    }

    public void announce(Announcement announcement) {
        var recipients = recipients(announcement);
        if (recipients.isEmpty()) {
            outbox.addCallTask(announcement);
            return;
        }
        var expires = announcement.source().occurredAt().plus(patience);
        for (var person : recipients.get().people()) {
            outbox.add(announcement, recipients.get().audience(), person, clock.instant(), expires);
        }
    }

    /** The first group that is not empty. */
    private Optional<Recipients> recipients(Announcement announcement) {
        return announcement.notice().audiences().stream()
                .map(audience -> new Recipients(audience, members(audience, announcement)))
                .filter(recipients -> !recipients.people().isEmpty())
                .findFirst();
    }

    private Set<UserId> members(Audience audience, Announcement announcement) {
        return switch (audience) {
            case REQUESTER -> requester(announcement);
            case STOCK_MANAGERS -> ofDevice(announcement, people::stockManagersOf);
            case DEVICE_USERS -> ofDevice(announcement, people::assignedTo);
            case ADMINISTRATORS -> administrators(announcement);
        };
    }

    private Set<UserId> requester(Announcement announcement) {
        var requester = announcement.requester();
        return requester == null || people.isDeactivated(requester) ? Set.of() : Set.of(requester);
    }

    private Set<UserId> ofDevice(
            Announcement announcement, BiFunction<DeviceId, AccountId, Set<UserId>> whoLooksAfterIt) {
        var device = announcement.device();
        if (device == null) {
            return Set.of();
        }
        if (!machines.knows(device)) {
            throw new NotYetFollowed("device " + device);
        }
        return whoLooksAfterIt.apply(device, announcement.account());
    }

    private Set<UserId> administrators(Announcement announcement) {
        if (!people.knowsAccount(announcement.account())) {
            throw new NotYetFollowed("account " + announcement.account());
        }
        return people.administratorsOf(announcement.account());
    }

    /** Another topic is behind; the event is handled again a little later. */
    static final class NotYetFollowed extends IllegalStateException {

        private static final long serialVersionUID = 1;

        NotYetFollowed(String what) {
            super("Nothing is known yet of " + what);
        }
    }
}
