package io.github.tlsleak.agent.instrument.weave;

import io.github.tlsleak.agent.instrument.advice.AdvicePlan;
import java.util.List;

/** Weaves classes with hooks that a test chooses. Stateless. */
public final class Woven {

    private Woven() {}

    /**
     * Weaves a class of any loader or JDK.
     *
     * @param resources has its superclasses as resources
     * @param bytes the class
     * @param plan the hooks
     * @param missing gets the names of methods that should have hooks and are not there
     */
    public static byte[] of(
            ClassLoader resources, byte[] bytes, AdvicePlan plan, List<String> missing) {
        return Weaver.weave(resources, bytes, plan, missing);
    }
}
