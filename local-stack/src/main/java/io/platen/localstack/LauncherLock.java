package io.platen.localstack;

import io.platen.localstack.process.PidFile;
import io.platen.localstack.process.ProcessIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One launcher per data folder. The system drops the lock when its holder dies, however it dies. */
final class LauncherLock implements AutoCloseable {
    private final FileChannel channel;
    private final PidFile note;

    private LauncherLock(FileChannel channel, PidFile note) {
        this.channel = channel;
        this.note = note;
    }

    static LauncherLock take(StackPaths paths) {
        var note = new PidFile(paths.pidFile(Leftovers.LAUNCHER));
        try {
            var channel = FileChannel.open(
                    paths.run().resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StackFailure("Platen already runs with the data in " + paths.data()
                        + note.living()
                                .map(process -> " (process " + process.pid() + ")")
                                .orElse("")
                        + ". Look with: ./platen status · stop with: ./platen down");
            }
            ProcessIdentity.of(ProcessHandle.current().pid()).ifPresent(note::write);
            return new LauncherLock(channel, note);
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + paths.run() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        note.remove();
        try {
            channel.close();
        } catch (IOException ignored) {
            // the lock ends with the process at the latest
        }
    }
}
