package io.platen.billing.usage;

import io.platen.billing.contract.DayRead;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.device.Counter;

/**
 * What a read says of one counter.
 *
 * @param start where the contract began to count it
 */
public record CounterRead(Counter counter, long pages, Amount rate, DayRead start) {}
