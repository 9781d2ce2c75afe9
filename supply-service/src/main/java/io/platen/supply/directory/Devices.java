package io.platen.supply.directory;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.supply.AutoTonerState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each device last communicated, beside the state that its enrolment told last. */
@Repository
public class Devices {

    /** A device as it is found. */
    public record Known(
            DeviceId deviceId,
            AutoTonerState state,
            @Nullable Instant lastCommunicationAt) {}

    private final JdbcClient jdbc;

    Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(DeviceId device, ModelId model, Set<TonerColour> colours, AutoTonerState state) {
        jdbc.sql("""
                        insert into toner_device (device_id, model_id, colours, state)
                        values (:device, :model, :colours, :state)
                        on conflict do nothing
                        """)
                .param("device", device.value())
                .param("model", model.value())
                .param("colours", colours.stream().map(TonerColour::name).toArray(String[]::new))
                .param("state", state.name())
                .update();
    }

    /** False only where it is known not to. */
    public boolean mayTake(DeviceId device, TonerColour colour) {
        return jdbc.sql("""
                        select not exists (select from toner_device
                                           where device_id = :device and :colour <> all (colours))
                        """)
                .param("device", device.value())
                .param("colour", colour.name())
                .query(Boolean.class)
                .single();
    }

    public Optional<Known> find(DeviceId device) {
        return jdbc.sql("select device_id, state, last_communication_at from toner_device where device_id = :device")
                .param("device", device.value())
                .query(Devices::known)
                .optional();
    }

    /** Those that their model decides about. */
    public List<Known> ofModel(ModelId model) {
        return jdbc.sql("""
                        select device_id, state, last_communication_at from toner_device
                        where model_id = :model and eligible is null order by device_id
                        """).param("model", model.value()).query(Devices::known).list();
    }

    public Optional<ModelId> modelOf(DeviceId device) {
        return jdbc.sql("select model_id from toner_device where device_id = :device")
                .param("device", device.value())
                .query((row, number) -> new ModelId(row.getObject("model_id", UUID.class)))
                .optional();
    }

    /** @return false where something newer was said of the device before */
    public boolean say(DeviceId device, boolean eligible, long sequence) {
        return jdbc.sql("""
                        update toner_device set eligible = :eligible, eligible_sequence = :sequence
                        where device_id = :device and coalesce(eligible_sequence, -1) < :sequence
                        """)
                        .param("eligible", eligible)
                        .param("sequence", sequence)
                        .param("device", device.value())
                        .update()
                == 1;
    }

    public void communicated(DeviceId device, Instant at) {
        jdbc.sql("""
                        update toner_device set last_communication_at = greatest(last_communication_at, :at)
                        where device_id = :device
                        """).param("at", utc(at)).param("device", device.value()).update();
    }

    public void become(DeviceId device, AutoTonerState state) {
        jdbc.sql("update toner_device set state = :state where device_id = :device and state <> :state")
                .param("state", state.name())
                .param("device", device.value())
                .update();
    }

    /**
     * Devices whose state does not fit the clock any more.
     *
     * @param reportingSince whoever communicated then or later is active
     * @param after the last device of the batch before
     */
    public List<DeviceId> outOfStep(Instant reportingSince, @Nullable DeviceId after, int limit) {
        return jdbc.sql("""
                        select device_id from toner_device
                        where ((state = 'ENABLED_ACTIVE' and coalesce(last_communication_at, '-infinity') < :since)
                            or (state = 'ENABLED_INACTIVE' and last_communication_at >= :since))
                          and device_id > :after
                        order by device_id limit :limit
                        """)
                .param("since", utc(reportingSince))
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("limit", limit)
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        var last = row.getObject("last_communication_at", OffsetDateTime.class);
        return new Known(
                new DeviceId(row.getObject("device_id", UUID.class)),
                AutoTonerState.valueOf(row.getString("state")),
                last == null ? null : last.toInstant());
    }
}
