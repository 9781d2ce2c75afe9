package io.platen.platform.access;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.device.DeviceAddedToAccount;
import io.platen.contracts.device.DeviceAssigned;
import io.platen.contracts.device.DeviceRegistered;
import io.platen.contracts.device.DeviceRemovedFromAccount;
import io.platen.contracts.device.DeviceUnassigned;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.UserId;
import io.platen.contracts.identity.AccountRegistered;
import io.platen.contracts.identity.RoleAssigned;
import io.platen.contracts.identity.UserDeactivated;
import io.platen.contracts.identity.UserFunctionsChanged;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what {@link Access} asks. A row remembers the sequence of the event that wrote it, so that an older event which
 * comes late changes nothing; several events may share a sequence, and come in their order.
 */
final class WhenAccessChangesThenFollow implements InboxConsumer {

    private static final long BEFORE_ALL_OTHERS = -1;

    private final JdbcClient jdbc;

    WhenAccessChangesThenFollow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.IDENTITY, Topic.DEVICE);
    }

    @Override
    public boolean onlyProjects() {
        return true;
    }

    @Override
    public void on(Received received) {
        var sequence = received.metadata().sequence();
        switch (received.event()) {
            case AccountRegistered event -> register(event);
            case UserDeactivated event -> deactivate(event.userId());
            case RoleAssigned event ->
                entitle(event.userId(), event.accountId(), event.role(), event.functions(), sequence);
            case UserFunctionsChanged event ->
                entitle(event.userId(), event.accountId(), event.role(), event.functions(), sequence);
            case DeviceRegistered event -> place(event.deviceId(), null, BEFORE_ALL_OTHERS);
            case DeviceAddedToAccount event -> place(event.deviceId(), event.accountId(), sequence);
            // each assignment is an aggregate of its own, and its end is told by itself
            case DeviceRemovedFromAccount event -> place(event.deviceId(), null, sequence);
            case DeviceAssigned event -> assign(event.deviceId(), event.accountId(), event.userId(), true, sequence);
            case DeviceUnassigned event -> assign(event.deviceId(), event.accountId(), event.userId(), false, sequence);
            default -> {}
        }
    }

    private void register(AccountRegistered event) {
        jdbc.sql("""
                        insert into access_account (account_id, region) values (:account, :region)
                        on conflict (account_id) do update set region = excluded.region
                        """)
                .param("account", event.accountId().value())
                .param("region", event.region())
                .update();
    }

    private void deactivate(UserId user) {
        jdbc.sql("""
                        insert into access_user (user_id, deactivated) values (:user, true)
                        on conflict (user_id) do update set deactivated = true
                        """).param("user", user.value()).update();
    }

    private void entitle(UserId user, AccountId account, CustomerRole role, Set<Function> functions, long sequence) {
        jdbc.sql("""
                        insert into access_right as known (user_id, account_id, role, functions, sequence)
                        values (:user, :account, :role, :functions, :sequence)
                        on conflict (user_id, account_id) do update
                        set role = excluded.role, functions = excluded.functions, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param("user", user.value())
                .param("account", account.value())
                .param("role", role.name())
                .param("functions", functions.stream().map(Function::name).toArray(String[]::new))
                .param("sequence", sequence)
                .update();
    }

    private void place(DeviceId device, @Nullable AccountId account, long sequence) {
        jdbc.sql("""
                        insert into access_device as known (device_id, account_id, sequence)
                        values (:device, cast(:account as uuid), :sequence)
                        on conflict (device_id) do update
                        set account_id = excluded.account_id, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param("device", device.value())
                .param("account", account == null ? null : account.value())
                .param("sequence", sequence)
                .update();
    }

    private void assign(DeviceId device, AccountId account, UserId user, boolean assigned, long sequence) {
        jdbc.sql("""
                        insert into access_assignment as known (device_id, user_id, account_id, assigned, sequence)
                        values (:device, :user, :account, :assigned, :sequence)
                        on conflict (device_id, user_id) do update
                        set account_id = excluded.account_id, assigned = excluded.assigned, sequence = excluded.sequence
                        where known.sequence <= excluded.sequence
                        """)
                .param("device", device.value())
                .param("user", user.value())
                .param("account", account.value())
                .param("assigned", assigned)
                .param("sequence", sequence)
                .update();
    }
}
