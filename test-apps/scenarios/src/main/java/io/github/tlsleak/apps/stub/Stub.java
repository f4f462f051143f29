package io.github.tlsleak.apps.stub;

import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on loopback that speaks a {@link Dialect} over TLS. It records how the client ended each
 * connection: {@code close_notify}, {@code eof}, {@code reset}, or {@code nothing} while it has not
 * ended. It uses only the JDK. Thread-safe.
 */
public final class Stub implements Closeable {

    private final Dialect dialect;
    private final End how;
    private final Stage stage;
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final List<SocketChannel> connections = new CopyOnWriteArrayList<>();
    private final List<String> saw = new ArrayList<>();
    private final AtomicInteger acted = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();

    /**
     * Listens on a free port.
     *
     * @param tls {@code 1.2} or {@code 1.3}
     */
    public Stub(Dialect dialect, End how, String tls) throws IOException {
        this.dialect = dialect;
        this.how = how;
        this.stage = Stage.of(new String[] {"", "0", tls});
        listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        EngineLink.start(this::accept, "stub-accept");
    }

    public int port() {
        return listener.socket().getLocalPort();
    }

    /** What each connection received as its end, in the order of connecting. */
    public List<String> saw() {
        synchronized (saw) {
            return new ArrayList<>(saw);
        }
    }

    /**
     * How many connections have ended: by this side if the script says so, otherwise by the client.
     */
    public int acted() {
        return acted.get();
    }

    /** Whether there was a connection and the client has ended all of them. */
    public boolean isOver() {
        return !connections.isEmpty() && over.get() == connections.size();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = listener.accept();
                connections.add(channel);
                int number = connections.size() - 1;
                saw(number, "nothing");
                EngineLink.start(() -> serve(channel, number), "stub-" + number);
            }
        } catch (IOException e) {
            // Closed by close(): the loop ends.
        }
    }

    private void saw(int number, String end) {
        synchronized (saw) {
            if (number == saw.size()) {
                saw.add(end);
            } else {
                saw.set(number, end);
            }
        }
    }

    private void serve(SocketChannel channel, int number) {
        AtomicBoolean ended = new AtomicBoolean();
        talk(channel, number, ended);
        if (!ended.get()) {
            acted.incrementAndGet();
        }
        over.incrementAndGet();
    }

    private void talk(SocketChannel channel, int number, AtomicBoolean ended) {
        Line line = new Line(channel, stage, how == End.FAIL);
        try {
            talk(line, ended);
        } catch (CloseNotify e) {
            // Recorded before the answer: the client may already have closed its socket.
            saw(number, "close_notify");
            answer(line, channel);
        } catch (ClosedChannelException e) {
            // Reset or closed by this side: nothing can come any more.
        } catch (EOFException e) {
            saw(number, "eof");
        } catch (IOException | RuntimeException e) {
            saw(number, inWords(String.valueOf(e)));
        }
    }

    private static String inWords(String problem) {
        if (problem.contains("reset") || problem.contains("Broken pipe")) {
            return "reset";
        }
        return problem.contains("fatal alert") ? "fatal" : problem;
    }

    private void talk(Line line, AtomicBoolean ended) throws IOException {
        dialect.open(line);
        // some scripts end the connection from this side after some work
        boolean early = how == End.CLOSE_NOTIFY || how == End.FIN || how == End.RESET;
        Said said = Said.SET_UP;
        while (said != Said.BYE && !(early && said == Said.WORK)) {
            said = dialect.answer(line);
        }
        line.end(how);
        ended.set(true);
        acted.incrementAndGet();
        line.readToEnd();
    }

    private void answer(Line line, SocketChannel channel) {
        if (how == End.AWAIT) {
            try {
                line.closeNotify();
                channel.close();
            } catch (IOException e) {
                // The client did not wait for an answer.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel channel : connections) {
            channel.close();
        }
    }
}
