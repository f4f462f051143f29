package io.github.tlsleak.agent.command;

import io.github.tlsleak.Request;
import java.util.Map;
import java.util.function.Supplier;

/** Changes options and says what they were and are. Stateless. */
public final class SetAnswer implements Answer {

    private final Supplier<OptionChange> change;

    /**
     * @param change changes options
     */
    public SetAnswer(Supplier<OptionChange> change) {
        this.change = change;
    }

    @Override
    public String to(Map<String, String> request) {
        String options = request.get(Request.OPTIONS);
        return change.get().set(options == null ? "" : options, request.get(Request.BASE));
    }
}
