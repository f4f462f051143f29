package io.github.tlsleak.agent.track;

import io.github.tlsleak.agent.site.CallStack;
import io.github.tlsleak.agent.site.SiteTable;
import io.github.tlsleak.agent.site.StackSource;
import java.util.Arrays;
import java.util.function.Predicate;

/** A stack source without a stack. */
public final class MadeUpStack extends StackSource {

    private StackTraceElement[] stack;
    private Runnable meanwhile = () -> {};

    MadeUpStack() {
        set("com.acme.OrderClient", "call", 42);
    }

    /** Sets the frame between that of JSSE and that of main. */
    void set(String className, String method, int line) {
        stack =
                new StackTraceElement[] {
                    new StackTraceElement(
                            "sun.security.ssl.SSLEngineImpl", "<init>", "SSLEngineImpl.java", 1),
                    element(className, method, line),
                    element("com.acme.Main", "main", 7),
                };
    }

    /** What happens while a stack is captured. */
    void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    public static StackTraceElement element(String className, String method, int line) {
        String file = className.substring(className.lastIndexOf('.') + 1) + ".java";
        return new StackTraceElement(className, method, file, line);
    }

    @Override
    public boolean passes(Predicate<String> classNames) {
        return Arrays.stream(stack).map(StackTraceElement::getClassName).anyMatch(classNames);
    }

    @Override
    public CallStack stack(int depth, SiteTable sites, boolean firstUse) {
        meanwhile.run();
        return sites.add(Arrays.hashCode(stack) + (firstUse ? 1 : 0), stack, depth, firstUse);
    }
}
