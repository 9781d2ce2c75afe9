package io.platen.benchmarks;

import io.platen.localstack.LocalStack;
import io.platen.localstack.apps.ServiceInstance;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Medians, percentiles, CPU time and one way to print them. */
public final class Figures {

    private Figures() {}

    public static double median(List<Double> rounds) {
        return percentile(rounds.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }

    static double percentile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    /** What all services together have used since they were started. */
    static Duration cpuOfServices(LocalStack stack) {
        return stack.instances().stream()
                .map(ServiceInstance::pid)
                .map(Figures::cpuOf)
                .reduce(Duration.ZERO, Duration::plus);
    }

    public static Duration cpuOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    public static void row(String what, String measured, String limit, String ratio, String wanted) {
        System.out.printf(
                Locale.ROOT, "| %-46s | %-26s | %-26s | %-7s | %-8s |%n", what, measured, limit, ratio, wanted);
    }

    public static void head() {
        row("benchmark", "measured", "limit in the same run", "ratio", "wanted");
        row("---", "---", "---", "---", "---");
    }
}
