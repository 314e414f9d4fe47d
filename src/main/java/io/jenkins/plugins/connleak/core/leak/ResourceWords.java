package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.spec.CallNames;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names in types as they are written that stand for resources: of the catalog, of house classes, or so named. */
final class ResourceWords {
    private final Workspace workspace;
    private final Set<String> house = new HashSet<>();
    private final Answers<String, Boolean> words = new Answers<>();
    private final Answers<String, Boolean> texts = new Answers<>();

    ResourceWords(Workspace workspace) {
        this(workspace, Set.of(), workspace.files());
    }

    /** What these files add to the classes that are known to stand for resources. */
    ResourceWords(Workspace workspace, Set<String> known, List<LoweredFile> files) {
        this.workspace = workspace;
        house.addAll(known);
        // a class that fills a type variable of its superclass with a resource stands for it: until none is added
        int before = -1;
        while (house.size() > before) {
            before = house.size();
            files.forEach(file -> file.types().forEach(this::collect));
            texts.forget();
        }
    }

    /** The simple names of the classes of the workspace that stand for resources. */
    Set<String> house() {
        return Set.copyOf(house);
    }

    private void collect(TypeModel type) {
        boolean isResource = workspace
                .spec(type.qualifiedName())
                .filter(spec -> spec.kind().isPresent())
                .isPresent();
        boolean standsForOne = type.arguments().values().stream()
                        .anyMatch(arguments -> arguments.stream().anyMatch(argument -> mentions(argument, type)))
                || type.supertypes().stream().map(TypeNames::simple).anyMatch(house::contains);
        if (isResource || standsForOne) {
            house.add(type.simpleName());
        }
    }

    /** Whether a type has such a name in it, or a type variable that is bound to one. */
    boolean mentions(String type, TypeModel context) {
        if (type.isEmpty()) {
            return false;
        }
        if (mentions(type)) {
            return true;
        }
        for (@Nullable TypeModel outer = context; outer != null; outer = outer.outer()) {
            for (var bound : outer.bounds().entrySet()) {
                if (type.contains(bound.getKey()) && mentions(bound.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a type has such a name in it. */
    boolean mentions(String type) {
        return !type.isEmpty() && texts.of(type, this::mentionsAnew);
    }

    private boolean mentionsAnew(String type) {
        int begin = -1;
        for (int i = 0; i <= type.length(); i++) {
            boolean isPart = i < type.length() && Character.isJavaIdentifierPart(type.charAt(i));
            if (isPart && begin < 0) {
                begin = i;
            } else if (!isPart && begin >= 0) {
                if (isWord(type.substring(begin, i))) {
                    return true;
                }
                begin = -1;
            }
        }
        return false;
    }

    private boolean isWord(String name) {
        return house.contains(name)
                || words.of(
                        name,
                        each -> workspace.named(CallNames.Group.RESOURCES, each)
                                || workspace
                                        .catalog()
                                        .type(each)
                                        .flatMap(TypeSpec::kind)
                                        .isPresent());
    }
}
