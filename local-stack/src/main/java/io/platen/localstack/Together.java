package io.platen.localstack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs several things at once and waits for all of them; the first failure is thrown when all have ended. */
public final class Together {
    private Together() {}

    public static <T> List<T> call(int atOnce, Collection<? extends Callable<T>> tasks) {
        try (var executor = Executors.newFixedThreadPool(
                Math.max(1, Math.min(atOnce, tasks.size())),
                Thread.ofPlatform().daemon().name("stack-", 0).factory())) {
            var running = new ArrayList<Future<T>>();
            tasks.forEach(task -> running.add(executor.submit(task)));
            var results = new ArrayList<T>();
            RuntimeException failure = null;
            for (var each : running) {
                try {
                    results.add(each.get());
                } catch (ExecutionException e) {
                    var cause = e.getCause() instanceof RuntimeException runtime
                            ? runtime
                            : new IllegalStateException(e.getCause());
                    if (failure == null) {
                        failure = cause;
                    } else {
                        failure.addSuppressed(cause);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new StackFailure("Interrupted.", e);
                }
            }
            if (failure != null) {
                throw failure;
            }
            return results;
        }
    }

    public static void run(int atOnce, Collection<? extends Runnable> tasks) {
        call(
                atOnce,
                tasks.stream()
                        .map(task -> (Callable<Boolean>) () -> {
                            task.run();
                            return true;
                        })
                        .toList());
    }
}
