package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.cache.Later;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * What is known of a file that was kept between two scans: what the next one has to know of every file, and an outline that it reads
 * when it has to do with this one.
 *
 * @param path the file, relative to the scanned root
 * @param packageName its package; empty for the default package
 * @param types all its types, outer ones before inner ones
 * @param bodies what has to be known of its methods with a body at once
 * @param problems bodies that were given up when it was lowered
 * @param outline all that other files can see of it
 */
record KeptFile(
        String path,
        String packageName,
        List<Type> types,
        Bodies bodies,
        List<Problem> problems,
        Later<FileOutline> outline) {
    /**
     * What has to be known of a type at once.
     *
     * @param name nested names joined by a dot
     * @param outer index of the type around it; -1 if there is none
     * @param supertypes as written
     * @param qualified their qualified names: as long as no type comes or goes that a file mentions, they are the same
     */
    record Type(String name, int outer, List<String> supertypes, List<String> qualified) {}

    /**
     * What has to be known of all methods with a body of a file at once.
     *
     * @param count how many there are
     * @param words numbers of all names that they mention, in order
     * @param declared hashes of the names of all methods that are declared, with or without a body, in order
     */
    record Bodies(int count, int[] words, int[] declared) {}

    /** Whether one of its types may declare a method of that name: told by hashes. */
    boolean mayDeclare(String method) {
        return Arrays.binarySearch(bodies.declared(), method.hashCode()) >= 0;
    }

    /**
     * What is kept of a file.
     *
     * @param numbers gives each name a number
     * @param qualified tells the qualified names of a type's supertypes
     * @param comparesBodies whether what a body of a type means was told by what the others do
     */
    static KeptFile of(
            LoweredFile file,
            ToIntFunction<String> numbers,
            Function<TypeModel, List<String>> qualified,
            Predicate<TypeModel> comparesBodies) {
        FileOutline outline = FileOutline.of(file, numbers, comparesBodies);
        List<Type> types = new ArrayList<>();
        for (FileOutline.Type type : outline.types()) {
            FileOutline.Head head = type.head();
            types.add(new Type(
                    head.name(),
                    head.outer(),
                    head.supertypes(),
                    qualified.apply(file.types().get(types.size()))));
        }
        List<FileOutline.Method> bodies = outline.types().stream()
                .flatMap(type -> type.methods().stream())
                .filter(FileOutline.Method::hasBody)
                .toList();
        int[] words = bodies.stream()
                .flatMapToInt(method -> Arrays.stream(method.words()))
                .sorted()
                .distinct()
                .toArray();
        int[] declared = outline.types().stream()
                .flatMap(type -> type.methods().stream())
                .mapToInt(method -> method.signature().name().hashCode())
                .sorted()
                .distinct()
                .toArray();
        return new KeptFile(
                file.path(),
                file.header().packageName(),
                types,
                new Bodies(bodies.size(), words, declared),
                file.problems(),
                Later.of(outline));
    }
}
