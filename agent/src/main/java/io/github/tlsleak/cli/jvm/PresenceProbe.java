package io.github.tlsleak.cli.jvm;

import java.util.List;
import java.util.Locale;

/** Looks for tlsleak in a process without touching it. */
final class PresenceProbe {

    private final ProcEntry process;
    private final List<String> options;
    private final String ownJar;

    /**
     * Where to look.
     *
     * @param options the JVM's
     * @param ownJar another name that the jar may have
     */
    PresenceProbe(ProcEntry process, List<String> options, String ownJar) {
        this.process = process;
        this.options = options;
        this.ownJar = ownJar;
    }

    /** The strongest sign: thread, then option. */
    AgentPresence sign() {
        for (String name : process.threadNames()) {
            AgentPresence sign = AgentPresence.ofThread(name);
            if (sign != null) {
                return sign;
            }
        }
        for (String option : options) {
            if (option.startsWith("-javaagent:") && isTlsleak(option.replaceFirst("=.*", ""))) {
                return AgentPresence.WAITING;
            }
        }
        return AgentPresence.NONE;
    }

    /** Whether an option {@code -javaagent:PATH} is about our jar. */
    private boolean isTlsleak(String option) {
        String name = JavaArguments.shown(option.substring(option.indexOf(':') + 1));
        return name.equals(ownJar) || name.toLowerCase(Locale.ROOT).contains("tlsleak");
    }
}
