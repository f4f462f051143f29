package io.github.tlsleak.apps.heap.redeploy;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.logging.Logger;

/** An application with a pool, which it leaves as it is when it is stopped. */
public final class WebApp {

    static final Deque<Connected> IDLE = new ArrayDeque<>();

    /** A connection of the pool. */
    static final class Connected {
        final String how;

        Connected(String how) {
            this.how = how;
        }
    }

    /** A thread of the application that nobody stops; it has another context loader. */
    static final class Worker extends Thread {
        Worker() {
            super("worker-1");
            setDaemon(true);
            setContextClassLoader(null);
        }

        @Override
        public void run() {
            Container.rest();
        }
    }

    private WebApp() {}

    /** Starts it, and returns an object of one of its classes. */
    public static Object start(String how, int connections) throws Exception {
        for (int i = 0; i < connections; i++) {
            IDLE.add(new Connected(how));
        }
        switch (how) {
            case "driver":
                DriverManager.registerDriver(new NoDriver());
                break;
            case "worker":
                new Worker().start();
                break;
            case "timer":
                new java.util.Timer("timer-7", true);
                break;
            case "hook":
                Runtime.getRuntime().addShutdownHook(new Worker());
                break;
            default:
        }
        return new Connected(how);
    }

    /** A driver that connects to nothing. */
    static final class NoDriver implements Driver {
        @Override
        public Connection connect(String url, Properties info) {
            return null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return false;
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
