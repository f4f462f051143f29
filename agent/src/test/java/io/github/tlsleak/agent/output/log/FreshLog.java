package io.github.tlsleak.agent.output.log;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

/** An AgentLog in a class loader of its own, as in the agent: slf4j-simple is set up there. */
final class FreshLog {

    private final Object log;

    private FreshLog(Object log) {
        this.log = log;
    }

    static FreshLog open(String target, List<String> warnings) throws Exception {
        URL[] urls = {place(AgentLog.class), place(Logger.class), place(SimpleLogger.class)};
        ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        Class<?> type = loader.loadClass(AgentLog.class.getName());
        Method open = type.getMethod("open", String.class, List.class);
        return new FreshLog(open.invoke(null, target, warnings));
    }

    /** What is printed to standard error, and standard output, meanwhile. */
    static String printedBy(Action action) throws Exception {
        PrintStream err = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream capture = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setErr(capture);
        System.setOut(capture);
        try {
            action.run();
        } finally {
            System.setErr(err);
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    void log(String level, String message) throws Exception {
        log.getClass().getMethod(level, String.class).invoke(log, message);
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Something that prints. */
    interface Action {
        void run() throws Exception;
    }
}
