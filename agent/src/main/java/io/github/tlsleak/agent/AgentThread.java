package io.github.tlsleak.agent;

import java.security.AccessController;
import java.security.PrivilegedAction;

/** A thread of the agent: daemon, with nothing of the application's in its context. */
final class AgentThread extends Thread {

    private final Runnable task;

    AgentThread(String name, Runnable task) {
        super(null, null, name, 0);
        this.task = task;
        setDaemon(true);
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        // the inherited access control context may be that of a program with a SecurityManager
        AccessController.doPrivileged(
                new PrivilegedAction<Void>() {
                    @Override
                    public Void run() {
                        task.run();
                        return null;
                    }
                });
    }
}
