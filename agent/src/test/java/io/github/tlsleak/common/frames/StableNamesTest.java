package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StableNamesTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.Foo, com.acme.Foo",
        "com.acme.Foo$Bar$1, com.acme.Foo$Bar$1",
        "com.acme.Foo$$Lambda$14/0x000000080014a840, com.acme.Foo$$Lambda",
        "com.acme.Foo$$Lambda$1/1234567, com.acme.Foo$$Lambda",
        "com.acme.Foo$$Lambda/0x00007f1e, com.acme.Foo$$Lambda",
        "com.acme.Foo$$Lambda$14, com.acme.Foo$$Lambda",
        "com.acme.Hidden/0x0000000800c03000, com.acme.Hidden",
        "$Proxy12, $Proxy",
        "jdk.proxy2.$Proxy12, $Proxy",
        "com.sun.proxy.$Proxy3, $Proxy",
        "com.acme.$Proxy3, com.acme.$Proxy",
        "com.acme.$ProxyMaker, com.acme.$ProxyMaker",
        "com.acme.Foo$Proxy3, com.acme.Foo$Proxy3",
        "a.Foo$$EnhancerBySpringCGLIB$$1a2b, a.Foo$$EnhancerBySpringCGLIB",
        "a.Foo$$SpringCGLIB$$0, a.Foo$$SpringCGLIB",
        "a.Foo$$FastClassBySpringCGLIB$$9f, a.Foo$$FastClassBySpringCGLIB",
        "a.Foo$HibernateProxy$xYz1, a.Foo$HibernateProxy",
        "a.Foo_$$_javassist_3, a.Foo_$$_javassist",
        "a.Foo_$$_jvst8f5_0, a.Foo_$$_jvst",
        "a.Foo$ByteBuddy$AbCdEf12, a.Foo$ByteBuddy",
        "a.Foo$ByteBuddyUser, a.Foo$ByteBuddyUser",
        "a.GeneratedMethodAccessor12, a.GeneratedMethodAccessor",
    })
    void classes(String name, String stable) {
        assertThat(StableNames.ofClass(name)).isEqualTo(stable);
    }

    @ParameterizedTest
    @CsvSource({
        "main, main",
        "<init>, <init>",
        "lambda$main$0, lambda$main",
        "lambda$null$12, lambda$null",
        "main$lambda$3, main$lambda",
        "access$000, access$000",
        "lambda$0, lambda$0",
        "$5, $5",
    })
    void methods(String name, String stable) {
        assertThat(StableNames.ofMethod(name)).isEqualTo(stable);
    }
}
