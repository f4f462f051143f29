package io.github.tlsleak.it.peer;

import io.github.tlsleak.apps.stub.Dialects;
import io.github.tlsleak.apps.stub.End;
import io.github.tlsleak.apps.stub.Stub;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The peers of one situation, made when the program asks for them. Used by one thread. */
public final class LibraryPeers implements AutoCloseable {

    private static final String STUB = "stub:";
    private static final long PATIENCE_NANOS = 15_000_000_000L;

    /** Some clients are closed only after they are collected. */
    private static final long COLLECT_NANOS = 500_000_000L;

    private final String tls;
    private final Callable<?> collector;
    private final List<Peer> peers = new ArrayList<>();
    private final List<Stub> stubs = new ArrayList<>();

    public LibraryPeers(String tls, Callable<?> collector) {
        this.tls = tls;
        this.collector = collector;
    }

    /** Does what the program asks for. Returns the answer. */
    public String answer(String[] words) throws Exception {
        switch (words[0]) {
            case "server" -> {
                if (words[1].startsWith(STUB)) {
                    stubs.add(stub(words[1].split(":")));
                    return String.valueOf(stubs.get(stubs.size() - 1).port());
                }
                peers.add(Peer.server(words[1], tls).held());
                return String.valueOf(peers.get(peers.size() - 1).port());
            }
            case "client" -> {
                peers.add(Peer.client(words[1], tls, Integer.parseInt(words[2])));
                return "ok";
            }
            case "acted" -> {
                peers.forEach(Peer::go);
                int wanted = Integer.parseInt(words[1]);
                return await(() -> acted() >= wanted);
            }
            case "over" -> {
                return await(
                        () ->
                                peers.stream().allMatch(Peer::isOver)
                                        && stubs.stream().allMatch(Stub::isOver));
            }
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    private int acted() {
        return peers.stream().mapToInt(Peer::acted).sum()
                + stubs.stream().mapToInt(Stub::acted).sum();
    }

    /** {@code stub:DIALECT:END}. */
    private Stub stub(String[] words) throws IOException {
        End how = End.valueOf(words[2].toUpperCase(Locale.ROOT));
        return new Stub(Dialects.of(words[1]), how, tls);
    }

    private String await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        long collect = System.nanoTime() + COLLECT_NANOS;
        while (!condition.getAsBoolean()) {
            long now = System.nanoTime();
            if (now > end) {
                return "late, peers have seen " + saw();
            }
            if (now > collect) {
                collector.call();
                collect = now + COLLECT_NANOS;
            }
            Peer.sleep(5);
        }
        return "ok";
    }

    /** The ends of the connections that the peers have received so far. */
    public List<String> saw() {
        return Stream.concat(
                        peers.stream().flatMap(peer -> peer.saw().stream()),
                        stubs.stream().flatMap(stub -> stub.saw().stream()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : peers) {
            peer.close();
        }
        for (Stub stub : stubs) {
            stub.close();
        }
    }
}
