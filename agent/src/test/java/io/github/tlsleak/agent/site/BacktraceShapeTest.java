package io.github.tlsleak.agent.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacktraceShapeTest {

    private static final Class<?>[] CLASSES = {String.class, Integer.class, Long.class, null};

    private static Object[] classes() {
        return CLASSES.clone();
    }

    /** A chunk as in JDK 21: the link has index 5. */
    private static Object[] split(Object[] next, int... bcis) {
        return new Object[] {
            new short[] {1, 2, 3, 0}, bcis, classes(), new long[4], null, next, null
        };
    }

    /** A chunk as in JDK 28: the link has index 2. */
    private static Object[] merged(Object[] next, long... positions) {
        return new Object[] {positions, classes(), next, null};
    }

    @Test
    void methodsAndBytecodeIndicesInTwoArrays() {
        Object[] chunk = split(split(null, 4, 5, 6, 0), 1, 2, 3, 0);
        BacktraceShape shape = BacktraceShape.of(chunk);
        assertThat(shape.frames(chunk)).isEqualTo(6);
        long hash = shape.hash(chunk, 100, 0);
        assertThat(shape.hash(split(split(null, 4, 5, 6, 0), 1, 2, 3, 0), 100, 0)).isEqualTo(hash);
        assertThat(shape.hash(split(split(null, 4, 5, 7, 0), 1, 2, 3, 0), 100, 0))
                .isNotEqualTo(hash);
        assertThat(shape.hash(split(null, 1, 2, 3, 0), 100, 0)).isNotEqualTo(hash);
        assertThat(shape.hash(chunk, 100, 1)).isNotEqualTo(hash);
    }

    @Test
    void methodsAndBytecodeIndicesInOneArray() {
        Object[] chunk = merged(merged(null, 4, 5, 6, 0), 1, 2, 3, 0);
        BacktraceShape shape = BacktraceShape.of(chunk);
        assertThat(shape.frames(chunk)).isEqualTo(6);
        long hash = shape.hash(chunk, 100, 0);
        assertThat(shape.hash(merged(merged(null, 4, 5, 6, 0), 1, 2, 3, 0), 100, 0))
                .isEqualTo(hash);
        assertThat(shape.hash(merged(merged(null, 4, 5, 7, 0), 1, 2, 3, 0), 100, 0))
                .isNotEqualTo(hash);
    }

    @Test
    void framesBeyondTheLimitDoNotCount() {
        Object[] chunk = split(split(null, 4, 5, 6, 0), 1, 2, 3, 0);
        Object[] other = split(split(null, 7, 8, 9, 0), 1, 2, 3, 0);
        BacktraceShape shape = BacktraceShape.of(chunk);
        assertThat(shape.hash(chunk, 4, 0)).isEqualTo(shape.hash(other, 4, 0));
        assertThat(shape.hash(chunk, 5, 0)).isNotEqualTo(shape.hash(other, 5, 0));
    }

    @Test
    void theHashDependsOnClassAndMethod() {
        Object[] chunk = merged(merged(null, 4, 5, 6, 0), 1, 2, 3, 0);
        BacktraceShape shape = BacktraceShape.of(chunk);
        Object[] other = merged(merged(null, 4, 5, 6, 0), 1, 2, 3, 0);
        ((Object[]) other[1])[2] = Short.class;
        assertThat(shape.hash(other, 100, 0)).isNotEqualTo(shape.hash(chunk, 100, 0));

        Object[] split = split(split(null, 4, 5, 6, 0), 1, 2, 3, 0);
        Object[] method = split(split(null, 4, 5, 6, 0), 1, 2, 3, 0);
        ((short[]) method[0])[1] = 7;
        BacktraceShape apart = BacktraceShape.of(split);
        assertThat(apart.hash(method, 100, 0)).isNotEqualTo(apart.hash(split, 100, 0));
    }

    @Test
    void unknownShapesAreRefused() {
        assertThat(BacktraceShape.of(split(null, 1, 2, 3, 0))).isNull();
        assertThat(BacktraceShape.of(new Object[] {"x", "y", classes()})).isNull();
        assertThat(BacktraceShape.of(new Object[] {new long[4], new int[4], null})).isNull();
        assertThat(BacktraceShape.of(split(new Object[] {"x"}, 1, 2, 3, 0))).isNull();
        assertThat(BacktraceShape.of(split(new Object[7], 1, 2, 3, 0))).isNull();
    }
}
