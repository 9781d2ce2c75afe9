package io.platen.meter.submit;

import io.platen.contracts.id.DeviceId;
import io.platen.meter.reading.Decision;
import java.util.Locale;
import org.springframework.http.ResponseEntity;

/** How a decision about a read is told, wherever the read was handed in. */
public final class ReadAnswers {

    private ReadAnswers() {}

    public static ResponseEntity<Object> of(DeviceId device, Decision decision, Locale language) {
        return SubmitReadAnswer.of(device, decision, language);
    }
}
