package io.github.tlsleak.apps.demo;

import io.github.tlsleak.apps.support.Stage;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * A small shop on loopback: an HTTPS server and its clients in one program. It loses TLS sessions
 * in two ways. {@link OrderClient} forgets its socket when an order fails. {@link PriceFeed}
 * forgets its engine and its channel. The program ends once the lost sessions have been collected.
 * With the argument {@code open} it goes on until it is killed: each second it sends an order and
 * reads the prices.
 */
public final class LeakyShop {
    private static final int ORDERS = 6;
    private static final int ROUND_MILLIS = 1_000;

    private LeakyShop() {}

    public static void main(String[] args) throws Exception {
        SSLContext context = Stage.init(SSLContext.getInstance("TLS"));
        List<Reference<?>> sessions = new ArrayList<>();
        try (ShopServer server = new ShopServer(context)) {
            System.out.println("The shop is open on port " + server.port() + ".");
            while (args.length > 0 && args[0].equals("open")) {
                order(new OrderClient(context, server.port(), new ArrayList<>()));
                prices(new PriceFeed(context, server.port(), new ArrayList<>()));
                Thread.sleep(ROUND_MILLIS);
            }
            order(new OrderClient(context, server.port(), sessions));
            prices(new PriceFeed(context, server.port(), sessions));
            System.out.println("Waiting for the garbage collector to find what was forgotten.");
            Stage.awaitCollected(sessions.toArray(new Reference<?>[0]));
        }
        System.out.println("The shop is closed.");
    }

    private static void order(OrderClient client) throws IOException {
        int failed = 0;
        for (int article = 1; article <= ORDERS; article++) {
            try {
                client.order(article);
            } catch (IllegalStateException e) {
                failed++;
            }
        }
        System.out.println(
                "Placed "
                        + ORDERS
                        + " orders; "
                        + failed
                        + " failed, and nobody closed their sockets.");
    }

    private static void prices(PriceFeed feed) throws IOException {
        System.out.println(
                "Read the prices: " + feed.read() + "; closed neither the channel nor TLS.");
    }
}
