package io.github.tlsleak.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaArgumentsTest {

    @ParameterizedTest
    @CsvSource({
        "java com.acme.Main, com.acme.Main",
        "java -cp lib:x com.acme.Main -jar y.jar, com.acme.Main",
        "java -Xmx1g -jar /opt/shop/shop.jar -p 80, /opt/shop/shop.jar",
        "java --class-path x --add-opens a/b=c Main, Main",
        "java -p mods -m com.acme/com.acme.Main x, com.acme/com.acme.Main",
        "java --module=com.acme/com.acme.Main, com.acme/com.acme.Main",
        "java @options Main, Main",
        "java -version,",
        "java -jar,",
        "java,",
    })
    void main(String line, String main) {
        assertThat(JavaArguments.of(List.of(line.split(" "))).main()).isEqualTo(main);
    }

    @Test
    void optionsStandBeforeTheProgram() {
        List<String> words = List.of("java", "-Xmx1g", "-cp", "x", "-Da=b", "Main", "-Xrs");
        assertThat(JavaArguments.of(words).options()).containsExactly("-Xmx1g", "-cp", "-Da=b");
        assertThat(JavaArguments.of(List.of()).options()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Main, com.acme.Main",
        "/opt/shop/shop.jar, shop.jar",
        "C:\\shop\\shop.jar, shop.jar",
        "com.acme/com.acme.Main, com.acme.Main",
        "odd/, odd/",
    })
    void asPeopleNameIt(String main, String shown) {
        assertThat(JavaArguments.shown(main)).isEqualTo(shown);
    }
}
