package io.github.tlsleak.apps.hard;

import io.github.tlsleak.apps.support.Stage;
import java.lang.reflect.InvocationTargetException;

/**
 * Under a SecurityManager a program tries to replace the agent as the sink. Then it drops an
 * engine.
 */
public final class StealsTheHooks {

    private StealsTheHooks() {}

    public static void main(String[] args) throws Exception {
        Engines.closed(Engines.context(), 1);
        Class<?> hooks = Class.forName("javax.net.ssl.TlsLeakHooks");
        try {
            hooks.getMethod("install", hooks).invoke(null, (Object) null);
            System.out.println("STOLEN");
        } catch (InvocationTargetException e) {
            System.out.println("REFUSED " + (e.getCause() instanceof SecurityException));
        }
        Stage.awaitCollected(Engines.dropped(Engines.context(), 1));
        Stage.done();
    }
}
