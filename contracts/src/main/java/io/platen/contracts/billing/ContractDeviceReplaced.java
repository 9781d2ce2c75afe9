package io.platen.contracts.billing;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.DeviceId;
import java.time.LocalDate;

/** From that day on the contract covers another machine in the place of one. */
public record ContractDeviceReplaced(
        ContractId contractId,
        String number,
        AccountId accountId,
        DeviceId deviceId,
        DeviceId newDeviceId,
        LocalDate replacedOn)
        implements BillingEvent {}
