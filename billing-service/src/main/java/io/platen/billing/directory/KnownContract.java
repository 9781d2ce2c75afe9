package io.platen.billing.directory;

import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import java.time.LocalDate;
import java.util.Map;

/** A contract as it is found. */
public record KnownContract(
        ContractId contractId, String number, AccountId accountId, LocalDate start, Map<Counter, Amount> rates) {}
