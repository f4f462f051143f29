package io.github.tlsleak.agent.instrument;

import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import io.github.tlsleak.agent.instrument.advice.JdkClasses;
import io.github.tlsleak.agent.instrument.weave.Weaver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the JDK's classes before they are loaded, on a thread of the agent. So everything that
 * weaving needs is loaded and initialised; inside a transformer nothing may be loaded for the first
 * time, see {@link TlsGate}. The woven code is used when the JVM loads the classes. What hooks need
 * is initialised, too.
 *
 * <p>Thread-safe once {@link #perform} is done.
 */
public class WeavingRehearsal {

    /**
     * How the names of the classes begin that are initialised: what weaves, and what hooks call. A
     * hook may be called where memory or stack is missing, and a class that cannot be initialised
     * then is lost for good.
     */
    private static final String[] NEEDED = {
        "io.github.tlsleak.agent.instrument.",
        "io.github.tlsleak.agent.provider.",
        "io.github.tlsleak.agent.lib.bytebuddy.",
        "io.github.tlsleak.agent.observe.",
        "io.github.tlsleak.agent.track.",
        "io.github.tlsleak.agent.judge.",
        "io.github.tlsleak.agent.site.",
        "io.github.tlsleak.agent.collect.Context",
        "io.github.tlsleak.common.frames.",
    };

    /** What the JDK's locks use when a thread has to wait, in {@link TimedLock}. */
    private static final String[] NEEDED_OF_THE_JDK = {
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$Node",
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ExclusiveNode",
        "java.util.concurrent.locks.LockSupport",
    };

    /** By the name with slashes, without classes that this JDK lacks. */
    private final Map<String, Woven> all = new ConcurrentHashMap<>();

    /** Called once, before the transformer is asked anything. */
    void perform() {
        initialize();
        for (String name : Instrumentations.names()) {
            try {
                byte[] bytes = read(name);
                if (bytes != null) {
                    Woven woven = new Woven(bytes);
                    all.put(name, woven);
                    woven.code = Weaver.weave(null, name, null, bytes, woven.missing);
                    // the comparison is rehearsed, too, with another array
                    woven(name, bytes.clone());
                }
            } catch (IOException | RuntimeException e) {
                // weaving fails again when the class is loaded, and is reported then
                continue;
            }
        }
    }

    /** Initialises all classes: one of another shape may need what the rehearsal did not. */
    private void initialize() {
        ClassLoader loader = getClass().getClassLoader();
        try {
            Method initialize = loader.getClass().getDeclaredMethod("initialize", String[].class);
            initialize.setAccessible(true);
            initialize.invoke(loader, (Object) NEEDED);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // a loader of an earlier version, or of a test: weaving alone must be enough
            return;
        }
        for (String name : NEEDED_OF_THE_JDK) {
            try {
                Class.forName(name, true, null);
            } catch (ClassNotFoundException e) {
                // this JDK's locks are made in another way
                continue;
            }
        }
    }

    /** Reads a class of the boot loader; a program may have replaced the system loader. */
    byte @Nullable [] read(String name) throws IOException {
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

    /** Whether this JDK has a class that gets hooks by its name. */
    boolean exists(String name) {
        return all.containsKey(name);
    }

    /**
     * The classes that get hooks by their names and that this JDK should have and lacks, with
     * slashes: it calls them otherwise. SunJSSE before 8u261 is another one, without these classes.
     */
    List<String> absent() {
        List<String> absent = new ArrayList<>();
        boolean java8 = System.getProperty("java.specification.version", "").startsWith("1.");
        boolean old = java8 && !exists(JdkClasses.SUN_TRANSPORT);
        for (String name : Instrumentations.names()) {
            // where not even this one can be read, reading is the problem
            if (!exists(name) && exists(JdkClasses.SSL_SOCKET) && !(old && isOfSun(name))) {
                absent.add(name);
            }
        }
        return absent;
    }

    private static boolean isOfSun(String name) {
        return name.startsWith("sun/security/ssl/");
    }

    /** The class with hooks; null if it was not rehearsed, or has other bytes now. */
    byte @Nullable [] woven(String name, byte[] bytes) {
        Woven one = all.get(name);
        return one != null && Arrays.equals(one.original, bytes) ? one.code : null;
    }

    /** Methods of a class given by {@link #woven} that should have hooks and are not there. */
    List<String> missing(String name) {
        return Objects.requireNonNull(all.get(name), name).missing;
    }

    /** Releases the code: most of the classes are loaded by now. */
    public void forget() {
        for (Woven one : all.values()) {
            one.code = null;
            one.original = null;
        }
    }

    private static final class Woven {
        private final List<String> missing = new ArrayList<>();
        private volatile byte @Nullable [] original;
        private volatile byte @Nullable [] code;

        private Woven(byte[] original) {
            this.original = original;
        }
    }
}
