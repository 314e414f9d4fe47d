package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.cache.Later;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, enum or record of the workspace. Filled while its file is lowered, then left alone; of one that was
 * kept from an earlier analysis, what is in it is made when somebody asks for it.
 */
final class TypeModel {
    /**
     * A field.
     *
     * @param type its type as written
     * @param isStatic whether it is static
     * @param isPrivate whether only this file can touch it
     * @param isInitialized whether it has an initializer
     */
    record Field(String type, boolean isStatic, boolean isPrivate, boolean isInitialized) {
        // written out: what Java makes of a record by itself costs each start a while
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Field each
                    && isStatic == each.isStatic
                    && isPrivate == each.isPrivate
                    && isInitialized == each.isInitialized
                    && type.equals(each.type);
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }
    }

    /** What is in a type. */
    static final class Content {
        private final List<String> parameters = new ArrayList<>();
        private final Map<String, List<String>> arguments = new LinkedHashMap<>();
        private final Map<String, String> bounds = new LinkedHashMap<>();
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Set<String> standIns = new LinkedHashSet<>(0);
        private final List<MethodModel> methods = new ArrayList<>();

        List<String> parameters() {
            return parameters;
        }

        Map<String, List<String>> arguments() {
            return arguments;
        }

        Map<String, String> bounds() {
            return bounds;
        }

        Map<String, Field> fields() {
            return fields;
        }

        Set<String> standIns() {
            return standIns;
        }

        List<MethodModel> methods() {
            return methods;
        }
    }

    private final FileHeader file;
    private final String name;
    private final @Nullable TypeModel outer;
    private final List<String> supertypes;
    private final Optional<List<String>> qualifiedSupertypes;
    private final Predicate<String> mayDeclare;
    private final Later<Content> content;
    private volatile @Nullable Map<String, List<MethodModel>> methodsByName;

    TypeModel(FileHeader file, String name, @Nullable TypeModel outer, List<String> supertypes) {
        this.file = file;
        this.name = name;
        this.outer = outer;
        this.supertypes = List.copyOf(supertypes);
        this.qualifiedSupertypes = Optional.empty();
        this.mayDeclare = any -> true;
        this.content = Later.of(new Content());
    }

    /**
     * A type that was kept.
     *
     * @param kept what is known of it at once
     * @param mayDeclare whether it may declare a method of a name, as far as that is known at once
     * @param content makes the rest, once
     */
    TypeModel(
            FileHeader file,
            KeptFile.Type kept,
            @Nullable TypeModel outer,
            Predicate<String> mayDeclare,
            Function<TypeModel, Content> content) {
        this.file = file;
        this.name = kept.name();
        this.outer = outer;
        this.supertypes = kept.supertypes();
        this.qualifiedSupertypes = Optional.of(kept.qualified());
        this.mayDeclare = mayDeclare;
        this.content = Later.by(() -> content.apply(this));
    }

    /** Whether nobody has looked into it yet: it is kept from an earlier analysis, and nothing in it has been asked for. */
    boolean isUnread() {
        return !content.isThere();
    }

    FileHeader file() {
        return file;
    }

    /** Nested names joined by a dot, such as {@code Outer.Inner}; anonymous classes end in a number. */
    String name() {
        return name;
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    String qualifiedName() {
        return file.packageName().isEmpty() ? name : file.packageName() + "." + name;
    }

    @Nullable
    TypeModel outer() {
        return outer;
    }

    /** As written. */
    List<String> supertypes() {
        return supertypes;
    }

    /** Their qualified names, if it is a type that was kept. */
    Optional<List<String>> qualifiedSupertypes() {
        return qualifiedSupertypes;
    }

    /** The names of the class's own type parameters, in order. */
    List<String> parameters() {
        return content.get().parameters();
    }

    /** The type arguments that its supertypes are given, by the name of the supertype; all as written. */
    Map<String, List<String>> arguments() {
        return content.get().arguments();
    }

    /** The bounds of the type parameters of the class and of its methods, by their names, as written. */
    Map<String, String> bounds() {
        return content.get().bounds();
    }

    /** Names of fields that a test has filled with a mock. */
    Set<String> standIns() {
        return content.get().standIns();
    }

    Map<String, Field> fields() {
        return content.get().fields();
    }

    List<MethodModel> methods() {
        return content.get().methods();
    }

    List<MethodModel> methods(String methodName, int arguments) {
        if (!mayDeclare.test(methodName)) {
            return List.of();
        }
        List<MethodModel> named = byName().get(methodName);
        if (named == null) {
            return List.of();
        }
        List<MethodModel> found = new ArrayList<>(named.size());
        for (MethodModel method : named) {
            if (method.takes(arguments)) {
                found.add(method);
            }
        }
        return List.copyOf(found);
    }

    /** Made when it is asked for first, since the file is lowered by then. */
    private Map<String, List<MethodModel>> byName() {
        Map<String, List<MethodModel>> index = methodsByName;
        if (index == null) {
            index = new HashMap<>();
            for (MethodModel method : methods()) {
                index.computeIfAbsent(method.signature().name(), key -> new ArrayList<>(1))
                        .add(method);
            }
            methodsByName = index;
        }
        return index;
    }
}
