package io.platen.platform.command;

import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Where the events of a command stand, so that a reader may wait until its view has seen them. */
public final class Consistency {

    /** {@code <aggregate id>@<sequence>}, several separated by commas. */
    public static final String HEADER = "Platen-Consistency";

    /**
     * A header has its limits. What was appended last is published last, so that who has seen it has with near certainty
     * seen the rest.
     */
    public static final int MOST_POSITIONS = 200;

    private Consistency() {}

    /** @param positions the last sequence of each aggregate, in the order in which they were appended */
    static String header(SequencedMap<String, ?> positions) {
        return positions.sequencedEntrySet().stream()
                .skip(Math.max(0, positions.size() - MOST_POSITIONS))
                .map(position -> position.getKey() + "@" + position.getValue())
                .collect(Collectors.joining(","));
    }
}
