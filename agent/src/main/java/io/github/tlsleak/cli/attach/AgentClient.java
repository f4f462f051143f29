package io.github.tlsleak.cli.attach;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.reach.ReachException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Asks a JVM by loading the jar of this command line into it. Used by one thread. */
public final class AgentClient {

    private final File jar;
    private final Path tmp;
    private final Path base;
    private final AgentLoad load;

    /**
     * @param jar the file this command line was started from
     * @param tmp directory for request and answer; the JVM must see it under the same name
     * @param base the directory to which relative files in options refer
     */
    public AgentClient(File jar, Path tmp, Path base) {
        this(jar, tmp, base, new ByteBuddyLoad());
    }

    public AgentClient(File jar, Path tmp, Path base, AgentLoad load) {
        this.jar = jar.getAbsoluteFile();
        this.tmp = tmp.toAbsolutePath();
        this.base = base.toAbsolutePath();
        this.load = load;
    }

    /**
     * Asks a JVM.
     *
     * @param request {@link Request#ACTION} and the keys of that action
     * @param millis how long to wait for an answer
     * @throws UnreachableException if there is no answer
     */
    public Reply ask(LocalJvm jvm, Map<String, String> request, long millis)
            throws UnreachableException {
        checkJar();
        if (jvm.obstacle() != null) {
            String why = jvm.obstacle().reason() + "; " + jvm.obstacle().remedy();
            throw new UnreachableException("cannot attach to " + jvm + ": " + why);
        }
        try (Delivery delivery = deliver(jvm)) {
            // Ctrl-C removes what was delivered, too
            Thread tidy = new Thread(delivery::close);
            Runtime.getRuntime().addShutdownHook(tidy);
            Reply reply = ask(jvm, request, delivery, millis);
            Runtime.getRuntime().removeShutdownHook(tidy);
            return reply;
        }
    }

    private void checkJar() throws UnreachableException {
        if (!jar.isFile()) {
            throw new UnreachableException(
                    jar + " is not a file: start the command line with java -jar tlsleak.jar");
        }
        if (jar.getPath().indexOf('=') >= 0) {
            throw new UnreachableException(
                    "a JVM cannot load " + jar + ": rename it so that there is no '=' in the path");
        }
    }

    private Delivery deliver(LocalJvm jvm) throws UnreachableException {
        Elsewhere there = jvm.elsewhere();
        try {
            return there == null
                    ? new LocalDelivery(jvm, jar, tmp, base, load)
                    : ReachDelivery.to(jvm, there, jar);
        } catch (ReachException e) {
            throw new AttachReasons(jvm, AttachFailures.INSTEAD).failed(e);
        } catch (IOException | RuntimeException e) {
            throw new UnreachableException(cannotWrite(e), e);
        }
    }

    private String cannotWrite(Exception e) {
        return "cannot write to "
                + tmp
                + " ("
                + e
                + "): choose another with"
                + " -Djava.io.tmpdir=DIR before -jar";
    }

    private Reply ask(LocalJvm jvm, Map<String, String> request, Delivery to, long millis)
            throws UnreachableException {
        AttachFailures failures = new AttachFailures(jvm, to.jar(), to.directory());
        try {
            Map<String, String> all = new LinkedHashMap<>(request);
            all.put(Request.JAR, to.jar());
            all.put(Request.BASE, to.base());
            if (jvm.elsewhere() != null) {
                all.put(Request.PID, Long.toString(jvm.pid()));
                all.put(Request.COPY, "true");
            }
            to.write(all);
            Throwable thrown = Deadline.run(() -> load(to), millis);
            if (!to.hasReply()) {
                throw failures.noReply(thrown);
            }
            Reply reply = to.reply();
            if (reply == null) {
                throw failures.garbled();
            }
            return reply;
        } catch (TimeoutException e) {
            throw failures.late(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.late(millis);
        } catch (IOException e) {
            throw new UnreachableException(cannotWrite(e), e);
        }
    }

    private static Void load(Delivery to) throws Exception {
        to.load();
        return null;
    }
}
