package io.platen.gateway.route;

import java.util.Map;
import java.util.stream.Stream;

/** The commands that the gateway passes on, for tests of other packages. */
public final class PassedOn {

    private PassedOn() {}

    /** Method and pattern of each. */
    public static Stream<Map.Entry<String, String>> commands() {
        return Routes.COMMANDS.stream()
                .map(command -> Map.entry(command.method().name(), command.path()));
    }
}
