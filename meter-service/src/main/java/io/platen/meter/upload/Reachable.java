package io.platen.meter.upload;

import io.platen.contracts.access.Function;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.platform.access.Access;
import io.platen.platform.security.Caller;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of many devices somebody may hand in reads for. */
@Component
class Reachable {

    private final Access access;
    private final JdbcClient jdbc;

    Reachable(Access access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    /** @return with the account of each */
    Map<DeviceId, Optional<AccountId>> of(Caller caller, Collection<DeviceId> devices) {
        access.requireActive(caller);
        var reachable = new HashMap<DeviceId, Optional<AccountId>>();
        if (devices.isEmpty()) {
            return reachable;
        }
        var scope = access.devices(caller, Function.METER_SUBMIT, "d.device_id", "d.account_id", "a.region");
        jdbc.sql("select d.device_id, d.account_id from access_device d left join access_account a using (account_id)"
                        + " where d.device_id in (:devices) and " + scope.condition())
                .param(
                        "devices",
                        devices.stream().map(DeviceId::value).distinct().toList())
                .params(scope.params())
                .query(row -> {
                    var account = row.getObject("account_id", UUID.class);
                    reachable.put(
                            new DeviceId(row.getObject("device_id", UUID.class)),
                            Optional.ofNullable(account).map(AccountId::new));
                });
        return reachable;
    }
}
