package io.jenkins.plugins.connleak.core.leak;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithExtends;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import io.jenkins.plugins.connleak.core.flow.EnclosingScope;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.InnerTypes;
import io.jenkins.plugins.connleak.core.leak.MethodModel.Trait;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.spec.HousePatterns;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a syntax tree into models; a body that is too large or too deep is given up and reported. */
final class FileLowering {
    private final FileHeader header;
    private final List<TypeModel> types = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final FieldNames fieldNames;
    private final BodyLowering bodies;

    private FileLowering(FileHeader header, CompilationUnit unit) {
        this.header = header;
        this.fieldNames = FieldNames.of(unit);
        this.bodies = new BodyLowering(header, fieldNames, problems);
    }

    static LoweredFile lower(ParsedFile file, Optional<HousePatterns> patterns) {
        CompilationUnit unit = file.unit();
        List<FileHeader.Import> imports = unit.getImports().stream()
                .map(name -> new FileHeader.Import(name.getNameAsString(), name.isStatic(), name.isAsterisk()))
                .toList();
        String packageName = unit.getPackageDeclaration()
                .map(declaration -> declaration.getNameAsString())
                .orElse("");
        FileHeader header = new FileHeader(file.source().path(), packageName, imports);
        FileLowering lowering = new FileLowering(header, unit);
        unit.getTypes().forEach(type -> lowering.type(type, null, null, ""));
        HouseLines house = patterns.map(known -> HouseLines.of(file.source(), known, lowering.problems))
                .orElse(HouseLines.NONE);
        return new LoweredFile(header, lowering.types, house, lowering.problems);
    }

    private void type(
            TypeDeclaration<?> declaration, @Nullable TypeModel outer, @Nullable EnclosingScope scope, String suffix) {
        String name = (outer == null ? "" : outer.name() + ".") + declaration.getNameAsString() + suffix;
        TypeModel model = new TypeModel(header, name, outer, supertypes(declaration));
        types.add(model);
        arguments(model, declaration);
        if (declaration instanceof NodeWithTypeParameters<?> node) {
            node.getTypeParameters().forEach(parameter -> model.parameters().add(parameter.getNameAsString()));
            bounds(model, node);
        }
        List<BodyDeclaration<?>> members = new ArrayList<>(declaration.getMembers());
        if (declaration instanceof RecordDeclaration record) {
            record.getParameters().forEach(component -> model.fields()
                    .put(
                            component.getNameAsString(),
                            new TypeModel.Field(component.getType().asString(), false, true, false)));
            record.getParameters().forEach(component -> accessor(model, record, component));
        }
        members(model, members, scope);
        if (declaration instanceof EnumDeclaration enumeration) {
            enumeration.getEntries().forEach(entry -> {
                if (!entry.getClassBody().isEmpty()) {
                    TypeModel constant =
                            new TypeModel(header, name + "." + entry.getNameAsString(), model, List.of(name));
                    types.add(constant);
                    members(constant, new ArrayList<>(entry.getClassBody()), scope);
                }
            });
        }
    }

    /** A record's accessor hands out what its component holds. */
    private static void accessor(TypeModel model, RecordDeclaration record, Parameter component) {
        String name = component.getNameAsString();
        boolean isWritten = record.getMethodsByName(name).stream()
                .anyMatch(method -> method.getParameters().isEmpty());
        if (!isWritten) {
            Signature signature =
                    Signature.of(name, name, List.of(), component.getType().asString(), List.of());
            model.methods().add(new MethodModel(model, signature, Set.of(), Optional.empty()));
        }
    }

    private static void bounds(TypeModel model, NodeWithTypeParameters<?> node) {
        node.getTypeParameters().forEach(parameter -> parameter.getTypeBound().stream()
                .findFirst()
                .ifPresent(bound -> model.bounds().putIfAbsent(parameter.getNameAsString(), bound.asString())));
    }

    private static void arguments(TypeModel model, Node declaration) {
        if (declaration instanceof NodeWithExtends<?> node) {
            node.getExtendedTypes().forEach(type -> arguments(model, type));
        }
        if (declaration instanceof NodeWithImplements<?> node) {
            node.getImplementedTypes().forEach(type -> arguments(model, type));
        }
    }

    private static void arguments(TypeModel model, ClassOrInterfaceType type) {
        type.getTypeArguments().ifPresent(given -> model.arguments()
                .put(type.getNameWithScope(), given.stream().map(Type::asString).toList()));
    }

    private static List<String> supertypes(Node declaration) {
        List<String> names = new ArrayList<>();
        if (declaration instanceof NodeWithExtends<?> node) {
            node.getExtendedTypes().forEach(type -> names.add(type.getNameWithScope()));
        }
        if (declaration instanceof NodeWithImplements<?> node) {
            node.getImplementedTypes().forEach(type -> names.add(type.getNameWithScope()));
        }
        return names;
    }

    private List<FlowGraph> members(
            TypeModel model, List<? extends BodyDeclaration<?>> members, @Nullable EnclosingScope scope) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof FieldDeclaration field) {
                field.getVariables().forEach(variable -> {
                    fieldNames.add(variable.getNameAsString());
                    model.fields()
                            .put(
                                    variable.getNameAsString(),
                                    new TypeModel.Field(
                                            variable.getType().asString(),
                                            field.isStatic(),
                                            field.isPrivate(),
                                            variable.getInitializer().isPresent()));
                    if (field.getAnnotations().stream()
                            .anyMatch(annotation ->
                                    Stubs.isMock(annotation.getName().getIdentifier()))) {
                        model.standIns().add(variable.getNameAsString());
                    }
                });
            }
        }
        List<FlowGraph> graphs = new ArrayList<>();
        for (BodyDeclaration<?> member : members) {
            member(model, member, scope, graphs);
        }
        return graphs;
    }

    private void member(
            TypeModel model, BodyDeclaration<?> member, @Nullable EnclosingScope scope, List<FlowGraph> graphs) {
        if (member instanceof MethodDeclaration method) {
            method(model, method, scope, graphs);
        } else if (member instanceof ConstructorDeclaration constructor) {
            Signature signature = Signature.of(
                    "<init>", model.simpleName(), constructor.getParameters(), "", constructor.getThrownExceptions());
            Set<Trait> traits = EnumSet.of(Trait.CONSTRUCTOR);
            addVarargs(constructor.getParameters(), traits);
            var body =
                    new BodyLowering.Body(constructor.getParameters(), constructor.getBody(), scope, new Inner(model));
            bodies.add(new BodyLowering.Head(model, signature, traits, constructor), body, graphs);
        } else if (member instanceof CompactConstructorDeclaration constructor) {
            Signature signature = Signature.of("<init>", model.simpleName(), List.of(), "", List.of());
            var body = new BodyLowering.Body(List.of(), constructor.getBody(), scope, new Inner(model));
            bodies.add(
                    new BodyLowering.Head(model, signature, EnumSet.of(Trait.CONSTRUCTOR), constructor), body, graphs);
        } else if (member instanceof InitializerDeclaration initializer) {
            Signature signature = new Signature(
                    initializer.isStatic() ? "<clinit>" : "<fields>", List.of(), "", List.of(), "initializer");
            Set<Trait> traits = initializer.isStatic() ? EnumSet.of(Trait.STATIC) : EnumSet.of(Trait.CONSTRUCTOR);
            var body = new BodyLowering.Body(List.of(), initializer.getBody(), scope, new Inner(model));
            bodies.add(new BodyLowering.Head(model, signature, traits, initializer), body, graphs);
        } else if (member instanceof FieldDeclaration field) {
            field(model, field, scope, graphs);
        } else if (member instanceof TypeDeclaration<?> nested) {
            type(nested, model, scope, "");
        }
    }

    private void method(
            TypeModel model, MethodDeclaration method, @Nullable EnclosingScope scope, List<FlowGraph> graphs) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        bounds(model, method);
        if (method.isStatic()) {
            traits.add(Trait.STATIC);
        }
        if (method.isPrivate()) {
            traits.add(Trait.PRIVATE);
        }
        addVarargs(method.getParameters(), traits);
        String result = method.getType().isVoidType() ? "" : method.getType().asString();
        Signature signature = Signature.of(
                method.getNameAsString(),
                method.getNameAsString(),
                method.getParameters(),
                result,
                method.getThrownExceptions());
        if (method.getBody().isEmpty()) {
            if (!method.isAbstract() && !method.isNative() && !isInterface(method)) {
                traits.add(Trait.UNSEEN);
            }
            model.methods().add(new MethodModel(model, signature, traits, Optional.empty()));
            return;
        }
        var body =
                new BodyLowering.Body(method.getParameters(), method.getBody().get(), scope, new Inner(model));
        bodies.add(new BodyLowering.Head(model, signature, traits, method), body, graphs);
    }

    private static boolean isInterface(MethodDeclaration method) {
        return method.getParentNode()
                .filter(parent -> parent instanceof AnnotationDeclaration
                        || (parent instanceof ClassOrInterfaceDeclaration type && type.isInterface()))
                .isPresent();
    }

    private void field(
            TypeModel model, FieldDeclaration field, @Nullable EnclosingScope scope, List<FlowGraph> graphs) {
        field.getVariables().forEach(variable -> {
            if (variable.getInitializer().isPresent()
                    && !variable.getInitializer().get().isLiteralExpr()) {
                Signature signature = new Signature(
                        field.isStatic() ? "<clinit>" : "<fields>",
                        List.of(),
                        "",
                        List.of(),
                        variable.getNameAsString());
                Set<Trait> traits = field.isStatic() ? EnumSet.of(Trait.STATIC) : EnumSet.of(Trait.CONSTRUCTOR);
                var head = new BodyLowering.Head(model, signature, traits, field);
                bodies.add(head, new BodyLowering.Initializer(variable, scope, new Inner(model)), graphs);
            }
        });
    }

    private static void addVarargs(List<Parameter> parameters, Set<Trait> traits) {
        if (!parameters.isEmpty() && parameters.get(parameters.size() - 1).isVarArgs()) {
            traits.add(Trait.VARARGS);
        }
    }

    /** Types inside bodies become types of the file; what they capture is known through their scope. */
    private final class Inner implements InnerTypes {
        private final TypeModel enclosing;

        Inner(TypeModel enclosing) {
            this.enclosing = enclosing;
        }

        @Override
        public List<FlowGraph> anonymous(String superType, NodeList<BodyDeclaration<?>> members, EnclosingScope scope) {
            TypeModel model = new TypeModel(
                    header, enclosing.name() + ".$" + types.size(), enclosing, List.of(TypeNames.erase(superType)));
            types.add(model);
            model.arguments().put(TypeNames.erase(superType), TypeNames.arguments(superType));
            return FileLowering.this.members(model, members, scope);
        }

        @Override
        public void local(TypeDeclaration<?> type, EnclosingScope scope) {
            FileLowering.this.type(type, enclosing, scope, "");
        }
    }
}
