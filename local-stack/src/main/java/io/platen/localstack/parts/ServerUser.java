package io.platen.localstack.parts;

import io.platen.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL runs. It refuses to be root, so root hands it to {@code nobody} by {@code setpriv}. Where
 * {@code nobody} may not even pass through the folders above the data (a checkout below {@code /root}), the server keeps
 * one right of root's: to read and search folders.
 */
final class ServerUser {
    private static final String NOBODY = "nobody";
    private final List<String> prefix;
    private final boolean root;

    private ServerUser(List<String> prefix, boolean root) {
        this.prefix = prefix;
        this.root = root;
    }

    /** The user for a server whose data and programs lie in the given folders, which must exist. */
    static ServerUser forFolders(Path folder, Path programs) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerUser(List.of(), false);
        }
        var plain = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + groupOfNobody(), "--clear-groups");
        var searching = new ArrayList<>(plain);
        searching.addAll(List.of(
                "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--securebits=+no_setuid_fixup"));
        for (var candidate : List.of(plain, searching)) {
            var test = new ArrayList<>(candidate);
            // cd needs the way to a folder to be open
            test.addAll(List.of("sh", "-c", "cd \"$1\" && cd \"$2\"", "sh", folder.toString(), programs.toString()));
            if (succeeds(test)) {
                return new ServerUser(candidate, true);
            }
        }
        throw new StackFailure(
                "PostgreSQL does not run as root, and 'setpriv' (package util-linux) could not hand it to "
                        + "the user 'nobody' in " + folder + ". Start Platen as an ordinary user.");
    }

    private static String groupOfNobody() {
        return succeeds(List.of("getent", "group", "nogroup")) ? "nogroup" : NOBODY;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(List<String> program) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(program);
        return whole;
    }

    /** Makes the folder, or what it holds, the server's own. */
    void own(Path path) {
        if (!root) {
            return;
        }
        try {
            var service = path.getFileSystem().getUserPrincipalLookupService();
            var user = service.lookupPrincipalByName(NOBODY);
            try (var all = Files.walk(path)) {
                for (var each : all.toList()) {
                    var view =
                            Files.getFileAttributeView(each, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                    if (!view.getOwner().equals(user)) {
                        view.setOwner(user);
                    }
                }
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot hand " + path + " to the user 'nobody': " + e.getMessage(), e);
        }
    }
}
