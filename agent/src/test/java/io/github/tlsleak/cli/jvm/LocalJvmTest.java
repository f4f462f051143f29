package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalJvmTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.Shop, com.acme.Shop, true",
        "com.acme.Shop, Shop, true",
        "com.acme.Shop, com.acme/com.acme.Shop, true",
        "com.acme.Shop, shop, false",
        "com.acme.Shop, acme.Shop, false",
        "Shop, Shop, true",
        "shop.jar, shop.jar, true",
        "shop.jar, shop, true",
        "shop.jar, /opt/shop.jar, true",
        "shop.jar, jar, false",
        "shop-1.0.jar, shop, false",
    })
    void howAUserMayCallIt(String main, String word, boolean called) {
        assertThat(new LocalJvm(5, main, null, AgentPresence.NONE, null, -1).isCalled(word))
                .isEqualTo(called);
    }
}
