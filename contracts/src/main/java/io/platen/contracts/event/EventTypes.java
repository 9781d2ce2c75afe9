package io.platen.contracts.event;

import io.platen.contracts.billing.BillingEvent;
import io.platen.contracts.device.DeviceEvent;
import io.platen.contracts.identity.IdentityEvent;
import io.platen.contracts.meter.MeterEvent;
import io.platen.contracts.notification.NotificationEvent;
import io.platen.contracts.supply.SupplyEvent;
import io.platen.contracts.ticket.TicketEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every published event by its CloudEvents type. */
public final class EventTypes {

    private static final Map<String, Class<? extends PublishedEvent>> BY_TYPE = Stream.<Class<?>>of(
                    IdentityEvent.class,
                    DeviceEvent.class,
                    MeterEvent.class,
                    TicketEvent.class,
                    SupplyEvent.class,
                    BillingEvent.class,
                    NotificationEvent.class)
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .<Class<? extends PublishedEvent>>map(type -> type.asSubclass(PublishedEvent.class))
            .collect(Collectors.toUnmodifiableMap(EventTypes::typeOf, Function.identity()));

    private EventTypes() {}

    /** For example {@code platen.meter.MeterReadSubmitted.v1}. */
    public static String typeOf(Class<? extends PublishedEvent> event) {
        var version = event.getAnnotation(EventVersion.class);
        var service = event.getPackageName().substring(event.getPackageName().lastIndexOf('.') + 1);
        return "platen." + service + "." + event.getSimpleName() + ".v" + (version == null ? 1 : version.value());
    }

    /** Empty where the type is unknown, for example a version that came after this build. */
    public static Optional<Class<? extends PublishedEvent>> classOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static Map<String, Class<? extends PublishedEvent>> all() {
        return BY_TYPE;
    }
}
