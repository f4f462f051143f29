package io.github.tlsleak.agent.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Members that come and go in simulated time, which a {@link Growth} is shown as the collector
 * would show it. Used by one thread.
 */
final class Population {

    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long FOR_EVER = Long.MAX_VALUE / 2;

    private final List<long[]> members = new ArrayList<>();
    private final Random random;

    /**
     * @param seed of what happens by chance
     */
    Population(long seed) {
        random = new Random(seed);
    }

    /** A member comes at a time and stays for so long. */
    Population add(long comes, long stays) {
        members.add(new long[] {comes, comes + stays});
        return this;
    }

    /** So many that come evenly within a span of time. */
    Population evenly(long from, long to, int number, long stays) {
        for (int i = 0; i < number; i++) {
            add(from + (to - from) * i / number, stays);
        }
        return this;
    }

    /** So many that come at random moments within a span, each of which stays as long as by lot. */
    Population byChance(long from, long to, int number, long meanStay) {
        for (int i = 0; i < number; i++) {
            add(from + (long) ((to - from) * random.nextDouble()), exponential(meanStay));
        }
        return this;
    }

    /** So many that come at once, and then ever fewer: half of the rest in so long a time. */
    Population decaying(long from, int number, long halfLife, long stays) {
        for (int i = 0; i < number; i++) {
            add(from + exponential((long) (halfLife / Math.log(2))), stays);
        }
        return this;
    }

    /** So many that come around a time, each of which stays about as long. */
    Population office(long about, long deviation, int number, long stays) {
        for (int i = 0; i < number; i++) {
            long comes = about + (long) (random.nextGaussian() * deviation);
            add(comes, stays + (long) (random.nextGaussian() * deviation));
        }
        return this;
    }

    private long exponential(long mean) {
        return (long) (-mean * Math.log(1 - random.nextDouble()));
    }

    /** What a walk every so often, with a collection each time, leads to. */
    List<String> seen(boolean accepted, long step, long end) {
        Growth growth = new Growth(20 * SECOND);
        HoardRule rule = new HoardRule(100);
        List<String> told = new ArrayList<>();
        members.sort((a, b) -> Long.compare(a[0], b[0]));
        int collections = 0;
        for (long now = 0; now <= end; now += step) {
            collections++;
            for (long[] member : members) {
                if (member[0] > now) {
                    break;
                }
                if (member[1] > now) {
                    growth.add(member[0]);
                }
            }
            growth.done(now, collections);
            if (rule.isNews(growth, accepted)) {
                rule.reported(growth);
                told.add(growth.members() + " after " + now / MINUTE + " min");
            }
        }
        return told;
    }
}
