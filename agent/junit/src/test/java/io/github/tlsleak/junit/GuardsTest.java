package io.github.tlsleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardsTest {

    private static final String CLASS = "[engine:e]/[class:A]";
    private static final String TEST = CLASS + "/[method:b()]";

    private final Guards guards = new Guards();

    private static Guard guard(String id) {
        return new Guard(id, id, Settings.of(key -> Optional.empty()), null);
    }

    @Test
    void aScopeIsGuardedByTheNearestContainer() {
        guards.put(CLASS, guard(CLASS));
        guards.put(TEST, guard(TEST));
        assertThat(guards.of(TEST + "/[dynamic-test:#1]").id).isEqualTo(TEST);
        assertThat(guards.of(CLASS + "/[method:c()]").id).isEqualTo(CLASS);
        assertThat(guards.of("[engine:e]/[class:AB]")).isNull();
        assertThat(guards.of("[engine:e]")).isNull();
        assertThat(guards.of(null)).isNull();
    }

    @Test
    void onlyWholePartsOfAnIdCount() {
        assertThat(Guards.isWithin(TEST, CLASS)).isTrue();
        assertThat(Guards.isWithin(CLASS, CLASS)).isTrue();
        assertThat(Guards.isWithin(CLASS, TEST)).isFalse();
        assertThat(Guards.isWithin(CLASS + "x", CLASS)).isFalse();
    }
}
