package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the types written in one file mean, as far as its imports tell without doubt. */
final class FileTypes {
    /** Types whose values hang on no resource. */
    private static final Set<String> PLAIN = Set.of(
            "String",
            "Boolean",
            "Byte",
            "Short",
            "Integer",
            "Long",
            "Float",
            "Double",
            "Character",
            "BigDecimal",
            "BigInteger",
            "Date",
            "Time",
            "Timestamp",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "Instant",
            "UUID");

    private final CompilationUnit unit;
    private final ResourceCatalog catalog;

    FileTypes(CompilationUnit unit, ResourceCatalog catalog) {
        this.unit = unit;
        this.catalog = catalog;
    }

    ResourceCatalog catalog() {
        return catalog;
    }

    /** What the catalog knows of a type as written; empty if it is not sure which type is meant. */
    Optional<TypeSpec> spec(Type type) {
        if (!(type instanceof ClassOrInterfaceType written)) {
            return Optional.empty();
        }
        String name = written.getNameWithScope();
        String qualified = name.indexOf('.') < 0 ? qualified(name) : name;
        return catalog.knows(qualified) ? catalog.type(qualified) : Optional.empty();
    }

    /** The qualified name that a simple name stands for; empty if that is not sure. */
    String qualified(String simpleName) {
        if (unit.findFirst(TypeDeclaration.class, type -> type.getNameAsString().equals(simpleName))
                .isPresent()) {
            return "";
        }
        Optional<String> named =
                imports(false).filter(name -> name.endsWith("." + simpleName)).findFirst();
        return named.or(() -> imports(true)
                        .map(name -> name + "." + simpleName)
                        .filter(catalog::knows)
                        .findFirst())
                .orElse("");
    }

    private Stream<String> imports(boolean star) {
        return unit.getImports().stream()
                .filter(entry -> !entry.isStatic() && entry.isAsterisk() == star)
                .map(ImportDeclaration::getNameAsString);
    }

    /** Whether a type is {@code var}, which the parser takes for the name of a class where it does not check levels. */
    static boolean isInferred(Type type) {
        return type.isVarType() || type.asString().equals("var");
    }

    /** Whether a value of that type can outlive every resource. */
    static boolean isPlain(Type type) {
        if (type instanceof ArrayType array) {
            return isPlain(array.getComponentType());
        }
        return type.isPrimitiveType()
                || type.isVoidType()
                || (type instanceof ClassOrInterfaceType written && PLAIN.contains(written.getNameAsString()));
    }
}
