package io.jenkins.plugins.connleak.core.spec;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one catalog file says, or several together.
 *
 * @param types each type once
 * @param replacing qualified names of those types that stand instead of what an earlier file says of them
 * @param endings by what the simple name of an unknown type ends in: the qualified name of the type it is taken for
 * @param callNames what is known of methods by their names
 * @param exceptions what an exception extends, by simple names
 */
record CatalogContent(
        List<TypeSpec> types,
        Set<String> replacing,
        Map<String, String> endings,
        CallNames callNames,
        Map<String, String> exceptions) {
    static final CatalogContent EMPTY =
            new CatalogContent(List.of(), Set.of(), Map.of(), new CallNames(Map.of(), Set.of()), Map.of());

    CatalogContent {
        types = List.copyOf(types);
        replacing = Set.copyOf(replacing);
        endings = Map.copyOf(endings);
        exceptions = Map.copyOf(exceptions);
    }

    /** This, and what a later file adds; where both say something of the same, the later one holds. */
    CatalogContent with(CatalogContent later) {
        Map<String, TypeSpec> merged = new LinkedHashMap<>();
        types.forEach(type -> merged.put(type.name(), type));
        for (TypeSpec type : later.types) {
            TypeSpec known = merged.get(type.name());
            merged.put(
                    type.name(),
                    known == null || later.replacing.contains(type.name()) ? type : known.extendedBy(type));
        }
        return new CatalogContent(
                List.copyOf(merged.values()),
                union(replacing, later.replacing),
                union(endings, later.endings),
                callNames.with(later.callNames),
                union(exceptions, later.exceptions));
    }

    static <T> Set<T> union(Set<T> some, Set<T> more) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    static <V> Map<String, V> union(Map<String, V> earlier, Map<String, V> later) {
        Map<String, V> all = new HashMap<>(earlier);
        all.putAll(later);
        return all;
    }
}
