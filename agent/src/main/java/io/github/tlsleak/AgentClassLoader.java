package io.github.tlsleak;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
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
 * <p>Thread-safe. The jar stays open for the loader's life, so that a jar replaced on disk does not
 * break the running agent.
 */
final class AgentClassLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String ROOT = "inst/";

    private final JarFile jar;
    private final ProtectionDomain domain;

    AgentClassLoader(File file) throws IOException {
        super(ClassLoader.getSystemClassLoader().getParent());
        jar = new JarFile(file);
        // under a SecurityManager hooks run with the application on the stack: the agent's own
        // classes need a domain of their own for doPrivileged to mean anything
        PermissionCollection all = new AllPermission().newPermissionCollection();
        all.add(new AllPermission());
        URL location = file.toURI().toURL();
        domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), all);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("io.github.tlsleak.")) {
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
            throw new ClassNotFoundException(name + " in " + jar.getName(), e);
        }
    }
}
