package io.jenkins.plugins.connleak.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Each rule about packed files on a sound sample and on broken ones. */
class PackagingRulesTest {
    private static final String ESCAPE = "<?jelly escape-by-default='true'?>";
    private static final String SYMBOLS = "META-INF/services/annotations/org.jenkinsci.Symbol";
    private static final String EXTENSIONS = "META-INF/annotations/hudson.Extension";

    @Test
    void acceptsSafePages() {
        JarFiles jar = page(ESCAPE
                + "<j:jelly xmlns:j='jelly:core' xmlns:f='/lib/form'><script src='a.js'/>"
                + "<script type='application/json'>{}</script>"
                + "<f:textbox field='name' checkUrl='check' checkDependsOn=''/></j:jelly>");
        assertThat(JellyRules.faults(jar)).isEmpty();
    }

    @Test
    void refusesPagesThatAreNotWellFormed() {
        assertThat(JellyRules.faults(page(ESCAPE + "<a>"))).containsExactly("a/B/index.jelly: is not well-formed");
    }

    @Test
    void refusesPagesThatDoNotEscape() {
        String fault = "a/B/index.jelly: does not begin with <?jelly escape-by-default='true'?>";
        assertThat(JellyRules.faults(page("<a/>"))).containsExactly(fault);
        assertThat(JellyRules.faults(page("<?jelly escape-by-default='false'?><a/>")))
                .containsExactly(fault);
        assertThat(JellyRules.faults(page("<!-- late -->" + ESCAPE + "<a/>"))).containsExactly(fault);
    }

    @Test
    void refusesScriptsAndStylesInPages() {
        JarFiles jar = page(ESCAPE
                + "<a><script>x()</script><script type='text/javascript'>x()</script><style>b{}</style>"
                + "<b onclick='x()'/><c onLoad='x()'/><d href=' JavaScript:x()'/></a>");
        assertThat(JellyRules.faults(jar))
                .containsExactly(
                        "a/B/index.jelly: has an inline script",
                        "a/B/index.jelly: has an inline script",
                        "a/B/index.jelly: has an inline style sheet",
                        "a/B/index.jelly: has the script attribute onclick",
                        "a/B/index.jelly: has the script attribute onLoad",
                        "a/B/index.jelly: has a script as the address in href");
    }

    @Test
    void refusesCheckUrlWithoutItsDependencies() {
        assertThat(JellyRules.faults(page(ESCAPE + "<a checkUrl='check'/>")))
                .containsExactly("a/B/index.jelly: has checkUrl without checkDependsOn");
    }

    @Test
    void readsPropertiesStrictly() {
        assertThat(PropertiesRules.faults(jar(Map.of("a.properties", "a=1\nb=\\u00e4 \u00e4\n"))))
                .isEmpty();
        assertThat(PropertiesRules.faults(jar(Map.of("a.properties", "a=1\nb=2\na=3\n"))))
                .containsExactly("a.properties: has the key a more than once");
        assertThat(PropertiesRules.faults(jar(Map.of("a.properties", "a=\\u00g0"))))
                .containsExactly("a.properties: has a malformed escape");
        assertThat(PropertiesRules.faults(new JarFiles(Map.of("a.properties", new byte[] {'a', '=', (byte) 0xe4}))))
                .containsExactly("a.properties: is not UTF-8");
    }

    @Test
    void comparesTheSymbolIndexWithTheClasses() {
        byte[] symbol = annotated("a/B$C", "Lorg/jenkinsci/Symbol;", Opcodes.V17);
        assertThat(IndexRules.symbolFaults(symbols(symbol, "a.B$C\n"))).isEmpty();
        assertThat(IndexRules.symbolFaults(symbols(symbol, ""))).containsExactly("symbol index: a.B$C is missing");
        assertThat(IndexRules.symbolFaults(symbols(symbol, "a.B$C\na.D\n")))
                .containsExactly("symbol index: a.D is listed and is none");
        assertThat(IndexRules.symbolFaults(symbols(symbol, "a.B$C\na.B$C\n")))
                .containsExactly("the symbol index is not sorted, or has a line twice");
        assertThat(IndexRules.symbolFaults(new JarFiles(Map.of("a/B$C.class", symbol))))
                .containsExactly("symbol index: a.B$C is missing");
    }

    @Test
    void comparesTheExtensionIndexWithTheClasses(@TempDir Path folder) throws Exception {
        byte[] extension = annotated("a/B", "Lhudson/Extension;", Opcodes.V17);
        assertThat(extensionFaults(folder, Map.of("a/B.class", extension, EXTENSIONS, index("a.B"))))
                .isEmpty();
        assertThat(extensionFaults(folder, Map.of("a/B.class", extension, EXTENSIONS, index("a.B", "a.C"))))
                .containsExactly("extension index: a.C is listed and is none");
        assertThat(extensionFaults(folder, Map.of("a/B.class", extension)))
                .containsExactly("extension index: a.B is missing");
    }

    @Test
    void comparesManifestsWithWhatIsExpected() throws IOException {
        JarFiles jar = jar(Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nShort-Name: a\n\n"));
        assertThat(ContentRules.manifestFaults("outer", jar, Map.of("Short-Name", "a")))
                .isEmpty();
        assertThat(ContentRules.manifestFaults("outer", jar, Map.of("Short-Name", "b", "Url", "c")))
                .containsExactly("outer: Short-Name is a and should be b", "outer: Url is null and should be c");
        assertThat(ContentRules.manifestFaults("inner", jar(Map.of()), Map.of("Short-Name", "a")))
                .containsExactly("inner: Short-Name is null and should be a");
    }

    @Test
    void refusesClassesInTheWrongJar() {
        JarFiles jar = jar(Map.of(
                "io/jenkins/plugins/connleak/core/A.class", "",
                "io/jenkins/plugins/connleak/plugin/A.class", "",
                "io/jenkins/plugins/connleak/cli/A.class", "",
                "io/jenkins/plugins/echarts/A.class", "",
                "org/bson/A.class", "",
                "hudson/A.class", ""));
        assertThat(ContentRules.pluginFaults(jar))
                .containsExactly(
                        "hudson/A.class is foreign to the plugin",
                        "io/jenkins/plugins/connleak/cli/A.class is foreign to the plugin",
                        "io/jenkins/plugins/echarts/A.class is foreign to the plugin",
                        "org/bson/A.class is foreign to the plugin");
        assertThat(ContentRules.declarationFaults(jar))
                .containsExactly(
                        "hudson/A.class belongs to Jenkins",
                        "io/jenkins/plugins/connleak/plugin/A.class belongs to Jenkins",
                        "io/jenkins/plugins/echarts/A.class belongs to Jenkins");
    }

    @Test
    void refusesClassesForANewerJava() {
        String annotation = "La/A;";
        JarFiles jar = new JarFiles(Map.of(
                "a/Old.class", annotated("a/Old", annotation, Opcodes.V17),
                "a/New.class", annotated("a/New", annotation, Opcodes.V21),
                "META-INF/versions/21/a/Old.class", annotated("a/Old", annotation, Opcodes.V21)));
        assertThat(ContentRules.levelFaults(jar)).containsExactly("a/New.class needs a newer Java than 17");
    }

    @Test
    void refusesSignatures() {
        assertThat(ContentRules.signatureFaults(jar(Map.of("META-INF/A.SF", "", "META-INF/services/A.SF", ""))))
                .containsExactly("META-INF/A.SF is a signature");
    }

    @Test
    void acceptsStepsWithHelpAndForm() throws IOException {
        assertThat(DescribableRules.faults(
                        step(SoundStep.class, List.of("first", "second"), List.of("first", "second"))))
                .isEmpty();
    }

    @Test
    void refusesStepsWithoutHelpOrForm() throws IOException {
        String name = SoundStep.class.getName();
        JarFiles whole = step(SoundStep.class, List.of("first", "second"), List.of("first", "second"));
        String folder = name.replace('.', '/').replace('$', '/');
        assertThat(DescribableRules.faults(without(whole, folder + "/help-second.html")))
                .containsExactly(name + ".second: has no help file");
        assertThat(DescribableRules.faults(without(whole, folder + "/help.html")))
                .containsExactly(name + ": has no help.html");
        assertThat(DescribableRules.faults(without(whole, folder + "/config.jelly")))
                .containsExactly(name + ": has no config.jelly");
    }

    @Test
    void refusesFormsThatDoNotMatchTheirStep() throws IOException {
        String name = SoundStep.class.getName();
        String form = name.replace('.', '/').replace('$', '/') + "/config.jelly";
        assertThat(DescribableRules.faults(
                        step(SoundStep.class, List.of("first", "third"), List.of("first", "second"))))
                .containsExactly(
                        form + ": does not show the property second",
                        form + ": field third can't be set in " + name,
                        form + ": field third has no getter in " + name,
                        form + ": field third has no help file");
    }

    @Test
    void refusesPropertiesThatCannotBeRead() throws IOException {
        assertThat(DescribableRules.faults(step(MuteStep.class, List.of(), List.of("first"))))
                .contains(MuteStep.class.getName() + ".first: has no public getter");
    }

    @Test
    void followsIncludedForms() throws IOException {
        String name = SoundStep.class.getName();
        String folder = name.replace('.', '/').replace('$', '/');
        Map<String, byte[]> files = new HashMap<>(
                step(SoundStep.class, List.of(), List.of("first", "second")).files());
        files.put(
                folder + "/config.jelly",
                bytes(ESCAPE + "<a xmlns:st='jelly:stapler'><st:include page='/b/fields.jelly'/></a>"));
        files.put("b/fields.jelly", bytes(ESCAPE + "<a><b field='first'/><b field='second'/></a>"));
        assertThat(DescribableRules.faults(new JarFiles(files))).isEmpty();
    }

    @Test
    void acceptsHelpOfAnotherTypeOnlyWhereTheDescriptorPointsToIt() throws IOException {
        Map<String, byte[]> files =
                new HashMap<>(step(SoundStep.class, List.of("first", "second"), List.of("first", "second"))
                        .files());
        for (Class<?> twin : List.of(HelpedTwin.class, HelpedTwin.DescriptorImpl.class, LonelyTwin.class)) {
            files.put(twin.getName().replace('.', '/') + ".class", classFile(twin));
        }
        String include = ESCAPE + "<a xmlns:st='jelly:stapler'><st:include page='config.jelly' class='"
                + SoundStep.class.getName() + "'/></a>";
        for (Class<?> twin : List.of(HelpedTwin.class, LonelyTwin.class)) {
            files.put(twin.getName().replace('.', '/').replace('$', '/') + "/config.jelly", bytes(include));
        }

        assertThat(DescribableRules.faults(new JarFiles(files)))
                .containsExactly(
                        LonelyTwin.class.getName() + ".first: has no help file",
                        LonelyTwin.class.getName() + ".second: has no help file",
                        LonelyTwin.class.getName() + ": has no help.html");
    }

    static final class HelpedTwin extends Step {
        private final String first;
        private final String second;

        @DataBoundConstructor
        public HelpedTwin(String first, String second) {
            this.first = first;
            this.second = second;
        }

        public String getFirst() {
            return first;
        }

        public String getSecond() {
            return second;
        }

        @Override
        public StepExecution start(StepContext context) {
            throw new AssertionError("only its shape matters");
        }

        static final class DescriptorImpl {
            public String getHelpFile(String field) {
                return field;
            }
        }
    }

    static final class LonelyTwin extends Step {
        private final String first;
        private final String second;

        @DataBoundConstructor
        public LonelyTwin(String first, String second) {
            this.first = first;
            this.second = second;
        }

        public String getFirst() {
            return first;
        }

        public String getSecond() {
            return second;
        }

        @Override
        public StepExecution start(StepContext context) {
            throw new AssertionError("only its shape matters");
        }
    }

    static final class SoundStep extends Step {
        private final String first;
        private String second = "";

        @DataBoundConstructor
        public SoundStep(String first) {
            this.first = first;
        }

        public String getFirst() {
            return first;
        }

        public String getSecond() {
            return second;
        }

        @DataBoundSetter
        public void setSecond(String second) {
            this.second = second;
        }

        @Override
        public StepExecution start(StepContext context) {
            throw new AssertionError("only its shape matters");
        }
    }

    static final class MuteStep extends Step {
        private final String hidden;

        @DataBoundConstructor
        public MuteStep(String first) {
            this.hidden = first;
        }

        @Override
        public StepExecution start(StepContext context) {
            throw new AssertionError(hidden);
        }
    }

    private static JarFiles step(Class<?> type, List<String> shown, List<String> helped) throws IOException {
        String file = type.getName().replace('.', '/');
        String folder = file.replace('$', '/');
        Map<String, byte[]> files = new HashMap<>();
        files.put(file + ".class", classFile(type));
        StringBuilder form = new StringBuilder(ESCAPE + "<a>");
        shown.forEach(field -> form.append("<b field='").append(field).append("'/>"));
        files.put(folder + "/config.jelly", bytes(form.append("</a>").toString()));
        files.put(folder + "/help.html", new byte[0]);
        helped.forEach(field -> files.put(folder + "/help-" + field + ".html", new byte[0]));
        return new JarFiles(files);
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static JarFiles without(JarFiles jar, String name) {
        Map<String, byte[]> files = new HashMap<>(jar.files());
        assertThat(files.remove(name)).as(name).isNotNull();
        return new JarFiles(files);
    }

    private static JarFiles symbols(byte[] type, String index) {
        return new JarFiles(Map.of("a/B$C.class", type, SYMBOLS, bytes(index)));
    }

    private static List<String> extensionFaults(Path folder, Map<String, byte[]> files) throws IOException {
        Path file = Files.createTempFile(folder, "sample", ".jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return IndexRules.extensionFaults(JarFiles.read(file), file);
    }

    /** An index as SezPoz writes it; its element type has no public constructor. */
    private static byte[] index(String... classNames) throws Exception {
        Constructor<?> element = Class.forName("net.java.sezpoz.impl.SerAnnotatedElement")
                .getDeclaredConstructor(String.class, String.class, boolean.class, TreeMap.class);
        element.setAccessible(true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            for (String name : classNames) {
                out.writeObject(element.newInstance(name, null, false, new TreeMap<>()));
            }
            out.writeObject(null);
        }
        return bytes.toByteArray();
    }

    private static byte[] annotated(String name, String annotation, int level) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(level, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitAnnotation(annotation, true).visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static JarFiles page(String text) {
        return jar(Map.of("a/B/index.jelly", text));
    }

    private static JarFiles jar(Map<String, String> files) {
        Map<String, byte[]> content = new HashMap<>();
        files.forEach((name, text) -> content.put(name, bytes(text)));
        return new JarFiles(content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
