package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;

/**
 * What stands before a declaration.
 *
 * @param keywords the keywords
 * @param annotations the annotations
 */
record Modifiers(NodeList<Modifier> keywords, NodeList<AnnotationExpr> annotations) {
    boolean isEmpty() {
        return keywords.isEmpty() && annotations.isEmpty();
    }

    boolean has(Modifier.Keyword keyword) {
        return keywords.stream().anyMatch(modifier -> modifier.getKeyword() == keyword);
    }
}
