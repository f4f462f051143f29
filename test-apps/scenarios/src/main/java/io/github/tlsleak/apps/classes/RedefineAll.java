package io.github.tlsleak.apps.classes;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Has the JVM verify other versions of the JDK's own classes, and installs none of them. They are
 * redefined together with a class whose new version is refused: the JVM verifies one after the
 * other, meets the last one, and drops all. Arguments: a zip with the classes, with a refused
 * version of {@link Refused}, and with a version of a class that is wrong. Prints a line for each
 * class that is not in order.
 */
public final class RedefineAll {

    private static final int TOGETHER = 100;
    private static final String REFUSED = Refused.class.getName().replace('.', '/');

    /** The name in the zip before the name of a class whose new version has a wrong method. */
    private static final String WRONG = "wrong/";

    private static Instrumentation instrumentation;

    private final ClassZip zip;
    private final ClassDefinition last;
    private int verified;
    private int apart;

    private RedefineAll(ClassZip zip) throws IOException {
        this.zip = zip;
        this.last = new ClassDefinition(Refused.class, zip.bytes(REFUSED));
    }

    /** Its new version has an interface more. */
    static final class Refused {}

    public static void premain(String args, Instrumentation given) {
        instrumentation = given;
    }

    public static void main(String[] args) throws Exception {
        ClassZip zip = new ClassZip(args[0]);
        RedefineAll all = new RedefineAll(zip);
        List<ClassDefinition> batch = new ArrayList<>();
        for (String name : zip.names()) {
            if (name.startsWith(WRONG)) {
                all.provesThatItVerifies(name.substring(WRONG.length()), zip.bytes(name));
            } else if (!name.equals(REFUSED)) {
                all.add(name, batch);
            }
            if (batch.size() == TOGETHER) {
                all.verify(batch);
                batch.clear();
            }
        }
        all.verify(batch);
        System.out.println("VERIFIED " + all.verified + " APART " + all.apart);
    }

    private void add(String name, List<ClassDefinition> to) throws IOException {
        Class<?> type = load(name);
        if (type != null && instrumentation.isModifiableClass(type)) {
            to.add(new ClassDefinition(type, zip.bytes(name)));
        } else {
            apart++;
        }
    }

    /** Loads a class and initialises nothing; null if this JVM cannot. */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private void provesThatItVerifies(String name, byte[] wrong) {
        Throwable error = outcome(one(new ClassDefinition(load(name), wrong)));
        System.out.println("WRONG " + error);
    }

    /** Verifies classes together; if that fails, each half of them. */
    private void verify(List<ClassDefinition> classes) {
        Throwable error = classes.isEmpty() ? null : outcome(classes);
        if (error == null) {
            verified += classes.size();
        } else if (classes.size() > 1) {
            int half = classes.size() / 2;
            verify(classes.subList(0, half));
            verify(classes.subList(half, classes.size()));
        } else {
            failed(classes.get(0), error);
        }
    }

    private static List<ClassDefinition> one(ClassDefinition definition) {
        List<ClassDefinition> one = new ArrayList<>();
        one.add(definition);
        return one;
    }

    /** What was thrown; null if no more than the refusal of the last class. */
    private Throwable outcome(List<ClassDefinition> classes) {
        List<ClassDefinition> all = new ArrayList<>(classes);
        all.add(last);
        try {
            instrumentation.redefineClasses(all.toArray(new ClassDefinition[0]));
            return new IllegalStateException("nothing was refused");
        } catch (UnsupportedOperationException e) {
            return String.valueOf(e.getMessage()).contains("superclass or interfaces") ? null : e;
        } catch (Throwable t) {
            return t;
        }
    }

    /** A class that the JVM refuses as it is, too, is not our affair. */
    private void failed(ClassDefinition definition, Throwable error) {
        Class<?> type = definition.getDefinitionClass();
        Throwable own;
        try (InputStream in =
                ClassLoader.getSystemResourceAsStream(
                        type.getName().replace('.', '/') + ".class")) {
            own = in == null ? null : outcome(one(new ClassDefinition(type, ClassZip.all(in))));
        } catch (IOException e) {
            own = null;
        }
        if (own != null && own.getClass() == error.getClass()) {
            apart++;
        } else {
            System.out.println("FAILED " + type.getName() + " " + oneLine(error));
        }
    }

    static String oneLine(Throwable error) {
        String text = error.toString().replaceAll("\\s+", " ");
        return text.substring(0, Math.min(1_000, text.length()));
    }
}
