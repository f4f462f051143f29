package io.github.tlsleak;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the agent: {@code -javaagent:tlsleak.jar}, and an attach to a running JVM. Thread-safe.
 *
 * <p>It finds the jar, makes the isolating loader and calls the agent. An error becomes one line on
 * stderr, and never reaches the application.
 *
 * <p>The entry class of the first jar serves a JVM until that ends, also for later jars of other
 * versions. So what it expects of them must not change: a static method {@code start} that takes a
 * request, and returns the function that takes the following requests.
 */
public final class TlsLeak {

    private static final Object LOCK = new Object();
    private static final String FAILED =
            "[tlsleak] ERROR not started, the application runs without it: ";

    /** The running agent. Takes a request; returns exit code, line feed and text. */
    private static @Nullable Function<Map<String, String>, String> agent;

    /** The loader of the agent; guarded, as the agent, by {@link #LOCK}. */
    private static @Nullable AgentClassLoader loader;

    private TlsLeak() {}

    /**
     * Called by the JVM before the application's main method.
     *
     * @param args the text behind {@code -javaagent:tlsleak.jar=}
     * @param instrumentation the JVM's instrumentation
     */
    public static void premain(@Nullable String args, Instrumentation instrumentation) {
        try {
            synchronized (LOCK) {
                if (agent == null) {
                    start(request(Request.PREMAIN, args), instrumentation);
                } else {
                    second(args);
                }
            }
        } catch (Throwable t) {
            Stderr.open().println(FAILED + t);
        }
    }

    /**
     * Called by the JVM when the jar is loaded into it while it runs.
     *
     * @param args options of the agent; or {@code @DIR}, the directory of a request
     * @param instrumentation the JVM's instrumentation
     */
    public static void agentmain(@Nullable String args, Instrumentation instrumentation) {
        try {
            if (args == null || !args.startsWith("@")) {
                boolean first = agent == null;
                String reply = perform(request(Request.ATTACH, args), instrumentation);
                if (!first) {
                    second(args);
                } else if (!reply.startsWith("0\n")) {
                    Stderr.open().println("[tlsleak] ERROR " + reply.substring(2).trim());
                }
                return;
            }
            Request request = new Request(new File(args.substring(1)));
            if (request.isThere()) {
                Map<String, String> asked = request.read();
                String reply = perform(asked, instrumentation);
                OwnJar.keepOpen(asked);
                request.reply(reply);
            }
        } catch (Throwable t) {
            Stderr.open().println("[tlsleak] ERROR a request could not be answered: " + t);
        }
    }

    /**
     * Answers code in this JVM that checks for leaks, such as a test library. Thread-safe; holds no
     * lock while the agent works.
     *
     * @param request with the keys of {@link Request}; its action is {@link Request#TESTS}
     * @return exit code, line feed and text; null if there is no agent in this JVM
     */
    public static @Nullable String ask(Map<String, String> request) {
        Function<Map<String, String>, String> current;
        synchronized (LOCK) {
            current = agent;
        }
        return current == null ? null : current.apply(request);
    }

    /** Refuses a second agent, which would hook and count everything once more. */
    private static void second(@Nullable String args) {
        boolean options = args != null && !args.trim().isEmpty();
        Stderr.open()
                .println(
                        "[tlsleak] WARN this JVM has a tlsleak agent already, a further one does nothing"
                                + (options ? "; its options are not applied: " + args : ""));
    }

    private static Map<String, String> request(String action, @Nullable String options) {
        Map<String, String> request = new HashMap<>();
        request.put(Request.ACTION, action);
        request.put(Request.OPTIONS, options == null ? "" : options);
        return request;
    }

    private static String perform(Map<String, String> request, Instrumentation instrumentation) {
        String action = request.getOrDefault(Request.ACTION, "");
        synchronized (LOCK) {
            try {
                if (agent == null && Request.ATTACH.equals(action)) {
                    start(request, instrumentation);
                }
                if (agent == null) {
                    return absent(action);
                }
                String reply = agent.apply(request);
                if (Request.DETACH.equals(action) && reply.startsWith("0\n")) {
                    release();
                }
                return reply;
            } catch (LinkageError e) {
                return "3\nits own classes cannot be loaded ("
                        + e
                        + "): was "
                        + (loader == null ? "its jar" : loader.jar())
                        + " overwritten or moved? replace a jar by renaming; restart the JVM to"
                        + " be rid of the agent\n";
            } catch (Exception e) {
                return "3\n" + message(e) + '\n';
            }
        }
    }

    private static String absent(String action) {
        switch (action) {
            case Request.ATTACH:
                return "2\nnot attached: enabled=false was asked for\n";
            case Request.DETACH:
                return "0\ntlsleak is not in this JVM, nothing to do\n";
            default:
                return "3\ntlsleak is not in this JVM: attach it first with java -jar tlsleak.jar"
                        + " attach PID\n";
        }
    }

    @SuppressWarnings("unchecked")
    private static void start(Map<String, String> request, Instrumentation instrumentation)
            throws Exception {
        synchronized (LOCK) {
            String jar = request.get(Request.JAR);
            AgentClassLoader fresh =
                    AgentClassLoader.ofAgent(jar == null ? OwnJar.file() : new File(jar));
            try {
                agent =
                        (Function<Map<String, String>, String>)
                                OwnJar.call(
                                        fresh,
                                        "io.github.tlsleak.agent.Agent",
                                        "start",
                                        Object[].class,
                                        new Object[] {
                                            Collections.unmodifiableMap(request),
                                            instrumentation,
                                            fresh
                                        });
            } finally {
                loader = fresh;
                if (agent == null) {
                    release();
                }
            }
        }
    }

    /** Releases everything that came from the loader of the agent. */
    private static void release() throws IOException {
        agent = null;
        AgentClassLoader old = loader;
        loader = null;
        if (old != null) {
            old.close();
        }
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
