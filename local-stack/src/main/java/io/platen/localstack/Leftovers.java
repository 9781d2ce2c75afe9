package io.platen.localstack;

import io.platen.localstack.parts.PostgresServer;
import io.platen.localstack.process.PidFile;
import io.platen.localstack.process.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ends what a launcher left behind that was killed before it could stop its parts. */
final class Leftovers {
    static final String LAUNCHER = "launcher";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** The parts that were still running; foreign processes with a reused number are never touched. */
    static List<String> stop(StackPaths paths) {
        var orphans = new ArrayList<PidFile>();
        for (var note : PidFile.in(paths.run())) {
            if (note.part().equals(LAUNCHER)) {
                continue;
            }
            if (note.living().isPresent()) {
                orphans.add(note);
            } else {
                note.remove();
            }
        }
        // first those who use the database and the broker, then the broker, then the database
        endAll(orphans.stream().filter(note -> !isInfrastructure(note.part())).toList());
        endAll(orphans.stream().filter(note -> note.part().equals("kafka")).toList());
        endAll(orphans.stream().filter(note -> note.part().equals("postgres")).toList());
        PostgresServer.stopOrphan(paths);
        return orphans.stream().map(PidFile::part).sorted().toList();
    }

    private static boolean isInfrastructure(String part) {
        return part.equals("kafka") || part.equals("postgres");
    }

    private static void endAll(List<PidFile> notes) {
        notes.forEach(note -> note.living().ifPresent(process -> Signals.send(process, signal(note))));
        for (var note : notes) {
            note.living().ifPresent(process -> Signals.end(process, signal(note), PATIENCE));
            note.remove();
        }
    }

    /** PostgreSQL takes an interrupt as the order to end its connections and shut down in good order. */
    private static String signal(PidFile note) {
        return note.part().equals("postgres") ? "INT" : "TERM";
    }
}
