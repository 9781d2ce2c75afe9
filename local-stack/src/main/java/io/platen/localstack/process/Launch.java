package io.platen.localstack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start a program.
 *
 * @param stopSignal what asks it to end in good order
 */
public record Launch(List<String> command, Map<String, String> environment, Path folder, String stopSignal) {

    public Launch(List<String> command, Map<String, String> environment, Path folder) {
        this(command, environment, folder, "TERM");
    }

    /**
     * Runs in a session of its own, so that Ctrl-C reaches the launcher alone and the parts end in order. Where there
     * is no {@code setsid} (macOS), interrupts are ignored instead.
     */
    List<String> detached() {
        var whole = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            whole.add("/usr/bin/setsid");
        } else {
            whole.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        }
        whole.addAll(command);
        return whole;
    }
}
