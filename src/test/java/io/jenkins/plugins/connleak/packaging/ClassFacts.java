package io.jenkins.plugins.connleak.packaging;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.ParameterNode;

/**
 * What the packaging rules want to know of a class, read from its bytes.
 *
 * @param node the class
 */
record ClassFacts(ClassNode node) {
    private static final String BOUND_CONSTRUCTOR = "Lorg/kohsuke/stapler/DataBoundConstructor;";
    private static final String BOUND_SETTER = "Lorg/kohsuke/stapler/DataBoundSetter;";
    private static final int LEVEL = 6;

    static ClassFacts of(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return new ClassFacts(node);
    }

    /** Major version of a class file: 61 is Java 17. */
    static int level(byte[] classFile) {
        return (classFile[LEVEL] & 0xff) << 8 | (classFile[LEVEL + 1] & 0xff);
    }

    /** Binary name, as {@code a.b.Outer$Inner}. */
    String name() {
        return node.name.replace('/', '.');
    }

    /** Folder of its views in a jar, as {@code a/b/Outer/Inner}. */
    String viewFolder() {
        return node.name.replace('$', '/');
    }

    String superName() {
        return node.superName;
    }

    boolean hasAnnotation(String descriptor) {
        return contains(node.visibleAnnotations, descriptor);
    }

    /** Whether the class or one of its members has that annotation. */
    boolean hasAnnotationAnywhere(String descriptor) {
        return hasAnnotation(descriptor)
                || node.methods.stream().anyMatch(method -> contains(method.visibleAnnotations, descriptor))
                || node.fields.stream().anyMatch(field -> contains(field.visibleAnnotations, descriptor));
    }

    /** Whether forms and scripts make it by a constructor. */
    boolean isBound() {
        return boundConstructor().isPresent();
    }

    boolean isAbstract() {
        return (node.access & Opcodes.ACC_ABSTRACT) != 0;
    }

    /** Properties that forms and scripts set: arguments of the bound constructor, bound setters, bound fields. */
    Set<String> boundProperties() {
        Set<String> properties = new TreeSet<>();
        boundConstructor().ifPresent(made -> properties.addAll(parameterNames(made)));
        for (MethodNode method : node.methods) {
            if (contains(method.visibleAnnotations, BOUND_SETTER)) {
                properties.add(propertyOf(method.name, "set"));
            }
        }
        for (FieldNode field : node.fields) {
            if (contains(field.visibleAnnotations, BOUND_SETTER)) {
                properties.add(field.name);
            }
        }
        return properties;
    }

    /** Properties that can be read: public getters and public fields. */
    Set<String> readableProperties() {
        Set<String> properties = new TreeSet<>();
        for (MethodNode method : node.methods) {
            boolean takesNothing = Type.getArgumentCount(method.desc) == 0;
            if (isPublic(method.access) && takesNothing && method.name.matches("get[A-Z].*")) {
                properties.add(propertyOf(method.name, "get"));
            } else if (isPublic(method.access) && takesNothing && method.name.matches("is[A-Z].*")) {
                properties.add(propertyOf(method.name, "is"));
            }
        }
        node.fields.stream().filter(field -> isPublic(field.access)).forEach(field -> properties.add(field.name));
        return properties;
    }

    /** Properties with a public setter, bound or not. */
    Set<String> writableProperties() {
        Set<String> properties = new TreeSet<>(boundProperties());
        node.methods.stream()
                .filter(method -> isPublic(method.access) && method.name.matches("set[A-Z].*"))
                .forEach(method -> properties.add(propertyOf(method.name, "set")));
        return properties;
    }

    private Optional<MethodNode> boundConstructor() {
        return node.methods.stream()
                .filter(method ->
                        method.name.equals("<init>") && contains(method.visibleAnnotations, BOUND_CONSTRUCTOR))
                .findFirst();
    }

    private static List<String> parameterNames(MethodNode method) {
        int count = Type.getArgumentCount(method.desc);
        List<ParameterNode> named = method.parameters == null ? List.of() : method.parameters;
        if (named.size() == count) {
            return named.stream().map(parameter -> parameter.name).toList();
        }
        List<String> unnamed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            unnamed.add("(argument " + i + " without a name: not compiled with -parameters)");
        }
        return unnamed;
    }

    private static String propertyOf(String method, String prefix) {
        return Introspector.decapitalize(method.substring(prefix.length()));
    }

    private static boolean isPublic(int access) {
        return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    private static boolean contains(@Nullable List<AnnotationNode> annotations, String descriptor) {
        return Stream.ofNullable(annotations)
                .flatMap(List::stream)
                .anyMatch(annotation -> annotation.desc.equals(descriptor));
    }
}
