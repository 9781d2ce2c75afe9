package io.platen.billing.contract;

import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed (BIL-01).
 *
 * @param devices each once, in a fixed order
 * @param term the first and the last day
 * @param rates price of one page, with {@value #RATE_DECIMALS} decimals, all in one currency
 * @param includedPages per month for all devices together; only of counters that have a rate
 * @param meterCycle how often reads are due; without one they are not scheduled, as in every contract before there were any
 */
public record Terms(
        String number,
        AccountId accountId,
        List<DeviceId> devices,
        Period term,
        boolean maintenance,
        boolean supplies,
        Map<Counter, Amount> rates,
        Map<Counter, Long> includedPages,
        @Nullable MeterCycle meterCycle) {

    public static final int RATE_DECIMALS = 6;

    static final Comparator<DeviceId> DEVICE_ORDER = Comparator.comparing(DeviceId::toString);

    public Terms {
        devices = devices.stream().distinct().sorted(DEVICE_ORDER).toList();
        rates = inOrder(rates);
        includedPages = inOrder(includedPages);
        require(!devices.isEmpty(), "a contract covers a device");
        require(term.from().isBefore(term.until()), "a contract starts before it ends");
        require(!rates.isEmpty(), "a contract has a rate");
        require(rates.keySet().containsAll(includedPages.keySet()), "only what costs something can be included");
        require(includedPages.values().stream().allMatch(pages -> pages >= 0), "included pages are not negative");
        require(areOfOneCurrency(rates.values()), "a contract has one currency");
        for (var rate : rates.values()) {
            require(!rate.toBigMoney().isNegative(), "a rate is not negative");
        }
        rates.replaceAll((counter, rate) -> Amount.of(exact(rate.toBigMoney())));
        rates = Collections.unmodifiableMap(rates);
        includedPages = Collections.unmodifiableMap(includedPages);
    }

    /** Whose reads are not scheduled. */
    public Terms(
            String number,
            AccountId accountId,
            List<DeviceId> devices,
            Period term,
            boolean maintenance,
            boolean supplies,
            Map<Counter, Amount> rates,
            Map<Counter, Long> includedPages) {
        this(number, accountId, devices, term, maintenance, supplies, rates, includedPages, null);
    }

    private static BigMoney exact(BigMoney rate) {
        try {
            return rate.withScale(RATE_DECIMALS, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a rate has at most " + RATE_DECIMALS + " decimals", e);
        }
    }

    private static boolean areOfOneCurrency(Collection<Amount> rates) {
        return rates.stream().map(Amount::currency).distinct().count() == 1;
    }

    private static <V> Map<Counter, V> inOrder(Map<Counter, V> map) {
        var ordered = new EnumMap<Counter, V>(Counter.class);
        ordered.putAll(map);
        return ordered;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("Not so: " + rule);
        }
    }
}
