package io.platen.meter.reading;

/**
 * Where a counter is expected to stand, in pages: {@code last + AMU / 30.25 × days}. A read is doubtful when it is off by
 * more than 60 % of the expected growth and by more than 500 pages.
 *
 * @param last what the counter showed before
 * @param growth pages expected since, not rounded
 */
public record ExpectedRead(long last, double growth) {

    private static final double BUFFER = 0.6;
    private static final double ALWAYS_FINE_PAGES = 500;

    /** @param monthlyUsage pages a month (AMU) */
    static ExpectedRead after(long last, double monthlyUsage, long days) {
        return new ExpectedRead(last, monthlyUsage / ReadHistory.DAYS_PER_MONTH * days);
    }

    public double exact() {
        return last + growth;
    }

    boolean contains(long pages) {
        return Math.abs(pages - exact()) <= margin();
    }

    public long expected() {
        return Math.round(exact());
    }

    public long low() {
        return Math.max(last, Math.round(exact() - margin()));
    }

    public long high() {
        return Math.round(exact() + margin());
    }

    private double margin() {
        return Math.max(BUFFER * growth, ALWAYS_FINE_PAGES);
    }
}
