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
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads what lies under {@code inst/} in the jar, child first, with the platform loader as parent:
 * the application sees neither the agent's classes nor its libraries, and they never see the
 * application's.
 *
 * <p>The bulk of it is in zip files there, read at once when the first class of theirs is asked
 * for.
 *
 * <p>Thread-safe. The jar stays open for the loader's life, so that a jar replaced on disk does not
 * break the running agent.
 */
final class AgentClassLoader extends ClassLoader implements Closeable {

    static {
        registerAsParallelCapable();
    }

    private static final String ROOT = "inst/";

    /** Native code knows its classes by name: the one library that keeps its own. */
    private static final String NATIVE_ACCESS = "com.sun.jna.";

    private static final String AGENT = ROOT + "agent.zip";
    private static final String COMMAND_LINE = ROOT + "cli.zip";

    /** Of ASM all that is needed is there with the first hook. */
    private static final String NOT_PRELOADED = "io/github/tlsleak/agent/lib/bytebuddy/";

    private final File file;
    private final String[] names;
    private final ProtectionDomain domain;

    /** Null where all is in memory. */
    private final JarFile jar;

    /** Null until needed, and again once all of them is loaded. */
    private volatile ZipBundle[] bundles;

    private AgentClassLoader(File file, JarFile jar, ZipBundle[] bundles, String... names)
            throws IOException {
        super(ClassLoader.getSystemClassLoader().getParent());
        this.file = file;
        this.jar = jar;
        this.bundles = bundles;
        this.names = names;
        // under a SecurityManager hooks run with the application on the stack: the agent's own
        // classes need a domain of their own for doPrivileged to mean anything
        PermissionCollection all = new AllPermission().newPermissionCollection();
        all.add(new AllPermission());
        URL location = file.toURI().toURL();
        domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), all);
    }

    /** For a command line. */
    static AgentClassLoader of(File file) throws IOException {
        return new AgentClassLoader(file, new JarFile(file), null, AGENT, COMMAND_LINE);
    }

    /**
     * For an agent, in a JVM that is not ours. Java 8 maps a jar into memory, and a JVM dies of one
     * that is overwritten then: there nothing is read from it later.
     */
    static AgentClassLoader ofAgent(File file) throws IOException {
        if (!System.getProperty("java.specification.version", "").startsWith("1.")) {
            return new AgentClassLoader(file, new JarFile(file), null, AGENT);
        }
        try (JarFile jar = new JarFile(file)) {
            return new AgentClassLoader(file, null, new ZipBundle[] {bundle(jar, AGENT)}, AGENT);
        }
    }

    private static ZipBundle bundle(JarFile jar, String name) throws IOException {
        JarEntry entry = jar.getJarEntry(name);
        if (entry == null) {
            throw new IOException("no " + name + " in " + jar.getName());
        }
        return new ZipBundle(content(jar, entry));
    }

    /** Here, so that a JVM without TLS does without {@link ZipBundle}. */
    private static byte[] content(JarFile jar, JarEntry entry) throws IOException {
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
            // the hooks lie here as well, and are the boot loader's: another agent may ask for them
            throw new ClassNotFoundException(name);
        }
        byte[] bytes;
        try {
            bytes = read(name.replace('.', '/') + ".class");
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " in " + file, e);
        }
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            return defineClass(name, bytes, 0, bytes.length, domain);
        } catch (LinkageError e) {
            // another agent's transformer, asked about this class, has loaded it by this very
            // loader
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                throw e;
            }
            return loaded;
        }
    }

    /** The file, for messages. */
    String jar() {
        return file.getPath();
    }

    /** Loads the agent's own classes, so that the jar is not needed for them any more. */
    void preload() throws IOException {
        for (String name : bundles()[0].names()) {
            if (name.endsWith(".class") && !name.startsWith(NOT_PRELOADED)) {
                try {
                    loadClass(name.substring(0, name.length() - 6).replace('/', '.'));
                } catch (ClassNotFoundException | LinkageError e) {
                    // for a newer Java than this one
                    continue;
                }
            }
        }
        if (jar != null) {
            bundles = null;
        }
    }

    /**
     * Loads and initialises classes, those of the agent's whose names begin in one of these ways.
     */
    void initialize(String... prefixes) throws IOException {
        for (String file : bundles()[0].names()) {
            String name = file.replace('/', '.');
            for (String prefix : prefixes) {
                if (name.startsWith(prefix) && name.endsWith(".class")) {
                    initialize(name.substring(0, name.length() - ".class".length()));
                }
            }
        }
    }

    private void initialize(String name) {
        try {
            Class.forName(name, true, this);
        } catch (ClassNotFoundException | LinkageError e) {
            // for a newer Java than this one
            return;
        }
    }

    /** To be called when none of the classes is in use any more. */
    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }

    /** What others open by its address lies in the jar itself. */
    @Override
    protected URL findResource(String name) {
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
    public InputStream getResourceAsStream(String name) {
        try {
            byte[] content = read(name);
            return content == null
                    ? super.getResourceAsStream(name)
                    : new ByteArrayInputStream(content);
        } catch (IOException e) {
            return null;
        }
    }

    /** The jar's own entries first: a JVM without TLS needs no others. */
    private byte[] read(String name) throws IOException {
        JarEntry entry = jar == null ? null : jar.getJarEntry(ROOT + name);
        if (entry != null) {
            return content(jar, entry);
        }
        for (ZipBundle bundle : bundles()) {
            byte[] content = bundle.read(name);
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    private ZipBundle[] bundles() throws IOException {
        ZipBundle[] known = bundles;
        if (known != null) {
            return known;
        }
        synchronized (names) {
            if (bundles == null) {
                ZipBundle[] read = new ZipBundle[names.length];
                for (int i = 0; i < read.length; i++) {
                    read[i] = bundle(jar, names[i]);
                }
                bundles = read;
            }
            return bundles;
        }
    }
}
