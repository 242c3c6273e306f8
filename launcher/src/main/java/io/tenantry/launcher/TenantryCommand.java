package io.tenantry.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "tenantry",
        description = "Turns a Jakarta EE application into a service for many organizations.",
        mixinStandardHelpOptions = true,
        versionProvider = TenantryCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class TenantryCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: run");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = TenantryCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Tenantry " + (version == null ? "(not packaged)" : version)};
        }
    }
}
