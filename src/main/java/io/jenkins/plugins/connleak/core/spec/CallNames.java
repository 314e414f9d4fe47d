package io.jenkins.plugins.connleak.core.spec;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of methods by their names, where the method itself can't be seen.
 *
 * @param patterns the names of each group, as a pattern for the whole name
 * @param exits calls that do not return, as {@code Type.name}
 */
public record CallNames(Map<Group, Pattern> patterns, Set<String> exits) {
    /** What a method's name says. */
    public enum Group {
        /** It closes what it is given. */
        CLOSING,
        /** It gives its argument back to where it came from; what was opened from that may stay open. */
        HANDING_BACK,
        /** It opens what it returns. */
        OPENING,
        /** It returns something that stays with its owner. */
        BORROWING,
        /** A variable or type whose getters hand out something new, such as a pool. */
        SOURCES,
        /** A type that can't be seen is a resource of this name if it is closed somewhere near. */
        RESOURCES,
        /** Its result stands for its argument. */
        WRAPPING,
        /** It puts an argument into a collection. */
        COLLECTING,
        /** A variable or type on which no call throws, such as a logger. */
        QUIET_SCOPES,
        /** A type, by its qualified name, none of whose methods throws. */
        QUIET_TYPES,
        /** It does not throw. */
        QUIET,
        /** It takes or makes a stand-in for tests: what is called on that or handed to it opens nothing. */
        STUBBING;

        /** The key in a catalog file. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public CallNames {
        patterns = Map.copyOf(patterns);
        exits = Set.copyOf(exits);
    }

    /** Whether a name is of that group. */
    public boolean is(Group group, String name) {
        Pattern pattern = patterns.get(group);
        return pattern != null && pattern.matcher(name).matches();
    }
}
