package io.github.tlsleak.cli.jvm;

import org.jspecify.annotations.Nullable;

/** Finds which right keeps this process from a JVM in another container. Stateless. */
final class Rights {

    private static final int KILL = 5;
    static final int SYS_PTRACE = 19;

    private Rights() {}

    /**
     * @param process a JVM that is elsewhere, see {@link Elsewhere#isApart}
     * @return what is missing; null if nothing is
     */
    static @Nullable Obstacle missing(ProcEntry process, ProcEntry self) {
        boolean root = self.number("Uid", 1) == 0;
        if (!process.showsFiles()) {
            return root ? hiddenFromRoot(process, self) : hidden(process, self);
        }
        if (Elsewhere.signalPid(process, self) < 0) {
            return new Obstacle(
                    "other /proc",
                    "this process is in another pid namespace than its /proc shows: mount /proc"
                            + " there (nsenter -m, unshare --mount-proc), or run tlsleak outside");
        }
        boolean same = self.number("Uid", 1) == process.number("Uid", 1);
        return root && !same && !self.hasCapability(KILL)
                ? new Obstacle(
                        "CAP_KILL is missing",
                        "the JVM is asked to listen by a signal, which that capability allows: add"
                                + " it, or run as user "
                                + Users.name(process.number("Uid", 1)))
                : null;
    }

    private static Obstacle hiddenFromRoot(ProcEntry process, ProcEntry self) {
        String files = "/proc/" + process.pid() + "/root";
        if (self.hasCapability(SYS_PTRACE)) {
            return new Obstacle(
                    "other user namespace",
                    "the kernel does not show "
                            + files
                            + " from here, though CAP_SYS_PTRACE is there (AppArmor or SELinux may"
                            + " be why, too): run tlsleak on the host, or in that container");
        }
        return new Obstacle(
                "CAP_SYS_PTRACE is missing",
                "the kernel shows "
                        + files
                        + " with that capability only: kubectl debug --profile=general, docker run"
                        + " --cap-add SYS_PTRACE; or run as the JVM's user "
                        + Users.name(process.number("Uid", 1)));
    }

    private static Obstacle hidden(ProcEntry process, ProcEntry self) {
        long uid = process.number("Uid", 1);
        boolean same = self.number("Uid", 1) == uid;
        return new Obstacle(
                same ? "more rights than this user" : "user " + Users.name(uid),
                "it is in another container, whose files the kernel shows to root only: sudo java"
                        + " -jar tlsleak.jar ...");
    }
}
