package io.github.tlsleak.cli.heap.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A field that is renamed here is renamed for every dump of an earlier version, too: give {@link
 * AgentField} both names then.
 */
class AgentFieldTest {

    @ParameterizedTest
    @EnumSource(AgentField.class)
    void theAgentHasTheField(AgentField field) throws Exception {
        Field real = Class.forName(field.className).getDeclaredField(field.field);
        assertThat(Modifier.isStatic(real.getModifiers())).isEqualTo(field.isStatic());
    }
}
