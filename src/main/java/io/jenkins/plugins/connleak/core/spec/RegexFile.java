package io.jenkins.plugins.connleak.core.spec;

import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A team's regex file: its patterns for methods, acquisitions and releases. All texts are patterns of
 * {@link java.util.regex.Pattern}, except the last.
 *
 * @param method where it is found in a line, a method starts; key {@code Method_Pattern}
 * @param acquisition an acquisition, group 1 being the variable; key {@code ExecutionQuery_Pattern}
 * @param update an update, of which nothing follows; empty if the file has none; key {@code ExecuteUpdate_Pattern}
 * @param releaseBefore what stands before the variable in a release; key {@code CloseResultSet_Pattern1}
 * @param releaseAfter what stands behind the variable in a release; key {@code CloseResultSet_Pattern2}
 * @param sourcePath the tree to scan where none is given otherwise; empty if the file has none; key {@code SOURCECODE_PATH}
 */
public record RegexFile(
        String method,
        String acquisition,
        String update,
        String releaseBefore,
        String releaseAfter,
        String sourcePath) {
    public static final String METHOD_KEY = "Method_Pattern";
    public static final String ACQUISITION_KEY = "ExecutionQuery_Pattern";
    public static final String UPDATE_KEY = "ExecuteUpdate_Pattern";
    public static final String RELEASE_BEFORE_KEY = "CloseResultSet_Pattern1";
    public static final String RELEASE_AFTER_KEY = "CloseResultSet_Pattern2";
    public static final String SOURCE_PATH_KEY = "SOURCECODE_PATH";

    /** The patterns that hold where no regex file is given. */
    public static final RegexFile DEFAULTS = new RegexFile(
            "(public\\s|protected\\s|private\\s|static\\s|synchronized\\s|final\\s)+[\\w\\[\\]\\<\\>\\,\\s]+\\s+(\\w+)\\s*\\(",
            "(\\w+)\\s*=\\s*SQLService.executeQuery\\(\\w+\\)",
            "SQLService.executeUpdate\\(\\w+\\)",
            "SQLService.closeResultSet\\(\\s*",
            "\\s*\\)",
            "");

    private static final String WHAT = "regex file";
    private static final String SAMPLE_VARIABLE = "x";

    public RegexFile {
        Objects.requireNonNull(method);
        Objects.requireNonNull(acquisition);
        Objects.requireNonNull(update);
        Objects.requireNonNull(releaseBefore);
        Objects.requireNonNull(releaseAfter);
        Objects.requireNonNull(sourcePath);
    }

    /**
     * Reads a regex file and checks every pattern.
     *
     * @throws ConfigurationException if it can't be read, or a key is missing or can't be used; the message names file, key and reason
     */
    public static RegexFile read(Path file) throws ConfigurationException {
        Properties properties = HouseProperties.read(file, WHAT);
        RegexFile read = new RegexFile(
                required(properties, METHOD_KEY, file),
                required(properties, ACQUISITION_KEY, file),
                properties.getProperty(UPDATE_KEY, ""),
                present(properties, RELEASE_BEFORE_KEY, file),
                present(properties, RELEASE_AFTER_KEY, file),
                properties.getProperty(SOURCE_PATH_KEY, "").trim());
        read.check(file);
        return read;
    }

    /** The pattern that is found in the first line of a method. */
    public Pattern methodPattern() {
        return Pattern.compile(method);
    }

    /** The pattern of an acquisition; its group 1 is the variable. */
    public Pattern acquisitionPattern() {
        return Pattern.compile(acquisition);
    }

    /** The pattern of the release of that variable; a variable that makes no pattern as it stands is taken literally. */
    public Pattern releasePattern(String variable) {
        try {
            return Pattern.compile(releaseBefore + variable + releaseAfter);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(releaseBefore + Pattern.quote(variable) + releaseAfter);
        }
    }

    private void check(Path file) throws ConfigurationException {
        compile(method, METHOD_KEY, file);
        compile(update, UPDATE_KEY, file);
        compile(
                releaseBefore + SAMPLE_VARIABLE + releaseAfter,
                RELEASE_BEFORE_KEY + " with " + RELEASE_AFTER_KEY,
                file);
        if (compile(acquisition, ACQUISITION_KEY, file).matcher("").groupCount() < 1) {
            throw bad(file, ACQUISITION_KEY, "has no group; put parentheses around what stands for the variable");
        }
    }

    private static Pattern compile(String pattern, String key, Path file) throws ConfigurationException {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new ConfigurationException(
                    message(
                            file,
                            key,
                            "is not a pattern: " + e.getDescription() + " at character " + (e.getIndex() + 1) + " of "
                                    + pattern),
                    e);
        } catch (StackOverflowError e) {
            throw new ConfigurationException(message(file, key, "is nested too deeply to be a pattern"), e);
        }
    }

    private static String required(Properties properties, String key, Path file) throws ConfigurationException {
        String value = present(properties, key, file);
        if (value.isBlank()) {
            throw bad(file, key, "is empty; give a pattern");
        }
        return value;
    }

    private static String present(Properties properties, String key, Path file) throws ConfigurationException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw bad(file, key, "is missing; add it");
        }
        return value;
    }

    private static ConfigurationException bad(Path file, String key, String reason) {
        return new ConfigurationException(message(file, key, reason));
    }

    private static String message(Path file, String key, String reason) {
        return "The " + WHAT + " " + file + " can't be used: key " + key + " " + reason;
    }
}
