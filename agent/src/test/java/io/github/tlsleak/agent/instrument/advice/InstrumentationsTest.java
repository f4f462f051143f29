package io.github.tlsleak.agent.instrument.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.instrument.advice.ClassAdvice.When;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Each class gets the advice that is meant for it, at the moment that is meant. */
class InstrumentationsTest {

    private static final ClassLoader LOADER = InstrumentationsTest.class.getClassLoader();

    /** The gate cannot ask the list: its classes are not loaded before the first use of TLS. */
    @Test
    void theGateWaitsForTheClassesThatGetHooksWhenTheyAreLoaded() throws Exception {
        List<String> compared = new ArrayList<>();
        for (Field field : JdkClasses.class.getFields()) {
            compared.add((String) field.get(null));
        }
        assertThat(compared)
                .containsExactlyInAnyOrderElementsOf(Instrumentations.names(When.LOAD))
                .allMatch(JdkClasses::showsTls);
        assertThat(Instrumentations.names())
                .filteredOn(name -> !compared.contains(name))
                .noneMatch(JdkClasses::showsTls);
    }

    @Test
    void noClassIsNamedTwice() {
        int names = 0;
        for (ClassAdvice advice : Instrumentations.ALL) {
            names += advice.when == When.FIRST_INSTANCE ? 0 : advice.names.length;
        }
        assertThat(Instrumentations.names()).hasSize(names);
    }

    @Test
    void socketsAndChannelsWait() {
        assertThat(Instrumentations.when("java/net/Socket")).isEqualTo(When.TLS_USE);
        assertThat(Instrumentations.when("java/net/ServerSocket")).isEqualTo(When.TLS_USE);
        assertThat(Instrumentations.when("sun/nio/ch/SocketChannelImpl"))
                .isEqualTo(When.ENGINE_USE);
        assertThat(Instrumentations.when("java/lang/String")).isNull();
    }

    @Test
    void aClassOfAProviderIsKnownByItsBase() {
        assertThat(of(OwnEngine.class)).isSameAs(SessionInstrumentation.ENGINE);
        assertThat(of(OwnSocket.class)).isSameAs(SessionInstrumentation.SOCKET);
        assertThat(of(OwnServer.class)).isSameAs(SessionInstrumentation.SOCKET);
        assertThat(of(OwnFactory.class)).isSameAs(SessionInstrumentation.FACTORY);
        assertThatThrownBy(() -> of(String.class)).hasMessage("no hooks for java/lang/String");
    }

    /** SunJSSE's factory is found by its first instance, too. */
    @Test
    void soIsAClassOfTheJdkThatIsNotNamed() {
        Class<?> factory = SSLSocketFactory.getDefault().getClass();
        assertThat(Instrumentations.of(null, factory.getName().replace('.', '/'), factory))
                .isSameAs(SessionInstrumentation.FACTORY);
    }

    @Test
    void aNameCountsInTheBootLoaderOnly() {
        assertThat(Instrumentations.of(null, JdkClasses.SUN_ENGINE, null))
                .isSameAs(SessionInstrumentation.SUN_ENGINE);
        assertThat(Instrumentations.of(LOADER, JdkClasses.SUN_ENGINE, OwnSocket.class))
                .isSameAs(SessionInstrumentation.SOCKET);
    }

    /** Each hook of a method that moves records is paid for with every record. */
    @Test
    void oneCallOfSunsEngineHasOneHook() {
        String one = "Ljava/nio/ByteBuffer;";
        String many = "[Ljava/nio/ByteBuffer;II";
        String result = ")Ljavax/net/ssl/SSLEngineResult;";
        AdvicePlan sun = Instrumentations.plan(null, JdkClasses.SUN_ENGINE, null);
        assertThat(sun.advice(Opcodes.ACC_PUBLIC, "wrap", "(" + many + one + result)).isNotNull();
        assertThat(sun.advice(Opcodes.ACC_PUBLIC, "unwrap", "(" + one + many + result)).isNotNull();
        assertThat(sun.advice(Opcodes.ACC_PUBLIC, "wrap", "(" + many + many + result)).isNull();
        assertThat(sun.advice(Opcodes.ACC_PUBLIC, "unwrap", "(" + many + many + result)).isNull();
    }

    /** Programs may call all overloads of an engine whose class is public. */
    @Test
    void eachOverloadOfAnotherEngineHasAHook() {
        String many = "([Ljava/nio/ByteBuffer;II[Ljava/nio/ByteBuffer;II)V";
        AdvicePlan own = new AdvicePlan(of(OwnEngine.class));
        assertThat(own.advice(Opcodes.ACC_PUBLIC, "wrap", many)).isNotNull();
        assertThat(own.advice(Opcodes.ACC_PUBLIC, "unwrap", many)).isNotNull();
    }

    @Test
    void factoriesAndChannelsHoldNoSession() throws Exception {
        assertThat(of(OwnFactory.class).holdsSessions()).isFalse();
        assertThat(named(SSLSocketFactory.class).holdsSessions()).isFalse();
        assertThat(named(Class.forName("sun.nio.ch.SocketChannelImpl")).holdsSessions()).isFalse();
        assertThat(named(SSLContext.class).holdsSessions()).isTrue();
        assertThat(of(OwnEngine.class).holdsSessions()).isTrue();
    }

    private static ClassAdvice of(Class<?> type) {
        return Instrumentations.of(LOADER, type.getName().replace('.', '/'), type);
    }

    private static ClassAdvice named(Class<?> type) {
        return Instrumentations.of(null, type.getName().replace('.', '/'), null);
    }

    private abstract static class OwnEngine extends SSLEngine {}

    private abstract static class OwnSocket extends SSLSocket {}

    private abstract static class OwnServer extends SSLServerSocket {

        private OwnServer() throws IOException {}
    }

    private abstract static class OwnFactory extends SSLSocketFactory {}
}
