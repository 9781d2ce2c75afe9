package io.platen.device.directory;

import io.platen.contracts.billing.ContractActivated;
import io.platen.contracts.billing.ContractDeviceReplaced;
import io.platen.contracts.billing.ContractEnded;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import io.platen.device.coverage.ContractFacts;
import io.platen.device.coverage.ContractFacts.Swap;
import io.platen.device.coverage.Contracts;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What billing-service told of contracts. Each fact stands by itself, so that no order and no repetition matters. */
@Repository
public class ContractBook {

    private final JdbcClient jdbc;

    ContractBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(ContractActivated contract) {
        jdbc.sql("""
                        insert into contract (contract_id, number, account_id, start_on, end_on, maintenance, supplies)
                        values (:contract, :number, :account, :start, :end, :maintenance, :supplies)
                        on conflict do nothing
                        """)
                .param("contract", contract.contractId().value())
                .param("number", contract.number())
                .param("account", contract.accountId().value())
                .param("start", contract.start())
                .param("end", contract.end())
                .param("maintenance", contract.maintenance())
                .param("supplies", contract.supplies())
                .update();
        jdbc.sql("""
                        insert into contract_device (contract_id, device_id) select :contract, unnest(:devices)
                        on conflict do nothing
                        """)
                .param("contract", contract.contractId().value())
                .param(
                        "devices",
                        contract.devices().stream().map(DeviceId::value).toArray(UUID[]::new))
                .update();
    }

    public void add(ContractEnded end, long sequence) {
        jdbc.sql("""
                        insert into contract_end as known (contract_id, ended_on, sequence)
                        values (:contract, :ended, :sequence)
                        on conflict (contract_id) do update
                        set ended_on = excluded.ended_on, sequence = excluded.sequence
                        where known.sequence < excluded.sequence
                        """)
                .param("contract", end.contractId().value())
                .param("ended", end.endedOn())
                .param("sequence", sequence)
                .update();
    }

    public void add(ContractDeviceReplaced swap, long sequence) {
        jdbc.sql("""
                        insert into contract_swap (contract_id, sequence, device_id, new_device_id, replaced_on)
                        values (:contract, :sequence, :device, :successor, :on)
                        on conflict do nothing
                        """)
                .param("contract", swap.contractId().value())
                .param("sequence", sequence)
                .param("device", swap.deviceId().value())
                .param("successor", swap.newDeviceId().value())
                .param("on", swap.replacedOn())
                .update();
    }

    /** All devices that the contract ever named. */
    public Set<DeviceId> devicesOf(ContractId contract) {
        return jdbc.sql("""
                        select device_id from contract_device where contract_id = :contract
                        union select device_id from contract_swap where contract_id = :contract
                        union select new_device_id from contract_swap where contract_id = :contract
                        """)
                .param("contract", contract.value())
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .set();
    }

    /** A contract whose activation has not been told yet is not among them. */
    public Contracts of(DeviceId device) {
        return new Contracts(jdbc.sql("""
                        select c.*, e.ended_on,
                               exists (select from contract_device d
                                       where d.contract_id = c.contract_id and d.device_id = :device) as named
                        from contract c left join contract_end e using (contract_id)
                        where c.contract_id in (
                            select contract_id from contract_device where device_id = :device
                            union select contract_id from contract_swap
                                  where device_id = :device or new_device_id = :device)
                        """)
                .param("device", device.value())
                .query((row, number) -> new ContractFacts(
                        row.getString("number"),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getObject("start_on", LocalDate.class),
                        row.getObject("end_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class),
                        row.getBoolean("maintenance"),
                        row.getBoolean("supplies"),
                        row.getBoolean("named"),
                        swaps(row.getObject("contract_id", UUID.class), device)))
                .list());
    }

    private List<Swap> swaps(UUID contract, DeviceId device) {
        return jdbc.sql("""
                        select replaced_on, new_device_id = :device as comes_in, sequence from contract_swap
                        where contract_id = :contract and (device_id = :device or new_device_id = :device)
                        """)
                .param("contract", contract)
                .param("device", device.value())
                .query((row, number) -> new Swap(
                        row.getObject("replaced_on", LocalDate.class),
                        row.getBoolean("comes_in"),
                        row.getLong("sequence")))
                .list();
    }

    public void dueAt(DeviceId device, Instant at) {
        jdbc.sql("""
                        insert into coverage_due (device_id, due_at) values (:device, :at)
                        on conflict (device_id) do update set due_at = excluded.due_at
                        """)
                .param("device", device.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    public void forgetDue(DeviceId device) {
        jdbc.sql("delete from coverage_due where device_id = :device")
                .param("device", device.value())
                .update();
    }

    public List<DeviceId> due(Instant now, int limit) {
        return jdbc.sql(
                        "select device_id from coverage_due where due_at <= :now order by due_at, device_id limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new DeviceId(row.getObject("device_id", UUID.class)))
                .list();
    }
}
