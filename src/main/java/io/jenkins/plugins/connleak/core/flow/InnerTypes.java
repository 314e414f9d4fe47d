package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;

/** Is told of the types that stand inside a body; whoever lowers the body decides what becomes of them. */
public interface InnerTypes {
    /**
     * An anonymous class.
     *
     * @param superType the type as written
     * @param members its members
     * @param scope what its bodies see of the enclosing body
     * @return the graphs of its bodies
     */
    List<FlowGraph> anonymous(String superType, NodeList<BodyDeclaration<?>> members, EnclosingScope scope);

    /** A class, record, enum or interface declared in a body. */
    void local(TypeDeclaration<?> type, EnclosingScope scope);
}
