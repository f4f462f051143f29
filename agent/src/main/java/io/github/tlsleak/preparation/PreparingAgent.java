package io.github.tlsleak.preparation;

import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import io.github.tlsleak.agent.instrument.prepared.PreparedHooks;
import io.github.tlsleak.agent.instrument.prepared.ResourceBytes;
import io.github.tlsleak.agent.instrument.weave.Weaver;
import io.github.tlsleak.agent.observe.SelfTest;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs as an agent in a JDK that is to be known, and writes down the hooks of its classes. Each
 * class is woven twice: as it is loaded, and as the JVM gives it back once it is. The two differ.
 */
public final class PreparingAgent {

    /** What the agent tests itself with; it gets its hooks as any engine. */
    private static final String PROBE = SelfTest.ENGINE.replace('.', '/');

    private final Instrumentation instrumentation;
    private final HooksFile file = new HooksFile();

    private PreparingAgent(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Called by the JVM.
     *
     * @param directory gets the file, unless another build of this version has been here before
     * @param instrumentation of the JVM
     */
    public static void premain(String directory, Instrumentation instrumentation) throws Exception {
        String version = System.getProperty("java.runtime.version");
        File to = new File(directory, PreparedHooks.file(version));
        if (!to.exists()) {
            PreparingAgent agent = new PreparingAgent(instrumentation);
            agent.prepare();
            Files.write(to.toPath(), agent.file.bytes());
        }
    }

    /** Nothing is left to be done. */
    public static void main(String[] args) {}

    private void prepare() throws Exception {
        for (String name : new TreeSet<>(Instrumentations.names())) {
            byte[] bytes = ResourceBytes.ofClass(name);
            if (bytes != null) {
                file.name(name);
                Class<?> type = Class.forName(name.replace('/', '.'), false, null);
                add(true, name, null, bytes);
                add(true, name, type, GivenBackCode.of(instrumentation, type));
            }
        }
        Class<?> probe = Class.forName(PROBE.replace('/', '.'));
        add(false, PROBE, probe, GivenBackCode.of(instrumentation, probe));
    }

    /** A class that lacks a method is left to the running agent, which reports that. */
    private void add(boolean boot, String name, @Nullable Class<?> loaded, byte[] bytes)
            throws IOException {
        List<String> missing = new ArrayList<>();
        ClassLoader loader = boot ? null : PreparingAgent.class.getClassLoader();
        byte[] woven = Weaver.weave(loader, name, loaded, bytes, missing);
        if (missing.isEmpty()) {
            file.add(boot, name, bytes, woven);
        }
    }
}
