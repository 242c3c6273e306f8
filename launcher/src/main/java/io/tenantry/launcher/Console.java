package io.tenantry.launcher;

import java.io.PrintStream;

/** The operator's terminal. It stays readable because everything else that prints goes to the {@link ServerLog}. */
final class Console {

    private static final int STEPS = 4;

    private final PrintStream out;
    private final PrintStream err;
    private int step;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    void step(String text) {
        step++;
        out.println("[" + step + "/" + STEPS + "] " + text);
    }

    void line(String text) {
        out.println(text);
    }

    void failure(String text) {
        err.println("tenantry: " + text);
    }
}
