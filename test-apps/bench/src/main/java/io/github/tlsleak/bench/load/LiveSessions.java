package io.github.tlsleak.bench.load;

import io.github.tlsleak.apps.support.Stacks;
import java.io.IOException;

/** {@code SESSIONS SITES}: keeps that many established sessions alive until it reads something. */
public final class LiveSessions {
    private static final int DEPTH = 30;

    private LiveSessions() {}

    public static void main(String[] args) throws IOException {
        int sites = Integer.parseInt(args[1]);
        FakeEngine[] live = new FakeEngine[Integer.parseInt(args[0])];
        for (int i = 0; i < live.length; i++) {
            live[i] = Stacks.deeper(DEPTH, i % sites, FakeEngine::new).established();
        }
        System.out.println("ready " + live.length);
        int next = System.in.read();
        for (FakeEngine engine : live) {
            engine.end();
        }
        System.out.println("ended " + next);
    }
}
