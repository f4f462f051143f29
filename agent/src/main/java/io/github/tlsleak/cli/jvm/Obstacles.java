package io.github.tlsleak.cli.jvm;

import java.nio.file.Files;

/** Tells from outside why a JVM cannot be attached to, before anything is done to it. */
final class Obstacles {

    private static final int SIGQUIT = 3;
    private static final String RESTART = "start it with -javaagent:tlsleak.jar instead";

    private final ProcEntry self;

    Obstacles(ProcEntry self) {
        this.self = self;
    }

    /** The first thing in the way, or null. */
    Obstacle of(ProcEntry process, LinuxJvmFacts facts) {
        Obstacle whyNot = state(process);
        if (whyNot == null) {
            whyNot = place(process);
        }
        if (whyNot == null) {
            whyNot = user(process);
        }
        return whyNot != null ? whyNot : settings(process, facts);
    }

    private static Obstacle state(ProcEntry process) {
        switch (process.state()) {
            case 'Z':
            case 'X':
                return new Obstacle("has ended (zombie)", "its parent process has to reap it");
            case 'T':
                return new Obstacle("stopped", "let it run: kill -CONT " + process.pid());
            case 't':
                return new Obstacle("stopped by a debugger", "let the debugger resume it");
            default:
                return null;
        }
    }

    private Obstacle place(ProcEntry process) {
        boolean inner = process.words("NSpid").length > Math.max(1, self.words("NSpid").length);
        if (inner || isElsewhere(process, "pid") || isElsewhere(process, "mnt")) {
            return new Obstacle(
                    "other container",
                    "run tlsleak inside it: docker exec, kubectl exec, or nsenter -t "
                            + process.pid()
                            + " -m -p (also for a service with a /tmp of its own)");
        }
        return null;
    }

    private boolean isElsewhere(ProcEntry process, String kind) {
        String own = self.namespace(kind);
        String other = process.namespace(kind);
        return own != null && other != null && !own.equals(other);
    }

    private Obstacle user(ProcEntry process) {
        long own = self.number("Uid", 1);
        long uid = process.number("Uid", 1);
        if (own == 0 || own < 0 || uid < 0) {
            return null;
        }
        if (own != uid) {
            return new Obstacle("user " + Users.name(uid), "run as that user: " + Users.sudo(uid));
        }
        long gid = process.number("Gid", 1);
        return self.number("Gid", 1) == gid
                ? null
                : new Obstacle(
                        "group " + gid,
                        "run with that group: sudo -g '#" + gid + "' java -jar tlsleak.jar ...");
    }

    private static Obstacle settings(ProcEntry process, LinuxJvmFacts facts) {
        if (facts.saysNotAttachable() || facts.flag("DisableAttachMechanism", true)) {
            return new Obstacle("-XX:+DisableAttachMechanism", RESTART);
        }
        if (facts.flag("EnableDynamicAgentLoading", false)) {
            return new Obstacle(
                    "-XX:-EnableDynamicAgentLoading",
                    "start it without that option, or " + RESTART);
        }
        if (process.mapped("/libj9vm29.so") != null) {
            return new Obstacle("OpenJ9", "tlsleak needs a HotSpot JVM");
        }
        // the signal that asks a JVM to listen kills one that does not expect it
        boolean listens = Files.exists(facts.attachSocket());
        if (!process.catches(SIGQUIT) && !listens) {
            return new Obstacle(
                    "still starting", "try again in a second; if it runs with -Xrs, " + RESTART);
        }
        return null;
    }
}
