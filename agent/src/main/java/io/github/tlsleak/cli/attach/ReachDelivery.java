package io.github.tlsleak.cli.attach;

import io.github.tlsleak.cli.jvm.Elsewhere;
import io.github.tlsleak.cli.jvm.LocalJvm;
import io.github.tlsleak.cli.reach.Landing;
import io.github.tlsleak.cli.reach.Reach;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delivers to a JVM in another container. Used by one thread at a time. */
final class ReachDelivery implements Delivery {

    private final Reach reach;
    private final Landing landing;
    private final RequestDirectory directory;

    private ReachDelivery(Reach reach, Landing landing, RequestDirectory directory) {
        this.reach = reach;
        this.landing = landing;
        this.directory = directory;
    }

    /**
     * Brings the jar.
     *
     * @throws IOException with one clear line, if that is not possible; then nothing is left there
     */
    static ReachDelivery to(LocalJvm jvm, Elsewhere there, File jar) throws IOException {
        Reach reach = Reach.to(jvm, there);
        Landing landing = Landing.of(reach, jar);
        try {
            return new ReachDelivery(reach, landing, reach.user().call(() -> in(landing)));
        } catch (IOException | RuntimeException e) {
            landing.close();
            throw e;
        }
    }

    private static RequestDirectory in(Landing landing) throws IOException {
        return new RequestDirectory(PrivateDirectory.far(landing.directory()));
    }

    @Override
    public RequestDirectory directory() {
        return directory;
    }

    @Override
    public String jar() {
        return landing.jar();
    }

    @Override
    public String base() {
        return reach.there().workingDirectory();
    }

    @Override
    public void write(Map<String, String> request) throws IOException {
        reach.user()
                .call(
                        () -> {
                            reach.user().give(directory.write(request));
                            reach.user().give(directory.path());
                            return directory;
                        });
    }

    @Override
    public void load() throws IOException {
        String inner = reach.root().inner(directory.path());
        String argument = landing.jar() + "=@" + inner;
        EmulatedLoad.check(reach.execute("load", "instrument", "false", argument));
    }

    @Override
    public boolean hasReply() throws IOException {
        return reach.user().call(directory::hasReply);
    }

    @Override
    public @Nullable Reply reply() throws IOException {
        return reach.user().call(() -> Optional.ofNullable(directory.reply())).orElse(null);
    }

    @Override
    public void close() {
        try {
            reach.user().call(() -> closed());
        } catch (IOException e) {
            // the container has ended
        } finally {
            landing.close();
        }
    }

    private boolean closed() {
        directory.close();
        return true;
    }
}
