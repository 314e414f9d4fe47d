package io.jenkins.plugins.connleak.corpus;

import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that names and markers agree: a method, or a type where a field or a constructor is meant, whose name ends in
 * {@code Bad} leaks, one whose name ends in {@code Ok} does not, and every marker stands in one of them. A false alarm
 * stands in what does not leak, or beside a leak that is missed because it is taken for another kind.
 */
final class NameCheck {
    private final String file;
    private final List<Scope> scopes = new ArrayList<>();

    private NameCheck(String file, CompilationUnit unit) {
        this.file = file;
        unit.findAll(MethodDeclaration.class, method -> method.getBody().isPresent())
                .forEach(method -> add(method, method.getRange()));
        unit.findAll(TypeDeclaration.class).forEach(type -> add(type, type.getRange()));
    }

    private record Scope(String name, Range range) {
        boolean isBad() {
            return name.endsWith("Bad");
        }

        int height() {
            return range.end.line - range.begin.line;
        }
    }

    /** What disagrees; empty if nothing does. */
    static List<String> check(String file, CompilationUnit unit, List<Marker> markers) {
        return new NameCheck(file, unit).complaints(markers);
    }

    /** Whether anything in the file says by its name whether it leaks. */
    static boolean hasNames(CompilationUnit unit) {
        return !new NameCheck("", unit).scopes.isEmpty();
    }

    private void add(NodeWithSimpleName<?> node, Optional<Range> range) {
        String name = node.getNameAsString();
        if (name.endsWith("Ok") || name.endsWith("Bad")) {
            range.ifPresent(where -> scopes.add(new Scope(name, where)));
        }
    }

    private List<String> complaints(List<Marker> markers) {
        List<String> complaints = new ArrayList<>();
        Set<Scope> leaking = new HashSet<>();
        for (Marker marker : markers) {
            Optional<Scope> scope = innermost(marker.leak().line());
            if (scope.isEmpty()) {
                complaints.add(marker.leak() + " stands in nothing whose name ends in Ok or Bad");
            } else if (scope.get().isBad() != marker.kind().isLeak() && !isTakenForAnother(marker, markers)) {
                complaints.add(marker.kind() + " stands in " + scope.get().name() + ": " + marker.leak());
            } else if (marker.kind().isLeak()) {
                leaking.add(scope.get());
            }
        }
        scopes.stream()
                .filter(scope -> scope.isBad() && !leaking.contains(scope))
                .forEach(scope -> complaints.add(file + ": " + scope.name() + " has neither LEAK nor FN"));
        return complaints;
    }

    /** A leak that is found as another kind than it is: missed as what it is, and a false alarm as what it is not. */
    private static boolean isTakenForAnother(Marker marker, List<Marker> markers) {
        return marker.kind() == Marker.Kind.FP
                && markers.stream()
                        .anyMatch(other -> other.kind() == Marker.Kind.FN
                                && other.leak().line() == marker.leak().line()
                                && other.leak().engine() == marker.leak().engine());
    }

    private Optional<Scope> innermost(int line) {
        return scopes.stream()
                .filter(scope -> scope.range().begin.line <= line && line <= scope.range().end.line)
                .min(Comparator.comparingInt(Scope::height));
    }
}
