package io.github.tlsleak.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class NeverInlinedTest {

    @Test
    void everyHookIsMarkedForBothKindsOfJvm() throws IOException {
        List<String> marks = marks(NeverInlined.statics(hooks()));
        for (String hook : List.of("created", "enter", "exit", "event", "active", "alertWritten")) {
            assertThat(marks)
                    .contains(hook + " Ljdk/internal/vm/annotation/DontInline;")
                    .contains(hook + " Ljava/lang/invoke/DontInline;");
        }
        assertThat(marks).noneMatch(mark -> mark.startsWith("onCreated"));
        assertThat(marks(hooks())).isEmpty();
    }

    private static byte[] hooks() throws IOException {
        String file = "/javax/net/ssl/TlsLeakHooks.class";
        try (InputStream in = NeverInlinedTest.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    private static List<String> marks(byte[] classFile) {
        List<String> marks = new ArrayList<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String type,
                                    String generic,
                                    String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public AnnotationVisitor visitAnnotation(
                                            String annotation, boolean visible) {
                                        marks.add(name + ' ' + annotation);
                                        return null;
                                    }
                                };
                            }
                        },
                        0);
        return marks;
    }
}
