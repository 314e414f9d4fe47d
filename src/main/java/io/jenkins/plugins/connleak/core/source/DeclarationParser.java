package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;

/** The part of the quick parser that reads types, their members and variables. */
final class DeclarationParser {
    private final TokenCursor cursor;
    private final QuickParser parser;
    private final ModifierParser modifiers;

    DeclarationParser(QuickParser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
        this.modifiers = new ModifierParser(parser);
    }

    Modifiers modifiers() {
        return modifiers.modifiers();
    }

    // types

    boolean isType() {
        return switch (cursor.kind()) {
            case Token.CLASS, Token.INTERFACE, Token.ENUM -> true;
            case Token.AT -> cursor.kind(1) == Token.INTERFACE;
            case Token.NAME ->
                cursor.isWord("record")
                        && cursor.kind(1) == Token.NAME
                        && (cursor.kind(2) == Token.LEFT_PARENTHESIS || cursor.kind(2) == Token.LESS);
            default -> false;
        };
    }

    /** A class, interface, enum, record or annotation whose modifiers have been read. */
    TypeDeclaration<?> type(int first, Modifiers before) {
        return switch (cursor.kind()) {
            case Token.CLASS, Token.INTERFACE -> classOrInterface(first, before);
            case Token.ENUM -> enumeration(first, before);
            case Token.AT -> annotation(first, before);
            default -> record(first, before);
        };
    }

    private TypeDeclaration<?> classOrInterface(int first, Modifiers before) {
        boolean isInterface = cursor.is(Token.INTERFACE);
        cursor.next++;
        var name = cursor.simpleName();
        NodeList<TypeParameter> typeParameters = parser.types.parameters();
        var extended = parser.types.listBehind(Token.EXTENDS);
        var implemented = parser.types.listBehind(Token.IMPLEMENTS);
        var members = members(name.asString());
        return cursor.from(
                first,
                new ClassOrInterfaceDeclaration(
                        null,
                        before.keywords(),
                        before.annotations(),
                        isInterface,
                        name,
                        typeParameters,
                        extended,
                        implemented,
                        new NodeList<>(),
                        members));
    }

    private TypeDeclaration<?> enumeration(int first, Modifiers before) {
        cursor.expect(Token.ENUM);
        var name = cursor.simpleName();
        var implemented = parser.types.listBehind(Token.IMPLEMENTS);
        cursor.expect(Token.LEFT_BRACE);
        NodeList<EnumConstantDeclaration> entries = new NodeList<>();
        while (cursor.is(Token.NAME) || cursor.is(Token.AT)) {
            entries.add(constant());
            if (!cursor.accept(Token.COMMA)) {
                break;
            }
        }
        cursor.accept(Token.COMMA);
        NodeList<BodyDeclaration<?>> members = new NodeList<>();
        if (cursor.accept(Token.SEMICOLON)) {
            membersInto(members, name.asString());
        }
        cursor.expect(Token.RIGHT_BRACE);
        return cursor.from(
                first,
                new EnumDeclaration(
                        null, before.keywords(), before.annotations(), name, implemented, entries, members));
    }

    private EnumConstantDeclaration constant() {
        int first = cursor.next;
        Modifiers before = modifiers();
        var name = cursor.simpleName();
        NodeList<Expression> arguments =
                cursor.is(Token.LEFT_PARENTHESIS) ? parser.primaries.arguments() : new NodeList<>();
        NodeList<BodyDeclaration<?>> body = cursor.is(Token.LEFT_BRACE) ? members("") : new NodeList<>();
        return cursor.from(first, new EnumConstantDeclaration(null, before.annotations(), name, arguments, body));
    }

    private TypeDeclaration<?> annotation(int first, Modifiers before) {
        cursor.expect(Token.AT);
        cursor.expect(Token.INTERFACE);
        var name = cursor.simpleName();
        cursor.expect(Token.LEFT_BRACE);
        NodeList<BodyDeclaration<?>> members = new NodeList<>();
        while (!cursor.is(Token.RIGHT_BRACE)) {
            if (!cursor.accept(Token.SEMICOLON)) {
                members.add(annotationMember());
            }
        }
        cursor.expect(Token.RIGHT_BRACE);
        return cursor.from(
                first, new AnnotationDeclaration(null, before.keywords(), before.annotations(), name, members));
    }

    private BodyDeclaration<?> annotationMember() {
        int first = cursor.next;
        Modifiers before = modifiers();
        if (isType()) {
            return type(first, before);
        }
        int firstOfType = cursor.next;
        Type type = parser.types.type();
        if (cursor.kind(1) != Token.LEFT_PARENTHESIS) {
            return fields(first, before, firstOfType, type);
        }
        var name = cursor.simpleName();
        cursor.expect(Token.LEFT_PARENTHESIS);
        cursor.expect(Token.RIGHT_PARENTHESIS);
        Expression value = cursor.accept(Token.DEFAULT) ? modifiers.value() : null;
        cursor.expect(Token.SEMICOLON);
        return cursor.from(
                first,
                new AnnotationMemberDeclaration(null, before.keywords(), before.annotations(), type, name, value));
    }

    private TypeDeclaration<?> record(int first, Modifiers before) {
        if (!isType()) {
            throw cursor.unusual();
        }
        cursor.next++;
        var name = cursor.simpleName();
        NodeList<TypeParameter> typeParameters = parser.types.parameters();
        NodeList<Parameter> components = parameters();
        var implemented = parser.types.listBehind(Token.IMPLEMENTS);
        var members = members(name.asString());
        return cursor.from(
                first,
                new RecordDeclaration(
                        null,
                        before.keywords(),
                        before.annotations(),
                        name,
                        components,
                        typeParameters,
                        implemented,
                        members,
                        null));
    }

    // members

    /** The members in braces of a class; an anonymous one has no name. */
    NodeList<BodyDeclaration<?>> members(String className) {
        cursor.expect(Token.LEFT_BRACE);
        NodeList<BodyDeclaration<?>> members = new NodeList<>();
        membersInto(members, className);
        cursor.expect(Token.RIGHT_BRACE);
        return members;
    }

    private void membersInto(NodeList<BodyDeclaration<?>> members, String className) {
        while (!cursor.is(Token.RIGHT_BRACE)) {
            if (!cursor.accept(Token.SEMICOLON)) {
                members.add(member(className));
            }
        }
    }

    private BodyDeclaration<?> member(String className) {
        int first = cursor.next;
        Modifiers before = modifiers();
        if (isBody(0)) {
            BlockStmt body = body();
            return cursor.from(first, new InitializerDeclaration(null, before.has(Modifier.Keyword.STATIC), body));
        }
        if (isType()) {
            return type(first, before);
        }
        NodeList<TypeParameter> typeParameters = parser.types.parameters();
        if (cursor.is(Token.NAME) && cursor.kind(1) == Token.LEFT_PARENTHESIS && cursor.isWord(className)) {
            return constructor(first, before, typeParameters);
        }
        if (cursor.is(Token.NAME) && isBody(1) && cursor.isWord(className)) {
            var name = cursor.simpleName();
            BlockStmt body = body();
            return cursor.from(
                    first,
                    new CompactConstructorDeclaration(
                            null,
                            before.keywords(),
                            before.annotations(),
                            typeParameters,
                            name,
                            new NodeList<>(),
                            body));
        }
        int firstOfType = cursor.next;
        Type type = parser.types.typeOrVoid();
        return cursor.kind(1) == Token.LEFT_PARENTHESIS
                ? method(first, before, typeParameters, type)
                : fields(first, before, firstOfType, type);
    }

    private BodyDeclaration<?> constructor(int first, Modifiers before, NodeList<TypeParameter> typeParameters) {
        var name = cursor.simpleName();
        NodeList<Parameter> parameters = parameters();
        NodeList<ReferenceType> thrown = thrown();
        BlockStmt body = body();
        return cursor.from(
                first,
                new ConstructorDeclaration(
                        null,
                        before.keywords(),
                        before.annotations(),
                        typeParameters,
                        name,
                        parameters,
                        thrown,
                        body,
                        null));
    }

    private BodyDeclaration<?> method(int first, Modifiers before, NodeList<TypeParameter> typeParameters, Type type) {
        var name = cursor.simpleName();
        NodeList<Parameter> parameters = parameters();
        NodeList<ReferenceType> thrown = thrown();
        BlockStmt body = cursor.accept(Token.SEMICOLON) ? null : body();
        return cursor.from(
                first,
                new MethodDeclaration(
                        null,
                        before.keywords(),
                        before.annotations(),
                        typeParameters,
                        type,
                        name,
                        parameters,
                        thrown,
                        body,
                        null));
    }

    private boolean isBody(int ahead) {
        return cursor.kind(ahead) == Token.LEFT_BRACE || cursor.kind(ahead) == Token.BODY;
    }

    /** A body; an empty block for one that was skipped. */
    private BlockStmt body() {
        if (!cursor.is(Token.BODY)) {
            return parser.statements.block();
        }
        int token = cursor.next++;
        BlockStmt block = cursor.from(token, new BlockStmt(null, new NodeList<>()));
        block.setData(UnreadBody.KEY, cursor.tokens.body(token));
        return block;
    }

    private NodeList<ReferenceType> thrown() {
        NodeList<ReferenceType> thrown = new NodeList<>();
        if (cursor.accept(Token.THROWS)) {
            thrown.addAll(parser.types.separatedBy(Token.COMMA));
        }
        return thrown;
    }

    private NodeList<Parameter> parameters() {
        cursor.expect(Token.LEFT_PARENTHESIS);
        NodeList<Parameter> parameters = new NodeList<>();
        if (!cursor.is(Token.RIGHT_PARENTHESIS)) {
            do {
                parameters.add(parameter());
            } while (cursor.accept(Token.COMMA));
        }
        cursor.expect(Token.RIGHT_PARENTHESIS);
        return parameters;
    }

    Parameter parameter() {
        int first = cursor.next;
        Modifiers before = modifiers();
        int firstOfType = cursor.next;
        Type type = parser.types.type();
        boolean isVariable = cursor.accept(Token.ELLIPSIS);
        int firstOfName = cursor.next;
        var name = cursor.simpleName();
        type = parser.types.arrayOf(type, firstOfType, parser.types.brackets(), ArrayType.Origin.NAME);
        cursor.from(firstOfName, name);
        return cursor.from(
                first,
                new Parameter(null, before.keywords(), before.annotations(), type, isVariable, new NodeList<>(), name));
    }

    // variables

    private BodyDeclaration<?> fields(int first, Modifiers before, int firstOfType, Type type) {
        NodeList<VariableDeclarator> variables = variables(type, firstOfType);
        cursor.expect(Token.SEMICOLON);
        return cursor.from(first, new FieldDeclaration(null, before.keywords(), before.annotations(), variables));
    }

    /** The variables of a local declaration whose modifiers have been read. */
    VariableDeclarationExpr localVariables(int first, Modifiers before) {
        int firstOfType = cursor.next;
        Type type = parser.types.type();
        NodeList<VariableDeclarator> variables = variables(type, firstOfType);
        return cursor.from(
                first, new VariableDeclarationExpr(null, before.keywords(), before.annotations(), variables));
    }

    private NodeList<VariableDeclarator> variables(Type type, int firstOfType) {
        NodeList<VariableDeclarator> variables = new NodeList<>();
        do {
            int first = cursor.next;
            var name = cursor.simpleName();
            int dimensions = parser.types.brackets();
            cursor.from(first, name);
            if (dimensions > 0 && type.isArrayType()) {
                throw cursor.unusual();
            }
            Type own = variables.isEmpty() ? type : parser.types.again(firstOfType);
            Type whole = parser.types.arrayOf(own, firstOfType, dimensions, ArrayType.Origin.NAME);
            Expression value = cursor.accept(Token.ASSIGN) ? parser.primaries.initializer() : null;
            variables.add(cursor.from(first, new VariableDeclarator(null, whole, name, value)));
        } while (cursor.accept(Token.COMMA));
        return variables;
    }
}
