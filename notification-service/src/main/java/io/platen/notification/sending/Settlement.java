package io.platen.notification.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.platen.notification.delivery.DeliveryCommand;
import io.platen.notification.delivery.DeliveryCommand.RecordFailed;
import io.platen.notification.delivery.DeliveryCommand.RecordSent;
import io.platen.notification.delivery.FailureReason;
import io.platen.notification.outbox.Message;
import io.platen.notification.outbox.Outbox;
import io.platen.platform.eventstore.MetadataKeys;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what a message came to: its event and its row, in one transaction. */
@Component
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final CommandGateway commands;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    Settlement(CommandGateway commands, Outbox outbox, PlatformTransactionManager transactions, MeterRegistry meters) {
        this.commands = commands;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
    }

    void sent(Message message, Instant at) {
        var command = new RecordSent(
                message.id(),
                message.sourceEventId(),
                message.recipient(),
                message.channel(),
                message.notice().template(),
                at);
        if (settled(message, command, true, "")) {
            meters.counter(
                            "platen.notifications.sent",
                            "template",
                            message.notice().template())
                    .increment();
        }
    }

    void failed(Message message, FailureReason reason, @Nullable Integer smtpStatus, String trouble) {
        var command = new RecordFailed(
                message.id(),
                message.sourceEventId(),
                message.recipient(),
                message.channel(),
                message.notice().template(),
                reason,
                smtpStatus);
        if (settled(message, command, false, trouble)) {
            meters.counter(
                            "platen.notifications.failed",
                            "template",
                            message.notice().template(),
                            "reason",
                            reason.name())
                    .increment();
            LOG.warn("Message {} is not sent: {} {}", message.id(), reason, trouble);
        }
    }

    /** The aggregate is loaded before the transaction has written anything. */
    private boolean settled(Message message, DeliveryCommand command, boolean sent, String trouble) {
        var settled = transaction.execute(status -> {
            var news = commands.<Boolean>sendAndWait(asMessage(message, command));
            if (!outbox.settle(message, sent, trouble)) {
                status.setRollbackOnly();
                return false;
            }
            return news;
        });
        return Boolean.TRUE.equals(settled);
    }

    /** Caused by the event that the message tells of. */
    private static GenericCommandMessage<DeliveryCommand> asMessage(Message message, DeliveryCommand command) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(
                        message.sourceEventId(),
                        command,
                        Map.of(
                                MetadataKeys.ACTOR, message.actor(),
                                MetadataKeys.ACCOUNT, message.account().toString(),
                                MetadataKeys.CORRELATION, message.correlationId())),
                command.getClass().getName());
    }
}
