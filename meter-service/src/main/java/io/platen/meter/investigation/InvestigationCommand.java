package io.platen.meter.investigation;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.meter.reading.Counters;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an investigation. */
public sealed interface InvestigationCommand {

    MeterInvestigationId investigationId();

    /**
     * @param counters what somebody claims that they show
     * @param comment empty where the system has noticed it by itself
     */
    record OpenInvestigation(
            @TargetAggregateIdentifier MeterInvestigationId investigationId,
            String number,
            DeviceId deviceId,
            InvestigationCause cause,
            Counters counters,
            @Nullable LocalDate readOn,
            String comment)
            implements InvestigationCommand {}

    /** @param readId the read that was stored in the end; none where nothing but the explanation came out */
    record CloseInvestigation(
            @TargetAggregateIdentifier MeterInvestigationId investigationId,
            String explanation,
            @Nullable ReadId readId)
            implements InvestigationCommand {}
}
