package io.github.tlsleak.it.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tlsleak.cli.heap.dump.DumpedObject;
import io.github.tlsleak.cli.heap.tls.CacheReader;
import io.github.tlsleak.cli.heap.tls.DumpedCache;
import io.github.tlsleak.cli.heap.tls.TlsObjects;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.Jdk;
import io.github.tlsleak.it.matrix.ProviderVariant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A program fills the session caches of every provider, says by their API what is in them, and
 * dumps its heap. The fields in the dump must tell the same. {@code -Dtlsleak.cached=20000} for
 * more.
 */
@CiOnly
class HeapCachesIT {

    private static final int NUMBER = Integer.getInteger("tlsleak.cached", 300);

    @TestFactory
    Stream<DynamicTest> caches() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Jdk jdk : Jdk.notThin()) {
            for (ProviderVariant variant : ProviderVariant.all()) {
                // SunJSSE's are read below Netty's wrappers, too; nobody reads those of "own"; an
                // engine of the older WildFly has no session any more once it is closed
                String left = "own|netty.*|conscrypt-descriptor|wildfly-older";
                boolean isPlayed = !variant.name().matches(left);
                for (String tls : isPlayed ? variant.tlsInDump(jdk) : List.<String>of()) {
                    if (variant.name().startsWith("bouncy") && tls.equals("1.3")) {
                        // its sessions of TLS 1.3 have no cache
                        continue;
                    }
                    String name = variant + " on " + jdk + ", TLS " + tls;
                    tests.add(DynamicTest.dynamicTest(name, () -> check(variant, jdk, tls)));
                }
            }
        }
        return tests.stream();
    }

    private static void check(ProviderVariant variant, Jdk jdk, String tls) throws Exception {
        assumeThat(variant.missing()).as("%s: %s", variant, variant.missing()).isEmpty();
        SoftAssertions soft = new SoftAssertions();
        try (HeldRun run = HeldRun.of("CachedStates", variant, jdk, tls, String.valueOf(NUMBER))) {
            Map<DumpedObject, DumpedCache> caches =
                    new CacheReader(TlsObjects.in(run.dump()))
                            .caches().stream()
                                    .collect(Collectors.toMap(DumpedCache::object, c -> c));
            Map<String, DumpedObject> held = run.held();
            List<String[]> said = run.said("CACHE ");
            assertThat(said).hasSize(4);
            for (String[] line : said) {
                DumpedCache cache = caches.get(held.get(line[0]));
                soft.assertThat(cache).as(line[0] + " in " + caches.keySet()).isNotNull();
                if (cache != null) {
                    check(line, cache, soft);
                }
            }
            command(run.contexts(jdk), caches.values(), tls, soft);
        }
        soft.assertAll();
    }

    /** The command shows what was read, and a path to each context. */
    private static void command(
            JsonNode contexts, Collection<DumpedCache> read, String tls, SoftAssertions soft) {
        for (JsonNode context : contexts) {
            soft.assertThat(context.path("holding").asText()).isEqualTo("strong");
            soft.assertThat(context.path("path")).as("path of %s", context).isNotEmpty();
        }
        soft.assertThat(sum(contexts, "sessions", ""))
                .isEqualTo(sum(read, c -> c.size() - c.cleared()));
        soft.assertThat(sum(contexts, "expired", ""))
                .isEqualTo(sum(read, c -> Math.max(0, c.expired())));
        long tickets = sum(contexts, "tickets", "");
        soft.assertThat(tickets).isEqualTo(sum(read, DumpedCache::tickets));
        String provider = contexts.path(0).path("provider").asText();
        // Conscrypt's clients have no sessions of TLS 1.3 in the map
        if (sum(contexts, "sessions", "client") > 0 && !provider.equals("WildFly OpenSSL")) {
            soft.assertThat(contexts.findValues("peers").toString()).contains("host0.example.org");
        }
        if (provider.equals("SunJSSE")) {
            soft.assertThat(tickets > 0).as("tickets of TLS %s", tls).isEqualTo(tls.equals("1.3"));
        }
    }

    /** The sum of a field of the caches of a role; of all if the role is empty. */
    private static long sum(JsonNode contexts, String field, String role) {
        long sum = 0;
        for (JsonNode context : contexts) {
            for (JsonNode cache : context.path("caches")) {
                boolean isMeant = role.isEmpty() || cache.path("role").asText().equals(role);
                sum += isMeant ? cache.path(field).asLong() : 0;
            }
        }
        return sum;
    }

    private static long sum(Collection<DumpedCache> read, ToLongFunction<DumpedCache> of) {
        return read.stream().mapToLong(of).sum();
    }

    private static void check(String[] said, DumpedCache cache, SoftAssertions soft) {
        String name = said[0] + ": " + cache;
        soft.assertThat(cache.owner()).as(name).isNotNull();
        equal(said[1], cache.size() - cache.cleared(), name + ": size", soft);
        // WildFly's clients say that the server's cache is theirs; its limits are native
        if (!"WildFly OpenSSL".equals(cache.provider())) {
            soft.assertThat(cache.role()).as(name).isEqualTo(said[0].replace("expired ", ""));
            equal(said[2], cache.limit(), name + ": limit", soft);
            equal(said[3], cache.timeoutSeconds(), name + ": timeout", soft);
        }
        if (cache.expired() != DumpedCache.UNKNOWN) {
            equal(said[4], cache.expired(), name + ": expired", soft);
        }
    }

    private static void equal(String said, int read, String what, SoftAssertions soft) {
        soft.assertThat(String.valueOf(read)).as(what).isEqualTo(said);
    }
}
