package io.github.tlsleak.attach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmTest {

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
        assertThat(new Jvm(5, main, null, Sign.NONE, null, -1).isCalled(word)).isEqualTo(called);
    }
}
