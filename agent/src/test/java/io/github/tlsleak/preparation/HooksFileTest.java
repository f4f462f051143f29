package io.github.tlsleak.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.instrument.advice.Instrumentations;
import io.github.tlsleak.agent.instrument.prepared.MethodOrder;
import io.github.tlsleak.agent.instrument.prepared.PreparedHooks;
import io.github.tlsleak.agent.instrument.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is prepared is what weaving gives, and is given for no other bytes. */
class HooksFileTest {

    private static final String ENGINE = "javax/net/ssl/SSLEngine";

    private static final Map<String, byte[]> ORIGINALS = new TreeMap<>();

    private static byte[] file;
    private static PreparedHooks prepared;

    static List<String> names() {
        return Instrumentations.names();
    }

    @BeforeAll
    static void prepare() throws IOException {
        HooksFile hooks = new HooksFile();
        for (String name : names()) {
            try (InputStream in = Object.class.getResourceAsStream('/' + name + ".class")) {
                ORIGINALS.put(name, in.readAllBytes());
            }
            hooks.name(name);
            hooks.add(true, name, original(name), woven(name, original(name)));
        }
        file = hooks.bytes();
        prepared = new PreparedHooks(file);
    }

    private static byte[] original(String name) {
        return ORIGINALS.get(name);
    }

    private static byte[] woven(String name, byte[] bytes) {
        List<String> missing = new ArrayList<>();
        byte[] woven = Weaver.weave(null, name, null, bytes, missing);
        assertThat(missing).isEmpty();
        return woven;
    }

    @ParameterizedTest
    @MethodSource("names")
    void preparedHooksAreThoseThatWeavingGives(String name) {
        assertThat(prepared.exists(name)).isTrue();
        assertThat(prepared.woven(true, name, false, original(name)))
                .isEqualTo(woven(name, original(name)))
                .isNotEqualTo(original(name));
    }

    /** A JVM gives the methods of a class that it has loaded back in any order. */
    @ParameterizedTest
    @MethodSource("names")
    void theOrderOfMethodsDoesNotMatterOnceAClassIsLoaded(String name) throws IOException {
        byte[] turned = ReversedMethods.of(original(name));
        byte[] twice = ReversedMethods.of(turned);
        byte[] sorted = MethodOrder.sorted(turned);
        assertThat(MethodOrder.sorted(twice)).isEqualTo(sorted);
        HooksFile hooks = new HooksFile();
        hooks.add(true, name, sorted, woven(name, sorted));
        PreparedHooks known = new PreparedHooks(hooks.bytes());
        assertThat(known.woven(true, name, true, turned)).isEqualTo(woven(name, sorted));
        assertThat(known.woven(true, name, true, twice)).isEqualTo(woven(name, sorted));
        if (!Arrays.equals(turned, sorted)) {
            assertThat(known.woven(true, name, false, turned)).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aClassThatDiffersInOneByteIsNotKnown(String name) {
        for (int i = 0; i < original(name).length; i += 97) {
            byte[] other = original(name).clone();
            other[i] ^= 1;
            assertThat(prepared.woven(true, name, false, other)).as("byte " + i).isNull();
        }
        byte[] longer = Arrays.copyOf(original(name), original(name).length + 1);
        assertThat(prepared.woven(true, name, false, longer)).isNull();
    }

    @Test
    void theSameBytesUnderAnotherNameOrLoaderAreNotKnown() {
        byte[] engine = original(ENGINE);
        assertThat(prepared.woven(true, ENGINE, false, engine)).isNotNull();
        assertThat(prepared.woven(false, ENGINE, false, engine)).isNull();
        assertThat(prepared.woven(true, "javax/net/ssl/SSLSocket", false, engine)).isNull();
        assertThat(prepared.exists("javax/net/ssl/SSLParameters")).isFalse();
    }

    /** Patches say where bytes stand in the JDK's class: they are no copies of it. */
    @Test
    void thePatchesHoldLittleOfTheJdksCode() {
        int all = ORIGINALS.values().stream().mapToInt(bytes -> bytes.length).sum();
        assertThat(file.length).isLessThan(all / 6);
    }

    /** The running agent does this once, ahead of the first class. */
    @Test
    void theRehearsalLeavesNothingBehind() {
        PreparedHooks rehearsed = new PreparedHooks(file);
        rehearsed.rehearse();
        assertThat(rehearsed.woven(true, "", false, new byte[64])).isNull();
        assertThat(rehearsed.woven(true, ENGINE, false, original(ENGINE)))
                .isEqualTo(prepared.woven(true, ENGINE, false, original(ENGINE)));
    }

    @Test
    void aDamagedFileIsRefused() {
        assertThatThrownBy(() -> new PreparedHooks(new byte[] {1, 2, 3, 4, 5, 6}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PreparedHooks(Arrays.copyOf(file, file.length - 1)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void theFileOfAJdkDoesNotDependOnItsVendor() {
        assertThat(PreparedHooks.file("17.0.15+6-Debian-1deb12u1")).isEqualTo("17.0.15+6.hooks");
        assertThat(PreparedHooks.file("17.0.15+6")).isEqualTo("17.0.15+6.hooks");
        assertThat(PreparedHooks.file("1.8.0_504-8u504-ga-b01")).isEqualTo("1.8.0_504.hooks");
    }
}
