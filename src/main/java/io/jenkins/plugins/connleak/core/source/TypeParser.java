package io.jenkins.plugins.connleak.core.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the quick parser that reads types. Annotations inside of types are left to the thorough parser. */
final class TypeParser {
    private final TokenCursor cursor;

    TypeParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    static PrimitiveType.@Nullable Primitive primitive(int kind) {
        return switch (kind) {
            case Token.BOOLEAN -> PrimitiveType.Primitive.BOOLEAN;
            case Token.BYTE -> PrimitiveType.Primitive.BYTE;
            case Token.CHAR -> PrimitiveType.Primitive.CHAR;
            case Token.DOUBLE -> PrimitiveType.Primitive.DOUBLE;
            case Token.FLOAT -> PrimitiveType.Primitive.FLOAT;
            case Token.INT -> PrimitiveType.Primitive.INT;
            case Token.LONG_TYPE -> PrimitiveType.Primitive.LONG;
            case Token.SHORT -> PrimitiveType.Primitive.SHORT;
            default -> null;
        };
    }

    // looking ahead

    /** The token behind a type that begins at that token; -1 if there is none. */
    int skip(int token) {
        Tokens tokens = cursor.tokens;
        int at = token;
        if (primitive(tokens.kind(at)) != null) {
            at++;
        } else {
            at = skipClass(at);
        }
        while (at >= 0 && tokens.kind(at) == Token.LEFT_BRACKET) {
            if (tokens.kind(at + 1) != Token.RIGHT_BRACKET) {
                return at;
            }
            at += 2;
        }
        return at;
    }

    private int skipClass(int token) {
        Tokens tokens = cursor.tokens;
        int at = token;
        while (tokens.kind(at) == Token.NAME) {
            at++;
            if (tokens.kind(at) == Token.LESS) {
                at = skipArguments(at);
                if (at < 0) {
                    return -1;
                }
            }
            if (tokens.kind(at) != Token.DOT || tokens.kind(at + 1) != Token.NAME) {
                return at;
            }
            at++;
        }
        return -1;
    }

    /** The token behind type arguments that begin at that token; -1 if there are none. */
    int skipArguments(int token) {
        Tokens tokens = cursor.tokens;
        int at = token + 1;
        if (tokens.kind(at) == Token.GREATER) {
            return at + 1;
        }
        while (true) {
            at = skipArgument(at);
            if (at < 0) {
                return -1;
            }
            if (tokens.kind(at) == Token.GREATER) {
                return at + 1;
            }
            if (tokens.kind(at) != Token.COMMA) {
                return -1;
            }
            at++;
        }
    }

    private int skipArgument(int token) {
        Tokens tokens = cursor.tokens;
        if (tokens.kind(token) == Token.QUESTION) {
            int bound = tokens.kind(token + 1);
            return bound == Token.EXTENDS || bound == Token.SUPER ? skip(token + 2) : token + 1;
        }
        return skip(token);
    }

    // reading

    Type typeOrVoid() {
        int first = cursor.next;
        return cursor.accept(Token.VOID) ? cursor.from(first, new VoidType(null)) : type();
    }

    Type type() {
        int first = cursor.next;
        return arrayOf(elementType(), first, brackets(), ArrayType.Origin.TYPE);
    }

    /** The type that begins at that token once more: a node has one parent only. */
    Type again(int token) {
        int here = cursor.next;
        cursor.next = token;
        Type type = type();
        cursor.next = here;
        return type;
    }

    ReferenceType referenceType() {
        if (type() instanceof ReferenceType reference) {
            return reference;
        }
        throw cursor.unusual();
    }

    /** A type without the brackets of an array. */
    Type elementType() {
        int first = cursor.next;
        PrimitiveType.Primitive primitive = primitive(cursor.kind());
        if (primitive != null) {
            cursor.next++;
            return cursor.from(first, new PrimitiveType(null, primitive, new NodeList<>()));
        }
        return classType();
    }

    /** The number of pairs of empty brackets that come next. */
    int brackets() {
        int pairs = 0;
        while (cursor.is(Token.LEFT_BRACKET) && cursor.kind(1) == Token.RIGHT_BRACKET) {
            cursor.next += 2;
            pairs++;
        }
        return pairs;
    }

    /** An array type of so many dimensions that began at a token. */
    Type arrayOf(Type element, int first, int dimensions, ArrayType.Origin origin) {
        Type type = element;
        for (int i = 0; i < dimensions; i++) {
            type = cursor.from(first, new ArrayType(null, type, origin, new NodeList<>()));
        }
        return type;
    }

    ClassOrInterfaceType classType() {
        int first = cursor.next;
        ClassOrInterfaceType type = null;
        while (true) {
            var name = cursor.simpleName();
            NodeList<Type> arguments = cursor.is(Token.LESS) ? arguments() : null;
            type = cursor.from(first, new ClassOrInterfaceType(null, type, name, arguments, new NodeList<>()));
            if (!cursor.is(Token.DOT) || cursor.kind(1) != Token.NAME) {
                return type;
            }
            cursor.next++;
        }
    }

    /** Type arguments in their brackets; none at all for a diamond. */
    NodeList<Type> arguments() {
        cursor.expect(Token.LESS);
        NodeList<Type> arguments = new NodeList<>();
        if (cursor.accept(Token.GREATER)) {
            return arguments;
        }
        do {
            arguments.add(argument());
        } while (cursor.accept(Token.COMMA));
        cursor.expect(Token.GREATER);
        return arguments;
    }

    private Type argument() {
        int first = cursor.next;
        if (!cursor.accept(Token.QUESTION)) {
            return type();
        }
        ReferenceType upper = cursor.accept(Token.EXTENDS) ? referenceType() : null;
        ReferenceType lower = upper == null && cursor.accept(Token.SUPER) ? referenceType() : null;
        return cursor.from(first, new WildcardType(null, upper, lower, new NodeList<>()));
    }

    /** The type parameters of a class or method, if there are any. */
    NodeList<TypeParameter> parameters() {
        NodeList<TypeParameter> parameters = new NodeList<>();
        if (!cursor.accept(Token.LESS)) {
            return parameters;
        }
        do {
            int first = cursor.next;
            var name = cursor.simpleName();
            NodeList<ClassOrInterfaceType> bounds = new NodeList<>();
            if (cursor.accept(Token.EXTENDS)) {
                do {
                    bounds.add(classType());
                } while (cursor.accept(Token.AND));
            }
            parameters.add(cursor.from(first, new TypeParameter(null, name, bounds, new NodeList<>())));
        } while (cursor.accept(Token.COMMA));
        cursor.expect(Token.GREATER);
        return parameters;
    }

    /** Types with commas between them, behind a keyword; none if it does not come next. */
    NodeList<ClassOrInterfaceType> listBehind(int keyword) {
        NodeList<ClassOrInterfaceType> types = new NodeList<>();
        if (cursor.accept(keyword)) {
            do {
                types.add(classType());
            } while (cursor.accept(Token.COMMA));
        }
        return types;
    }

    /** Types with a mark between them. */
    List<ReferenceType> separatedBy(int mark) {
        List<ReferenceType> types = new ArrayList<>();
        do {
            types.add(referenceType());
        } while (cursor.accept(mark));
        return types;
    }
}
