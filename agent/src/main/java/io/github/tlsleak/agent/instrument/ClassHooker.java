package io.github.tlsleak.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/**
 * Has single classes woven that are loaded already, and sees whether that succeeded. Guarded by its
 * owner.
 */
final class ClassHooker {

    private final Instrumentation instrumentation;
    private final Coverage coverage;
    private final HookedClasses hooked;
    private final HookAttempts attempts;

    ClassHooker(
            Instrumentation instrumentation,
            Coverage coverage,
            HookedClasses hooked,
            HookAttempts attempts) {
        this.instrumentation = instrumentation;
        this.coverage = coverage;
        this.hooked = hooked;
        this.attempts = attempts;
    }

    /**
     * Has a class woven, unless a failed attempt was too short a time ago.
     *
     * @param linked whether the class is known to be linked
     * @return whether it carries hooks now
     */
    boolean hook(Class<?> type, boolean linked) {
        String name = type.getName();
        String key = key(type);
        if (!attempts.mayTry(key)) {
            return false;
        }
        hooked.add(type);
        Throwable error = privileged(type, linked);
        if (error == null && hooked.isWoven(type)) {
            attempts.succeeded(key);
            return true;
        }
        if (error instanceof UnsupportedOperationException) {
            attempts.giveUp(key);
        } else {
            attempts.failed(key);
        }
        if (error != null) {
            // the JVM has refused the code that was woven
            hooked.failed(type.getClassLoader() == null, name.replace('.', '/'), type);
            coverage.lost(name, error);
        }
        return false;
    }

    /** Has a class woven that may be woven already; whether it carries hooks, or never will. */
    boolean isDone(Class<?> type) {
        return hooked.isWoven(type) || hook(type, false) || hasGivenUp(type);
    }

    /** Whether a class will not be tried again. */
    boolean hasGivenUp(Class<?> type) {
        return attempts.isOver(key(type));
    }

    /** Several classes may have one name: a redeployed application has classes of its own. */
    private static String key(Class<?> type) {
        return type.getName() + '@' + System.identityHashCode(type);
    }

    /** Reports that a class will get no hooks. */
    void refuse(Class<?> type, String reason) {
        coverage.lost(type.getName(), new IllegalStateException(reason));
    }

    /** Loads a class of the boot loader. If there is none it reports that, and returns null. */
    @Nullable Class<?> load(String internalName) {
        String name = internalName.replace('/', '.');
        try {
            // asking the boot loader needs a permission
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

    /** With the permissions of the agent, because the application is on the stack. */
    private Throwable privileged(Class<?> type, boolean linked) {
        return AccessController.doPrivileged(
                new PrivilegedAction<Throwable>() {
                    @Override
                    public @Nullable Throwable run() {
                        return retransform(type, linked);
                    }
                });
    }

    private @Nullable Throwable retransform(Class<?> type, boolean linked) {
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
