package io.jenkins.plugins.connleak.core.fix;

import com.github.javaparser.Range;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.spec.TypeSpec;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A leak whose acquisition is the declaration of a local variable.
 *
 * @param findings the leak, or several of the same acquisition
 * @param statement the declaration
 * @param variable the variable
 * @param block the block of which the declaration is a statement
 * @param type what is known of the variable's type
 * @param closing how it is closed
 */
@SuppressWarnings("ReferenceEquality") // equal nodes may stand in different places
record Candidate(
        List<Finding> findings,
        ExpressionStmt statement,
        VariableDeclarator variable,
        BlockStmt block,
        TypeSpec type,
        TypeSpec.Closing closing) {
    Candidate {
        findings = List.copyOf(findings);
    }

    /** Each declaration once, in the order given. */
    static List<Candidate> merged(List<Candidate> candidates) {
        Map<ExpressionStmt, Candidate> merged = new IdentityHashMap<>();
        List<ExpressionStmt> order = new ArrayList<>();
        for (Candidate each : candidates) {
            Candidate known = merged.get(each.statement);
            if (known == null) {
                order.add(each.statement);
                merged.put(each.statement, each);
            } else {
                List<Finding> both = new ArrayList<>(known.findings);
                both.addAll(each.findings);
                merged.put(
                        each.statement,
                        new Candidate(both, each.statement, each.variable, each.block, each.type, each.closing));
            }
        }
        return order.stream()
                .map(statement -> Objects.requireNonNull(merged.get(statement)))
                .toList();
    }

    /** Whether it surely is a leak, whatever code does that can't be seen. */
    boolean isCertain() {
        return findings.stream().anyMatch(finding -> finding.certainty() == Certainty.DEFINITE);
    }

    String name() {
        return variable.getNameAsString();
    }

    Range range() {
        return statement.getRange().orElseThrow();
    }

    /** The statements of the block behind the declaration. */
    List<Statement> rest() {
        int index = 0;
        while (block.getStatement(index) != statement) {
            index++;
        }
        return block.getStatements().subList(index + 1, block.getStatements().size());
    }
}
