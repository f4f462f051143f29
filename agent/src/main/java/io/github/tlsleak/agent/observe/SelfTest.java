package io.github.tlsleak.agent.observe;

import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * Closes an engine of the agent's own: shows whether hooks fire, without touching any provider. Run
 * once TLS is in use, on the collector's thread.
 */
public final class SelfTest {

    /**
     * The class of its engine. This class must not lead to it, because that would load a class of
     * JSSE too early.
     */
    public static final String ENGINE = "io.github.tlsleak.agent.SelfTestEngine";

    private SelfTest() {}

    /**
     * Whether an object is the engine of a self-test. By name: to ask for the loader of a class
     * takes a permission, and the application, which may lack it, is on the stack.
     */
    public static boolean isProbe(Object object) {
        return object.getClass().getName().equals(ENGINE);
    }

    /**
     * Runs it.
     *
     * @param sink where hooks arrive
     * @param engine a new one of the class {@link #ENGINE}
     * @return null if all is well, else what did not fire
     */
    public static @Nullable String run(HookSink sink, SSLEngine engine) {
        engine.closeOutbound();
        if ((sink.probe & 1) == 0) {
            return "the constructor of javax.net.ssl.SSLEngine carries no hook";
        }
        return (sink.probe & 2) == 0 ? "a class seen for the first time got no hooks" : null;
    }
}
