package io.github.tlsleak.apps.hard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Loads an engine class that cannot be linked, because a class that it needs is missing. In most
 * programs Netty's classes for Conscrypt are like that. Then it uses TLS and waits.
 */
public final class Unlinkable {

    private Unlinkable() {}

    public static void main(String[] args) throws Exception {
        Engines.closed(Engines.context(), 1);
        Class<?> broken = Class.forName(Broken.class.getName(), false, new Incomplete());
        try {
            Class.forName(broken.getName(), true, broken.getClassLoader());
            System.out.println("LINKED");
        } catch (NoClassDefFoundError e) {
            System.out.println("READY");
        }
        while (System.in.read() >= 0) {
            Engines.closed(Engines.context(), 1);
        }
        System.out.println("DONE " + broken.getName());
    }

    public static class Base {}

    public static class Missing extends Base {}

    public static class Broken extends TinyEngine {
        /** The verifier must load one class to see whether it is the other. */
        Base widen(Missing missing) {
            return missing;
        }
    }

    private static final class Incomplete extends ClassLoader {

        private Incomplete() {
            super(Unlinkable.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.endsWith("$Missing")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null || !name.endsWith("$Broken")) {
                return known != null ? known : super.loadClass(name, resolve);
            }
            byte[] code = code(name);
            return defineClass(name, code, 0, code.length);
        }

        private byte[] code(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = getResourceAsStream(file)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                for (int b = in.read(); b >= 0; b = in.read()) {
                    out.write(b);
                }
                return out.toByteArray();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
