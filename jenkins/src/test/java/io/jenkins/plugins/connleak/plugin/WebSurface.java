package io.jenkins.plugins.connleak.plugin;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.ModelObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kohsuke.stapler.StaplerFallback;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.bind.JavaScriptMethod;

/**
 * All that the web can reach of the plugin, found by reflection: methods that answer, objects behind others, pages and
 * remote APIs. It names more than Stapler would dispatch, so that nothing is missed.
 */
final class WebSurface {
    private static final String ROOT = "io.jenkins.plugins.connleak.plugin";

    /** Views that Jenkins includes into pages and forms of its own; as an address they show what those pages show. */
    private static final Set<String> FORMS = Set.of("config", "global", "help");

    private final Set<String> found = new TreeSet<>();
    private final Set<Class<?>> seen = new java.util.HashSet<>();
    private final Deque<Class<?>> left = new ArrayDeque<>();

    private WebSurface() {}

    /** Such as {@code ReportPage.doRows}, {@code ScanAction.getPage}, {@code ScanAction/index} and {@code ScanAction.getApi}. */
    static Set<String> all() throws IOException, URISyntaxException, ClassNotFoundException {
        WebSurface surface = new WebSurface();
        for (Class<?> type : types()) {
            if (isRoot(type)) {
                surface.left.add(type);
            }
        }
        while (!surface.left.isEmpty()) {
            Class<?> type = surface.left.remove();
            if (surface.seen.add(type)) {
                surface.look(type);
            }
        }
        return surface.found;
    }

    private static boolean isRoot(Class<?> type) {
        return !type.isInterface()
                && (Action.class.isAssignableFrom(type)
                        || Descriptor.class.isAssignableFrom(type)
                        || Describable.class.isAssignableFrom(type)
                        || ModelObject.class.isAssignableFrom(type)
                        || type.isAnnotationPresent(Extension.class));
    }

    private void look(Class<?> type) throws IOException, URISyntaxException {
        for (Method method : type.getMethods()) {
            if (method.getDeclaringClass().getName().startsWith(ROOT) && !Modifier.isStatic(method.getModifiers())) {
                look(type, method);
            }
        }
        if (StaplerFallback.class.isAssignableFrom(type)) {
            found.add(type.getSimpleName() + ".getStaplerFallback");
        }
        views(type);
    }

    private void look(Class<?> type, Method method) {
        String key = name(type) + "." + method.getName();
        boolean answers = method.getName().matches("(do|js)[A-Z].*")
                || method.getName().equals("getDynamic")
                || method.isAnnotationPresent(WebMethod.class)
                || method.isAnnotationPresent(JavaScriptMethod.class)
                || StaplerProxy.class.isAssignableFrom(type) && method.getName().equals("getTarget");
        boolean leads = method.getName().matches("get[A-Z].*")
                && Arrays.stream(method.getParameterTypes())
                        .allMatch(parameter -> parameter == String.class || parameter.isPrimitive())
                && (method.getReturnType().getName().startsWith(ROOT) || method.getReturnType() == Api.class);
        if (leads && !method.getReturnType().isEnum() && method.getReturnType() != Api.class) {
            left.add(method.getReturnType());
        }
        if (answers || leads) {
            found.add(key);
        }
    }

    private void views(Class<?> type) throws IOException, URISyntaxException {
        Path folder = classes().resolve(type.getName().replace('.', '/').replace('$', '/'));
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".jelly") || file.endsWith(".groovy"))
                    .map(file -> file.substring(0, file.lastIndexOf('.')))
                    .filter(view -> !FORMS.contains(view))
                    .forEach(view -> found.add(name(type) + "/" + view));
        }
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getName().lastIndexOf('.') + 1).replace("$DescriptorImpl", "");
    }

    private static List<Class<?>> types() throws IOException, URISyntaxException {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes.resolve(ROOT.replace('.', '/')))) {
            return files.filter(file -> file.toString().endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .<Class<?>>map(WebSurface::type)
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, WebSurface.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(name, e));
        }
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(JenkinsFacade.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
