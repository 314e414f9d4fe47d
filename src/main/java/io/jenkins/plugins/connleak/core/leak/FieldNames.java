package io.jenkins.plugins.connleak.core.leak;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of a file's fields, for those that are written like types: of all its types, wherever they stand, but those
 * of types inside a body only within that body. So it does not matter which bodies are lowered, and when.
 */
final class FieldNames {
    private final Set<String> ofMembers = new HashSet<>();
    private final Set<String> ofBody = new HashSet<>();

    private FieldNames() {}

    static FieldNames of(CompilationUnit unit) {
        FieldNames names = new FieldNames();
        unit.getTypes().forEach(names::collect);
        return names;
    }

    private void collect(TypeDeclaration<?> type) {
        collect(type.getMembers());
        if (type instanceof EnumDeclaration enumeration) {
            enumeration.getEntries().forEach(entry -> collect(entry.getClassBody()));
        }
    }

    private void collect(List<? extends BodyDeclaration<?>> members) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field) {
                field.getVariables().forEach(variable -> ofMembers.add(variable.getNameAsString()));
            } else if (member instanceof TypeDeclaration<?> nested) {
                collect(nested);
            }
        }
    }

    /** Adds a field of a type that stands inside a body. */
    void add(String name) {
        ofBody.add(name);
    }

    /** To be called before a body that does not stand inside another one. */
    void beginBody() {
        ofBody.clear();
    }

    boolean contains(String name) {
        return ofMembers.contains(name) || ofBody.contains(name);
    }

    boolean isOfMember(String name) {
        return ofMembers.contains(name);
    }
}
