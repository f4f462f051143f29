package io.github.tlsleak.it.heap;

import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.matrix.ProviderVariant;
import java.util.List;

/** States that a provider's fields do not tell apart, and what they tell instead. */
final class UntoldStates {

    /** Variant and JDK, name, state, and what the dump tells. */
    private static final List<String[]> ALL =
            List.<String[]>of(
                    // there an end of stream without close_notify is a fatal error of the engine
                    line(
                            "sunjsse on jdk 8",
                            "engine: .* at the end of the stream",
                            "closed",
                            "broken"));

    private UntoldStates() {}

    private static String[] line(String... columns) {
        return columns;
    }

    /** What the dump tells of an object. */
    static String instead(ProviderVariant variant, Jdk jdk, HeldObject said) {
        String where = variant + " on " + jdk;
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
