package io.github.tlsleak.cli.heap.agent;

import io.github.tlsleak.cli.heap.dump.DumpedClass;
import io.github.tlsleak.cli.heap.dump.DumpedObject;

/** Tells the classes of tlsleak from those of the program. Stateless. */
public final class AgentClasses {

    static final String LOADER = "io.github.tlsleak.AgentClassLoader";

    private static final String ROOT = "io.github.tlsleak.";
    private static final String TESTS = ROOT + "test.";
    private static final String HOOKS = "javax.net.ssl.TlsLeak";

    private AgentClasses() {}

    /**
     * Whether a class belongs to tlsleak: what its loader has loaded, its entry classes and the
     * hooks. Arrays belong to whom their elements belong.
     */
    public static boolean isAgents(DumpedClass type) {
        String name = type.name();
        if (name.startsWith(HOOKS)) {
            return type.loader() == null;
        }
        return isEntry(name) || isLoadedByAgent(type);
    }

    /** Whether the agent's loader has loaded it: classes of the agent and of its libraries. */
    static boolean isLoadedByAgent(DumpedClass type) {
        DumpedObject loader = type.loader();
        return loader != null && loader.type().name().equals(LOADER);
    }

    /** The entry classes, and those for tests, are on the class path of the program. */
    private static boolean isEntry(String name) {
        return name.startsWith(ROOT)
                && (name.startsWith(TESTS) || name.indexOf('.', ROOT.length()) < 0);
    }
}
