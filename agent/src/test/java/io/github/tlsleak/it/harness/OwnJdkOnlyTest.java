package io.github.tlsleak.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnJdkOnlyTest {

    private static boolean asksForJdks(JavaClass test) {
        return test.getCodeUnitCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(Jdk.class))
                .anyMatch(call -> call.getName().matches("all|notThin"));
    }

    @Test
    void marksTheTestsThatPlayOnNoOtherJdk() {
        List<JavaClass> tests =
                new ClassFileImporter()
                        .importPackages("io.github.tlsleak.it").stream()
                                .filter(type -> type.getSimpleName().endsWith("IT"))
                                .toList();
        assertThat(tests).hasSizeGreaterThan(50);
        assertThat(tests)
                .allSatisfy(
                        test ->
                                assertThat(test.isMetaAnnotatedWith(OwnJdkOnly.class))
                                        .as(test.getName())
                                        .isNotEqualTo(asksForJdks(test)));
    }
}
