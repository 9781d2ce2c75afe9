package io.platen.billing.directory;

import java.util.Collection;
import java.util.stream.Collectors;

/** Ids and names as one parameter, however many they are; to be cast to their type. */
public final class SqlArrays {

    private SqlArrays() {}

    /** @param values whose texts are letters, digits, {@code -} and {@code _} only */
    public static String of(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
