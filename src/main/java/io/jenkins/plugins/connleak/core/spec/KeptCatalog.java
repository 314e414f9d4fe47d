package io.jenkins.plugins.connleak.core.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A catalog in a form that can be kept: what several files say together, checked.
 *
 * @param types each type once, in the order of the files
 * @param replacing qualified names of those types that stand instead of what an earlier file says of them
 * @param endings by what the simple name of an unknown type ends in: the qualified name of the type it is taken for
 * @param names what is known of methods by their names
 * @param exceptions what an exception extends, by simple names
 * @param ofTeam qualified names of the types of which a team's file says something
 */
public record KeptCatalog(
        List<TypeSpec> types,
        Set<String> replacing,
        Map<String, String> endings,
        Names names,
        Map<String, String> exceptions,
        Set<String> ofTeam) {
    /**
     * What is known of methods by their names.
     *
     * @param patterns regular expressions for whole names, by what they say
     * @param exits calls that do not return, as {@code Type.name}
     */
    public record Names(Map<CallNames.Group, List<String>> patterns, Set<String> exits) {}

    static KeptCatalog of(CatalogContent content, Set<String> ofTeam) {
        return new KeptCatalog(
                content.types(),
                content.replacing(),
                content.endings(),
                new Names(content.callNames().texts(), content.callNames().exits()),
                content.exceptions(),
                ofTeam);
    }

    CatalogContent content() {
        return new CatalogContent(types, replacing, endings, CallNames.of(names.patterns(), names.exits()), exceptions);
    }
}
