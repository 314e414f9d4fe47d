package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;

/** Declares the variables of patterns. */
final class PatternBinding {
    private final BodyContext body;

    PatternBinding(BodyContext body) {
        this.body = body;
    }

    void bind(Node pattern, int value) {
        if (pattern instanceof TypePatternExpr type) {
            int register = body.declare(type.getNameAsString(), type.getType().asString());
            body.graph.emit(new Op.Copy(register, value));
        } else if (pattern instanceof RecordPatternExpr record) {
            record.getPatternList().forEach(part -> bind(part, body.constant(Op.Value.OTHER)));
        }
    }
}
