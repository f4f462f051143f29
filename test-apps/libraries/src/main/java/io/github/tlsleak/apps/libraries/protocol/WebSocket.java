package io.github.tlsleak.apps.libraries.protocol;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Java-WebSocket, its client. */
public final class WebSocket extends ClientLibrary {

    @Override
    String dialect() {
        return "websocket";
    }

    @Override
    Session open(Target target) throws Exception {
        Client client = new Client(URI.create("wss://localhost:" + target.port));
        client.setSocketFactory(target.sockets());
        if (!client.connectBlocking()) {
            throw new IOException("not connected");
        }
        return client.session();
    }

    /** Keeps the messages that come. */
    private static final class Client extends WebSocketClient {

        private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();

        Client(URI uri) {
            super(uri);
        }

        Session session() {
            return new Session() {

                @Override
                public void use() throws Exception {
                    send("hello");
                    if (messages.poll(5, TimeUnit.SECONDS) == null) {
                        throw new IOException("no answer");
                    }
                }

                @Override
                public void close() throws InterruptedException {
                    closeBlocking();
                }
            };
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {
            messages.add(message);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {}

        @Override
        public void onError(Exception e) {}
    }
}
