package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.archive.ArchiveException;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.scan.ScanException;
import io.jenkins.plugins.connleak.core.scan.ToolVersion;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command line; see {@link ExitCode} for its answers. */
@Command(
        name = "connleak",
        description = "Finds leaked database connections, statements and result sets in Java sources.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {
            ExitCode.DONE_HELP,
            ExitCode.GATE_HELP,
            ExitCode.USAGE_HELP,
            ExitCode.SCAN_HELP,
            ExitCode.ARCHIVE_HELP
        })
public final class Main {
    private static final int HELP_WIDTH = 100;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        // The embedded server's logging front end would complain that nobody logs.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(Surroundings.ofProcess(), args));
    }

    /** Runs the command line; the answer is one of {@link ExitCode}. */
    static int run(Surroundings surroundings, String... args) {
        CommandLine line = new CommandLine(new Main());
        commands(args.length == 0 ? "" : args[0]).forEach(make -> line.addSubcommand(make.apply(surroundings)));
        line.setOut(writer(surroundings.out()));
        line.setErr(writer(surroundings.err()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setParameterExceptionHandler((failure, arguments) -> wrongUsage(surroundings, failure));
        line.setExecutionExceptionHandler((failure, command, result) -> failed(surroundings, failure));
        line.setExecutionStrategy(
                result -> result.hasSubcommand() || result.isUsageHelpRequested() || result.isVersionHelpRequested()
                        ? new CommandLine.RunLast().execute(result)
                        : noCommand(surroundings, line));
        int code = execute(surroundings, line, args);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    /** The command of that name, or all of them: to make those that nobody asked for takes as long as to make this one. */
    private static Collection<Function<Surroundings, Object>> commands(String name) {
        Map<String, Function<Surroundings, Object>> all = new LinkedHashMap<>();
        all.put("scan", ScanCommand::new);
        all.put("history", HistoryCommand::new);
        all.put("compare", CompareCommand::new);
        all.put("import", ImportCommand::new);
        Function<Surroundings, Object> named = all.get(name);
        return named == null ? all.values() : List.of(named);
    }

    /** Java itself would answer with 1, which is the exit code of a failed gate. */
    private static int execute(Surroundings surroundings, CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            surroundings.say("the memory did not suffice; give Java more, such as CONNLEAK_JAVA_OPTS=-Xmx4g,"
                    + " or take fewer --threads");
            return ExitCode.SCAN;
        }
    }

    private static int noCommand(Surroundings surroundings, CommandLine line) {
        surroundings.say("which command: scan, history, compare or import?");
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }

    private static int wrongUsage(Surroundings surroundings, ParameterException failure) {
        surroundings.say(String.valueOf(failure.getMessage()));
        surroundings.say("see " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static int failed(Surroundings surroundings, Exception failure) {
        if (failure instanceof ConfigurationException) {
            surroundings.say(String.valueOf(failure.getMessage()));
            return ExitCode.USAGE;
        }
        if (failure instanceof ArchiveException) {
            surroundings.say(String.valueOf(failure.getMessage()));
            return ExitCode.ARCHIVE;
        }
        if (failure instanceof ScanException || failure instanceof IOException) {
            surroundings.say(String.valueOf(failure.getMessage()));
            return ExitCode.SCAN;
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            surroundings.say("interrupted; nothing was written");
            return ExitCode.SCAN;
        }
        surroundings.say("stopped by a defect of its own; please report it with the lines below");
        failure.printStackTrace(surroundings.err());
        return ExitCode.SCAN;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Tells the version of connleak. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"connleak " + ToolVersion.current()};
        }
    }
}
