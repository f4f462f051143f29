package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.weave.Weaver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Weaves the JDK's classes before they are loaded, on a thread of the agent: whatever weaving needs
 * is loaded and initialised by that, and what came of it serves when the JVM asks. Inside a
 * transformer nothing may be loaded for the first time, see {@link TlsGate}.
 *
 * <p>Thread-safe once {@link #perform} is done.
 */
public final class WeavingRehearsal {

    private static final String[] CLASSES = {
        JdkClasses.SSL_SOCKET,
        JdkClasses.SSL_ENGINE,
        JdkClasses.SSL_SERVER_SOCKET,
        JdkClasses.SSL_SOCKET_FACTORY,
        JdkClasses.SSL_CONTEXT,
        JdkClasses.SUN_TRANSPORT,
        JdkClasses.SUN_RECORD,
        JdkClasses.SUN_SOCKET,
        JdkClasses.SUN_BASE_SOCKET,
        JdkClasses.SUN_ENGINE,
        JdkClasses.SUN_INPUT,
        JdkClasses.SUN_OUTPUT,
        JdkClasses.SOCKET,
        JdkClasses.SERVER_SOCKET,
        JdkClasses.SOCKET_CHANNEL,
    };

    private static final String[] NEEDED = {
        "io.github.tlsleak.agent.instrument.",
        "io.github.tlsleak.agent.provider.",
        "io.github.tlsleak.agent.lib.bytebuddy.",
    };

    /** By name with slashes; a class that this JDK lacks is not in it. */
    private final Map<String, Woven> all = new ConcurrentHashMap<>();

    /** Does it: once, before the transformer is asked anything. */
    void perform() {
        initialize();
        for (String name : CLASSES) {
            try {
                byte[] bytes = read(name);
                if (bytes != null) {
                    Woven woven = new Woven(bytes);
                    all.put(name, woven);
                    woven.code = Weaver.weave(null, name, null, bytes, woven.missing);
                    // the comparison, too, with another array
                    woven(name, bytes.clone());
                }
            } catch (IOException | RuntimeException e) {
                // it fails again where that counts, and is told there
                continue;
            }
        }
    }

    /** All of ours, for a class of another shape may take another way through it. */
    private void initialize() {
        ClassLoader loader = getClass().getClassLoader();
        try {
            Method initialize = loader.getClass().getDeclaredMethod("initialize", String[].class);
            initialize.setAccessible(true);
            initialize.invoke(loader, (Object) NEEDED);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // another loader, of an earlier version or of a test: the rehearsal alone must do
            return;
        }
    }

    /** From the boot loader, whatever loader a program has made the system's. */
    private static byte[] read(String name) throws IOException {
        try (InputStream in = Object.class.getResourceAsStream('/' + name + ".class")) {
            if (in == null) {
                return null;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        }
    }

    /** Whether this JDK has a class of those that carry hooks. */
    boolean exists(String name) {
        return all.containsKey(name);
    }

    /** The class with hooks; null where it is none of these, or not as it was at the rehearsal. */
    byte[] woven(String name, byte[] bytes) {
        Woven one = all.get(name);
        return one != null && Arrays.equals(one.original, bytes) ? one.code : null;
    }

    /** Of what {@link #woven} gave: methods that should have got a hook and are not there. */
    List<String> missing(String name) {
        return all.get(name).missing;
    }

    /** Lets go of the code: most of the classes are loaded by now. */
    public void forget() {
        for (Woven one : all.values()) {
            one.code = null;
            one.original = null;
        }
    }

    private static final class Woven {
        private final List<String> missing = new ArrayList<>();
        private volatile byte[] original;
        private volatile byte[] code;

        private Woven(byte[] original) {
            this.original = original;
        }
    }
}
