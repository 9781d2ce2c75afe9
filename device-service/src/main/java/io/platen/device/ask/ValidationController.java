package io.platen.device.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.platen.contracts.access.Function;
import io.platen.contracts.device.Location;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.directory.KnownDevice;
import io.platen.platform.access.Access;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows which machine has a serial number. Nothing here says whose it is (DEV-22). */
@RestController
class ValidationController {

    record ValidationRequest(
            @NotNull AccountId accountId,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
            String serialNumber) {}

    record Place(
            String site,
            String street,
            String postalCode,
            String city,
            String country,
            @Nullable String room) {

        static @Nullable Place of(@Nullable Location location) {
            return location == null
                    ? null
                    : new Place(
                            location.site(),
                            location.street(),
                            location.postalCode(),
                            location.city(),
                            location.country(),
                            location.room());
        }
    }

    record Candidate(
            DeviceId deviceId,
            String serialNumber,
            String manufacturer,
            String model,
            @Nullable Place location) {

        static Candidate of(KnownDevice device) {
            return new Candidate(
                    device.deviceId(),
                    device.serialNumber(),
                    device.manufacturer(),
                    device.model(),
                    Place.of(device.location()));
        }
    }

    /** @param candidates all of them, where models of several makers share the number */
    record Validated(
            DeviceId deviceId,
            String serialNumber,
            String manufacturer,
            String model,
            @Nullable Place location,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Candidate> candidates) {}

    private final SerialNumbers serialNumbers;
    private final Access access;

    ValidationController(SerialNumbers serialNumbers, Access access) {
        this.serialNumbers = serialNumbers;
        this.access = access;
    }

    /** Changes nothing but the count of what failed, so that it needs no idempotency key. */
    @PostMapping("/api/device-requests/validation")
    @RequiresFunction(Function.DEVICE_BROWSE_ACCOUNT)
    Validated validate(Caller caller, @Valid @RequestBody ValidationRequest body) {
        access.requireAccount(caller, Function.DEVICE_BROWSE_ACCOUNT, body.accountId());
        var found = serialNumbers
                .validate(caller.userId(), body.accountId(), body.serialNumber().strip())
                .stream()
                .map(Candidate::of)
                .toList();
        var first = found.getFirst();
        return new Validated(
                first.deviceId(),
                first.serialNumber(),
                first.manufacturer(),
                first.model(),
                first.location(),
                found.size() > 1 ? found : null);
    }
}
