package io.github.tlsleak.apps.demo;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One service of a fleet. It loses as many rounds of the shop's orders and prices as it is told to:
 * three sockets and one engine a round. One handshake more never moves, because nobody answers.
 * Then it asks for a collection each second until its standard input ends. With {@code more} behind
 * the number it loses one round more each time. With another number there, as many handshakes do
 * not move.
 */
public final class LeakyService {
    private static final int ORDERS = 6;
    private static final int PAUSE_MILLIS = 1_000;

    /** The silent peer's connections, which it never takes. */
    private static final int QUEUE = 100;

    private LeakyService() {}

    public static void main(String[] args) throws Exception {
        SSLContext context = Stage.init(SSLContext.getInstance("TLS"));
        try (ShopServer server = new ShopServer(context);
                ServerSocket silent =
                        new ServerSocket(0, QUEUE, InetAddress.getLoopbackAddress())) {
            boolean losesMore = args.length > 1 && args[1].equals("more");
            int hanging = args.length > 1 && !losesMore ? Integer.parseInt(args[1]) : 1;
            for (int round = 0; round < Integer.parseInt(args[0]); round++) {
                lose(context, server.port());
            }
            for (int i = 0; i < hanging; i++) {
                hang(context, silent.getLocalPort());
            }
            System.out.println("READY");
            Thread collector = new Thread(() -> goOn(context, server.port(), losesMore));
            collector.setDaemon(true);
            collector.start();
            Stage.done();
        }
    }

    private static void goOn(SSLContext context, int port, boolean losesMore) {
        while (true) {
            System.gc();
            try {
                if (losesMore) {
                    lose(context, port);
                }
            } catch (IOException e) {
                // the server is closed: the program ends
                return;
            }
            Stage.sleep(PAUSE_MILLIS);
        }
    }

    /** Each second order fails, and leaves its socket behind; the prices leave their engine. */
    private static void lose(SSLContext context, int port) throws IOException {
        OrderClient client = new OrderClient(context, port, new ArrayList<>());
        for (int article = 1; article <= ORDERS; article++) {
            try {
                client.order(article);
            } catch (IllegalStateException e) {
                // the bug is in the client
                continue;
            }
        }
        new PriceFeed(context, port, new ArrayList<>()).read();
    }

    /** The peer accepts the connection and says nothing, and there is no timeout. */
    private static void hang(SSLContext context, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                socket.startHandshake();
                            } catch (IOException e) {
                                // at the end
                                return;
                            }
                        },
                        "mail");
        thread.setDaemon(true);
        thread.start();
    }
}
