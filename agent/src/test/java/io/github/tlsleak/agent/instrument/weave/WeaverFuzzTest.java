package io.github.tlsleak.agent.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.tlsleak.agent.instrument.advice.EveryMethod;
import java.util.ArrayList;
import net.bytebuddy.jar.asm.ClassReader;
import org.junit.jupiter.api.Timeout;

/** Class files as another agent, or a damaged jar, may give them. */
@Timeout(30)
class WeaverFuzzTest {

    /** Woven, or refused with an exception, which the transformer takes for lost coverage. */
    @FuzzTest
    void wovenOrRefused(byte[] file) {
        byte[] woven;
        try {
            woven = Weaver.weave(null, file, EveryMethod.plan(file), new ArrayList<>());
        } catch (RuntimeException e) {
            return;
        }
        // what ASM has written it can read, and the class is the same one
        assertThat(new ClassReader(woven).getClassName())
                .isEqualTo(new ClassReader(file).getClassName());
    }
}
