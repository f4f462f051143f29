package io.github.tlsleak.apps.providers.living;

import io.github.tlsleak.apps.providers.Play;
import io.github.tlsleak.apps.providers.ProviderStage;
import io.github.tlsleak.apps.providers.tls.TlsProvider;
import io.github.tlsleak.apps.support.EngineLink;
import io.github.tlsleak.apps.support.Situation;
import io.github.tlsleak.apps.support.Stage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Begins situations whose sessions stay reachable, one after the other over one provider, and lets
 * all of them last. Garbage is collected again and again. After a line on the standard input those
 * that are idle or over are of interest, too, and some others end. Arguments as those of {@link
 * Play}.
 */
public final class PlayLiving {

    /** More than twice as long as the agent's limit in this test: the quiet ones are quiet. */
    private static final long QUIET_MILLIS = 5_000;

    private static final long COLLECT_MILLIS = 400;

    private PlayLiving() {}

    public static void main(String[] args) throws Exception {
        TlsProvider provider = Play.make(args[2], TlsProvider.class);
        EngineLink.start(PlayLiving::collect, "collects");
        for (String situation : Arrays.asList(args).subList(3, args.length)) {
            int equals = situation.indexOf('=');
            String[] address = {args[0], situation.substring(equals + 1), args[1]};
            begin(situation.substring(0, equals), address, provider);
        }
        Stage.sleep(QUIET_MILLIS);
        Held.check();
        Stage.done();
        setThreshold();
        Held.doLater();
        Stage.done();
        Held.check();
    }

    @SuppressWarnings("unchecked")
    private static void begin(String name, String[] address, TlsProvider provider)
            throws Exception {
        try (ProviderStage stage =
                new ProviderStage(name, address, provider, new ArrayList<>(), new ArrayList<>())) {
            Play.make(name, Situation.class).play(stage);
        } catch (Exception | LinkageError e) {
            throw new IllegalStateException(name + ": " + e, e);
        }
    }

    /** Once its MBean is there. */
    private static void setThreshold() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName agent = new ObjectName("io.github.tlsleak:type=TlsLeak");
        while (!beans.isRegistered(agent)) {
            Stage.sleep(50);
        }
        String[] type = {String.class.getName()};
        beans.invoke(agent, "setThreshold", new Object[] {"3s"}, type);
    }

    private static void collect() {
        while (true) {
            System.gc();
            Stage.sleep(COLLECT_MILLIS);
        }
    }
}
