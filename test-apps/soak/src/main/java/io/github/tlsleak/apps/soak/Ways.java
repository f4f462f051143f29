package io.github.tlsleak.apps.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plays ways in turn, drawn at random: common ones, rare ones, and mistakes. Used by one thread.
 */
final class Ways implements Actor {

    private static final int OF = 1_000;

    private final Shared shared;
    private final Wire wire;
    private final SplittableRandom random;
    private final Way.Play common;
    private final List<Way> rare;
    private final List<Way> mistakes;
    private final int rareOf1000;
    private final int mistakesOf1000;

    private Ways(
            Shared shared,
            Wire wire,
            Way.Play common,
            List<Way> rare,
            int rareOf1000,
            List<Way> mistakes,
            int mistakesOf1000) {
        this.shared = shared;
        this.wire = wire;
        this.random = wire.random;
        this.common = common;
        this.rare = List.copyOf(rare);
        this.rareOf1000 = rareOf1000;
        this.mistakes = List.copyOf(mistakes);
        this.mistakesOf1000 = mistakesOf1000;
    }

    /** Pairs of engines in memory: the bulk of all sessions. */
    static Ways engines(Shared shared, Wire wire) {
        return new Ways(
                shared, wire, EngineWays::closed, EngineWays.ALL, 30, EngineMistakes.ALL, 20);
    }

    /** Sockets and channels to the peer. */
    static Ways connections(Shared shared, Wire wire) {
        return new Ways(
                shared,
                wire,
                SocketWays::closed,
                connectionsInOrder(),
                600,
                connectionsInError(),
                200);
    }

    /** All ways but the common ones. */
    static List<Way> all() {
        List<Way> all = new ArrayList<>(EngineWays.ALL);
        all.addAll(EngineMistakes.ALL);
        all.addAll(connectionsInOrder());
        all.addAll(connectionsInError());
        return all;
    }

    private static List<Way> connectionsInOrder() {
        List<Way> rare = new ArrayList<>(SocketWays.ALL);
        rare.addAll(SocketFailures.ALL);
        rare.addAll(LayeredWays.CLEAN);
        rare.addAll(ChannelWays.ALL);
        rare.addAll(ServerWays.CLEAN);
        return rare;
    }

    private static List<Way> connectionsInError() {
        List<Way> mistakes = new ArrayList<>(SocketMistakes.ALL);
        mistakes.addAll(LayeredWays.MISTAKES);
        mistakes.addAll(ChannelMistakes.ALL);
        mistakes.addAll(ServerWays.MISTAKES);
        return mistakes;
    }

    /** The next way, or null for the common one. The same seed gives the same ways. */
    Way draw(boolean mistakesToo) {
        int number = random.nextInt(OF);
        Way mistake = mistakes.get(random.nextInt(mistakes.size()));
        Way other = rare.get(random.nextInt(rare.size()));
        if (number < mistakesOf1000) {
            return mistakesToo ? mistake : null;
        }
        return number < mistakesOf1000 + rareOf1000 ? other : null;
    }

    @Override
    public int play() throws Exception {
        Way way = draw(shared.mistakesToo);
        if (way == null) {
            return common.on(wire);
        }
        int sessions = way.play().on(wire);
        shared.ways.add(way);
        return sessions;
    }

    @Override
    public void rest() throws Exception {
        wire.memory.forget();
        wire.later.close();
    }

    @Override
    public void settle() throws Exception {
        wire.later.closeAll();
    }
}
