package io.platen.contracts.billing;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An exact sum or unit price.
 *
 * @param currency ISO 4217
 * @param value decimal, for example 12.34 or, for a price per page, 0.012500
 */
public record Amount(String currency, String value) {

    /** @throws IllegalArgumentException when this is no amount of a known currency */
    public Amount {
        CurrencyUnit.of(currency);
        new BigDecimal(value);
    }

    public static Amount of(Money money) {
        return of(money.toBigMoney());
    }

    public static Amount of(BigMoney money) {
        return new Amount(money.getCurrencyUnit().getCode(), money.getAmount().toPlainString());
    }

    public BigMoney toBigMoney() {
        return BigMoney.of(CurrencyUnit.of(currency), new BigDecimal(value));
    }

    /** @throws ArithmeticException when it is finer than the currency's smallest coin */
    public Money toMoney() {
        return toBigMoney().toMoney();
    }
}
