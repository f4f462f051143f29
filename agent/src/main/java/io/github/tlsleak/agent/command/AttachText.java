package io.github.tlsleak.agent.command;

import io.github.tlsleak.agent.RunningAgent;
import io.github.tlsleak.agent.output.status.AgentStatus;
import io.github.tlsleak.agent.process.ProcessInfo;
import io.github.tlsleak.agent.provider.KnownProvider;
import io.github.tlsleak.common.options.Options;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an attach answers: what is covered now, and what to do next. Stateless. */
final class AttachText {

    private AttachText() {}

    static String of(RunningAgent parts, List<String> warnings) {
        AgentStatus facts = parts.facts.now();
        StringBuilder text = new StringBuilder(512);
        text.append("attached, version ").append(facts.version).append(", to ").append(facts.jvm);
        text.append('\n');
        line(text, "covered", covered(facts.covered));
        for (String lost : facts.lost) {
            line(text, "NOT", lost);
        }
        line(text, "sessions", sessions(parts));
        StringBuilder options = new StringBuilder();
        for (Map.Entry<String, String> option : facts.options.entrySet()) {
            String origin = facts.origins.get(option.getKey());
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
        String pid = ProcessInfo.pid() > 0 ? " " + ProcessInfo.pid() : " PID";
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

    private static String sessions(RunningAgent parts) {
        return parts.options.get().sample > 1
                ? "those opened from now on, one in " + parts.options.get().sample
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
