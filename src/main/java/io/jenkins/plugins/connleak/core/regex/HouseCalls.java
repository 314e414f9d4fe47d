package io.jenkins.plugins.connleak.core.regex;

import io.jenkins.plugins.connleak.core.spec.CountedText;
import io.jenkins.plugins.connleak.core.spec.HousePatterns;
import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regex file's acquisitions and releases, for the flow analysis. Safe from several threads. The work for a line is
 * counted and bounded, so that a runaway pattern costs little and gives the same result on every machine; a line that
 * exceeds it counts as one without the pattern.
 */
public final class HouseCalls implements HousePatterns {
    /** Looks at characters for one pattern on one line: less than a thousandth of a second. */
    private static final long LINE_LIMIT = BoundedSearch.REDUCED_LIMIT;

    private static final String COMPLAINT = RegexFile.ACQUISITION_KEY
            + " backtracks too much on this line and was stopped; the line teaches no acquisition."
            + " Simplify the pattern: ";

    private final RegexFile file;
    private final Pattern acquisition;
    private final Map<String, Pattern> releases = new ConcurrentHashMap<>();

    /** The patterns of that file. */
    public HouseCalls(RegexFile file) {
        this.file = file;
        this.acquisition = file.acquisitionPattern();
    }

    @Override
    public Acquisition acquiredBy(String line) {
        try {
            Matcher matcher = search(acquisition, line);
            return matcher.find()
                    ? new Acquisition(Optional.ofNullable(matcher.group(1)), Optional.empty())
                    : Acquisition.NONE;
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            return new Acquisition(Optional.empty(), Optional.of(COMPLAINT + acquisition.pattern()));
        }
    }

    @Override
    public boolean releases(String line, String variable) {
        try {
            return search(releases.computeIfAbsent(variable, file::releasePattern), line)
                    .find();
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            return false;
        }
    }

    private static Matcher search(Pattern pattern, String line) {
        return pattern.matcher(new CountedText(LineComments.remove(line), LINE_LIMIT));
    }
}
