package io.platen.meter.directory;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.MeterInvestigationId;
import io.platen.contracts.meter.InvestigationCause;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All investigations by their numbers; of one device and cause, one is open at a time. */
@Repository
public class Investigations {

    public record Known(MeterInvestigationId investigationId, DeviceId deviceId) {}

    private final JdbcClient jdbc;

    Investigations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String nextNumber() {
        return "MI-%07d"
                .formatted(jdbc.sql("select nextval('investigation_number')")
                        .query(Long.class)
                        .single());
    }

    public void add(String number, MeterInvestigationId investigation, DeviceId device, InvestigationCause cause) {
        jdbc.sql("""
                        insert into meter_investigation (number, investigation_id, device_id, cause, is_open)
                        values (:number, :investigation, :device, :cause, true)
                        """)
                .param("number", number)
                .param("investigation", investigation.value())
                .param("device", device.value())
                .param("cause", cause.name())
                .update();
    }

    public void close(String number) {
        jdbc.sql("update meter_investigation set is_open = false where number = :number")
                .param("number", number)
                .update();
    }

    public Optional<String> open(DeviceId device, InvestigationCause cause) {
        return jdbc.sql("""
                        select number from meter_investigation
                        where device_id = :device and cause = :cause and is_open
                        """)
                .param("device", device.value())
                .param("cause", cause.name())
                .query(String.class)
                .optional();
    }

    public Optional<Known> find(String number) {
        return jdbc.sql("select investigation_id, device_id from meter_investigation where number = :number")
                .param("number", number)
                .query((row, index) -> new Known(
                        new MeterInvestigationId(row.getObject("investigation_id", UUID.class)),
                        new DeviceId(row.getObject("device_id", UUID.class))))
                .optional();
    }
}
