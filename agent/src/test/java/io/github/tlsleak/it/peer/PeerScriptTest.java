package io.github.tlsleak.it.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.apps.stub.End;
import io.github.tlsleak.it.peer.PeerScript.Action;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeerScriptTest {

    @Test
    void stubsEndConnectionsByTheWordsOfScripts() {
        Stream<String> words = Arrays.stream(Action.values()).map(Enum::name);
        assertThat(Arrays.stream(End.values()).map(Enum::name)).isSubsetOf(words.toList());
    }

    @Test
    void aPrefixIsNoPartOfTheAction() {
        assertThat(PeerScript.parse("http-close_notify").action()).isEqualTo(Action.CLOSE_NOTIFY);
        assertThat(PeerScript.parse("tcp-only").action()).isEqualTo(Action.TCP_ONLY);
    }
}
