package io.github.tlsleak.apps.bad;

import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.apps.wrap.DelegatingEngine;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import javax.net.ssl.SSLEngine;

/**
 * Makes engines of a hidden class (JDK 15+), which no agent can instrument. The agent must report
 * that once, and the program must not notice.
 */
public final class HiddenSubclass {
    public static void main(String[] args) throws Exception {
        Stage stage = Stage.of(args);
        Class<?> hidden = define(bytes());
        for (int i = 0; i < 3; i++) {
            SSLEngine engine = stage.context().createSSLEngine();
            SSLEngine outer =
                    (SSLEngine) hidden.getConstructor(SSLEngine.class).newInstance(engine);
            outer.closeOutbound();
        }
        Stage.done();
    }

    private static byte[] bytes() throws IOException {
        String file = "HiddenSubclass$Engine.class";
        try (InputStream in = HiddenSubclass.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    /** Uses reflection, because this is compiled for 11. */
    private static Class<?> define(byte[] bytes) throws ReflectiveOperationException {
        Class<?> option = Class.forName("java.lang.invoke.MethodHandles$Lookup$ClassOption");
        Object none = Array.newInstance(option, 0);
        Method define =
                MethodHandles.Lookup.class.getMethod(
                        "defineHiddenClass", byte[].class, boolean.class, none.getClass());
        Object lookup = define.invoke(MethodHandles.lookup(), bytes, true, none);
        return ((MethodHandles.Lookup) lookup).lookupClass();
    }

    /** The class that becomes hidden. */
    public static class Engine extends DelegatingEngine {
        public Engine(SSLEngine delegate) {
            super(delegate);
        }
    }
}
