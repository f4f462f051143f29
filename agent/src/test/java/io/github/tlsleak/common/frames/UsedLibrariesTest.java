package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.text.DataFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of library packages against the libraries that are most used, and against users. */
class UsedLibrariesTest {

    private final Attribution attribution = new Attribution(List.of());

    private Owner owner(String type) {
        return attribution.of(List.of(type + ".call(Source.java:1)")).owner();
    }

    @Test
    void eachIsALibrary() {
        List<String> lines = DataFile.lines(UsedLibrariesTest.class, "used-libraries.txt");
        assertThat(lines).hasSizeGreaterThan(400).doesNotHaveDuplicates();
        List<String> unknown = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(" \\| ");
            assertThat(fields).as(line).hasSize(2);
            assertThat(fields[1]).matches("[\\w.-]+:[\\w.-]+");
            if (owner(fields[0] + ".Some") != Owner.LIBRARY) {
                unknown.add(line);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Main",
                "app.Main",
                "com.company.app.Client",
                "com.example.Client",
                "org.example.Client",
                "com.acme.netty.Client",
                "io.github.someone.tool.Client",
                "com.github.someone.tool.Client",
                "de.firma.kunde.Client",
                "com.google.myteam.Client",
                "com.microsoft.myteam.Client",
                "com.ibm.myteam.Client",
                "com.oracle.myteam.Client",
                "com.netflix.myteam.Client",
                "com.twitter.myteam.Client",
                "com.paypal.myteam.Client",
                "com.alibaba.myteam.Client",
                "com.amazon.myteam.Client",
                "com.facebook.myteam.Client",
                "org.apache.myproject.Client",
                "org.eclipse.myproject.Client",
                "net.myproject.Client",
                "cn.company.shop.Client",
                "spark.jobs.Client",
                "server.Main",
                "client.Main",
            })
    void usersAreNot(String type) {
        assertThat(owner(type)).isEqualTo(Owner.APPLICATION);
    }

    @Test
    void noEntryIsBroad() {
        List<String> broad = new ArrayList<>();
        for (String line : DataFile.lines(Attribution.class, "library-packages.txt")) {
            for (String entry : line.split(" ")) {
                if (entry.matches("(com|org|net|io|de|cn|dev|me)|(com|io)\\.github")
                        || entry.matches("com\\.(google|microsoft|ibm|oracle|amazon|sun|netflix)")
                        || entry.matches("org\\.(apache|eclipse|jboss|codehaus|glassfish)")) {
                    broad.add(entry);
                }
            }
        }
        assertThat(broad).isEmpty();
    }
}
