package io.github.tlsleak.cli.terminal;

import java.io.Console;
import java.util.Locale;

/** The console at which the user may sit. Stateless. */
public final class UserConsole {

    private UserConsole() {}

    /** Whether the output goes to a terminal. */
    // without a terminal the console is null up to Java 21 and, by default, from 25 on; in between
    // isTerminal() is false
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Asks the user at the terminal. */
    // no console, or one that is no terminal, is told by isWatched
    @SuppressWarnings("SystemConsoleNull")
    public static UserQuestion.Answer ask(String question) {
        Console console = System.console();
        if (console == null || !isWatched()) {
            return UserQuestion.Answer.NOBODY;
        }
        String line = console.readLine("%s ", question);
        boolean yes = line != null && line.trim().toLowerCase(Locale.ROOT).matches("y|yes");
        return yes ? UserQuestion.Answer.YES : UserQuestion.Answer.NO;
    }
}
