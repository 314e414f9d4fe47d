package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.VoidType;
import java.util.ArrayList;
import java.util.NavigableSet;

/**
 * Takes the bodies of members away that are not what the author wrote. A method without a body that is not abstract says
 * that there is code which can't be seen; one of a name that no author can write stands for members that are lost.
 */
final class LostMembers {
    private static final String LOST = "$lost";

    private final NavigableSet<Integer> touched;

    private LostMembers(NavigableSet<Integer> touched) {
        this.touched = touched;
    }

    /** Strips all members that contain a statement that could not be parsed, or stand on a line of {@code touched}. */
    static void strip(CompilationUnit unit, NavigableSet<Integer> touched) {
        LostMembers lost = new LostMembers(touched);
        unit.getTypes().forEach(lost::type);
    }

    /** Whether something in there could not be parsed. */
    static boolean isAnyIn(Node node) {
        return node.findFirst(Node.class, inner -> inner.getParsed() == Node.Parsedness.UNPARSABLE)
                .isPresent();
    }

    private void type(TypeDeclaration<?> type) {
        if (!isDamaged(type)) {
            return;
        }
        boolean isFound = false;
        for (BodyDeclaration<?> member : new ArrayList<>(type.getMembers())) {
            if (isDamaged(member)) {
                isFound = true;
                member(type, member);
            }
        }
        if (type instanceof EnumDeclaration enumeration) {
            enumeration.getEntries().stream()
                    .filter(this::isDamaged)
                    .forEach(entry -> entry.setClassBody(new NodeList<>()));
        }
        if (!isFound) {
            standIn(type);
        }
    }

    private void member(TypeDeclaration<?> type, BodyDeclaration<?> member) {
        if (member instanceof TypeDeclaration<?> nested) {
            type(nested);
        } else if (member instanceof MethodDeclaration method) {
            method.removeBody();
            method.setDefault(false);
        } else if (member instanceof FieldDeclaration field) {
            field.getVariables().forEach(variable -> variable.removeInitializer());
            standIn(type);
        } else {
            member.remove();
            standIn(type);
        }
    }

    private static void standIn(TypeDeclaration<?> type) {
        type.addMember(new MethodDeclaration(new NodeList<>(), new VoidType(), LOST).removeBody());
    }

    private boolean isDamaged(Node node) {
        boolean isTouched = node.getRange()
                .filter(range -> {
                    Integer first = touched.ceiling(range.begin.line);
                    return first != null && first <= range.end.line;
                })
                .isPresent();
        return isTouched || isAnyIn(node);
    }
}
