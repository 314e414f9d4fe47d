package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the type that a name means where it is written: type parameters and nested classes first, then imports, the
 * class's own package, and packages imported as a whole. A name that leads to no class of the workspace or the catalog
 * stays as it is.
 */
final class TypeResolution {
    private final ResourceCatalog catalog;
    private final Map<String, TypeModel> types = new HashMap<>();
    private final Map<String, List<TypeModel>> namesakes = new HashMap<>();
    private final Answers<TypeModel, Answers<String, String>> qualified = new Answers<>();

    TypeResolution(ResourceCatalog catalog, List<LoweredFile> files) {
        this.catalog = catalog;
        for (LoweredFile file : files) {
            file.types().forEach(this::add);
        }
    }

    private void add(TypeModel type) {
        TypeModel first = types.putIfAbsent(type.qualifiedName(), type);
        if (first != null) {
            namesakes
                    .computeIfAbsent(type.qualifiedName(), name -> new ArrayList<>(List.of(first)))
                    .add(type);
        }
    }

    Optional<TypeModel> type(String qualifiedName) {
        return Optional.ofNullable(types.get(TypeNames.erase(qualifiedName)));
    }

    /** All types with the qualified name of this one, itself among them. */
    List<TypeModel> namesakes(TypeModel type) {
        return namesakes.getOrDefault(type.qualifiedName(), List.of(type));
    }

    /** The type of that name that a class means: where modules have one each, the one whose file lies nearest. */
    Optional<TypeModel> type(String qualifiedName, TypeModel context) {
        List<TypeModel> candidates = namesakes.get(TypeNames.erase(qualifiedName));
        if (candidates == null) {
            return type(qualifiedName);
        }
        String from = context.file().path();
        TypeModel nearest = candidates.get(0);
        for (TypeModel candidate : candidates) {
            if (common(from, candidate.file().path())
                    > common(from, nearest.file().path())) {
                nearest = candidate;
            }
        }
        return Optional.of(nearest);
    }

    /** How many folders two paths have in common from the root on. */
    private static int common(String path, String other) {
        int folders = 0;
        for (int i = 0; i < path.length() && i < other.length() && path.charAt(i) == other.charAt(i); i++) {
            folders += path.charAt(i) == '/' ? 1 : 0;
        }
        return folders;
    }

    /** The qualified name of a type as written in that class; the name as it is where it can't be resolved. Type arguments stay. */
    String qualify(String written, TypeModel context) {
        if (written.isEmpty() || "var".equals(written)) {
            return "";
        }
        return qualified.of(context, type -> new Answers<>()).of(written, name -> qualifyAnew(name, context));
    }

    private String qualifyAnew(String written, TypeModel context) {
        int cut = firstOf(written, '<', '[');
        String erased = TypeNames.erase(cut < 0 ? written : written.substring(0, cut));
        return resolve(erased, context) + (cut < 0 ? "" : written.substring(cut));
    }

    private static int firstOf(String text, char a, char b) {
        int first = text.indexOf(a);
        int second = text.indexOf(b);
        return first < 0 ? second : second < 0 ? first : Math.min(first, second);
    }

    private String resolve(String name, TypeModel context) {
        int dot = name.indexOf('.');
        String root = dot < 0 ? name : name.substring(0, dot);
        String rest = dot < 0 ? "" : name.substring(dot);
        if (!root.isEmpty() && Character.isLowerCase(root.charAt(0)) && dot > 0) {
            return name;
        }
        for (TypeModel type = context; type != null; type = type.outer()) {
            String bound = type.bounds().get(root);
            if (bound != null && !bound.equals(root)) {
                return resolve(TypeNames.erase(bound), type);
            }
            String nested = type.qualifiedName() + "." + root;
            if (types.containsKey(nested)) {
                return nested + rest;
            }
            if (type.simpleName().equals(root)) {
                return type.qualifiedName() + rest;
            }
        }
        return imported(root, context.file()).orElse(root) + rest;
    }

    private Optional<String> imported(String name, FileHeader file) {
        for (FileHeader.Import entry : file.imports()) {
            if (!entry.isStatic() && !entry.isStar() && entry.name().endsWith("." + name)) {
                return Optional.of(entry.name());
            }
        }
        String samePackage = file.packageName().isEmpty() ? name : file.packageName() + "." + name;
        if (types.containsKey(samePackage)) {
            return Optional.of(samePackage);
        }
        Optional<String> star = file.imports().stream()
                .filter(entry -> entry.isStar() && !entry.isStatic())
                .map(entry -> entry.name() + "." + name)
                .filter(candidate -> types.containsKey(candidate) || catalog.knows(candidate))
                .findFirst();
        return star.or(() -> unseen(name, file));
    }

    /**
     * A class that no import names is one of {@code java.lang}, of a package that is imported as a whole, or of the
     * file's own: never a class of the catalog that only has the same simple name.
     */
    private Optional<String> unseen(String name, FileHeader file) {
        if (catalog.knows("java.lang." + name) || catalog.type(name).isEmpty()) {
            return Optional.empty();
        }
        String owner = file.imports().stream()
                .filter(entry ->
                        entry.isStar() && !entry.isStatic() && !entry.name().startsWith("java."))
                .map(FileHeader.Import::name)
                .findFirst()
                .orElse(file.packageName());
        return owner.isEmpty() ? Optional.empty() : Optional.of(owner + "." + name);
    }

    /** The classes whose members a static import makes visible by that name. */
    List<TypeModel> staticallyImported(String member, FileHeader file) {
        List<TypeModel> found = new ArrayList<>();
        for (FileHeader.Import entry : file.imports()) {
            if (entry.isStatic()) {
                String owner = entry.isStar()
                        ? entry.name()
                        : entry.name().endsWith("." + member)
                                ? entry.name().substring(0, entry.name().length() - member.length() - 1)
                                : "";
                type(owner).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The class from which a member is imported by its name, of the workspace or not; else the class it is used in. */
    String ownerOfImported(String member, TypeModel context) {
        for (FileHeader.Import entry : context.file().imports()) {
            if (entry.isStatic() && !entry.isStar() && entry.name().endsWith("." + member)) {
                return entry.name().substring(0, entry.name().length() - member.length() - 1);
            }
        }
        return context.qualifiedName();
    }
}
