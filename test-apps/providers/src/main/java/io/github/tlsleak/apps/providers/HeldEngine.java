package io.github.tlsleak.apps.providers;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Stage;
import java.util.ArrayList;
import javax.net.ssl.SSLEngine;

/**
 * An engine is closed in one direction, its channel is closed, and the engine is kept. Arguments:
 * {@code HOST PORT TLS PROVIDER}.
 */
public final class HeldEngine {

    private HeldEngine() {}

    public static void main(String[] args) throws Exception {
        TlsProvider provider = Play.make(args[3], TlsProvider.class);
        ProviderStage stage =
                new ProviderStage("", args, provider, new ArrayList<>(), new ArrayList<>());
        SSLEngine engine = provider.engine(true, stage.host(), stage.port());
        EngineLink link = stage.connect(engine).ping();
        engine.closeOutbound();
        link.flush();
        link.channel().close();
        Stage.done();
        provider.release(engine);
    }
}
