package io.github.tlsleak.apps.libraries.http;

import io.github.tlsleak.apps.libraries.Library;
import io.github.tlsleak.apps.libraries.LibraryStage;
import io.github.tlsleak.apps.support.Situation;
import java.io.Closeable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The situations of HTTP clients. */
public abstract class HttpClientLibrary implements Library {

    /** Abilities that not every client has. */
    public enum Can {
        /** Close idle connections by itself. */
        IDLE,
        /** Cancel a request. */
        CANCEL,
        /** Cancel a request and keep the connection. */
        CANCEL_STREAM,
        /** Give up waiting for an answer. */
        TIME_OUT,
        /** HTTP/2. */
        HTTP2,
        /** Be closed, rather than forgotten. */
        CLOSE
    }

    private static final String HTTP = "http-";

    private final Set<Can> abilities = EnumSet.noneOf(Can.class);

    private final String talk;

    protected HttpClientLibrary(Can... abilities) {
        this(HTTP, abilities);
    }

    /** A client whose peers speak another protocol. */
    protected HttpClientLibrary(String talk, Can... abilities) {
        this.talk = talk;
        for (Can can : abilities) {
            this.abilities.add(can);
        }
    }

    /** Makes a client. */
    protected abstract Client open(Wanted wanted) throws Exception;

    /** Makes a client that closes no idle connection within a minute. */
    public Client use(LibraryStage stage, boolean http2) throws Exception {
        return open(http2 ? http2(stage) : new Wanted(stage));
    }

    @Override
    public Map<String, Situation<LibraryStage>> situations() {
        Map<String, Situation<LibraryStage>> all = new LinkedHashMap<>();
        all.put("kept", stage -> kept(new Wanted(stage), talk + "await"));
        if (talk.equals(HTTP)) {
            all.put("last", stage -> kept(new Wanted(stage), talk + "last"));
        }
        all.put("peer-closed", stage -> ended(new Wanted(stage), talk + "closed"));
        all.put("peer-fin", stage -> ended(new Wanted(stage), talk + "fin"));
        all.put("peer-reset", stage -> ended(new Wanted(stage), talk + "reset"));
        all.put("refused", stage -> fails(new Wanted(stage), "fail"));
        all.put("not-trusted", stage -> notTrusted(new Wanted(stage)));
        add(all, Can.HTTP2, "h2-kept", stage -> kept(http2(stage), "h2-await"));
        add(all, Can.HTTP2, "h2-peer-closed", stage -> ended(http2(stage), "h2-closed"));
        add(all, Can.HTTP2, "h2-peer-fin", stage -> ended(http2(stage), "h2-fin"));
        add(all, Can.HTTP2, "h2-peer-reset", stage -> ended(http2(stage), "h2-reset"));
        add(all, Can.TIME_OUT, "timed-out", stage -> timedOut(new Wanted(stage)));
        add(all, Can.CANCEL, "cancelled", stage -> cancelled(new Wanted(stage), talk));
        add(all, Can.CANCEL_STREAM, "cancelled", stage -> cancelled(new Wanted(stage), talk));
        add(all, Can.HTTP2, "h2-cancelled", stage -> cancelled(http2(stage), "h2-"));
        add(all, Can.IDLE, "idle", stage -> idle(new Wanted(stage)));
        return all;
    }

    private void add(
            Map<String, Situation<LibraryStage>> all,
            Can needed,
            String name,
            Situation<LibraryStage> situation) {
        if (abilities.contains(needed)) {
            all.put(name, situation);
        }
    }

    private static Wanted http2(LibraryStage stage) {
        Wanted wanted = new Wanted(stage);
        wanted.http2 = true;
        return wanted;
    }

    private static String url(LibraryStage stage, String script) throws Exception {
        return "https://localhost:" + stage.server(script) + "/";
    }

    private static void expectOk(String body) {
        if (!body.equals("ok")) {
            throw new IllegalStateException("not the answer: " + body);
        }
    }

    /** Two requests, over one connection if the peer allows that. Then the client is closed. */
    private void kept(Wanted wanted, String script) throws Exception {
        String url = url(wanted.stage, script);
        try (Client client = open(wanted)) {
            expectOk(client.get(url));
            expectOk(client.get(url));
        }
        if (abilities.contains(Can.CLOSE)) {
            wanted.stage.awaitOver();
        }
    }

    /** The peer ends the idle connection. The client may notice that only at its next request. */
    private void ended(Wanted wanted, String script) throws Exception {
        String url = url(wanted.stage, script);
        try (Client client = open(wanted)) {
            expectOk(client.get(url));
            wanted.stage.awaitActed(1);
            try {
                expectOk(client.getLast(url));
            } catch (Exception e) {
                // the request may have gone over the connection that had ended
            }
        }
        wanted.stage.awaitOver();
    }

    private void fails(Wanted wanted, String script) throws Exception {
        String url = url(wanted.stage, script);
        try (Client client = open(wanted)) {
            expectFailure(client, url);
        }
        wanted.stage.awaitOver();
    }

    private static void expectFailure(Client client, String url) {
        try {
            client.get(url);
        } catch (Exception e) {
            return;
        }
        throw new IllegalStateException("must fail");
    }

    private void notTrusted(Wanted wanted) throws Exception {
        wanted.trusting = false;
        fails(wanted, talk + "await");
    }

    private void timedOut(Wanted wanted) throws Exception {
        // for some clients the handshake counts too
        wanted.answerMillis = 1_000;
        fails(wanted, talk + "mute");
    }

    private void cancelled(Wanted wanted, String says) throws Exception {
        // some clients hold a connection until then
        wanted.answerMillis = 5_000;
        String url = url(wanted.stage, says + "mute");
        try (Client client = open(wanted)) {
            Closeable request = client.start(url);
            wanted.stage.awaitActed(1);
            request.close();
            if (says.equals(HTTP)) {
                wanted.stage.awaitOver();
            }
        }
        if (abilities.contains(Can.CLOSE)) {
            wanted.stage.awaitOver();
        }
    }

    private void idle(Wanted wanted) throws Exception {
        wanted.idleSeconds = 1;
        String url = url(wanted.stage, talk + "await");
        try (Client client = open(wanted)) {
            expectOk(client.get(url));
            wanted.stage.awaitOver();
        }
    }
}
