package io.github.tlsleak.cli.attach;

import io.github.tlsleak.Request;
import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import net.bytebuddy.agent.ByteBuddyAgent;

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
        try (RequestDirectory directory = directory()) {
            // Ctrl-C removes the directory, too
            Thread tidy = new Thread(directory::close);
            Runtime.getRuntime().addShutdownHook(tidy);
            Reply reply = ask(jvm, request, directory, millis);
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

    private RequestDirectory directory() throws UnreachableException {
        try {
            String pid = ByteBuddyAgent.ProcessProvider.ForCurrentVm.INSTANCE.resolve();
            RequestDirectory directory = RequestDirectory.create(tmp, pid);
            StaleRequests.sweep(directory.path());
            return directory;
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

    private Reply ask(LocalJvm jvm, Map<String, String> request, RequestDirectory to, long millis)
            throws UnreachableException {
        AttachFailures failures = new AttachFailures(jvm, jar, to);
        try {
            Map<String, String> all = new LinkedHashMap<>(request);
            all.put(Request.JAR, jar.getPath());
            all.put(Request.BASE, base.toString());
            to.write(all);
            if (jvm.uid() >= 0) {
                to.handOver(jvm.uid());
            }
            Throwable thrown = Deadline.run(() -> load(jvm, to), millis);
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

    private Void load(LocalJvm jvm, RequestDirectory to) throws Exception {
        EmulatedLoad.prepare(jvm, to.path());
        load.load(jvm.pid(), jar, "@" + to.path());
        return null;
    }
}
