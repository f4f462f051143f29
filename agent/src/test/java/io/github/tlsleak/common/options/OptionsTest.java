package io.github.tlsleak.common.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();
    private final Properties system = new Properties();

    private Options load(String args) {
        return Options.load(args, system, Map.of(), warnings);
    }

    @Test
    void defaults() {
        Options options = load(null);
        assertThat(options.enabled).isTrue();
        assertThat(options.strict).isFalse();
        assertThat(options.appPackages).isEmpty();
        assertThat(options.thresholdMillis).isZero();
        assertThat(options.stackDepth).isEqualTo(64);
        assertThat(options.sample).isEqualTo(1);
        assertThat(options.report).isNull();
        assertThat(options.reportMaxBytes).isEqualTo(64L << 20);
        assertThat(options.log).isEqualTo("stderr");
        assertThat(options.suppressions).isNull();
        assertThat(options.contextChurn).isEqualTo(20);
        assertThat(options.contextLive).isEqualTo(100);
        assertThat(options.gcIntervalMillis).isZero();
        assertThat(options.dumpAtExit).isTrue();
        assertThat(options.tools).isFalse();
        assertThat(options.config).isNull();
        assertThat(options).hasToString("");
        assertThat(options.origins())
                .hasSize(OptionKey.values().length)
                .containsEntry("report", "default");
    }

    /** The field of an option: {@code stackDepth} for {@code stack.depth}. */
    @Test
    void everyOptionHasItsField() {
        List<String> fields = new ArrayList<>();
        for (Field field : Options.class.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                assertThat(Modifier.isFinal(field.getModifiers())).as(field.getName()).isTrue();
                // a unit may follow the name
                fields.add(field.getName().replaceAll("(Millis|Bytes)$", ""));
            }
        }
        List<String> keys = new ArrayList<>();
        for (OptionKey key : OptionKey.values()) {
            keys.add(
                    Pattern.compile("\\.(.)")
                            .matcher(key.key())
                            .replaceAll(dot -> dot.group(1).toUpperCase(Locale.ROOT)));
        }
        assertThat(fields).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void precedence() throws IOException {
        Path file = dir.resolve("c.properties");
        Files.writeString(file, "sample=5\nstack.depth=5\nreport=f\nlog=off\ntools=true\n");
        system.setProperty("tlsleak.config", file.toString());
        system.setProperty("tlsleak.sample", "3");
        system.setProperty("tlsleak.stack.depth", "3");
        Map<String, String> env =
                Map.of("TLSLEAK_SAMPLE", "4", "TLSLEAK_STACK_DEPTH", "4", "TLSLEAK_LOG", "env");
        Options options = Options.load("sample=2", system, env, warnings);
        assertThat(options.sample).isEqualTo(2);
        assertThat(options.stackDepth).isEqualTo(3);
        assertThat(options.log).isEqualTo("env");
        assertThat(options.report).isEqualTo("f");
        assertThat(options.tools).isTrue();
        assertThat(warnings).isEmpty();
        assertThat(options.origins())
                .containsEntry("sample", "agent argument")
                .containsEntry("stack.depth", "system property")
                .containsEntry("log", "environment")
                .containsEntry("report", "config file " + file)
                .containsEntry("strict", "default");
    }

    @Test
    void aBadValueLeavesTheNextSource() {
        system.setProperty("tlsleak.stack.depth", "10");
        Options options = load("stack.depth=9999,strict=ture,labels=shop,report=");
        assertThat(options.stackDepth).isEqualTo(10);
        assertThat(options.strict).isFalse();
        assertThat(warnings)
                .containsExactly(
                        "ignored agent argument strict=ture: not true or false;"
                                + " did you mean true?",
                        "ignored agent argument stack.depth=9999: not a whole number from 0 to"
                                + " 1024",
                        "ignored agent argument report has no value",
                        "ignored agent argument labels=shop: 'shop' is not name:value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled=false,strict=true,tools=true,dump.at.exit=false",
                "app.packages=\"com.acme,org.foo\",sample=3,stack.depth=0",
                "report=\"a,\"\"b\"\".jsonl\",report.max=1k,log=off,suppressions=x",
                "labels=\"a:b,c:'1, 2',d:\"\"x\"\"\",sample=2",
                "threshold=5m,gc.interval=250ms,context.churn=2,context.live=7",
            })
    void toStringIsTheInverse(String args) {
        Options options = load(args);
        assertThat(options.toString()).isNotEmpty();
        assertThat(load(options.toString())).isEqualTo(options).hasSameHashCodeAs(options);
        assertThat(options).isNotEqualTo(load(null));
        assertThat(warnings).isEmpty();
    }

    @Test
    void toStringOverridesTheConfigFileAgain() throws IOException {
        Path file = Files.writeString(dir.resolve("c"), "strict=true\ntools=true\n");
        Options options = load("config=" + file + ",strict=false");
        assertThat(options.strict).isFalse();
        assertThat(load(options.toString())).isEqualTo(options);
    }
}
