package io.platen.meter.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.meter.ReadSource;
import io.platen.meter.reading.MeterCommand.SubmitRead;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SubmitReadRequestTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aReadIsUnderstood() {
        var command = command("{\"readOn\":\"2026-11-21\",\"counters\":{\"total\":1234,\"colour\":56}}");

        assertThat(command.readOn()).isEqualTo(LocalDate.parse("2026-11-21"));
        assertThat(command.counters()).containsEntry("total", 1234L).containsEntry("colour", 56L);
        assertThat(command.warningToken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1234.0", "1e3", "\"1234\"", "true", "[1]", "{}", "99999999999999999999"})
    void aValueThatIsNoWholeNumberIsKnownAsSuch(String value) {
        var command = command("{\"counters\":{\"total\":" + value + "}}");

        assertThat(command.counters()).containsOnlyKeys("total");
        assertThat(command.counters().get("total")).isNull();
    }

    @Test
    void aNullIsAMissingCounter() {
        assertThat(command("{\"counters\":{\"total\":5,\"colour\":null}}").counters())
                .containsOnlyKeys("total");
        assertThat(command("{}").counters()).isEmpty();
        assertThat(command("{\"counters\":null,\"readOn\":null}").readOn()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yesterday\"",
                "\"\"",
                "\"2026-02-30\"",
                "\"2026-11-21T10:00:00Z\"",
                "20261121",
                "[2026,11,21]",
                "\"+999999999-01-01\"",
                "true"
            })
    void aDateThatIsNoneIsMalformed(String readOn) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> command("{\"readOn\":" + readOn + ",\"counters\":{\"total\":5}}"))
                .matches(rejected -> rejected.code() == CommonProblem.VALIDATION_FAILED);
    }

    @Test
    void thousandsOfCountersAreNotLookedAt() {
        var counters = IntStream.range(0, 21)
                .mapToObj(i -> "\"c" + i + "\":1")
                .collect(Collectors.joining(",", "{\"counters\":{", "}}"));

        assertThatExceptionOfType(Rejected.class).isThrownBy(() -> command(counters));
    }

    private static SubmitRead command(String json) {
        return JSON.readValue(json, SubmitReadRequest.class)
                .toCommand(DeviceId.random(), ReadId.random(), ReadSource.CUSTOMER);
    }
}
