package io.github.tlsleak.apps.providers;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.App;
import io.github.tlsleak.apps.support.EngineLink;
import java.util.ArrayList;
import javax.net.ssl.SSLEngine;

/**
 * An engine is closed in one direction, its channel closed, and then kept. Arguments: {@code HOST
 * PORT TLS PROVIDER}.
 */
public final class HeldEngine {

    private HeldEngine() {}

    public static void main(String[] args) throws Exception {
        App app = App.of(args);
        TlsProvider provider = Play.make(args[3], TlsProvider.class);
        Stage stage = new Stage("", app, provider, new ArrayList<>(), new ArrayList<>());
        SSLEngine engine = provider.engine(true, app.host(), app.port());
        EngineLink link = stage.link(engine).ping();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        App.done();
        provider.release(engine);
    }
}
