package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import io.jenkins.plugins.connleak.core.flow.Register.Kind;
import java.util.ArrayList;
import java.util.List;

/** Lowers expressions in the order in which they are evaluated; each yields the register that holds its value. */
final class ExpressionLowering {
    private final BodyContext body;
    private final ConditionLowering conditions;
    private final StatementLowering statements;

    ExpressionLowering(BodyContext body, StatementLowering statements) {
        this.body = body;
        this.statements = statements;
        this.conditions = new ConditionLowering(body, this);
    }

    ConditionLowering conditions() {
        return conditions;
    }

    int lower(Expression expression) {
        body.at(expression);
        if (expression instanceof EnclosedExpr enclosed) {
            return lower(enclosed.getInner());
        }
        if (expression instanceof NameExpr name) {
            return body.named(name.getNameAsString());
        }
        if (expression instanceof LiteralExpr) {
            return literal(expression);
        }
        if (expression instanceof MethodCallExpr call) {
            return call(call);
        }
        if (expression instanceof ObjectCreationExpr creation) {
            return creation(creation);
        }
        if (expression instanceof AssignExpr assign) {
            return assign(assign);
        }
        if (expression instanceof VariableDeclarationExpr declaration) {
            return declaration(declaration);
        }
        if (expression instanceof CastExpr cast) {
            return copied(cast.getType().asString(), lower(cast.getExpression()));
        }
        return lowerOther(expression);
    }

    private int lowerOther(Expression expression) {
        if (expression instanceof FieldAccessExpr access) {
            return fieldAccess(access);
        }
        if (conditions.isLogical(expression)) {
            return logical(expression);
        }
        if (expression instanceof ConditionalExpr conditional) {
            return conditional(conditional);
        }
        if (expression instanceof LambdaExpr lambda) {
            return lambda(lambda);
        }
        if (expression instanceof MethodReferenceExpr reference) {
            return methodReference(reference);
        }
        if (expression instanceof SwitchExpr choice) {
            return statements.switchExpression(choice);
        }
        if (expression instanceof ArrayCreationExpr creation) {
            creation.getLevels().forEach(level -> level.getDimension().ifPresent(this::lower));
            return creation.getInitializer().map(this::array).orElseGet(() -> array(List.of()));
        }
        if (expression instanceof ArrayInitializerExpr initializer) {
            return array(initializer);
        }
        if (expression instanceof ArrayAccessExpr access) {
            int container = lower(access.getName());
            lower(access.getIndex());
            int target = body.graph.temporary("");
            body.graph.emit(new Op.Element(target, container));
            return target;
        }
        return lowerPlain(expression);
    }

    /** Everything whose value is not followed: its parts are evaluated, its value is unknown. */
    private int lowerPlain(Expression expression) {
        if (expression instanceof ThisExpr) {
            return body.constant(Op.Value.THIS);
        }
        if (expression instanceof UnaryExpr unary) {
            int operand = lower(unary.getExpression());
            if (changesOperand(unary.getOperator())
                    && body.graph.describe(operand).isNamed()) {
                body.graph.emit(new Op.Constant(operand, Op.Value.OTHER));
            }
            return body.constant(Op.Value.OTHER);
        }
        if (expression instanceof BinaryExpr) {
            List<Expression> operands = operands(expression);
            operands.forEach(this::lower);
            return body.constant(text(operands));
        }
        for (Node child : expression.getChildNodes()) {
            if (child instanceof Expression part) {
                lower(part);
            }
        }
        return body.constant(Op.Value.OTHER);
    }

    private static boolean changesOperand(UnaryExpr.Operator operator) {
        return switch (operator) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** The operands of a chain of binary operators from left to right, without recursion: such chains grow long. */
    private static List<Expression> operands(Expression expression) {
        List<Expression> reversed = new ArrayList<>();
        Expression left = expression;
        while (left instanceof BinaryExpr binary && !ConditionLowering.isShortCircuit(binary)) {
            reversed.add(binary.getRight());
            left = binary.getLeft();
        }
        reversed.add(left);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private int literal(Expression literal) {
        if (literal instanceof NullLiteralExpr) {
            return body.constant(Op.Value.NULL);
        }
        if (literal instanceof BooleanLiteralExpr bool) {
            return body.constant(bool.getValue() ? Op.Value.TRUE : Op.Value.FALSE);
        }
        return body.constant(text(List.of(literal)));
    }

    /** What is told of a text in parts: a stored procedure asks for its caller's connection by one. To HSQLDB the same words say what to do when the last one leaves. */
    private static Op.Value text(List<Expression> parts) {
        boolean asks = false;
        for (Expression part : parts) {
            if (part instanceof StringLiteralExpr literal) {
                if (literal.getValue().contains("hsqldb")) {
                    return Op.Value.OTHER;
                }
                asks |= literal.getValue().contains(";shutdown=true")
                        || literal.getValue().equals("jdbc:default:connection");
            }
        }
        return asks ? Op.Value.SHUTDOWN : Op.Value.OTHER;
    }

    private int logical(Expression expression) {
        int target = body.graph.temporary("boolean");
        ConditionLowering.Branches branches = conditions.lower(expression);
        List<GraphBuilder.Pending> joined = new ArrayList<>();
        body.graph.frontier(branches.whenTrue());
        if (body.graph.isReachable()) {
            body.graph.emit(new Op.Constant(target, Op.Value.TRUE));
            joined.addAll(body.graph.frontier());
        }
        body.graph.frontier(branches.whenFalse());
        if (body.graph.isReachable()) {
            body.graph.emit(new Op.Constant(target, Op.Value.FALSE));
            joined.addAll(body.graph.frontier());
        }
        body.graph.frontier(joined);
        return target;
    }

    private int conditional(ConditionalExpr conditional) {
        int target = body.graph.temporary("");
        ConditionLowering.Branches branches = conditions.lower(conditional.getCondition());
        List<GraphBuilder.Pending> joined = new ArrayList<>();
        body.graph.frontier(branches.whenTrue());
        body.graph.emit(new Op.Copy(target, lower(conditional.getThenExpr())));
        joined.addAll(body.graph.frontier());
        body.graph.frontier(branches.whenFalse());
        body.graph.emit(new Op.Copy(target, lower(conditional.getElseExpr())));
        joined.addAll(body.graph.frontier());
        body.graph.frontier(joined);
        return target;
    }

    private int copied(String type, int source) {
        int target = body.graph.temporary(type);
        body.graph.emit(new Op.Copy(target, source));
        return target;
    }

    private int declaration(VariableDeclarationExpr declaration) {
        int[] last = {-1};
        declaration.getVariables().forEach(variable -> {
            int value = variable.getInitializer().map(this::lower).orElse(-1);
            body.at(variable);
            int register =
                    body.declare(variable.getNameAsString(), variable.getType().asString());
            body.graph.emit(new Op.Declare(register));
            if (value >= 0) {
                body.graph.emit(new Op.Copy(register, value));
            }
            last[0] = register;
        });
        return last[0];
    }

    private int assign(AssignExpr assign) {
        if (assign.getOperator() != AssignExpr.Operator.ASSIGN) {
            lower(assign.getValue());
            int target = lower(assign.getTarget());
            if (body.graph.describe(target).isNamed()) {
                body.graph.emit(new Op.Constant(target, Op.Value.OTHER));
            }
            return body.constant(Op.Value.OTHER);
        }
        Expression target = assign.getTarget();
        while (target instanceof EnclosedExpr enclosed) {
            target = enclosed.getInner();
        }
        if (target instanceof ArrayAccessExpr access) {
            int array = lower(access.getName());
            lower(access.getIndex());
            int value = lower(assign.getValue());
            body.at(assign);
            body.graph.emit(new Op.ArrayStore(array, value));
            return value;
        }
        if (target instanceof FieldAccessExpr access && !isThis(access.getScope())) {
            return store(assign, access);
        }
        int value = lower(assign.getValue());
        body.at(assign);
        int register = target instanceof FieldAccessExpr access ? field(access) : lower(target);
        body.graph.emit(new Op.Copy(register, value));
        return register;
    }

    private int store(AssignExpr assign, FieldAccessExpr target) {
        int base = isTypeName(target.getScope()) ? -1 : lower(target.getScope());
        int value = lower(assign.getValue());
        body.at(assign);
        body.graph.emit(new Op.Store(base, target.getNameAsString(), value));
        return value;
    }

    private static boolean isThis(Expression expression) {
        return expression instanceof ThisExpr || expression instanceof SuperExpr;
    }

    private int field(FieldAccessExpr access) {
        return body.graph.shared(access.getNameAsString(), "", Kind.FIELD);
    }

    private int fieldAccess(FieldAccessExpr access) {
        if (isThis(access.getScope())) {
            return field(access);
        }
        boolean isStatic = isTypeName(access.getScope());
        int base = isStatic ? -1 : lower(access.getScope());
        int target = body.graph.temporary("");
        body.at(access);
        String scope = isStatic ? ExpressionText.of(access.getScope()) : "";
        body.graph.emit(new Op.Load(target, base, scope, access.getNameAsString()));
        return target;
    }

    private boolean isTypeName(Expression expression) {
        if (!Names.isNameChain(expression) || body.isLocal(Names.root(expression))) {
            return false;
        }
        if (expression instanceof NameExpr name) {
            return Names.looksLikeType(name.getNameAsString()) && !body.isField.test(name.getNameAsString());
        }
        String last = ((FieldAccessExpr) expression).getNameAsString();
        return Names.looksLikeType(last)
                && !(Names.looksLikeConstant(last) && isTypeName(((FieldAccessExpr) expression).getScope()));
    }

    private int call(MethodCallExpr call) {
        String name = call.getNameAsString();
        Callee callee;
        int receiver = -1;
        Expression scope = call.getScope().orElse(null);
        if (scope == null || scope instanceof ThisExpr) {
            callee = new Callee(Callee.Kind.UNQUALIFIED, name, "");
        } else if (scope instanceof SuperExpr) {
            callee = new Callee(Callee.Kind.SUPER, name, "");
        } else if (isTypeName(scope)) {
            callee = new Callee(Callee.Kind.STATIC, name, ExpressionText.of(scope));
        } else {
            receiver = lower(scope);
            callee = new Callee(Callee.Kind.VIRTUAL, name, "");
        }
        return invoke(call, callee, receiver, arguments(call.getArguments()));
    }

    private List<Integer> arguments(List<Expression> expressions) {
        List<Integer> arguments = new ArrayList<>();
        expressions.forEach(expression -> arguments.add(lower(expression)));
        return arguments;
    }

    private int invoke(Node place, Callee callee, int receiver, List<Integer> arguments) {
        int target = body.graph.temporary(callee.kind() == Callee.Kind.CONSTRUCTOR ? callee.name() : "");
        if (place instanceof MethodCallExpr call) {
            body.at(call.getName());
        } else {
            body.at(place);
        }
        body.graph.emit(new Op.Invoke(target, callee, receiver, arguments));
        return target;
    }

    private int creation(ObjectCreationExpr creation) {
        creation.getScope().ifPresent(this::lower);
        String type = creation.getType().asString();
        List<Integer> arguments = arguments(creation.getArguments());
        int target = invoke(creation, new Callee(Callee.Kind.CONSTRUCTOR, type, ""), -1, arguments);
        if (creation.getAnonymousClassBody().isEmpty()) {
            return target;
        }
        EnclosingScope enclosing = body.enclosing();
        List<FlowGraph> bodies =
                body.inner.anonymous(type, creation.getAnonymousClassBody().get(), enclosing);
        body.at(creation);
        body.graph.emit(new Op.Closure(target, body.captured(enclosing), bodies, ""));
        return target;
    }

    private int lambda(LambdaExpr lambda) {
        EnclosingScope enclosing = body.enclosing();
        FlowGraph graph = FlowGraphs.ofLambda(lambda, enclosing, body.inner, body.isField);
        int target = body.graph.temporary("");
        body.at(lambda);
        body.graph.emit(new Op.Closure(target, body.captured(enclosing), List.of(graph), ""));
        return target;
    }

    private int methodReference(MethodReferenceExpr reference) {
        List<Integer> captured = new ArrayList<>();
        Expression scope = reference.getScope();
        if (!scope.isTypeExpr() && !isThis(scope) && !isTypeName(scope)) {
            captured.add(lower(scope));
        } else if (scope.isTypeExpr() && body.isLocal(scope.toString())) {
            captured.add(body.named(scope.toString()));
        }
        int target = body.graph.temporary("");
        body.at(reference);
        body.graph.emit(new Op.Closure(target, captured, List.of(), reference.getIdentifier()));
        return target;
    }

    private int array(ArrayInitializerExpr initializer) {
        return array(arguments(initializer.getValues()));
    }

    private int array(List<Integer> elements) {
        int target = body.graph.temporary("");
        body.graph.emit(new Op.NewArray(target, elements));
        return target;
    }

    /** Binds the variables of a pattern: a type pattern to the value itself, those inside a record pattern to unknown values. */
    void bind(Node pattern, int value) {
        new PatternBinding(body).bind(pattern, value);
    }
}
