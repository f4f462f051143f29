package io.github.tlsleak.apps.libraries.http;

import io.github.tlsleak.apps.libraries.Library;
import io.github.tlsleak.apps.libraries.LibraryStage;
import io.github.tlsleak.apps.support.Situation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The situations of HTTP servers. */
public abstract class HttpServerLibrary implements Library {

    private static final String HTTP = "twice-";

    private final String talk;

    protected HttpServerLibrary() {
        this(HTTP);
    }

    /** A server whose clients speak another protocol. */
    protected HttpServerLibrary(String talk) {
        this.talk = talk;
    }

    /** Whether the server can close idle connections within a second or two. */
    protected boolean endsIdle() {
        return true;
    }

    /** Whether the server also speaks HTTP/2. */
    protected boolean speaksHttp2() {
        return true;
    }

    /** Starts a server. */
    protected abstract Running start(Wanted wanted) throws Exception;

    /** Starts a server that closes no idle connection within a minute. */
    public Running serve(LibraryStage stage) throws Exception {
        return start(new Wanted(stage));
    }

    /** The body of every answer. */
    protected static byte[] ok() {
        return "ok".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Map<String, Situation<LibraryStage>> situations() {
        Map<String, Situation<LibraryStage>> all = new LinkedHashMap<>();
        all.put("kept", stage -> byClient(new Wanted(stage), talk + "closed"));
        if (talk.equals(HTTP)) {
            all.put("last", stage -> byClient(new Wanted(stage), talk + "last"));
        }
        all.put("peer-fin", stage -> byClient(new Wanted(stage), talk + "fin"));
        all.put("peer-reset", stage -> byClient(new Wanted(stage), talk + "reset"));
        all.put("left", stage -> byClient(new Wanted(stage), talk + "leave"));
        all.put("not-trusted", stage -> byClient(new Wanted(stage), "distrust"));
        all.put("refused", stage -> byClient(new Wanted(stage), "garbage"));
        all.put("tcp-only", stage -> byClient(new Wanted(stage), "tcp-only"));
        all.put("peer-closed", stage -> byStop(new Wanted(stage), talk + "close_notify"));
        all.put("stopped", stage -> byStop(new Wanted(stage), talk + "await"));
        if (speaksHttp2()) {
            all.put("h2-kept", stage -> byClient(new Wanted(stage), "h2-closed"));
            all.put("h2-peer-fin", stage -> byClient(new Wanted(stage), "h2-fin"));
            all.put("h2-peer-reset", stage -> byClient(new Wanted(stage), "h2-reset"));
            all.put("h2-stopped", stage -> byStop(new Wanted(stage), "h2-await"));
        }
        if (endsIdle()) {
            all.put("idle", stage -> idle(new Wanted(stage)));
        }
        return all;
    }

    /** The client ends the connection, or makes the server end it. Then the server is stopped. */
    private void byClient(Wanted wanted, String script) throws Exception {
        Running server = start(wanted);
        wanted.stage.client(script, server.port());
        wanted.stage.awaitOver();
        server.stop();
    }

    /** The server is stopped. It may have ended the connection before. */
    private void byStop(Wanted wanted, String script) throws Exception {
        Running server = start(wanted);
        wanted.stage.client(script, server.port());
        wanted.stage.awaitActed(1);
        server.stop();
        wanted.stage.awaitOver();
    }

    private void idle(Wanted wanted) throws Exception {
        wanted.idleSeconds = 1;
        byClient(wanted, talk + "await");
    }
}
