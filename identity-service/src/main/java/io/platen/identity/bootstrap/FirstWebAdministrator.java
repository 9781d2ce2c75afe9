package io.platen.identity.bootstrap;

import io.platen.contracts.access.StaffRole;
import io.platen.contracts.event.EventMetadata;
import io.platen.contracts.id.UserId;
import io.platen.identity.directory.Directory;
import io.platen.identity.directory.Reservations;
import io.platen.identity.signin.Credentials;
import io.platen.identity.user.EmailAddress;
import io.platen.identity.user.UserCommand.CreateUser;
import io.platen.identity.user.UserCommand.StaffRights;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.observability.Correlation;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody must make the others: where no web administrator exists, the configured one is created. */
@Component
@Order(2)
class FirstWebAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstWebAdministrator.class);

    private final Directory directory;
    private final Reservations reservations;
    private final Credentials credentials;
    private final CommandGateway commands;
    private final TransactionTemplate transaction;
    private final String email;
    private final String password;

    FirstWebAdministrator(
            Directory directory,
            Reservations reservations,
            Credentials credentials,
            CommandGateway commands,
            TransactionTemplate transaction,
            @Value("${platen.bootstrap.admin-email:${platen.bootstrap.admin.email:}}") String email,
            @Value("${platen.bootstrap.admin-password:${platen.bootstrap.admin.password:}}") String password) {
        this.directory = directory;
        this.reservations = reservations;
        this.credentials = credentials;
        this.commands = commands;
        this.transaction = transaction;
        this.email = email;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (email.isBlank() || password.isBlank() || directory.hasWebAdministrator()) {
            return;
        }
        var address = EmailAddress.normalised(email);
        var hash = credentials.hashOfNew(password);
        transaction.executeWithoutResult(status -> {
            var id = UserId.random();
            commands.sendAndWait(GenericCommandMessage.asCommandMessage(new CreateUser(
                            id,
                            address,
                            "Web administrator",
                            "en",
                            null,
                            new StaffRights(StaffRole.WEB_ADMINISTRATOR, Set.of())))
                    .withMetaData(Map.of(
                            MetadataKeys.ACTOR,
                            EventMetadata.SYSTEM,
                            MetadataKeys.CORRELATION,
                            Correlation.current())));
            if (reservations.email(address, id)) {
                credentials.store(id, hash);
                LOG.info("The first web administrator is {}", address);
            } else {
                status.setRollbackOnly(); // another instance that starts at the same moment was first
            }
        });
    }
}
