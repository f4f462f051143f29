package io.github.tlsleak;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.PermissionCollection;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes under {@code inst/} in the jar. It asks its parent, the platform loader, last.
 * The application sees neither the agent's classes nor its libraries, and these never see classes
 * of the application.
 *
 * <p>Most classes are in zip files under {@code inst/}. They are read as a whole when the first
 * class in them is needed.
 *
 * <p>Thread-safe. The jar stays open while the loader is in use, so that a jar replaced on disk
 * does not break the running agent.
 */
final class AgentClassLoader extends ClassLoader implements Closeable {

    static {
        registerAsParallelCapable();
    }

    private static final String ROOT = "inst/";

    /** JNA keeps its package, because native code knows its classes by name. */
    private static final String NATIVE_ACCESS = "com.sun.jna.";

    private static final String AGENT = ROOT + "agent.zip";
    private static final String COMMAND_LINE = ROOT + "cli.zip";

    /** What reads heap dumps is large, and one command needs it. */
    private static final String[] ONLY_HEAP = {ROOT + "heap.zip"};

    private static final String HEAP_CLASSES = "io/github/tlsleak/cli/heap/";

    /** What exports to a collector is large, too, and one option needs it. */
    private static final String[] ONLY_OTLP = {ROOT + "otlp.zip"};

    private static final String OTLP_CLASSES = "io/github/tlsleak/agent/output/otlp/";

    /** What writes hooks initialises all that is needed of ASM by itself. */
    private static final String NOT_PRELOADED = "io.github.tlsleak.agent.lib.bytebuddy.";

    /** Java 8 loads class files up to version 52. */
    private static final boolean JAVA_8 =
            System.getProperty("java.specification.version", "").startsWith("1.");

    private final File file;
    private final String[] names;
    private final ProtectionDomain domain;

    /** Null if everything is in memory. */
    private final @Nullable JarFile jar;

    /** Those that were needed; empty again when all classes are loaded. Guarded by itself. */
    private final Map<String, ZipBundle> bundles = Collections.synchronizedMap(new HashMap<>());

    private AgentClassLoader(File file, @Nullable JarFile jar, String... names) throws IOException {
        super(ClassLoader.getSystemClassLoader().getParent());
        this.file = file;
        this.jar = jar;
        this.names = names;
        // under a SecurityManager hooks run with the application on the stack, and doPrivileged
        // only helps if the agent's classes have a domain of their own
        PermissionCollection all = new AllPermission().newPermissionCollection();
        all.add(new AllPermission());
        CodeSource source = new CodeSource(file.toURI().toURL(), (Certificate[]) null);
        domain = new ProtectionDomain(source, all);
    }

    /** Makes the loader of a command line. */
    static AgentClassLoader of(File file) throws IOException {
        return new AgentClassLoader(file, new JarFile(file), AGENT, COMMAND_LINE);
    }

    /**
     * Makes the loader of an agent. Java 8 maps a jar into memory, and the JVM crashes if the jar
     * is overwritten: there everything is read at once.
     */
    static AgentClassLoader ofAgent(File file) throws IOException {
        if (!JAVA_8) {
            return new AgentClassLoader(file, new JarFile(file), AGENT);
        }
        try (JarFile jar = new JarFile(file)) {
            AgentClassLoader loader = new AgentClassLoader(file, null, AGENT);
            loader.bundles.put(AGENT, ZipBundle.in(jar, AGENT));
            return loader;
        }
    }

    /** In this class, so that a JVM without TLS does not load {@link ZipBundle}. */
    static byte[] content(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) entry.getSize() + 1);
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("io.github.tlsleak.") && !name.startsWith(NATIVE_ACCESS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("javax.")) {
            // the hooks lie here as well, but belong to the boot loader; another agent may ask
            throw new ClassNotFoundException(name);
        }
        byte[] bytes;
        try {
            bytes = read(name.replace('.', '/') + ".class");
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " in " + file, e);
        }
        // a class defined in vain makes the transformers of other agents fail
        if (bytes == null || (JAVA_8 && (bytes[7] & 0xff) > 52)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return defineClass(name, bytes, 0, bytes.length, domain);
        } catch (LinkageError e) {
            // the transformer of another agent was asked about this class, and has made this
            // loader load it
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                throw e;
            }
            return loaded;
        }
    }

    /** The path of the jar, for messages. */
    String jar() {
        return file.getPath();
    }

    /** Loads all classes of the agent, so that the jar is not needed for them any more. */
    void preload() throws IOException {
        for (String name : bundle(AGENT).classes()) {
            if (!name.startsWith(NOT_PRELOADED)) {
                load(name, false);
            }
        }
        if (jar != null) {
            bundles.clear();
        }
    }

    /** Loads and initialises the classes of the agent whose names begin with a prefix. */
    void initialize(String... prefixes) throws IOException {
        for (String name : bundle(AGENT).classes(prefixes)) {
            load(name, true);
        }
    }

    private void load(String name, boolean initialize) {
        try {
            Class.forName(name, initialize, this);
        } catch (ClassNotFoundException | LinkageError e) {
            return; // it is for a newer Java than this one
        }
    }

    /** Called when none of the classes is in use any more. */
    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }

    /** The URL of a file that lies in the jar itself; zip files in it have no URLs. */
    @Override
    protected @Nullable URL findResource(String name) {
        if (jar == null || jar.getJarEntry(ROOT + name) == null) {
            return null;
        }
        try {
            return new URL("jar:" + domain.getCodeSource().getLocation() + "!/" + ROOT + name);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        try {
            byte[] content = read(name);
            return content == null
                    ? super.getResourceAsStream(name)
                    : new ByteArrayInputStream(content);
        } catch (IOException e) {
            return null;
        }
    }

    /** Looks into the jar first: a JVM without TLS needs nothing from the zip files. */
    private byte @Nullable [] read(String name) throws IOException {
        JarEntry entry = jar == null ? null : jar.getJarEntry(ROOT + name);
        if (jar != null && entry != null) {
            return content(jar, entry);
        }
        for (String zip : zips(name)) {
            byte[] content = bundle(zip).read(name);
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    private String[] zips(String name) {
        if (name.startsWith(OTLP_CLASSES)) {
            // on Java 8 the agent's jar is closed
            return jar == null ? new String[0] : ONLY_OTLP;
        }
        return name.startsWith(HEAP_CLASSES) ? ONLY_HEAP : names;
    }

    private ZipBundle bundle(String name) throws IOException {
        synchronized (bundles) {
            ZipBundle known = bundles.get(name);
            if (known == null) {
                known = ZipBundle.in(Objects.requireNonNull(jar, "all is in memory"), name);
                bundles.put(name, known);
            }
            return known;
        }
    }
}
