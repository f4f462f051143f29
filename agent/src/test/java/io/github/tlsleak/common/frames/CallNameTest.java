package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as cleaned stacks have them, and what counts of them. */
class CallNameTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.A.b(A.java:42), com.acme.A.b",
        "com.acme.A.b(Unknown Source), com.acme.A.b",
        "com.acme.A.<init>(A.java:1), com.acme.A.<init>",
        "A.b(A.java:42), A.b",
        // javac: lambdas of a method, of a constructor, of an initializer; one within another one
        "com.acme.A.lambda$call(A.java:7), com.acme.A.call",
        "com.acme.A.lambda$new(A.java:7), com.acme.A.<init>",
        "com.acme.A.lambda$static(A.java:7), com.acme.A.<clinit>",
        "com.acme.A.lambda$null(A.java:7), com.acme.A.lambda",
        "com.acme.A.lambda$call$5a3c9b3e(A.java:7), com.acme.A.call",
        // ecj, whose lambdas do not tell their method
        "com.acme.A.lambda$0(A.java:7), com.acme.A.lambda",
        "com.acme.A.lambda$17(A.java:7), com.acme.A.lambda",
        // Kotlin 2, Kotlin 1.5 to 1.9, its defaults and coroutines
        "com.acme.AKt.call$lambda(A.kt:7), com.acme.AKt.call",
        "com.acme.AKt.call$lambda$1$lambda(A.kt:7), com.acme.AKt.call",
        "com.acme.AKt.call$lambda-0(A.kt:7), com.acme.AKt.call",
        "com.acme.AKt.lambda-0(A.kt:7), com.acme.AKt.lambda",
        "com.acme.AKt.call$default(A.kt:7), com.acme.AKt.call",
        "com.acme.AKt.call$suspendImpl(A.kt:7), com.acme.AKt.call",
        "com.acme.A$call$1.invokeSuspend(A.kt:7), com.acme.A$call$.invokeSuspend",
        // Scala, Groovy, Clojure
        "com.acme.A$.$anonfun$main$1(A.scala:7), com.acme.A$.main",
        "com.acme.A$.$anonfun$main$1$adapted(A.scala:7), com.acme.A$.main",
        "com.acme.A.helper$1(A.scala:7), com.acme.A.helper",
        "com.acme.A$_run_closure2.doCall(A.groovy:7), com.acme.A$_run_closure.doCall",
        "acme.core$call$fn__1234.invoke(core.clj:7), acme.core$call$fn__.invoke",
        // anonymous, local and named classes
        "com.acme.A$1.run(A.java:7), com.acme.A$.run",
        "com.acme.A$12$3.run(A.java:7), com.acme.A$$.run",
        "com.acme.A$1Local.run(A.java:7), com.acme.A$Local.run",
        "com.acme.A$Http2.run(A.java:7), com.acme.A$Http2.run",
        // methods that aspects and Byte Buddy have moved
        "com.acme.A.call_aroundBody0(A.java:7), com.acme.A.call",
        "com.acme.A.call_aroundBody1$advice(A.java:7), com.acme.A.call",
        "com.acme.A.call$original$Xc12aB(A.java:7), com.acme.A.call",
        // names that only look like those
        "com.acme.A.lambdaCalculus(A.java:7), com.acme.A.lambdaCalculus",
        "com.acme.A.a$facade(A.java:7), com.acme.A.a$facade",
        "com.acme.A.$lambda(A.java:7), com.acme.A.$lambda",
        "com.acme.A$.b(A.java:7), com.acme.A$.b",
        "(no frame at all), (no frame at all)",
    })
    void counts(String frame, String name) {
        assertThat(CallName.of(frame)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.A$$Lambda.run(Unknown Source)",
                "com.acme.$Proxy.call(Unknown Source)",
                "com.acme.A$$SpringCGLIB.call(<generated>)",
                "com.acme.A$$EnhancerBySpringCGLIB.call(<generated>)",
                "com.acme.A$$FastClassByGuice.invoke(<generated>)",
                "com.acme.A_Subclass.call(Unknown Source)",
                "com.acme.A_ClientProxy.call(Unknown Source)",
                "com.acme.A$ByteBuddy.call(Unknown Source)",
                "com.acme.A.access$000(A.java:3)",
                "com.acme.A$AjcClosure1.run(A.java:1)",
            })
    void generatedCodeDoesNot(String frame) {
        assertThat(CallName.of(frame)).isNull();
    }

    @Test
    void aNameIsItsOwnName() {
        String once = CallName.of("com.acme.A$1.lambda$call(A.java:7)");
        assertThat(CallName.of(once)).isEqualTo(once);
    }
}
