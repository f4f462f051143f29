package io.github.tlsleak.apps.providers;

import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import java.io.Closeable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plays situations one after the other over one provider and collects garbage once at the end.
 * Arguments: {@code HOST TLS PROVIDER SITUATION=PORT...}, classes named within this package. If the
 * peer is the client, it prints {@code LISTENING SITUATION PORT} and waits for the peer.
 */
public final class Play {

    private static final String PACKAGE = "io.github.tlsleak.apps.providers.";

    private final String host;
    private final String tls;
    private final TlsProvider provider;
    private final List<WeakReference<Object>> dropped = new ArrayList<>();
    private final List<Closeable> held = new ArrayList<>();

    private Play(String host, String tls, TlsProvider provider) {
        this.host = host;
        this.tls = tls;
        this.provider = provider;
    }

    public static void main(String[] args) throws Exception {
        Play play = new Play(args[0], args[1], make(args[2], TlsProvider.class));
        for (String situation : Arrays.asList(args).subList(3, args.length)) {
            int equals = situation.indexOf('=');
            play.play(situation.substring(0, equals), situation.substring(equals + 1));
        }
        Stage.awaitCollected(play.dropped.toArray(new WeakReference<?>[0]));
        for (Closeable transport : play.held) {
            transport.close();
        }
        Stage.done();
    }

    private void play(String name, String port) throws Exception {
        String[] args = {host, port, tls};
        try (ProviderStage stage = new ProviderStage(name, args, provider, dropped, held)) {
            situation(name).play(stage);
        } catch (Exception | LinkageError e) {
            throw new IllegalStateException(name + ": " + e, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Situation<ProviderStage> situation(String name)
            throws ReflectiveOperationException {
        return make(name, Situation.class);
    }

    /** A new object of a class of this package. */
    public static <T> T make(String name, Class<T> type) throws ReflectiveOperationException {
        return type.cast(Class.forName(PACKAGE + name).getDeclaredConstructor().newInstance());
    }
}
