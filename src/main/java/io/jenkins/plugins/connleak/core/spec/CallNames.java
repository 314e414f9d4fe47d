package io.jenkins.plugins.connleak.core.spec;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of methods by their names, where the method itself can't be seen.
 *
 * @param patterns the names of each group, as patterns for the whole name, any of which may match
 * @param exits calls that do not return, as {@code Type.name}
 */
public record CallNames(Map<Group, List<Pattern>> patterns, Set<String> exits) {
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
        /** A type, by its qualified name, that is of a database. */
        DATABASES,
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

    /** Looks at a name's characters after which a pattern counts as one that never ends; names are short. */
    private static final int MAX_LOOKS = 100_000;

    public CallNames {
        patterns = Map.copyOf(patterns);
        exits = Set.copyOf(exits);
    }

    /**
     * Whether a name is of that group.
     *
     * @throws RunawayPatternException if a pattern does not come to an end with it
     */
    public boolean is(Group group, String name) {
        for (Pattern pattern : patterns.getOrDefault(group, List.of())) {
            if (matches(pattern, name, group)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(Pattern pattern, String name, Group group) {
        try {
            return pattern.matcher(new CountedText(name, MAX_LOOKS)).matches();
        } catch (CountedText.TooManyLooks | StackOverflowError e) {
            throw new RunawayPatternException(
                    "the pattern " + group.key() + " of a catalog backtracks too much on the name '" + name
                            + "'; simplify it: " + pattern,
                    e);
        }
    }

    /** The names of each group, as texts of patterns. */
    Map<Group, List<String>> texts() {
        Map<Group, List<String>> texts = new EnumMap<>(Group.class);
        patterns.forEach((group, each) ->
                texts.put(group, each.stream().map(Pattern::pattern).toList()));
        return texts;
    }

    /** What such texts say. */
    static CallNames of(Map<Group, List<String>> texts, Set<String> exits) {
        Map<Group, List<Pattern>> patterns = new EnumMap<>(Group.class);
        texts.forEach((group, each) ->
                patterns.put(group, each.stream().map(Pattern::compile).toList()));
        return new CallNames(patterns, exits);
    }

    /** These, and those of a later file. */
    CallNames with(CallNames later) {
        Map<Group, List<Pattern>> all = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            List<Pattern> both = Stream.concat(
                            patterns.getOrDefault(group, List.of()).stream(),
                            later.patterns.getOrDefault(group, List.of()).stream())
                    .toList();
            if (!both.isEmpty()) {
                all.put(group, both);
            }
        }
        return new CallNames(all, CatalogContent.union(exits, later.exits));
    }
}
