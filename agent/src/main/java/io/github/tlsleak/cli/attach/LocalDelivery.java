package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.LocalJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;

/**
 * Delivers to a JVM that sees the same files as this command line. Used by one thread at a time.
 */
final class LocalDelivery implements Delivery {

    private final LocalJvm jvm;
    private final File jar;
    private final Path base;
    private final AgentLoad load;
    private final RequestDirectory directory;

    /**
     * @param tmp the directory for the request
     * @param base the caller's directory
     */
    LocalDelivery(LocalJvm jvm, File jar, Path tmp, Path base, AgentLoad load) throws IOException {
        this.jvm = jvm;
        this.jar = jar;
        this.base = base;
        this.load = load;
        String pid = ByteBuddyAgent.ProcessProvider.ForCurrentVm.INSTANCE.resolve();
        directory = RequestDirectory.create(tmp, pid);
        StaleRequests.sweep(directory.path());
    }

    @Override
    public RequestDirectory directory() {
        return directory;
    }

    @Override
    public String jar() {
        return jar.getPath();
    }

    @Override
    public String base() {
        return base.toString();
    }

    @Override
    public void write(Map<String, String> request) throws IOException {
        directory.write(request);
        if (jvm.uid() >= 0) {
            directory.handOver(jvm.uid());
        }
    }

    @Override
    public void load() throws Exception {
        EmulatedLoad.prepare(jvm, directory.path());
        load.load(jvm.pid(), jar, "@" + directory.path());
    }

    @Override
    public boolean hasReply() {
        return directory.hasReply();
    }

    @Override
    public @Nullable Reply reply() throws IOException {
        return directory.reply();
    }

    @Override
    public void close() {
        directory.close();
    }
}
