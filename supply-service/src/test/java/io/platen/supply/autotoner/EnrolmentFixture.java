package io.platen.supply.autotoner;

import static io.platen.contracts.device.TonerColour.CYAN;

import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.OrderId;
import io.platen.contracts.supply.AutoTonerState;
import io.platen.contracts.supply.SkipReason;
import io.platen.supply.autotoner.EnrolmentCommand.RecordLow;
import io.platen.supply.autotoner.EnrolmentCommand.RecordReplaced;
import io.platen.supply.autotoner.EnrolmentEvent.AccountChanged;
import io.platen.supply.autotoner.EnrolmentEvent.CartridgeReplaced;
import io.platen.supply.autotoner.EnrolmentEvent.DeviceEnrolled;
import io.platen.supply.autotoner.EnrolmentEvent.EligibilityChanged;
import io.platen.supply.autotoner.EnrolmentEvent.EnrolmentOpened;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelDelivered;
import io.platen.supply.autotoner.EnrolmentEvent.ParcelShipped;
import io.platen.supply.autotoner.EnrolmentEvent.ShipmentDecided;
import io.platen.supply.autotoner.EnrolmentEvent.ShipmentSkipped;
import io.platen.supply.autotoner.EnrolmentEvent.StateChanged;
import io.platen.supply.autotoner.EnrolmentEvent.TonerRanLow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;

/** One device, what it has been through, and a clock that the test sets. Times are hours from noon of a Sunday. */
final class EnrolmentFixture {

    static final DeviceId DEVICE = DeviceId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a03");
    static final AccountId ACCOUNT = AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a01");
    static final AccountId OTHER_ACCOUNT = AccountId.of("7b1c2a52-6f0e-4c6b-9a5e-0d6c1f1f0a02");
    static final String SERIAL = "AQ45-000123";
    static final Label LABEL =
            new Label("2nd floor, Anna", "Van Dijk Logistiek", "Kanaalstraat 12", "5611 AA", "Eindhoven", "NL");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    final AggregateTestFixture<AutoTonerEnrolment> axon = new AggregateTestFixture<>(AutoTonerEnrolment.class);
    private final SetClock clock = new SetClock();

    EnrolmentFixture() {
        axon.registerInjectableResource(clock);
    }

    EnrolmentFixture at(double hour) {
        clock.now = hour(hour);
        return this;
    }

    TestExecutor<AutoTonerEnrolment> given(EnrolmentEvent... events) {
        return axon.given(List.of(events));
    }

    /** What made the device one that ships, and then this. */
    TestExecutor<AutoTonerEnrolment> givenActive(EnrolmentEvent... events) {
        return axon.given(after(active(), events));
    }

    TestExecutor<AutoTonerEnrolment> givenInactive(EnrolmentEvent... events) {
        return axon.given(after(after(active(), became(AutoTonerState.ENABLED_INACTIVE)), events));
    }

    static List<EnrolmentEvent> active() {
        return List.of(
                opened(),
                new EligibilityChanged(DEVICE, true),
                onAccount(),
                new DeviceEnrolled(DEVICE, LABEL),
                became(AutoTonerState.ENABLED_ACTIVE));
    }

    static List<EnrolmentEvent> after(List<EnrolmentEvent> before, EnrolmentEvent... events) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(events));
        return all;
    }

    static Instant hour(double hour) {
        return NOON.plus(Duration.ofMinutes(Math.round(hour * 60)));
    }

    static EnrolmentOpened opened() {
        return new EnrolmentOpened(DEVICE, SERIAL);
    }

    static AccountChanged onAccount() {
        return new AccountChanged(DEVICE, ACCOUNT, 1);
    }

    static StateChanged became(AutoTonerState state) {
        return new StateChanged(DEVICE, ACCOUNT, state);
    }

    static TonerRanLow low(double hour) {
        return new TonerRanLow(DEVICE, CYAN, hour(hour));
    }

    static ShipmentDecided decided(double lowAt) {
        return new ShipmentDecided(DEVICE, CYAN, order(lowAt), hour(lowAt));
    }

    static ParcelShipped shipped(double lowAt, double hour) {
        return new ParcelShipped(DEVICE, CYAN, order(lowAt), hour(hour));
    }

    static ParcelDelivered delivered(double lowAt, double hour) {
        return new ParcelDelivered(DEVICE, CYAN, order(lowAt), hour(hour));
    }

    static CartridgeReplaced replaced(double hour) {
        return new CartridgeReplaced(DEVICE, CYAN, hour(hour));
    }

    static ShipmentSkipped skipped(SkipReason reason) {
        return new ShipmentSkipped(DEVICE, ACCOUNT, CYAN, reason);
    }

    static OrderId order(double lowAt) {
        return Shipment.orderFor(DEVICE, CYAN, hour(lowAt));
    }

    static Shipment shipment(TonerColour colour, double lowAt) {
        return new Shipment(Shipment.orderFor(DEVICE, colour, hour(lowAt)), DEVICE, ACCOUNT, colour, LABEL.of(SERIAL));
    }

    /** Told at once. */
    static RecordLow runsLow(double hour) {
        return runsLow(hour, hour);
    }

    static RecordLow runsLow(double hour, double lastCommunication) {
        return new RecordLow(DEVICE, CYAN, hour(hour), hour(lastCommunication));
    }

    static RecordReplaced isReplaced(double hour, double lastCommunication) {
        return new RecordReplaced(DEVICE, CYAN, hour(hour), hour(lastCommunication));
    }

    /** Stands still between two words of the test. */
    private static final class SetClock extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
