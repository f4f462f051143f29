package io.github.tlsleak.apps.classes;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Has the JVM link other versions of the classes of libraries, which verifies them, and initialises
 * none. Each class is linked twice: as it is in its jar, and in its new version. Arguments: a zip
 * with the new versions, and all jars. Prints a line for each class where the two differ.
 */
public final class LinkAll {

    private LinkAll() {}

    public static void main(String[] args) throws Exception {
        ClassZip zip = new ClassZip(args[0]);
        URL[] jars = new URL[args.length - 1];
        for (int i = 0; i < jars.length; i++) {
            jars[i] = url(new File(args[i + 1]));
        }
        ClassLoader own = new Loader(jars, null);
        ClassLoader other = new Loader(jars, zip);
        int verified = 0;
        int apart = 0;
        for (String name : zip.names()) {
            String outcome = outcome(name, other);
            String before = outcome(name, own);
            if (outcome.isEmpty()) {
                verified++;
            } else if (kind(outcome).equals(kind(before))) {
                apart++;
            } else {
                System.out.println("FAILED " + name + " " + outcome + ", not " + before);
            }
        }
        System.out.println("VERIFIED " + verified + " APART " + apart);
    }

    private static URL url(File jar) throws MalformedURLException {
        return jar.toURI().toURL();
    }

    /** The class of an error: messages of the verifier differ with the code. */
    private static String kind(String outcome) {
        return outcome.split(":", 2)[0];
    }

    /** The error with which a class cannot be linked; empty if it can. */
    @SuppressWarnings("ReturnValueIgnored")
    private static String outcome(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name.replace('/', '.'), false, loader);
            // HotSpot links a class before it lists its members
            type.getDeclaredConstructors();
            return "";
        } catch (VerifyError | ClassFormatError e) {
            return RedefineAll.oneLine(e);
        } catch (Throwable t) {
            return t.getClass().getName();
        }
    }

    /** Defines every class by itself, so that signatures of jars do not matter. */
    private static final class Loader extends URLClassLoader {

        private final ClassZip zip;

        Loader(URL[] jars, ClassZip zip) {
            super(jars, ClassLoader.getSystemClassLoader().getParent());
            this.zip = zip;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/');
            try (InputStream in = getResourceAsStream(file + ".class")) {
                byte[] bytes = zip == null ? null : zip.bytes(file);
                if (bytes == null && in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] chosen = bytes == null ? ClassZip.all(in) : bytes;
                return defineClass(name, chosen, 0, chosen.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
