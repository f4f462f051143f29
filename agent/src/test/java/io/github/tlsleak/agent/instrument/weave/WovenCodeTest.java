package io.github.tlsleak.agent.instrument.weave;

import static io.github.tlsleak.agent.instrument.advice.Advice.calls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tlsleak.agent.instrument.advice.Advice;
import io.github.tlsleak.agent.instrument.advice.AdvicePlan;
import io.github.tlsleak.agent.instrument.advice.ClassAdvice;
import io.github.tlsleak.agent.instrument.advice.HookArgument;
import io.github.tlsleak.agent.instrument.advice.HookCall;
import io.github.tlsleak.agent.instrument.advice.MethodMatcher;
import io.github.tlsleak.agent.instrument.advice.SessionInstrumentation;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Woven code of methods of every shape is run and verified by the JVM. */
class WovenCodeTest {

    private List<String> heard;
    private Object shapes;

    @BeforeEach
    void weave() throws Exception {
        heard = RecordingHooks.begin();
        List<String> missing = new ArrayList<>();
        Loader loader = new Loader();
        AdvicePlan plan = new AdvicePlan(SessionInstrumentation.SOCKET, rarer());
        byte[] woven = Weaver.weave(loader, bytes(), plan, missing);
        assertThat(missing).containsExactly("not there");
        shapes =
                loader.define(withRecordingHooks(woven))
                        .getDeclaredConstructor(Object.class)
                        .newInstance("a");
        assertThat(heard).containsExactly("event 29 Shapes a null");
        heard.clear();
    }

    /** Advice of the rarer kinds, for methods that are not part of the JSSE API. */
    private static ClassAdvice rarer() {
        HookArgument role = HookArgument.role(34, "role");
        HookCall started =
                HookCall.event(role, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL)
                        .when(HookCall.When.NOT_NULL, HookArgument.field("role"));
        HookCall made =
                HookCall.event(29, HookArgument.SELF, HookArgument.argument(0), HookArgument.NULL);
        HookCall linger =
                HookCall.event(28, HookArgument.SELF, HookArgument.LINGER, HookArgument.NULL);
        HookCall written =
                HookCall.alertWritten(HookArgument.argument(1))
                        .when(HookCall.When.FALSE, HookArgument.KEPT);
        HookCall eof = HookCall.event(24, HookArgument.SELF, HookArgument.NULL, HookArgument.NULL);
        return ClassAdvice.onFirstInstance("Shapes")
                .on("<init>", MethodMatcher.constructors(), Advice.onReturn(made))
                .on("linger", MethodMatcher.named("linger").taking("(ZI)"), Advice.onReturn(linger))
                .on(
                        "begin",
                        MethodMatcher.named("begin").taking(0),
                        Advice.around(calls(), started))
                .on("eof", MethodMatcher.named("eof"), Advice.internal(HookArgument.SELF, eof))
                .on(
                        "alert",
                        MethodMatcher.named("alert").taking("(BB)"),
                        Advice.around(
                                calls(HookCall.keep(HookArgument.field("isClosed"))), written))
                .where(
                        MethodMatcher.named("countInt"),
                        Advice.around(
                                calls(
                                        HookCall.writing(
                                                "[BI",
                                                HookArgument.argument(0),
                                                HookArgument.argument(1))),
                                HookCall.moved()))
                .where(
                        MethodMatcher.named("countLong", "countNothing", "countFails"),
                        Advice.around(calls(), HookCall.moved()))
                .on("not there", MethodMatcher.named("begin").taking(2), Advice.onEnter(made));
    }

    @ParameterizedTest
    @CsvSource({
        "int, -7, null",
        "long, 1099511627776, null",
        "double, 2.5, null",
        "float, 0.5, null",
        "boolean, true, null",
        "text, a text, a text",
        "loop, 55, null",
        "finally, 3, null",
        "switch, two, two",
        "monitor, locked, locked",
        "wide, 3, null",
        "reassigned, other, other",
    })
    void aMethodReturnsWhatItReturned(String method, String result, String told) throws Exception {
        assertThat(String.valueOf(call("wrap", method))).isEqualTo(result);
        assertThat(heard).containsExactly("enter 5", "exit 5 0 " + told + " null");
    }

    @Test
    void arraysAreToldUnchanged() throws Exception {
        assertThat((byte[]) call("unwrap", new byte[3])).hasSize(3);
        assertThat(heard).containsExactly("enter 6", "exit 6 0 byte[] null");
    }

    @Test
    void anExceptionIsToldAndThrownOn() {
        assertThatThrownBy(() -> call("wrap", "throw")).hasMessage("thrown");
        assertThat(heard).containsExactly("enter 5", "exit 5 0 null java.io.IOException: thrown");
    }

    @Test
    void anExceptionThatTheMethodCatchesIsNotTold() throws Exception {
        assertThat(call("wrap", "caught")).isEqualTo("caught");
        assertThat(heard).containsExactly("enter 5", "exit 5 0 caught null");
    }

    @Test
    void aCloseIsToldBeforeAndAfter() throws Exception {
        call("close", null);
        assertThat(heard).containsExactly("enter 1", "closed", "exit 1 0 null null");
    }

    @Test
    void aMethodThatOnlyThrowsIsTold() {
        assertThatThrownBy(() -> call("closeInbound", null)).hasMessage("always");
        assertThat(heard)
                .containsExactly(
                        "enter 3", "exit 3 0 null java.lang.IllegalStateException: always");
    }

    @Test
    void methodsOutsideOfThePublicApiAreLeftAlone() throws Exception {
        call("untouched", null);
        assertThat(heard).containsExactly("protected", "static");
    }

    @Test
    void anErrorOfAHookIsCountedAndKeptFromTheMethod() throws Exception {
        RecordingHooks.throwOn("");
        assertThat(call("wrap", "int")).isEqualTo(-7);
        assertThatThrownBy(() -> call("wrap", "throw")).hasMessage("thrown");
        String failed = "failed Shapes broken";
        assertThat(heard).containsExactly(failed, failed, failed, failed);
        assertThat(RecordingHooks.missed).isZero();
    }

    @Test
    void anErrorOfTheFailureHookIsCountedAndKeptFromTheMethod() throws Exception {
        RecordingHooks.throwOn("");
        RecordingHooks.throwOnFailures();
        assertThat(call("wrap", "int")).isEqualTo(-7);
        assertThatThrownBy(() -> call("wrap", "throw")).hasMessage("thrown");
        assertThat(RecordingHooks.missed).isEqualTo(4);
    }

    @Test
    void aFailureWhoseObjectIsNotKnownIsCounted() throws Exception {
        RecordingHooks.throwOn("");
        call("other", "alert open");
        assertThat(heard).isEmpty();
        assertThat(RecordingHooks.missed).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"int", "throw", "caught", "loop"})
    void theCellIsEmptyAtTheEndEvenIfTheExitFails(String method) throws Exception {
        RecordingHooks.throwOn("exit");
        try {
            call("wrap", method);
        } catch (IOException e) {
            assertThat(method).isEqualTo("throw");
        }
        assertThat(RecordingHooks.cell()).containsExactly((Object) null);
    }

    @ParameterizedTest
    @CsvSource({
        "linger on, event 28 Shapes 7 null",
        "linger off, event 28 Shapes -1 null",
        "begin client, event 34 Shapes null null",
        "begin server, event 35 Shapes null null",
        "begin nothing, ",
        "eof, event 24 Shapes null null; enter 8; exit 8 0 null null",
        "count int, writing Shapes byte[] 2; moved Shapes -1 null",
        "count long, moved Shapes 1099511627776 null",
        "count nothing, moved Shapes 0 null",
        "count fails, moved Shapes 0 java.io.IOException: count",
        "alert open, alert 0 null",
        "alert fails, alert 0 java.io.IOException: alert",
        "alert closed, ",
    })
    void aHookGetsTheArgumentsItAsksFor(String shape, String told) throws Exception {
        try {
            call("other", shape);
        } catch (IOException e) {
            assertThat(shape).contains(e.getMessage().substring(0, 5));
        }
        assertThat(String.join("; ", heard)).isEqualTo(told == null ? "" : told);
    }

    @Test
    void aFieldIsFoundInASuperclass() throws Exception {
        ClassMembers members = new ClassMembers(null, Shapes.class.getClassLoader());
        new ClassReader(Shapes.class.getName()).accept(members, ClassReader.SKIP_CODE);
        assertThat(members.field("isClosed"))
                .containsExactly(ShapesBase.class.getName().replace('.', '/'), "Z");
        assertThatThrownBy(() -> members.field("hidden")).hasMessage("no field hidden");
    }

    private Object call(String name, Object argument) throws Exception {
        try {
            return shapes.getClass()
                    .getMethod("run", String.class, Object.class, List.class)
                    .invoke(shapes, name, argument, heard);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    private static byte[] bytes() throws IOException {
        String file = '/' + Shapes.class.getName().replace('.', '/') + ".class";
        try (InputStream in = WovenCodeTest.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    /** Replaces the hooks by {@link RecordingHooks}, which tests can read. */
    private static byte[] withRecordingHooks(byte[] woven) {
        ClassWriter writer = new ClassWriter(0);
        String recording = RecordingHooks.class.getName().replace('.', '/');
        Map<String, String> hooks =
                Map.of(
                        "javax/net/ssl/TlsLeakHooks",
                        recording,
                        "javax/net/ssl/TlsLeakChannelHooks",
                        recording);
        Remapper names = new SimpleRemapper(Opcodes.ASM9, hooks);
        new ClassReader(woven).accept(new ClassRemapper(writer, names), 0);
        return writer.toByteArray();
    }

    private static final class Loader extends ClassLoader {

        private Loader() {
            super(WovenCodeTest.class.getClassLoader());
        }

        private Class<?> define(byte[] code) {
            return defineClass(null, code, 0, code.length);
        }
    }
}
