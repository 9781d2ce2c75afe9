package io.platen.device.repair;

import static io.platen.contracts.device.DeviceState.DOWN;
import static io.platen.contracts.device.DeviceState.IN_SERVICE;
import static io.platen.contracts.device.DeviceState.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.device.repair.Repair.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepairTest {

    private static final Repair MACHINE_DOWN = new Repair(true, Progress.WAITING);
    private static final Repair STREAKS = new Repair(false, Progress.WAITING);
    private static final Repair ENGINEER_THERE = new Repair(false, Progress.ENGINEER_THERE);
    private static final Repair OVER = new Repair(true, Progress.OVER);

    @Test
    void withoutATicketItWorks() {
        assertThat(Repair.stateOf(List.of())).isEqualTo(WORKING);
    }

    @Test
    void itIsDownWhileATicketSaysSo() {
        assertThat(Repair.stateOf(List.of(MACHINE_DOWN))).isEqualTo(DOWN);
        assertThat(Repair.stateOf(List.of(OVER))).isEqualTo(WORKING);
        assertThat(Repair.stateOf(List.of(OVER, MACHINE_DOWN, STREAKS))).isEqualTo(DOWN);
    }

    @Test
    void streaksDoNotStopIt() {
        assertThat(Repair.stateOf(List.of(STREAKS))).isEqualTo(WORKING);
    }

    @Test
    void anEngineerAtItHasItInService() {
        assertThat(Repair.stateOf(List.of(ENGINEER_THERE))).isEqualTo(IN_SERVICE);
        assertThat(Repair.stateOf(List.of(MACHINE_DOWN, ENGINEER_THERE))).isEqualTo(IN_SERVICE);
        assertThat(Repair.stateOf(List.of(ENGINEER_THERE, MACHINE_DOWN))).isEqualTo(IN_SERVICE);
    }
}
