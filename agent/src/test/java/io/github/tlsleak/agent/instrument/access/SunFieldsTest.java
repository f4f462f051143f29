package io.github.tlsleak.agent.instrument.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SunFieldsTest {

    private final SunFields fields = new SunFields(SunFieldsTest.class.getName() + "$");

    @Test
    void findsInheritedFieldsAndThoseOfTheClassFirst() throws Exception {
        assertThat(fields.of(Layer.class, "self").get(new Layer())).isEqualTo("base");
        assertThat(fields.of(Layer.class, "session").get(new Layer())).isEqualTo("layer");
        assertThat(fields.of(Base.class, "session").get(new Layer())).isEqualTo("base");
    }

    @Test
    void looksEachUpOnce() {
        assertThat(fields.of(Layer.class, "self")).isSameAs(fields.of(Layer.class, "self"));
    }

    @Test
    void knowsNothingOfOtherNamesAndOtherClasses() {
        assertThat(fields.of(Layer.class, "nobody")).isNull();
        assertThat(fields.of(Layer.class, "nobody")).isNull();
        assertThat(new SunFields("elsewhere.").of(Layer.class, "self")).isNull();
    }

    @SuppressWarnings("unused") // read by reflection
    private static class Base {
        private final String self = "base";
        private final String session = "base";
    }

    @SuppressWarnings("unused") // read by reflection
    private static final class Layer extends Base {
        private final String session = "layer";
    }
}
