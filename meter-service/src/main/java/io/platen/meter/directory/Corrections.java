package io.platen.meter.directory;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.InvoiceId;
import io.platen.contracts.id.MeterCorrectionId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All corrections by their numbers; the database itself keeps a second open one of a device away. */
@Repository
public class Corrections {

    public record Known(MeterCorrectionId correctionId, DeviceId deviceId) {}

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String nextNumber() {
        return "MC-%07d"
                .formatted(jdbc.sql("select nextval('correction_number')")
                        .query(Long.class)
                        .single());
    }

    public void add(String number, MeterCorrectionId correction, DeviceId device, InvoiceId invoice) {
        jdbc.sql("""
                        insert into meter_correction (number, correction_id, device_id, invoice_id, state)
                        values (:number, :correction, :device, :invoice, 'OPEN')
                        """)
                .param("number", number)
                .param("correction", correction.value())
                .param("device", device.value())
                .param("invoice", invoice.value())
                .update();
    }

    public void decide(String number, boolean approved) {
        jdbc.sql("update meter_correction set state = :state where number = :number")
                .param("state", approved ? "APPROVED" : "REJECTED")
                .param("number", number)
                .update();
    }

    public Optional<String> open(DeviceId device) {
        return jdbc.sql("select number from meter_correction where device_id = :device and state = 'OPEN'")
                .param("device", device.value())
                .query(String.class)
                .optional();
    }

    public Optional<Known> find(String number) {
        return jdbc.sql("select correction_id, device_id from meter_correction where number = :number")
                .param("number", number)
                .query((row, index) -> new Known(
                        new MeterCorrectionId(row.getObject("correction_id", UUID.class)),
                        new DeviceId(row.getObject("device_id", UUID.class))))
                .optional();
    }
}
