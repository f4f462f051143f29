package io.github.tlsleak.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Has single classes woven that are loaded already, and sees whether they were. Guarded by its
 * owner.
 */
final class ClassHooker {

    private final Instrumentation instrumentation;
    private final Coverage coverage;
    private final HookedClasses targets;
    private final HookAttempts attempts;

    ClassHooker(
            Instrumentation instrumentation,
            Coverage coverage,
            HookedClasses targets,
            HookAttempts attempts) {
        this.instrumentation = instrumentation;
        this.coverage = coverage;
        this.targets = targets;
        this.attempts = attempts;
    }

    /**
     * Has a class woven, if it is time to try.
     *
     * @param linked whether it is known to be linked
     * @return whether it carries hooks now
     */
    boolean hook(Class<?> type, boolean linked) {
        String name = type.getName();
        String key = key(type);
        if (!attempts.mayTry(key)) {
            return false;
        }
        targets.add(type);
        Throwable error = privileged(type, linked);
        if (error == null && targets.isWoven(type)) {
            attempts.succeeded(key);
            return true;
        }
        if (error instanceof UnsupportedOperationException) {
            attempts.giveUp(key);
        } else {
            attempts.failed(key);
        }
        if (error != null) {
            // the JVM has not taken what was woven
            targets.failed(type.getClassLoader() == null, name.replace('.', '/'), type);
            coverage.lost(name, error);
        }
        return false;
    }

    /** Several classes that may be woven; whether all are, or will not be. */
    boolean all(Class<?>... types) {
        boolean all = true;
        for (Class<?> type : types) {
            all &= targets.isWoven(type) || hook(type, false) || hasGivenUp(type);
        }
        return all;
    }

    boolean hasGivenUp(Class<?> type) {
        return attempts.isOver(key(type));
    }

    /** Classes of one name may be many: a redeployed application has its own. */
    private static String key(Class<?> type) {
        return type.getName() + '@' + System.identityHashCode(type);
    }

    void refuse(Class<?> type, String reason) {
        coverage.lost(type.getName(), new IllegalStateException(reason));
    }

    /** A class of the boot loader; null, and told, if there is none. */
    Class<?> load(String internalName) {
        String name = internalName.replace('/', '.');
        try {
            // the boot loader takes a permission to ask
            return AccessController.doPrivileged(
                    new PrivilegedAction<Class<?>>() {
                        @Override
                        public Class<?> run() {
                            return RequiredClasses.boot(name);
                        }
                    });
        } catch (LinkageError e) {
            coverage.lost(name, e);
            return null;
        }
    }

    /** The application is on the stack. */
    private Throwable privileged(Class<?> type, boolean linked) {
        return AccessController.doPrivileged(
                new PrivilegedAction<Throwable>() {
                    @Override
                    public Throwable run() {
                        return retransform(type, linked);
                    }
                });
    }

    private Throwable retransform(Class<?> type, boolean linked) {
        try {
            if (!instrumentation.isModifiableClass(type)) {
                return new UnsupportedOperationException("unmodifiable");
            }
            if (linked) {
                instrumentation.retransformClasses(type);
            } else {
                Retransform.one(instrumentation, type);
            }
            return null;
        } catch (Throwable t) {
            return t;
        }
    }
}
