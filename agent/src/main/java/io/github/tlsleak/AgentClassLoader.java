package io.github.tlsleak;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.PermissionCollection;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads what lies under {@code inst/} in the jar, child first, with the platform loader as parent:
 * the application sees neither the agent's classes nor its libraries, and they never see the
 * application's.
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

    /**
     * What runs in the target JVM; of Byte Buddy all that is needed is there with the first hook.
     */
    private static final String[] PRELOADED = {
        "agent/", "instrument/", "report/", "track/", "verdict/", "lib/slf4j/",
    };

    private final File file;
    private final JarFile jar;
    private final ProtectionDomain domain;

    private AgentClassLoader(File file, JarFile jar) throws IOException {
        super(ClassLoader.getSystemClassLoader().getParent());
        this.file = file;
        this.jar = jar;
        // under a SecurityManager hooks run with the application on the stack: the agent's own
        // classes need a domain of their own for doPrivileged to mean anything
        PermissionCollection all = new AllPermission().newPermissionCollection();
        all.add(new AllPermission());
        URL location = file.toURI().toURL();
        domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), all);
    }

    /** For a command line. */
    static AgentClassLoader of(File file) throws IOException {
        return new AgentClassLoader(file, new JarFile(file));
    }

    /**
     * For an agent, in a JVM that is not ours. Java 8 maps a jar into memory, and a JVM dies of one
     * that is overwritten then: it gets a copy, which nobody can.
     */
    static AgentClassLoader ofAgent(File file) throws IOException {
        if (!System.getProperty("java.specification.version", "").startsWith("1.")) {
            return of(file);
        }
        File copy = File.createTempFile("tlsleak", ".jar");
        try {
            Files.copy(file.toPath(), copy.toPath(), StandardCopyOption.REPLACE_EXISTING);
            return new AgentClassLoader(file, new JarFile(copy));
        } finally {
            // it is open; where it cannot go now it goes at exit
            if (!copy.delete()) {
                copy.deleteOnExit();
            }
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
        byte[] bytes = read(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, domain);
    }

    /** The file, for messages. */
    String jar() {
        return file.getPath();
    }

    /** Loads the agent's own classes, so that the jar is not needed for them any more. */
    void preload() {
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (isPreloaded(name)) {
                try {
                    String path = name.substring(ROOT.length(), name.length() - 6);
                    loadClass(path.replace('/', '.'));
                } catch (ClassNotFoundException | LinkageError e) {
                    // for a newer Java than this one
                    continue;
                }
            }
        }
    }

    private static boolean isPreloaded(String entry) {
        for (String part : PRELOADED) {
            if (entry.startsWith(ROOT + "io/github/tlsleak/" + part)) {
                return entry.endsWith(".class");
            }
        }
        return false;
    }

    /** To be called when none of the classes is in use any more. */
    @Override
    public void close() throws IOException {
        jar.close();
    }

    @Override
    protected URL findResource(String name) {
        if (jar.getJarEntry(ROOT + name) == null) {
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
            JarEntry entry = jar.getJarEntry(ROOT + name);
            return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
        } catch (IOException e) {
            return null;
        }
    }

    private byte[] read(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(ROOT + name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) entry.getSize() + 1);
            byte[] buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " in " + file, e);
        }
    }
}
