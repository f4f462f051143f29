package io.github.tlsleak.apps.agents;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Tells BlockHound which threads must not block: {@code event-loop}. Called once, at BlockHound's
 * start.
 */
public final class EventLoop implements BlockHoundIntegration {
    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.nonBlockingThreadPredicate(
                known -> known.or(thread -> thread.getName().equals("event-loop")));
    }
}
