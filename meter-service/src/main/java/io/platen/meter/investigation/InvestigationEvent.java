package io.platen.meter.investigation;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.InvestigationCause;
import io.platen.meter.reading.Counters;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What is stored of an investigation; private to this service. */
public sealed interface InvestigationEvent {

    MeterInvestigationId investigationId();

    @Revision("1")
    record InvestigationOpened(
            MeterInvestigationId investigationId,
            String number,
            DeviceId deviceId,
            InvestigationCause cause,
            Counters counters,
            @Nullable LocalDate readOn,
            String comment)
            implements InvestigationEvent {}

    @Revision("1")
    record InvestigationClosed(
            MeterInvestigationId investigationId,
            String number,
            DeviceId deviceId,
            @Nullable ReadId readId,
            String explanation)
            implements InvestigationEvent {}
}
