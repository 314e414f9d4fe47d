package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All types of the scanned files, and how they and those of the catalog belong together. Nothing is compiled. */
final class Workspace {
    private static final int MAX_SUPERTYPES = 200;

    private static final Pattern TEST_FRAMEWORK = Pattern.compile("(org\\.)?(junit|testng)\\b.*");

    private final ResourceCatalog catalog;
    private final List<LoweredFile> files;
    private final TypeResolution resolution;
    private final Map<TypeModel, LoweredFile> fileOf = new HashMap<>();
    private final Map<String, List<TypeModel>> subtypes = new HashMap<>();
    private final Map<String, TypeModel> exceptions = new HashMap<>();
    private volatile @Nullable List<MethodModel> bodies;
    private final Set<String> exitNames = new HashSet<>();
    private final Map<CallNames.Group, Answers<String, Boolean>> names = new EnumMap<>(CallNames.Group.class);
    private final Answers<TypeModel, List<TypeModel>> lineages = new Answers<>();
    private final Answers<String, Optional<TypeSpec>> specs = new Answers<>();
    private final Answers<TypeModel, Boolean> mocked = new Answers<>();
    private final Answers<TypeModel, Boolean> tests = new Answers<>();
    private final Answers<Wanted, List<MethodModel>> methods = new Answers<>();
    private final Answers<TypeModel, SiblingUses> siblings = new Answers<>();

    /** A question for the methods of a type. Compared by hand: what records are given takes several times as long, and every call is asked about. */
    private record Wanted(TypeModel type, String name, int arguments) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Wanted wanted
                    && type == wanted.type
                    && arguments == wanted.arguments
                    && name.equals(wanted.name);
        }

        @Override
        public int hashCode() {
            return (type.hashCode() * 31 + name.hashCode()) * 31 + arguments;
        }
    }

    Workspace(ResourceCatalog catalog, List<LoweredFile> files) {
        for (CallNames.Group group : CallNames.Group.values()) {
            names.put(group, new Answers<>());
        }
        this.catalog = catalog;
        catalog.callNames().exits().forEach(exit -> exitNames.add(exit.substring(exit.lastIndexOf('.') + 1)));
        this.files = List.copyOf(files);
        this.resolution = new TypeResolution(catalog, this.files);
        for (LoweredFile file : files) {
            for (TypeModel type : file.types()) {
                fileOf.put(type, file);
                if (type.simpleName().endsWith("Exception")) {
                    exceptions.putIfAbsent(type.simpleName(), type);
                }
            }
        }
        for (LoweredFile file : files) {
            for (TypeModel type : file.types()) {
                for (String name : supertypes(type)) {
                    subtypes.computeIfAbsent(name, key -> new ArrayList<>()).add(type);
                }
            }
        }
    }

    /** Whether the catalog has a name in that group. */
    boolean named(CallNames.Group group, String name) {
        Answers<String, Boolean> known = names.get(group);
        return known != null && known.of(name, each -> catalog.callNames().is(group, each));
    }

    /** Whether the file of a class imports what makes stand-ins for tests. */
    boolean usesMocks(TypeModel type) {
        return mocked.of(type, each -> each.file().imports().stream()
                .map(FileHeader.Import::name)
                .anyMatch(name -> name.contains("mockito")
                        || name.contains("easymock")
                        || name.contains("springframework.test")));
    }

    /** Whether a class is a test: its file or that of a supertype imports a framework for them. */
    boolean isTest(TypeModel type) {
        return tests.of(type, each -> lineage(each).stream()
                .flatMap(parent -> parent.file().imports().stream())
                .anyMatch(entry -> TEST_FRAMEWORK.matcher(entry.name()).matches()));
    }

    /** Whether some call of that name does not return. */
    boolean mayExit(String name) {
        return exitNames.contains(name);
    }

    /** What the bodies of a class do with what they get. */
    SiblingUses siblings(TypeModel type) {
        return siblings.of(type, each -> new SiblingUses(this, each));
    }

    /** Whether somebody asked what the bodies of a class do with what they get. */
    boolean comparesBodies(TypeModel type) {
        return siblings.isKnown(type);
    }

    ResourceCatalog catalog() {
        return catalog;
    }

    List<LoweredFile> files() {
        return files;
    }

    /** All methods with a body, in the order of files and text. */
    List<MethodModel> bodies() {
        List<MethodModel> known = bodies;
        if (known == null) {
            known = files.stream().flatMap(LoweredFile::bodies).toList();
            bodies = known;
        }
        return known;
    }

    /** Some methods with a body in the order of files and text. */
    List<MethodModel> inOrder(Set<MethodModel> some) {
        return some.stream()
                .map(method -> fileOf(method.owner()))
                .distinct()
                .sorted(Comparator.comparing(LoweredFile::path))
                .flatMap(LoweredFile::bodies)
                .filter(some::contains)
                .toList();
    }

    LoweredFile fileOf(TypeModel type) {
        LoweredFile file = fileOf.get(type);
        if (file == null) {
            throw new IllegalArgumentException("not a type of this workspace: " + type.qualifiedName());
        }
        return file;
    }

    /** Which types the names mean that are written in these files. */
    TypeResolution resolution() {
        return resolution;
    }

    Optional<TypeModel> type(String qualifiedName) {
        return resolution.type(qualifiedName);
    }

    /** The qualified name of a type as written in that class; the name as it is where it can't be resolved. Type arguments stay. */
    String qualify(String written, TypeModel context) {
        return resolution.qualify(written, context);
    }

    /** The qualified names of what a type extends and implements, as {@link #qualify} tells them. */
    List<String> supertypes(TypeModel type) {
        return type.qualifiedSupertypes().orElseGet(() -> type.supertypes().stream()
                .map(name -> qualify(name, type))
                .toList());
    }

    /** The type and its supertypes in the workspace, nearest first. */
    List<TypeModel> lineage(TypeModel type) {
        return lineages.of(type, this::lineageAnew);
    }

    private List<TypeModel> lineageAnew(TypeModel type) {
        Set<TypeModel> found = new LinkedHashSet<>();
        List<TypeModel> work = new ArrayList<>(List.of(type));
        for (int i = 0; i < work.size() && i < MAX_SUPERTYPES; i++) {
            TypeModel next = work.get(i);
            if (found.add(next)) {
                supertypes(next).forEach(name -> resolution.type(name, next).ifPresent(work::add));
            }
        }
        return List.copyOf(found);
    }

    /** The simple name of the class that an exception class of the workspace extends. */
    Optional<String> exceptionParent(String simpleName) {
        return Optional.ofNullable(exceptions.get(simpleName))
                .filter(type -> !type.supertypes().isEmpty())
                .map(type -> TypeNames.simple(type.supertypes().get(0)));
    }

    /** The workspace types that extend or implement it directly. */
    List<TypeModel> subtypes(String qualifiedName) {
        return subtypes.getOrDefault(qualifiedName, List.of());
    }

    /** All types that may mean members of some types by their simple names: these, what extends them, and what is inside of either. */
    List<TypeModel> seeing(Collection<TypeModel> owners) {
        Set<TypeModel> found = new LinkedHashSet<>();
        List<TypeModel> work = new ArrayList<>(owners);
        while (!work.isEmpty()) {
            TypeModel next = work.remove(work.size() - 1);
            if (found.add(next)) {
                work.addAll(subtypes(next.qualifiedName()));
            }
        }
        return found.stream()
                .map(this::fileOf)
                .distinct()
                .sorted(Comparator.comparing(LoweredFile::path))
                .flatMap(file -> file.types().stream())
                .filter(type ->
                        Stream.iterate(type, Objects::nonNull, TypeModel::outer).anyMatch(found::contains))
                .toList();
    }

    /** What the catalog knows of a type: itself, or the nearest catalog type that a workspace class extends. */
    Optional<TypeSpec> spec(String qualifiedName) {
        return specs.of(qualifiedName, this::specAnew);
    }

    private Optional<TypeSpec> specAnew(String qualifiedName) {
        Optional<TypeModel> model = type(qualifiedName);
        if (model.isEmpty() || catalog.isOfTeam(TypeNames.erase(qualifiedName))) {
            return catalog.type(qualifiedName);
        }
        for (TypeModel type : lineage(model.get())) {
            for (String qualified : supertypes(type)) {
                if (type(qualified).isEmpty() || catalog.isOfTeam(TypeNames.erase(qualified))) {
                    Optional<TypeSpec> spec = catalog.type(qualified);
                    if (spec.isPresent()) {
                        return spec;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The field of that simple name as seen from a class: its own, an inherited one, or one of an enclosing class. */
    Optional<TypedField> field(String name, TypeModel context) {
        for (TypeModel outer = context; outer != null; outer = outer.outer()) {
            for (TypeModel type : lineage(outer)) {
                TypeModel.Field field = type.fields().get(name);
                if (field != null) {
                    return Optional.of(new TypedField(type, name, field));
                }
            }
        }
        return Optional.empty();
    }

    /** The names of the fields that a class can mean by their simple names, as far as it is known; may be changed. */
    Set<String> visibleFields(TypeModel type) {
        Set<String> names = new HashSet<>();
        for (@Nullable TypeModel outer = type; outer != null; outer = outer.outer()) {
            lineage(outer).forEach(owner -> names.addAll(owner.fields().keySet()));
        }
        return names;
    }

    /**
     * A field and where it is declared.
     *
     * @param owner the class that declares it
     * @param name its name
     * @param field the declaration
     */
    record TypedField(TypeModel owner, String name, TypeModel.Field field) {}

    /** Methods of that name as seen from inside a class: its own and inherited ones, then those of enclosing classes. */
    List<MethodModel> unqualified(String name, int arguments, TypeModel context) {
        for (@Nullable TypeModel outer = context; outer != null; outer = outer.outer()) {
            List<MethodModel> found = methods(outer, name, arguments);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (TypeModel type : resolution.staticallyImported(name, context.file())) {
            List<MethodModel> found = methods(type, name, arguments);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Methods of that name that a value of the type has; where the nearest is abstract, those that implement it. */
    List<MethodModel> methods(TypeModel type, String name, int arguments) {
        return methods.of(new Wanted(type, name, arguments), this::methodsAnew);
    }

    private List<MethodModel> methodsAnew(Wanted wanted) {
        return methodsAnew(wanted.type(), wanted.name(), wanted.arguments());
    }

    private List<MethodModel> methodsAnew(TypeModel type, String name, int arguments) {
        for (TypeModel owner : lineage(type)) {
            List<MethodModel> found = owner.methods(name, arguments);
            if (!found.isEmpty()) {
                return hasBody(found) ? found : implementations(owner, name, arguments);
            }
        }
        return List.of();
    }

    private static boolean hasBody(List<MethodModel> methods) {
        for (MethodModel method : methods) {
            if (method.hasBody()) {
                return true;
            }
        }
        return false;
    }

    /** The constructors that {@code this(...)} or {@code super(...)} in a class may mean. */
    List<MethodModel> constructors(TypeModel type, boolean ofSuperclass, int arguments) {
        if (!ofSuperclass) {
            return type.methods("<init>", arguments);
        }
        return supertypes(type).stream()
                .flatMap(name -> type(name).stream())
                .map(superclass -> superclass.methods("<init>", arguments))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The methods with a body that override a method in subclasses. */
    List<MethodModel> overriding(MethodModel method) {
        if (method.is(MethodModel.Trait.STATIC)
                || method.is(MethodModel.Trait.CONSTRUCTOR)
                || subtypes(method.owner().qualifiedName()).isEmpty()) {
            return List.of();
        }
        String name = method.signature().name();
        int parameters = method.signature().parameterTypes().size();
        return implementations(method.owner(), name, parameters).stream()
                .filter(other -> other.owner() != method.owner())
                .toList();
    }

    private List<MethodModel> implementations(TypeModel type, String name, int arguments) {
        List<MethodModel> found = new ArrayList<>(type.methods(name, arguments));
        List<TypeModel> work = new ArrayList<>(subtypes(type.qualifiedName()));
        for (int i = 0; i < work.size() && i < MAX_SUPERTYPES; i++) {
            for (MethodModel method : work.get(i).methods(name, arguments)) {
                if (method.hasBody()) {
                    found.add(method);
                }
            }
            work.addAll(subtypes(work.get(i).qualifiedName()));
        }
        return found;
    }
}
