package io.github.tlsleak.agent;

import java.lang.reflect.Field;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Makes the threads of the agent: daemons in the root group, with the platform's loader and without
 * inherited thread-locals. Such a thread keeps nothing of the application's thread that happened to
 * use TLS first. An interrupt of one of the application's thread groups does not reach it.
 * Stateless.
 */
final class AgentThread {

    private AgentThread() {}

    /**
     * Makes a thread and does not start it.
     *
     * @param name of the thread
     * @param task what the thread runs, with all permissions of the agent
     */
    static Thread of(String name, Runnable task) {
        return AccessController.doPrivileged(
                new PrivilegedAction<Thread>() {
                    @Override
                    public Thread run() {
                        Thread thread = make(root(), privileged(task), name);
                        thread.setDaemon(true);
                        thread.setContextClassLoader(
                                AgentThread.class.getClassLoader().getParent());
                        return thread;
                    }
                });
    }

    private static ThreadGroup root() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static Thread make(ThreadGroup group, Runnable task, String name) {
        if (System.getProperty("java.specification.version", "").startsWith("1.")) {
            return makeOn8(group, task, name);
        }
        try {
            return Thread.class
                    .getConstructor(
                            ThreadGroup.class,
                            Runnable.class,
                            String.class,
                            long.class,
                            boolean.class)
                    .newInstance(group, task, name, 0L, false);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Java 8 has no constructor that inherits no thread-locals. So the inheritable ones of the
     * current thread are removed while the new thread is made, and restored after that.
     */
    private static Thread makeOn8(ThreadGroup group, Runnable task, String name) {
        Thread maker = Thread.currentThread();
        try {
            Field inherited = Thread.class.getDeclaredField("inheritableThreadLocals");
            inherited.setAccessible(true);
            Object values = inherited.get(maker);
            inherited.set(maker, null);
            try {
                return new Thread(group, task, name);
            } finally {
                inherited.set(maker, values);
            }
        } catch (ReflectiveOperationException e) {
            // not HotSpot: an inherited value costs memory at most
            return new Thread(group, task, name);
        }
    }

    /**
     * A thread inherits its maker's access control context, which may forbid what the agent does.
     */
    private static Runnable privileged(Runnable task) {
        return new Runnable() {
            @Override
            public void run() {
                AccessController.doPrivileged(
                        new PrivilegedAction<Void>() {
                            @Override
                            public Void run() {
                                task.run();
                                return null;
                            }
                        });
            }
        };
    }
}
