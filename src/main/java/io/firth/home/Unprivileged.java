package io.firth.home;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * How PostgreSQL's programs are run, which refuse to be run by root: as they are, or, when this process is root's, in a
 * user namespace without privileges, or where the system allows none, as the user nobody.
 *
 * @param wrapper the program that takes theirs as its last arguments; empty when there is no need
 * @param owner the user whose files they can work on
 */
record Unprivileged(List<String> wrapper, long owner) {

    private static final long NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    static Unprivileged here() {
        long user = new UnixSystem().getUid();
        if (user != 0) {
            return new Unprivileged(List.of(), user);
        }
        if (works(NAMESPACE)) {
            return new Unprivileged(NAMESPACE, 0);
        }
        if (works(AS_NOBODY)) {
            return new Unprivileged(AS_NOBODY, NOBODY);
        }
        throw new Unable("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here:"
                + " start Firth as an ordinary user, or set FIRTH_DB_URL.");
    }

    Command.Outcome run(Command command) {
        return command.through(wrapper).run();
    }

    /** Makes the folder theirs, with all that is in it. */
    void own(Path folder) throws IOException {
        if (owner == NOBODY && wrapper.equals(AS_NOBODY)) {
            Files.setPosixFilePermissions(folder.resolveSibling(""), PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (((Number) Files.getAttribute(folder, "unix:uid")).longValue() != owner) {
            Command.of("chown", "-R", owner + ":" + owner, folder.toString()).run();
        }
        if (!run(Command.of("test", "-x", folder.toString())).succeeded()) {
            throw new Unable("PostgreSQL refuses to run as root, and the user nobody cannot reach " + folder
                    + ": start Firth as an ordinary user, or set FIRTH_HOME to a folder that others may enter.");
        }
    }

    private static boolean works(List<String> wrapper) {
        return Command.of("true").through(wrapper).run().succeeded();
    }
}
