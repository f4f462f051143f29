package io.github.tlsleak.apps.bugs;

import com.neovisionaries.ws.client.WebSocket;
import com.neovisionaries.ws.client.WebSocketException;
import com.neovisionaries.ws.client.WebSocketFactory;
import io.github.tlsleak.apps.support.Situation;
import java.io.IOException;

// library: nv-websocket-client
// bad: nv-websocket-1.23
// good: nv-websocket-1.28
// link: https://github.com/TakahikoKawasaki/nv-websocket-client/issues/45
// what: connection on which the server refuses the upgrade to WebSocket
// peer: forbidden
// owner: application
// frame: com.neovisionaries.ws.client.WebSocketFactory.createDirectRawSocket
// expect: LOST leak SSLSocket client x5
// expect[jdk<=18]: RESCUED leak SSLSocket client x5

/** A WebSocket that the server answers with 403. */
public final class NvWebSocketRefused implements Situation<BugStage> {

    @Override
    public void play(BugStage stage) throws IOException {
        String url = "wss://" + stage.host() + ":" + stage.port() + "/";
        WebSocket socket = new WebSocketFactory().setSSLContext(stage.context()).createSocket(url);
        Failure.of(WebSocketException.class, "403", socket::connect);
        socket.disconnect();
    }
}
