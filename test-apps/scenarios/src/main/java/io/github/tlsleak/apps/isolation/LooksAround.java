package io.github.tlsleak.apps.isolation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Prints what a program can see of its JVM: properties, streams and threads. The arguments are
 * names of classes (with dots) and of resources (with slashes). It prints which of them each of its
 * class loaders finds.
 */
public final class LooksAround {
    private LooksAround() {}

    public static void main(String[] args) {
        for (String name : new TreeSet<>(System.getProperties().stringPropertyNames())) {
            System.out.println("PROPERTY " + name + "=" + System.getProperty(name));
        }
        System.out.println("OUT " + System.out.getClass().getName());
        System.out.println("ERR " + System.err.getClass().getName());
        System.out.println("HANDLER " + Thread.getDefaultUncaughtExceptionHandler());
        threads();
        List<String> names = Arrays.asList(args);
        loaders().forEach((loader, object) -> names.forEach(name -> look(loader, object, name)));
        System.out.println("LOOKED");
    }

    private static void threads() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            String kind = thread.isDaemon() ? " daemon" : " user";
            System.out.println("THREAD " + thread.getName() + kind);
        }
    }

    private static Map<String, ClassLoader> loaders() {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Map<String, ClassLoader> loaders = new LinkedHashMap<>();
        loaders.put("own", LooksAround.class.getClassLoader());
        loaders.put("system", system);
        loaders.put("context", Thread.currentThread().getContextClassLoader());
        loaders.put("platform", system.getParent());
        loaders.put("boot", null);
        return loaders;
    }

    private static void look(String kind, ClassLoader loader, String name) {
        if (name.indexOf('/') < 0 && isClass(name, loader)) {
            System.out.println("CLASS " + name + " by " + kind);
        }
        String resource = name.indexOf('/') < 0 ? name.replace('.', '/') + ".class" : name;
        // a loader without parent asks the boot loader
        ClassLoader asked = loader == null ? new ClassLoader(null) {} : loader;
        if (asked.getResource(resource) != null) {
            System.out.println("RESOURCE " + resource + " by " + kind);
        }
    }

    private static boolean isClass(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
