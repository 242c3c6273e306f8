package io.tenantry.launcher;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Entry point of {@code tenantry.jar}. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Console console = new Console(System.out, System.err);
        // exit explicitly: Payara leaves threads behind that would keep the process alive
        System.exit(commandLine(console).execute(args));
    }

    static CommandLine commandLine(Console console) {
        return new CommandLine(new TenantryCommand())
                .addSubcommand(new RunCommand(console))
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setParameterExceptionHandler((misuse, parsed) -> {
                    console.failure(misuse.getMessage() + "; --help lists the options");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, console));
    }

    private static int failed(Exception failure, Console console) {
        // to the log once that is open, and never to the terminal
        if (System.err != console.err()) {
            failure.printStackTrace(System.err);
        }
        console.failure(
                failure instanceof LaunchFailure
                        ? failure.getMessage()
                        : "unexpected failure: " + LaunchFailure.rootMessage(failure) + " ("
                                + failure.getClass().getName() + ")");
        return CommandLine.ExitCode.SOFTWARE;
    }
}
