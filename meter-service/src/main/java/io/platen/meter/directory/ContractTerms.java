package io.platen.meter.directory;

import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.id.ContractId;
import io.platen.meter.reading.ContractTerm;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the contracts have their devices read. */
@Repository
public class ContractTerms {

    private final JdbcClient jdbc;

    ContractTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(ContractId contract, LocalDate start, LocalDate end, @Nullable MeterCycle cycle) {
        jdbc.sql("""
                        insert into contract_term (contract_id, start_on, end_on, cycle)
                        values (:contract, :start, :end, :cycle) on conflict do nothing
                        """)
                .param("contract", contract.value())
                .param("start", start)
                .param("end", end)
                .param("cycle", cycle == null ? null : cycle.name())
                .update();
    }

    public void end(ContractId contract, LocalDate lastDay) {
        jdbc.sql("update contract_term set end_on = :last where contract_id = :contract and end_on > :last")
                .param("contract", contract.value())
                .param("last", lastDay)
                .update();
    }

    /** Empty where the contract's devices are not read on a schedule. */
    public Optional<ContractTerm> find(ContractId contract) {
        return jdbc.sql("""
                        select start_on, end_on, cycle from contract_term
                        where contract_id = :contract and cycle is not null
                        """)
                .param("contract", contract.value())
                .query((row, number) -> ContractTerm.of(
                        contract,
                        row.getObject("start_on", LocalDate.class),
                        row.getObject("end_on", LocalDate.class),
                        MeterCycle.valueOf(row.getString("cycle"))))
                .optional();
    }
}
