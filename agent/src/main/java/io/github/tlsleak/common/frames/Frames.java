package io.github.tlsleak.common.frames;

import java.util.ArrayList;
import java.util.List;

/**
 * Cleans stacks of what differs between runs, so that one site has the same frames in every run.
 * Stateless, thread-safe.
 */
public final class Frames {

    private static final String AGENT = "io.github.tlsleak.";

    /**
     * Packages below {@link #AGENT} that run inside the agent, and classes that stand between a
     * test engine and a test. Others are programs of tests.
     */
    private static final String[] AGENT_PACKAGES = {
        "agent.", "common.", "junit.TlsLeaksExtension", "junit.Constructions",
    };

    private static final String HOOKS = "javax.net.ssl.TlsLeakHooks";

    private static final String[] PLUMBING = {
        "java.lang.reflect.", "jdk.internal.reflect.", "sun.reflect.", "java.lang.invoke.",
    };

    private Frames() {}

    /**
     * Renders a stack, top first, as {@code com.acme.A.b(A.java:42)}, without the frames of this
     * agent, of reflection and of method handles, and without the numbers of generated classes.
     *
     * @return a new list; empty if the stack has such frames only
     */
    public static List<String> clean(StackTraceElement[] stack) {
        List<String> frames = new ArrayList<>(stack.length);
        for (StackTraceElement element : stack) {
            String name = element.getClassName();
            if (!isOfAgent(name) && !isPlumbing(name)) {
                frames.add(render(element));
            }
        }
        return frames;
    }

    /** Whether a class name, or the class name that a frame starts with, is of this agent. */
    static boolean isOfAgent(String name) {
        if (name.startsWith(HOOKS)) {
            return true;
        }
        if (name.startsWith(AGENT)) {
            for (String part : AGENT_PACKAGES) {
                if (name.startsWith(part, AGENT.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPlumbing(String name) {
        for (String prefix : PLUMBING) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static String render(StackTraceElement element) {
        String place = element.getFileName() == null ? "Unknown Source" : element.getFileName();
        if (element.isNativeMethod()) {
            place = "Native Method";
        } else if (element.getFileName() != null && element.getLineNumber() >= 0) {
            place += ":" + element.getLineNumber();
        }
        return StableNames.ofClass(element.getClassName())
                + '.'
                + StableNames.ofMethod(element.getMethodName())
                + '('
                + place
                + ')';
    }
}
