package io.github.tlsleak.it.heap;

import java.util.List;

/** States that a provider's fields do not tell apart, and what they tell instead. */
final class UntoldStates {

    private static final String ENGINE_BROKEN = "engine: .* (refused the certificate|read garbage)";
    private static final String END = "engine: .* at the end of the stream";

    /** Variant, JDK and version of TLS, name, state, and what the dump tells. */
    private static final List<String[]> ALL =
            List.of(
                    // there an end of stream without close_notify is a fatal error of the engine
                    line("sunjsse on jdk 8,.*", END, "closed", "broken"),
                    line("netty-jdk.* on jdk 8,.*", END, "closed", "broken"),
                    line("bouncycastle.*", END, "closed", "broken"),
                    // closes an engine in both directions for each of these
                    line("conscrypt.*", ENGINE_BROKEN, "broken", "closed"),
                    line("conscrypt.*", "engine: .* read close_notify", "peer closed", "closed"),
                    line("conscrypt.*", "socket: .* refused.*", "broken", "closed"),
                    // keeps in native memory alone what was read
                    line("conscrypt-descr.*", ".* read the end", "peer closed", "open"),
                    // answers by itself, and knows no half of a connection
                    line(
                            "bouncycastle.*",
                            ".* read (the end|close_notify)",
                            "peer closed",
                            "closed"),
                    line("bouncycastle.*", "engine: .* closed outbound.*", "half closed", "closed"),
                    // answers by itself
                    line("netty-(o|r).*", "engine: .* read close_notify", "peer closed", "closed"),
                    // frees the engine, and its error is gone
                    line("netty-(o|r).*1.3", "engine: client refused.*", "broken", "closed"),
                    // frees an engine for each of these
                    line("wildfly.*", ENGINE_BROKEN, "broken", "closed"),
                    line("wildfly.*", "engine: .* read close_notify", "peer closed", "closed"),
                    line("wildfly.*", "engine: .* closed outbound", "half closed", "closed"));

    private static String[] line(String... columns) {
        return columns;
    }

    /** What the dump tells of an object. */
    static String instead(String where, HeldObject said) {
        for (String[] line : ALL) {
            if (where.matches(line[0])
                    && said.name().matches(line[1])
                    && said.state().equals(line[2])) {
                return line[3];
            }
        }
        return said.state();
    }
}
