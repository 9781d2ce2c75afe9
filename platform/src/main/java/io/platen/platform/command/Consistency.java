package io.platen.platform.command;

/** Where the events of a command stand, so that a reader may wait until its view has seen them. */
public final class Consistency {

    /** {@code <aggregate id>@<sequence>}, several separated by commas. */
    public static final String HEADER = "Platen-Consistency";

    private Consistency() {}
}
