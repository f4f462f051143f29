package io.github.tlsleak.cli.heap.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.heap.redeploy.Container;
import io.github.tlsleak.apps.heap.redeploy.WebApp;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.dump.HeapDump;
import io.github.tlsleak.cli.heap.dump.TestDumps;
import io.github.tlsleak.cli.report.read.Progress;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who holds the loader of a stopped application is what a person would name. */
class LoaderHoldersTest {

    private static final String CONNECTED = WebApp.class.getName() + "$Connected";
    private static final String[] HOW = {
        "running", "registry", "type", "thread local", "driver", "worker", "timer", "hook", "soft"
    };

    /** By how it is held. */
    private static final Map<String, LoaderHolder> HOLDERS = new HashMap<>();

    private static final Map<DumpedObject, String> LOADERS = new LinkedHashMap<>();

    @BeforeAll
    static void read(@TempDir Path directory) throws Exception {
        try (HeapDump dump = TestDumps.of(Container.class, directory, HOW)) {
            Reachability all =
                    Reachability.of(
                            dump,
                            new Turns(type -> type.name().equals(CONNECTED), type -> false),
                            type -> false,
                            Progress.NONE);
            Paths paths = new Paths(dump, all, List.of());
            for (PathTarget target : all.held()) {
                DumpedObject loader = paths.find(target.object()).loader();
                if (loader != null) {
                    LOADERS.put(loader, target.object().text("how"));
                }
            }
            holders(dump, LOADERS.keySet())
                    .forEach((loader, holder) -> HOLDERS.put(LOADERS.get(loader), holder));
            assertThat(holders(dump, List.of())).isEmpty();
        }
    }

    private static Map<DumpedObject, LoaderHolder> holders(
            HeapDump dump, Collection<DumpedObject> loaders) {
        return LoaderHolders.of(dump, loaders, type -> false, List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "running | STRONG | static P.Container.running",
                "registry | STRONG | static P.Container.REGISTRY -> ArrayList[*] -> instance of"
                        + " P.WebApp$Connected",
                "type | STRONG | static P.Container.TYPES -> ArrayList[*] -> class"
                        + " P.WebApp$Connected",
                "thread local | STRONG | thread \"container-pool-*\" -> thread local"
                        + " P.Container.CURRENT -> instance of P.WebApp$Connected",
                "driver | STRONG | static java.sql.DriverManager.registeredDrivers ->"
                        + " CopyOnWriteArrayList[*] -> DriverInfo.driver -> instance of"
                        + " P.WebApp$NoDriver",
                "worker | STRONG | thread \"worker-*\" -> instance of P.WebApp$Worker",
                "timer | STRONG | thread \"timer-*\" -> TimerThread.contextClassLoader",
                "hook | STRONG | static java.lang.ApplicationShutdownHooks.hooks ->"
                        + " IdentityHashMap[*] -> instance of P.WebApp$Worker",
                "soft | SOFT | static P.Container.cached -> SoftReference.referent -> instance of"
                        + " P.WebApp$Connected",
            })
    void holder(String how, Holding holding, String path) {
        LoaderHolder holder = HOLDERS.get(how);
        assertThat(holder.path())
                .hasToString(path.replace("P.", Container.class.getPackageName() + "."));
        assertThat(holder.holding()).isEqualTo(holding);
        assertThat(holder.loader()).isEqualTo("java.net.URLClassLoader");
    }

    @Test
    void eachApplicationHasItsLoader() {
        assertThat(LOADERS.values()).containsExactlyInAnyOrder(HOW);
    }
}
