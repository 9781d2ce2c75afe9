package io.platen.billing.invoice;

import io.platen.billing.contract.Period;
import io.platen.contracts.id.ContractId;
import io.platen.contracts.id.InvoiceId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The invoice of a contract that begins on a day is always the same one, so that the store takes no second. */
public final class UsageInvoiceId {

    private UsageInvoiceId() {}

    public static InvoiceId of(ContractId contract, Period period) {
        var text = "usage invoice " + contract + " " + period.from();
        return new InvoiceId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
