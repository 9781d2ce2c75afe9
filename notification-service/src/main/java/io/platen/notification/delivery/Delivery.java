package io.platen.notification.delivery;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.platen.contracts.id.NotificationId;
import io.platen.notification.delivery.DeliveryCommand.RecordFailed;
import io.platen.notification.delivery.DeliveryCommand.RecordSent;
import io.platen.notification.delivery.DeliveryEvent.MessageFailed;
import io.platen.notification.delivery.DeliveryEvent.MessageSent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A message has one outcome: the first that is recorded. */
@Aggregate
class Delivery {

    @AggregateIdentifier
    private @Nullable NotificationId notificationId;

    private boolean settled;

    Delivery() {}

    /** @return whether it is news */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean on(RecordSent command) {
        if (settled) {
            return false;
        }
        apply(new MessageSent(
                command.notificationId(),
                command.sourceEventId(),
                command.recipient(),
                command.channel(),
                command.template(),
                command.sentAt()));
        return true;
    }

    /** @return whether it is news */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean on(RecordFailed command) {
        if (settled) {
            return false;
        }
        apply(new MessageFailed(
                command.notificationId(),
                command.sourceEventId(),
                command.recipient(),
                command.channel(),
                command.template(),
                command.reason(),
                command.smtpStatus()));
        return true;
    }

    @EventSourcingHandler
    void on(DeliveryEvent event) {
        notificationId = switch (event) {
            case MessageSent sent -> sent.notificationId();
            case MessageFailed failed -> failed.notificationId();
        };
        settled = true;
    }
}
