package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other files can notice of a change of some files: names of members that mean something else now, or types that
 * came, went or have another head.
 */
final class OutlineChange {
    private final CallNames names;
    private final Set<String> members = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Map<String, Set<String>> held = new HashMap<>();
    private final Set<String> reshaped = new HashSet<>();
    private final Set<String> recounted = new HashSet<>();
    private final Set<String> remade = new HashSet<>();
    private boolean isDeep;

    OutlineChange(CallNames names) {
        this.names = names;
    }

    /** Takes a file as it was and as it is; null where there was or is none. */
    void add(@Nullable FileOutline before, @Nullable FileOutline after) {
        Map<String, FileOutline.Type> old = byName(before);
        Map<String, FileOutline.Type> now = byName(after);
        if (after != null && !hasShapeOf(before, old, after, now)) {
            reshaped.add(after.header().path());
        }
        if (after != null && (before == null || bodies(before) != bodies(after))) {
            recounted.add(after.header().path());
        }
        old.forEach((name, type) -> compare(type, now.get(name)));
        now.forEach((name, type) -> {
            if (!old.containsKey(name)) {
                compare(null, type);
            }
        });
        boolean isMoved = before != null
                && after != null
                && !before.header().packageName().equals(after.header().packageName());
        isDeep |= isMoved;
    }

    private static Map<String, FileOutline.Type> byName(@Nullable FileOutline file) {
        Map<String, FileOutline.Type> found = new HashMap<>();
        if (file != null) {
            file.types().forEach(type -> found.put(type.name(), type));
        }
        return found;
    }

    /** Whether names of fields mean the same in both, as far as these files tell. */
    private static boolean hasShapeOf(
            @Nullable FileOutline before,
            Map<String, FileOutline.Type> old,
            FileOutline after,
            Map<String, FileOutline.Type> now) {
        return before != null
                && before.header().imports().equals(after.header().imports())
                && old.keySet().equals(now.keySet())
                && now.entrySet().stream().allMatch(each -> {
                    FileOutline.Type was = Objects.requireNonNull(old.get(each.getKey()));
                    return was.head().isLike(each.getValue().head())
                            && was.fields().equals(each.getValue().fields());
                });
    }

    private static long bodies(FileOutline file) {
        return file.types().stream()
                .flatMap(type -> type.methods().stream())
                .filter(FileOutline.Method::hasBody)
                .count();
    }

    private void compare(FileOutline.@Nullable Type before, FileOutline.@Nullable Type after) {
        FileOutline.Type any = Objects.requireNonNull(before != null ? before : after);
        if (before == null || after == null) {
            all(any);
            if (!any.isAnonymous()) {
                types.add(simpleName(any));
            }
            return;
        }
        if (!before.head().isLike(after.head()) || !before.standIns().equals(after.standIns())) {
            isDeep |= !any.isAnonymous();
            all(before);
            all(after);
            return;
        }
        fields(after, before.fields(), after.fields());
        fields(after, after.fields(), before.fields());
        List<List<Object>> old = visible(before);
        List<List<Object>> now = visible(after);
        if (!old.equals(now)) {
            List<List<Object>> changed = new ArrayList<>(old);
            now.forEach(changed::remove);
            List<List<Object>> added = new ArrayList<>(now);
            old.forEach(added::remove);
            changed.addAll(added);
            // what stays, but in another order, counts as well: the first of several may be the one that is taken
            List<List<Object>> touched = changed.isEmpty() ? now : changed;
            remade.add(simpleName(after));
            touched.forEach(method -> member(after, ((Signature) method.get(0)).name()));
        }
    }

    private void fields(FileOutline.Type type, Map<String, TypeModel.Field> some, Map<String, TypeModel.Field> others) {
        some.forEach((name, field) -> {
            if (!field.equals(others.get(name))) {
                members.add(name);
                if (!type.isAnonymous()) {
                    held.computeIfAbsent(simpleName(type), key -> new HashSet<>())
                            .add(field.type());
                }
            }
        });
    }

    private void all(FileOutline.Type type) {
        members.addAll(type.fields().keySet());
        type.methods()
                .forEach(method -> members.add(nameIn(type, method.signature().name())));
        made.add(simpleName(type));
    }

    private void member(FileOutline.Type type, String name) {
        members.add(nameIn(type, name));
        if (name.equals("<init>")) {
            made.add(simpleName(type));
        }
        if (!type.isAnonymous() && names.is(CallNames.Group.CLOSING, name)) {
            // whether a class can be closed decides what it is, for all who have to do with it
            types.add(simpleName(type));
        }
    }

    private static String nameIn(FileOutline.Type type, String method) {
        return method.equals("<init>") ? simpleName(type) : method;
    }

    private static String simpleName(FileOutline.Type type) {
        return type.name().substring(type.name().lastIndexOf('.') + 1);
    }

    /** The methods that other code can call, in their order. */
    private static List<List<Object>> visible(FileOutline.Type type) {
        return type.methods().stream()
                .filter(method -> !method.signature().name().equals("<lambda>"))
                .map(method -> List.<Object>of(method.signature(), method.traits(), method.hasBody()))
                .toList();
    }

    /** Names of members: a body of another file that mentions none of them means the same as before. */
    Set<String> members() {
        return Collections.unmodifiableSet(members);
    }

    /** Simple names of types that came, went or became another kind of thing: it matters if other files mention them. */
    Set<String> types() {
        return Collections.unmodifiableSet(types);
    }

    /** By simple names of types: the types of fields that came, went or changed. What a class holds decides what is asked of it. */
    Map<String, Set<String>> held() {
        return Collections.unmodifiableMap(held);
    }

    /** Simple names of types that may be made in another way. */
    Set<String> made() {
        return Collections.unmodifiableSet(made);
    }

    /** Paths of files that are new, or that have other types, supertypes, fields or imports than before. */
    Set<String> reshaped() {
        return Collections.unmodifiableSet(reshaped);
    }

    /** Paths of files that are new, or that have more or fewer bodies than before. */
    Set<String> recounted() {
        return Collections.unmodifiableSet(recounted);
    }

    /** Simple names of types that have other methods than before. */
    Set<String> remade() {
        return Collections.unmodifiableSet(remade);
    }

    /** Whether more has changed than names of members can tell. */
    boolean isDeep() {
        return isDeep;
    }
}
