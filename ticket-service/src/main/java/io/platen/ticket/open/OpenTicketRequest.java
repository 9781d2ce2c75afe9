package io.platen.ticket.open;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.ticket.TicketChannel;
import io.platen.contracts.ticket.TicketKind;
import io.platen.platform.problem.Rejected;
import io.platen.ticket.PlainText;
import io.platen.ticket.TicketProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is sent in.
 *
 * @param topic one per ticket (TIC-04), for example PRINT_QUALITY
 * @param accountId needed where neither the device nor the caller tells
 * @param onBehalfOf the user it is opened for; from the desk only
 * @param channel how it came to the desk; PHONE where absent
 * @param machineDown whether the machine cannot be used; of an incident with a device
 */
record OpenTicketRequest(
        @Schema(allowableValues = {"QUESTION", "INCIDENT"})
        @NotBlank
        @Size(max = PlainText.SHORT)
        @Pattern(regexp = PlainText.LINE)
        String kind,

        @NotBlank @Size(max = PlainText.SHORT) @Pattern(regexp = PlainText.LINE)
        String subject,

        @NotBlank @Size(max = PlainText.LONG) @Pattern(regexp = PlainText.LINES)
        String description,

        @NotBlank @Size(max = TOPIC) @Pattern(regexp = PlainText.LINE)
        String topic,

        @Nullable DeviceId deviceId,
        @Nullable AccountId accountId,
        @Nullable UserId onBehalfOf,
        @Nullable TicketChannel channel,
        @Nullable Boolean machineDown) {

    static final int TOPIC = 60;

    /** @throws Rejected where there is no such kind (TIC-01) */
    TicketKind ticketKind() {
        return Stream.of(TicketKind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Rejected.of(TicketProblem.TICKET_KIND_UNKNOWN)
                        .field("kind", TicketProblem.TICKET_KIND_UNKNOWN, Map.of()));
    }

    /** @throws Rejected where there is no machine, or nothing is wrong with it */
    boolean machineIsDown() {
        if (!Boolean.TRUE.equals(machineDown)) {
            return false;
        }
        if (deviceId == null || ticketKind() != TicketKind.INCIDENT) {
            throw Rejected.of(TicketProblem.NO_MACHINE_TO_BE_DOWN)
                    .field("machineDown", TicketProblem.NO_MACHINE_TO_BE_DOWN, Map.of());
        }
        return true;
    }
}
