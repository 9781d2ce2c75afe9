package io.platen.billing.activate;

import io.platen.billing.BillingProblem;
import io.platen.billing.CounterNames;
import io.platen.billing.contract.Period;
import io.platen.billing.contract.Terms;
import io.platen.contracts.billing.Amount;
import io.platen.contracts.billing.MeterCycle;
import io.platen.contracts.device.Counter;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.ProblemCode;
import io.platen.platform.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A contract as it is sent in.
 *
 * @param rates price of one page by counter, as a decimal text
 * @param includedPages per month for all devices together, by counter
 * @param meterCycle how often reads are due; MONTHLY where absent, none where null
 */
record ActivateContractRequest(
        @NotNull @Pattern(regexp = NUMBER) String number,
        @NotNull AccountId accountId,

        @NotEmpty @Size(max = MOST_DEVICES) List<@NotNull DeviceId> deviceIds,

        @NotNull LocalDate start,
        @NotNull LocalDate end,
        @NotNull Boolean maintenance,
        @NotNull Boolean supplies,
        @NotNull String currency,

        @Schema(example = "{\"total\":\"0.0125\",\"colour\":\"0.06\"}") @NotEmpty
        Map<String, @Nullable String> rates,

        @Schema(example = "{\"total\":1000}") @Nullable Map<String, @Nullable Long> includedPages,

        @Schema(implementation = MeterCycle.class, nullable = true) @Nullable
        JsonNode meterCycle) {

    static final String NUMBER = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    private static final int MOST_DEVICES = 500;

    private static final java.util.regex.Pattern RATE =
            java.util.regex.Pattern.compile("[0-9]{1,4}(\\.[0-9]{1," + Terms.RATE_DECIMALS + "})?");
    private static final long MOST_PAGES = 999_999_999;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2189;

    /** @throws Rejected naming the first field that is wrong */
    Terms terms() {
        return new Terms(
                number,
                accountId,
                deviceIds,
                term(),
                maintenance,
                supplies,
                ratesByCounter(currencyUnit()),
                includedByCounter(),
                cycle());
    }

    private @Nullable MeterCycle cycle() {
        if (meterCycle == null) {
            return MeterCycle.MONTHLY;
        }
        if (meterCycle.isNull()) {
            return null;
        }
        return Stream.of(MeterCycle.values())
                .filter(cycle -> meterCycle.isString() && cycle.name().equals(meterCycle.stringValue()))
                .findFirst()
                .orElseThrow(() -> invalid("meterCycle", FieldProblem.INVALID_VALUE));
    }

    private Period term() {
        requireUsual("start", start);
        requireUsual("end", end);
        if (!start.isBefore(end)) {
            throw invalid("end", BillingProblem.CONTRACT_TERM_REVERSED);
        }
        return new Period(start, end);
    }

    private static void requireUsual(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw invalid(field, FieldProblem.OUT_OF_RANGE);
        }
    }

    private CurrencyUnit currencyUnit() {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getCode().equals(currency) && !unit.isPseudoCurrency())
                .findFirst()
                .orElseThrow(() -> invalid("currency", BillingProblem.CURRENCY_UNKNOWN));
    }

    private Map<Counter, Amount> ratesByCounter(CurrencyUnit unit) {
        var byCounter = new EnumMap<Counter, Amount>(Counter.class);
        rates.forEach((name, rate) -> {
            var counter = counter("rates", name);
            if (rate == null || !RATE.matcher(rate).matches()) {
                throw invalid("rates." + name, BillingProblem.RATE_INVALID);
            }
            byCounter.put(counter, new Amount(unit.getCode(), rate));
        });
        return byCounter;
    }

    private Map<Counter, Long> includedByCounter() {
        var byCounter = new EnumMap<Counter, Long>(Counter.class);
        if (includedPages != null) {
            includedPages.forEach((name, pages) -> {
                var counter = counter("includedPages", name);
                if (pages == null || pages < 0 || pages > MOST_PAGES) {
                    throw invalid("includedPages." + name, BillingProblem.INCLUDED_PAGES_INVALID);
                }
                if (!rates.containsKey(name)) {
                    throw invalid("includedPages." + name, BillingProblem.COUNTER_WITHOUT_PRICE);
                }
                byCounter.put(counter, pages);
            });
        }
        return byCounter;
    }

    /** The client's own name is not repeated: it may be anything. */
    private static Counter counter(String field, String name) {
        return CounterNames.counterOf(name).orElseThrow(() -> invalid(field, BillingProblem.RATE_COUNTER_UNKNOWN));
    }

    private static Rejected invalid(String field, ProblemCode code) {
        return Rejected.of(CommonProblem.VALIDATION_FAILED).field(field, code, Map.of());
    }
}
