package io.github.tlsleak.agent.command;

import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.common.options.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reply to an attach: what is covered now, and what to do next. Stateless. */
public final class AttachText {

    private AttachText() {}

    /**
     * @param knownAs the process id that the caller knows the JVM by; null: the JVM's own
     * @param status the agent now
     * @param sample one session in so many is tracked
     * @param warnings what is wrong with the options, one line each
     * @return several lines
     */
    public static String of(
            @Nullable String knownAs, AgentStatus status, int sample, List<String> warnings) {
        StringBuilder text = new StringBuilder(512);
        text.append("attached, version ").append(status.version).append(", to ").append(status.jvm);
        text.append('\n');
        line(text, "covered", covered(status.covered));
        for (String lost : status.lost) {
            line(text, "NOT", lost);
        }
        line(text, "sessions", sessions(sample));
        StringBuilder options = new StringBuilder();
        for (Map.Entry<String, String> option : status.options.entrySet()) {
            String origin = status.origins.get(option.getKey());
            if (!Options.DEFAULT_ORIGIN.equals(origin)) {
                options.append(options.length() == 0 ? "" : ", ").append(option.getKey());
                options.append('=').append(option.getValue());
                options.append(" (").append(origin).append(')');
            }
        }
        line(text, "options", options.length() == 0 ? "defaults" : options.toString());
        for (String warning : warnings) {
            line(text, "warning", warning);
        }
        String own = ProcessInfo.pid() > 0 ? " " + ProcessInfo.pid() : " PID";
        String pid = knownAs == null ? own : " " + knownAs;
        line(text, "next", "dump" + pid + " --gc, status" + pid + ", detach" + pid);
        return text.toString();
    }

    private static String covered(List<String> classes) {
        if (classes.isEmpty()) {
            return "nothing yet: the program has not used TLS, hooks go in when it does";
        }
        Set<String> providers = new TreeSet<>();
        for (String name : classes) {
            String provider = KnownProvider.of(name);
            if (provider != null) {
                providers.add(provider);
            } else if (!name.startsWith("java")) {
                providers.add(name);
            }
        }
        return classes.size()
                + " classes hooked; "
                + (providers.isEmpty() ? "no provider in use yet" : String.join(", ", providers));
    }

    private static String sessions(int sample) {
        return sample > 1
                ? "those opened from now on, one in " + sample
                : "those opened from now on; those alive already from their next event (adopted)";
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  ").append(name);
        for (int i = name.length(); i < 10; i++) {
            text.append(' ');
        }
        text.append(value).append('\n');
    }
}
