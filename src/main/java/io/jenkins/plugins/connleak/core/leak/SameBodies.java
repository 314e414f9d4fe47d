package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.leak.MethodModel.Trait;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies of a file that has changed are written as they were, and mean the same: what was answered about them holds
 * as long as what it rests on does. Left out are those about which other bodies of the file have a say, without being
 * asked: those that they may call, those of classes whose bodies were compared, and those that have to do with a field
 * that a body has to do with that came or went.
 */
final class SameBodies {
    private final Workspace workspace;
    private final List<String> names;
    private final FileOutline before;
    private final FileOutline now;
    private final LoweredFile file;
    /** By each body that is taken to be the same what was kept of it. */
    private final Map<MethodModel, FileOutline.Method> same = new IdentityHashMap<>();
    /**
     * Compares a file.
     *
     * @param names the names that bodies mentioned, by the numbers that are kept
     * @param before what was kept of it
     * @param now the same of what it is now
     * @param file what it is now
     */
    SameBodies(Workspace workspace, List<String> names, FileOutline before, FileOutline now, LoweredFile file) {
        this.workspace = workspace;
        this.names = names;
        this.before = before;
        this.now = now;
        this.file = file;
    }

    /** The bodies, but for those that mention one of these members. */
    Collection<MethodModel> find(Set<String> members) {
        boolean isTold = before.header().packageName().equals(now.header().packageName())
                && before.header().imports().equals(now.header().imports())
                && workspace.catalog().housePatterns().isEmpty()
                && file.types().stream().noneMatch(workspace::usesMocks);
        if (!isTold) {
            return List.of();
        }
        Map<String, Integer> places = places(before);
        for (int type = 0; type < now.types().size(); type++) {
            Integer place = places.get(now.types().get(type).name());
            if (place != null && !now.types().get(type).isAnonymous()) {
                pair(before.types().get(place), type);
            }
        }
        same.values().removeIf(method -> mentions(method, members));
        dropCompared(places);
        dropSharers(places);
        dropCalled();
        return Collections.unmodifiableSet(same.keySet());
    }

    private static Map<String, Integer> places(FileOutline outline) {
        Map<String, Integer> places = new HashMap<>();
        for (int type = 0; type < outline.types().size(); type++) {
            places.put(outline.types().get(type).name(), type);
        }
        return places;
    }

    private void pair(FileOutline.Type old, int type) {
        List<FileOutline.Method> methods = now.types().get(type).methods();
        for (int i = 0; i < methods.size(); i++) {
            FileOutline.Method method = methods.get(i);
            List<FileOutline.Method> alike = old.methods().stream()
                    .filter(other -> other.signature().equals(method.signature()))
                    .toList();
            if (method.mark() != 0
                    && alike.size() == 1
                    && isOnlyOne(method, methods)
                    && alike.get(0).mark() == method.mark()
                    && alike.get(0).traits().equals(method.traits())) {
                same.put(file.types().get(type).methods().get(i), alike.get(0));
            }
        }
    }

    private static boolean isOnlyOne(FileOutline.Method method, List<FileOutline.Method> methods) {
        return methods.stream()
                        .filter(other -> other.signature().equals(method.signature()))
                        .count()
                == 1;
    }

    private boolean mentions(FileOutline.Method method, Set<String> some) {
        for (int word : method.words()) {
            if (some.contains(names.get(word))) {
                return true;
            }
        }
        return false;
    }

    /** What the bodies of a class were compared for may be something else if one of them is. */
    private void dropCompared(Map<String, Integer> places) {
        for (TypeModel type : file.types()) {
            Integer place = places.get(type.name());
            if (place != null && before.types().get(place).comparesBodies()) {
                boolean isWhole =
                        type.methods().stream().filter(MethodModel::hasBody).allMatch(same::containsKey)
                                && count(before.types().get(place)) == countOfBodies(type);
                if (!isWhole) {
                    same.keySet().removeIf(method -> method.owner() == type);
                }
            }
        }
    }

    private static long count(FileOutline.Type type) {
        return type.methods().stream().filter(FileOutline.Method::hasBody).count();
    }

    private static long countOfBodies(TypeModel type) {
        return type.methods().stream().filter(MethodModel::hasBody).count();
    }

    /** Whether somebody of the class closes a field is asked of those who are there. */
    private void dropSharers(Map<String, Integer> places) {
        for (TypeModel type : file.types()) {
            Set<String> shared = wordsOfOthers(type, places.get(type.name()));
            Set<String> mentioned = new HashSet<>();
            same.values().forEach(method -> addWords(method, mentioned));
            shared.retainAll(mentioned);
            if (!shared.isEmpty()) {
                shared.retainAll(workspace.visibleFields(type));
                same.values().removeIf(method -> mentions(method, shared));
            }
        }
    }

    /** What the methods of a type mention that it did not have, and those that it had. */
    private Set<String> wordsOfOthers(TypeModel type, @Nullable Integer place) {
        List<FileOutline.Method> old =
                place == null ? List.of() : before.types().get(place).methods();
        Set<Signature> had = signatures(old.stream().map(FileOutline.Method::signature));
        Set<Signature> has = signatures(type.methods().stream().map(MethodModel::signature));
        Set<String> words = new HashSet<>();
        type.methods().stream()
                .filter(method -> !had.contains(method.signature()))
                .flatMap(method -> method.body().stream())
                .forEach(body -> words.addAll(body.words()));
        old.stream().filter(method -> !has.contains(method.signature())).forEach(method -> addWords(method, words));
        return words;
    }

    private static Set<Signature> signatures(Stream<Signature> some) {
        return some.collect(Collectors.toSet());
    }

    private void addWords(FileOutline.Method method, Set<String> words) {
        for (int word : method.words()) {
            words.add(names.get(word));
        }
    }

    /** What is not closed by a helper may be closed by those who call it, one behind the other. */
    private void dropCalled() {
        Set<FileOutline.Method> keptOfSame = Collections.newSetFromMap(new IdentityHashMap<>());
        keptOfSame.addAll(same.values());
        Set<String> called = new HashSet<>();
        for (FileOutline.Type type : before.types()) {
            for (FileOutline.Method method : type.methods()) {
                if (!keptOfSame.contains(method)) {
                    addWords(method, called);
                }
            }
        }
        file.bodies()
                .filter(method -> !same.containsKey(method))
                .forEach(method -> called.addAll(method.body().orElseThrow().words()));
        boolean isMore = true;
        while (isMore) {
            isMore = same.entrySet().removeIf(each -> {
                boolean isCalled = called.contains(nameOf(each.getKey()));
                if (isCalled) {
                    addWords(each.getValue(), called);
                }
                return isCalled;
            });
        }
    }

    private static String nameOf(MethodModel method) {
        return method.is(Trait.CONSTRUCTOR)
                ? method.owner().simpleName()
                : method.signature().name();
    }
}
