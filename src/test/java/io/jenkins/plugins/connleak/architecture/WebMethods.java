package io.jenkins.plugins.connleak.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is wrong with the methods of a class that Stapler calls for a URL: each has to say its verb, has to be a POST in a
 * descriptor, and has to ask for a permission before it does anything else.
 *
 * <p>Before the question only getters without arguments may run, which fetch the object to be asked. The question may be put by
 * a method of the project's own whose body begins with it. That a method with {@code @GET} changes nothing can't be seen here.
 */
final class WebMethods {
    private static final Pattern NAME = Pattern.compile("do[A-Z].*");
    private static final Pattern OF_FORMS = Pattern.compile("do(Fill|Check)[A-Z].*");
    private static final String POST = "Lorg/kohsuke/stapler/verb/POST;";
    private static final String REQUIRE_POST = "Lorg/kohsuke/stapler/interceptor/RequirePOST;";
    private static final String GET = "Lorg/kohsuke/stapler/verb/GET;";
    private static final String CALLED_BY_SCRIPT = "Lorg/kohsuke/stapler/bind/JavaScriptMethod;";
    private static final String DESCRIPTOR = "hudson/model/Descriptor";
    private static final Set<String> QUESTIONS =
            Set.of("checkPermission", "hasPermission", "checkAnyPermission", "hasAnyPermission");
    private static final Pattern FETCH = Pattern.compile("get\\w*");
    private static final int DEEPEST_HELPER = 4;

    private final String ownPackage;
    private final Map<String, Optional<ClassNode>> classes = new HashMap<>();

    /** @param ownPackage package, with dots, whose methods may put the question for others */
    WebMethods(String ownPackage) {
        this.ownPackage = ownPackage.replace('.', '/') + "/";
    }

    /** A sentence per fault of the class with that binary name; empty if there is none. */
    List<String> faultsOf(String className) {
        ClassNode type = find(className.replace('.', '/')).orElseThrow();
        boolean isDescriptor = isA(type, DESCRIPTOR);
        boolean isInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
        List<String> faults = new ArrayList<>();
        for (MethodNode method : type.methods) {
            if (isWebMethod(method)) {
                // descriptors may share the methods of a form by an interface
                boolean isOfForm = isInterface && OF_FORMS.matcher(method.name).matches();
                faultsOf(method, isDescriptor || isOfForm)
                        .map(fault -> className + "." + method.name + " " + fault)
                        .forEach(faults::add);
            }
        }
        return List.copyOf(faults);
    }

    private Stream<String> faultsOf(MethodNode method, boolean isDescriptor) {
        Set<String> annotations = annotationsOf(method);
        boolean isPost = annotations.contains(POST) || annotations.contains(REQUIRE_POST);
        boolean isScript = annotations.contains(CALLED_BY_SCRIPT);
        Stream.Builder<String> faults = Stream.builder();
        if (isDescriptor && !isPost && !isScript) {
            faults.add("is in a descriptor and has no @POST");
        } else if (!isPost && !isScript && !annotations.contains(GET)) {
            faults.add("has neither @POST nor @GET");
        }
        if (!beginsWithQuestion(method, 0)) {
            faults.add("does not begin with a permission check");
        }
        return faults.build();
    }

    private static boolean isWebMethod(MethodNode method) {
        boolean isPublic = (method.access & Opcodes.ACC_PUBLIC) != 0;
        boolean isMade = (method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ABSTRACT)) != 0;
        return isPublic
                && !isMade
                && (NAME.matcher(method.name).matches() || annotationsOf(method).contains(CALLED_BY_SCRIPT));
    }

    private boolean beginsWithQuestion(MethodNode method, int depth) {
        for (AbstractInsnNode at = method.instructions.getFirst(); at != null; at = at.getNext()) {
            if (at.getOpcode() == Opcodes.NEW
                    || at.getOpcode() == Opcodes.PUTFIELD
                    || at.getOpcode() == Opcodes.PUTSTATIC) {
                return false;
            }
            if (at instanceof MethodInsnNode call) {
                if (QUESTIONS.contains(call.name) || asksForOthers(call, depth)) {
                    return true;
                }
                if (!isFetch(call)) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean asksForOthers(MethodInsnNode call, int depth) {
        return depth < DEEPEST_HELPER
                && call.owner.startsWith(ownPackage)
                && find(call.owner).stream()
                        .flatMap(owner -> owner.methods.stream())
                        .filter(method -> method.name.equals(call.name) && method.desc.equals(call.desc))
                        .anyMatch(method -> beginsWithQuestion(method, depth + 1));
    }

    private static boolean isFetch(MethodInsnNode call) {
        return Type.getArgumentCount(call.desc) == 0
                && Type.getReturnType(call.desc).getSort() == Type.OBJECT
                && FETCH.matcher(call.name).matches();
    }

    private boolean isA(ClassNode type, String ancestor) {
        Optional<ClassNode> at = Optional.of(type);
        while (at.isPresent()) {
            if (at.get().name.equals(ancestor)) {
                return true;
            }
            at = Optional.ofNullable(at.get().superName).flatMap(this::find);
        }
        return false;
    }

    private static Set<String> annotationsOf(MethodNode method) {
        List<AnnotationNode> visible = method.visibleAnnotations == null ? List.of() : method.visibleAnnotations;
        return Set.copyOf(visible.stream().map(annotation -> annotation.desc).toList());
    }

    private Optional<ClassNode> find(String internalName) {
        return classes.computeIfAbsent(internalName, WebMethods::read);
    }

    private static Optional<ClassNode> read(String internalName) {
        try (InputStream in = WebMethods.class.getResourceAsStream("/" + internalName + ".class")) {
            if (in == null) {
                return Optional.empty();
            }
            ClassNode read = new ClassNode();
            new ClassReader(in).accept(read, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return Optional.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException(internalName, e);
        }
    }
}
