package io.platen.localstack.parts;

import io.platen.localstack.StackFailure;
import io.platen.localstack.StackPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs out of their jar, unpacked once into the cache. */
public final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}. */
    public static Path unpack(Path cache) {
        var resource = "/postgres-" + system() + ".txz";
        try {
            var hash = hash(resource);
            var home = cache.resolve("postgres").resolve(hash);
            if (Files.isExecutable(home.resolve("bin/postgres"))) {
                return home;
            }
            var fresh = home.resolveSibling(hash + ".new");
            StackPaths.delete(fresh);
            Files.createDirectories(fresh);
            try (var tar = new TarArchiveInputStream(new XZInputStream(open(resource)))) {
                extract(tar, fresh);
            }
            StackPaths.delete(home);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        } catch (IOException e) {
            throw new StackFailure("PostgreSQL could not be unpacked into " + cache + ": " + e.getMessage(), e);
        }
    }

    private static void extract(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("entry outside of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                Files.setPosixFilePermissions(file, permissions((entry.getMode() & 0100) != 0));
            }
        }
    }

    private static Set<PosixFilePermission> permissions(boolean program) {
        var all = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (program) {
            all.addAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return all;
    }

    private static String hash(String resource) throws IOException {
        try (var in = open(resource)) {
            return new Fingerprint().add(in).hex();
        }
    }

    private static InputStream open(String resource) {
        var found = PostgresBinaries.class.getResourceAsStream(resource);
        if (found == null) {
            throw new StackFailure(
                    "There is no PostgreSQL for this machine in the build (" + resource.substring(1) + " is missing).");
        }
        return found;
    }

    /** The name that the packager of the programs gives this kind of machine. */
    private static String system() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch", "");
        var arch = switch (machine) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> machine;
        };
        return os + "-" + arch;
    }
}
