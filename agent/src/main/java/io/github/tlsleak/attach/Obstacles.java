package io.github.tlsleak.attach;

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
    WhyNot of(ProcEntry process, LinuxFacts facts) {
        WhyNot whyNot = state(process);
        if (whyNot == null) {
            whyNot = place(process);
        }
        if (whyNot == null) {
            whyNot = user(process);
        }
        return whyNot != null ? whyNot : settings(process, facts);
    }

    private static WhyNot state(ProcEntry process) {
        switch (process.state()) {
            case 'Z':
            case 'X':
                return new WhyNot("has ended (zombie)", "its parent process has to reap it");
            case 'T':
                return new WhyNot("stopped", "let it run: kill -CONT " + process.pid());
            case 't':
                return new WhyNot("stopped by a debugger", "let the debugger resume it");
            default:
                return null;
        }
    }

    private WhyNot place(ProcEntry process) {
        boolean inner = process.words("NSpid").length > Math.max(1, self.words("NSpid").length);
        if (inner || isElsewhere(process, "pid") || isElsewhere(process, "mnt")) {
            return new WhyNot(
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

    private WhyNot user(ProcEntry process) {
        long own = self.number("Uid", 1);
        long uid = process.number("Uid", 1);
        if (own == 0 || own < 0 || uid < 0) {
            return null;
        }
        if (own != uid) {
            return new WhyNot("user " + Users.name(uid), "run as that user: " + Users.sudo(uid));
        }
        long gid = process.number("Gid", 1);
        return self.number("Gid", 1) == gid
                ? null
                : new WhyNot(
                        "group " + gid,
                        "run with that group: sudo -g '#" + gid + "' java -jar tlsleak.jar ...");
    }

    private static WhyNot settings(ProcEntry process, LinuxFacts facts) {
        if (facts.saysNotAttachable() || facts.flag("DisableAttachMechanism", true)) {
            return new WhyNot("-XX:+DisableAttachMechanism", RESTART);
        }
        if (facts.flag("EnableDynamicAgentLoading", false)) {
            return new WhyNot(
                    "-XX:-EnableDynamicAgentLoading",
                    "start it without that option, or " + RESTART);
        }
        if (process.mapped("/libj9vm29.so") != null) {
            return new WhyNot("OpenJ9", "tlsleak needs a HotSpot JVM");
        }
        // the signal that asks a JVM to listen kills one that does not expect it
        boolean listens = Files.exists(facts.attachSocket());
        if (!process.catches(SIGQUIT) && !listens) {
            return new WhyNot(
                    "still starting", "try again in a second; if it runs with -Xrs, " + RESTART);
        }
        return null;
    }
}
