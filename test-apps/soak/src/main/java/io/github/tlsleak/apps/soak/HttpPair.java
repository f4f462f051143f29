package io.github.tlsleak.apps.soak;

import io.github.tlsleak.apps.libraries.LibraryStage;
import io.github.tlsleak.apps.libraries.http.Client;
import io.github.tlsleak.apps.libraries.http.HttpClientLibrary;
import io.github.tlsleak.apps.libraries.http.HttpServerLibrary;
import io.github.tlsleak.apps.libraries.http.Running;
import java.util.SplittableRandom;

/** Clients of one library and a server of another one, both in this program. */
final class HttpPair implements Actor {

    private static final int MOST_REQUESTS = 20;

    private final LibraryStage stage;
    private final HttpClientLibrary clients;
    private final boolean http2;
    private final boolean keepsClient;
    private final Running server;
    private final SplittableRandom random;
    private Client kept;

    /**
     * Starts the server.
     *
     * @param http2 whether the client asks for HTTP/2
     * @param keepsClient one client for all plays: it opens a connection for each request
     */
    HttpPair(
            LibraryStage stage,
            HttpServerLibrary server,
            HttpClientLibrary client,
            boolean http2,
            boolean keepsClient,
            SplittableRandom random)
            throws Exception {
        this.stage = stage;
        this.clients = client;
        this.http2 = http2;
        this.keepsClient = keepsClient;
        this.random = random;
        this.server = server.serve(stage);
    }

    @Override
    public int play() throws Exception {
        int requests = random.nextInt(MOST_REQUESTS) + 1;
        if (keepsClient) {
            kept = kept == null ? clients.use(stage, http2) : kept;
            ask(kept, requests);
            return 2 * requests;
        }
        try (Client client = clients.use(stage, http2)) {
            ask(client, requests);
        }
        return 2;
    }

    @Override
    public boolean isLibrary() {
        return true;
    }

    private void ask(Client client, int requests) throws Exception {
        String url = "https://localhost:" + server.port() + "/";
        for (int i = 0; i < requests; i++) {
            if (!client.get(url).equals("ok")) {
                throw new IllegalStateException("not the answer");
            }
        }
    }
}
