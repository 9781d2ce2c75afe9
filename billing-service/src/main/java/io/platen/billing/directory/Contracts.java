package io.platen.billing.directory;

import io.platen.billing.contract.Period;
import io.platen.billing.contract.Terms;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All contracts; rows reserve the number and the days of the devices. */
@Repository
public class Contracts {

    /** Days on which a device is in another contract already. */
    public record Covered(DeviceId deviceId, String contract, Period term) {}

    /** @param lastDay that it covers */
    public record OverContract(ContractId contractId, AccountId accountId, String region, LocalDate lastDay) {}

    private static final TypeReference<Map<Counter, Amount>> RATES = new TypeReference<>() {};
    private static final String SELECT = "select contract_id, number, account_id, start_on, rates from contract ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Contracts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return false where another contract has the number */
    public boolean reserveNumber(ContractId contract, Terms terms) {
        return jdbc.sql("""
                        insert into contract (contract_id, number, number_key, account_id, start_on, end_on, rates)
                        values (:contract, :number, :key, :account, :start, :end, :rates::jsonb)
                        on conflict on constraint contract_number_once do nothing
                        """)
                        .param("contract", contract.value())
                        .param("number", terms.number())
                        .param("key", key(terms.number()))
                        .param("account", terms.accountId().value())
                        .param("start", terms.term().from())
                        .param("end", terms.term().until())
                        .param("rates", json.writeValueAsString(terms.rates()))
                        .update()
                == 1;
    }

    /**
     * Waits for contracts that are being made with the same devices.
     *
     * @return what stands in the way; nothing where all are reserved
     */
    public List<Covered> reserveDevices(ContractId contract, Terms terms) {
        var reserved = jdbc.sql("""
                        insert into contract_device (contract_id, device_id, term)
                        select :contract, device, daterange(:start, :end, '[]')
                        from unnest(cast(:devices as uuid[])) device
                        order by device
                        on conflict on constraint device_in_one_contract_at_a_time do nothing
                        """)
                .param("contract", contract.value())
                .param("start", terms.term().from())
                .param("end", terms.term().until())
                .param("devices", SqlArrays.of(terms.devices()))
                .update();
        return reserved == terms.devices().size() ? List.of() : othersWith(contract, terms);
    }

    private List<Covered> othersWith(ContractId contract, Terms terms) {
        return jdbc.sql("""
                        select d.device_id, c.number, lower(d.term) as first_day, upper(d.term) - 1 as last_day
                        from contract_device d join contract c using (contract_id)
                        where d.device_id = any (cast(:devices as uuid[]))
                          and d.term && daterange(:start, :end, '[]')
                          and d.contract_id <> :contract
                        order by d.device_id, d.term
                        """)
                .param("devices", SqlArrays.of(terms.devices()))
                .param("start", terms.term().from())
                .param("end", terms.term().until())
                .param("contract", contract.value())
                .query((row, number) -> new Covered(
                        new DeviceId(row.getObject("device_id", UUID.class)),
                        row.getString("number"),
                        new Period(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class))))
                .list();
    }

    /** It is told to have ended, and its devices are free from the day after. */
    public void end(ContractId contract, LocalDate day) {
        jdbc.sql("update contract set end_on = :day, ended = true where contract_id = :contract")
                .param("day", day)
                .param("contract", contract.value())
                .update();
        shorten("contract_id = :contract and", contract, null, day);
    }

    /**
     * Contracts that are over but not told to have ended, in a fixed order.
     *
     * @param before their last day is earlier; where a region is, it may not have passed yet
     */
    public List<OverContract> over(LocalDate before, @Nullable ContractId after, int limit) {
        return jdbc.sql("""
                        select c.contract_id, c.account_id, c.end_on, coalesce(a.region, '') as region
                        from contract c left join access_account a using (account_id)
                        where not c.ended and c.end_on < :before
                          and (:after::uuid is null or c.contract_id > :after::uuid)
                        order by c.contract_id limit :limit
                        """)
                .param("before", before)
                .param("after", after == null ? null : after.value(), Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> new OverContract(
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getString("region"),
                        row.getObject("end_on", LocalDate.class)))
                .list();
    }

    public Optional<KnownContract> find(String number) {
        return jdbc.sql(SELECT + "where number_key = :key")
                .param("key", key(number))
                .query(this::contract)
                .optional();
    }

    /** The contract that covers the device on that day. */
    public Optional<DeviceCover> covering(DeviceId device, LocalDate day) {
        return jdbc.sql("""
                        select c.contract_id, c.number, c.account_id, c.start_on, c.rates, lower(d.term) as since, d.took_over
                        from contract_device d join contract c using (contract_id)
                        where d.device_id = :device and d.term @> :day::date
                        """)
                .param("device", device.value())
                .param("day", day)
                .query((row, number) -> new DeviceCover(
                        contract(row, number), row.getObject("since", LocalDate.class), row.getBoolean("took_over")))
                .optional();
    }

    /** Contracts that cover the device on that day or later. */
    public List<KnownContract> coveringFrom(DeviceId device, LocalDate day) {
        return jdbc.sql(SELECT + """
                        where contract_id in
                            (select contract_id from contract_device where device_id = :device and upper(term) > :day)
                        order by start_on
                        """)
                .param("device", device.value())
                .param("day", day)
                .query(this::contract)
                .list();
    }

    /** Whether another contract covers the device that shall take over, on a day on which it would. */
    public boolean isTaken(ContractId contract, DeviceId old, DeviceId next, LocalDate day) {
        return jdbc.sql("""
                        select exists (select from contract_device o join contract_device n
                                           on n.term && (o.term * daterange(:day, null))
                                       where o.contract_id = :contract and o.device_id = :old
                                         and n.contract_id <> :contract and n.device_id = :next)
                        """)
                .param("contract", contract.value())
                .param("old", old.value())
                .param("next", next.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The next one takes the days from that one on; on the day itself both are covered. */
    public void replaceDevice(ContractId contract, DeviceId old, DeviceId next, LocalDate day) {
        for (var statement : List.of("""
                update contract_device n set term = range_merge(n.term, o.term * daterange(:day, null))
                from contract_device o
                where o.contract_id = :contract and o.device_id = :old and upper(o.term) > :day
                  and n.contract_id = :contract and n.device_id = :next and n.term && (o.term * daterange(:day, null))
                """, """
                insert into contract_device (contract_id, device_id, term, took_over)
                select contract_id, :next, term * daterange(:day, null), took_over or lower(term) <= :day
                from contract_device o
                where contract_id = :contract and device_id = :old and upper(term) > :day
                  and not exists (select from contract_device n
                                  where n.contract_id = :contract and n.device_id = :next
                                    and n.term && (o.term * daterange(:day, null)))
                """)) {
            jdbc.sql(statement)
                    .param("contract", contract.value())
                    .param("old", old.value())
                    .param("next", next.value())
                    .param("day", day)
                    .update();
        }
        shorten("contract_id = :contract and device_id = :old and", contract, old, day);
    }

    private void shorten(String which, ContractId contract, @Nullable DeviceId device, LocalDate day) {
        for (var statement : List.of(
                "delete from contract_device where " + which + " lower(term) > :day",
                "update contract_device set term = daterange(lower(term), :day, '[]') where " + which
                        + " upper(term) - 1 > :day")) {
            jdbc.sql(statement)
                    .param("contract", contract.value())
                    .param("old", device == null ? null : device.value(), Types.OTHER)
                    .param("day", day)
                    .update();
        }
    }

    /** Which of the devices are on the account, as device-service has told. */
    public Set<DeviceId> devicesOf(AccountId account, Collection<DeviceId> devices) {
        return jdbc.sql("""
                        select device_id from access_device
                        where account_id = :account and device_id = any (cast(:devices as uuid[]))
                        """)
                .param("account", account.value())
                .param("devices", SqlArrays.of(devices))
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .set();
    }

    private static String key(String number) {
        return number.toUpperCase(Locale.ROOT);
    }

    private KnownContract contract(ResultSet row, int number) throws SQLException {
        return new KnownContract(
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("number"),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("start_on", LocalDate.class),
                json.readValue(row.getString("rates"), RATES));
    }
}
