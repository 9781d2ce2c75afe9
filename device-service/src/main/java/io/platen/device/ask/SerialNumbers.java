package io.platen.device.ask;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.UserId;
import io.platen.device.DeviceProblem;
import io.platen.device.directory.Devices;
import io.platen.device.directory.KnownDevice;
import io.platen.device.directory.Validations;
import io.platen.platform.problem.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds devices by serial number, and stops those who guess. */
@Component
class SerialNumbers {

    private final Devices devices;
    private final Validations validations;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ValidationRules rules;

    SerialNumbers(
            Devices devices,
            Validations validations,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${platen.device.validation.failures}") int failures,
            @Value("${platen.device.validation.window}") Duration window,
            @Value("${platen.device.validation.blocked-for}") Duration blockedFor) {
        this.devices = devices;
        this.validations = validations;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.rules = new ValidationRules(failures, window, blockedFor);
    }

    /**
     * The devices with that number, none of which is on the account.
     *
     * @throws Rejected where there are none, where one is on the account, or where the user has guessed too often
     */
    List<KnownDevice> validate(UserId user, AccountId account, String serialNumber) {
        var found = transaction.execute(status -> find(user, serialNumber));
        if (found == null || found.isEmpty()) {
            throw Rejected.of(DeviceProblem.SERIAL_UNKNOWN)
                    .with("serialNumber", serialNumber)
                    .field(
                            "serialNumber",
                            DeviceProblem.SERIAL_UNKNOWN,
                            java.util.Map.of("serialNumber", serialNumber));
        }
        ofAccount(found, account).ifPresent(device -> {
            throw alreadyThere(device);
        });
        return found;
    }

    static Rejected alreadyThere(KnownDevice device) {
        return Rejected.of(DeviceProblem.ALREADY_IN_ACCOUNT)
                .with("deviceId", device.deviceId().toString());
    }

    private static Optional<KnownDevice> ofAccount(List<KnownDevice> found, AccountId account) {
        return found.stream()
                .filter(device -> account.equals(device.accountId()))
                .findFirst();
    }

    private List<KnownDevice> find(UserId user, String serialNumber) {
        validations.lock(user);
        var now = clock.instant();
        validations.blockedUntil(user, now).ifPresent(until -> {
            throw Rejected.of(DeviceProblem.TOO_MANY_VALIDATIONS).with("retryAfter", secondsUntil(until, now));
        });
        var found = devices.withSerial(serialNumber);
        if (found.isEmpty() && validations.fail(user, now, now.minus(rules.window())) >= rules.failures()) {
            validations.block(user, now.plus(rules.blockedFor()));
        }
        return found;
    }

    /** Rounded up: who comes back then is let in. */
    private static long secondsUntil(Instant until, Instant now) {
        return Duration.between(now, until).plusMillis(999).toSeconds();
    }
}
