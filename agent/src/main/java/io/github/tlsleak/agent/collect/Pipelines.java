package io.github.tlsleak.agent.collect;

import io.github.tlsleak.agent.site.Site;
import io.github.tlsleak.agent.track.Session;
import io.github.tlsleak.common.verdict.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Whose sessions those of an event loop are: the handlers of the engine's channel. They are looked
 * for where no frame of the application is on the stack. The channel of a collected session is
 * mostly gone, so a site remembers those of the first session that showed them. The collector's
 * thread only.
 */
public final class Pipelines {

    private final @Nullable ConnectionStates connections;

    /**
     * @param connections knows the channels; null: nothing is found
     */
    public Pipelines(@Nullable ConnectionStates connections) {
        this.connections = connections;
    }

    /** Lets the site of a live session remember its handlers. */
    void look(Session root) {
        if (isWanted(root) && root.origin.site.wantsPipeline()) {
            root.origin.site.pipeline(read(root));
        }
    }

    /** Lets a live session know its peer. */
    void tellPeer(Session root) {
        if (connections != null) {
            connections.tellPeer(root);
        }
    }

    /**
     * The handlers of a session's channel, else those of an earlier session of its site.
     *
     * @param count number of the finding in its site; later ones only repeat what is known
     */
    @Nullable String of(Session root, long count) {
        if (!isWanted(root)) {
            return null;
        }
        Site site = root.origin.site;
        String own = count <= 1 ? read(root) : null;
        site.pipeline(own);
        return own == null ? site.pipeline() : own;
    }

    private static boolean isWanted(Session root) {
        return root.origin.resource == Resource.SSL_ENGINE && root.origin.stack.frame() == null;
    }

    private @Nullable String read(Session root) {
        return connections == null ? null : connections.pipeline(root);
    }
}
