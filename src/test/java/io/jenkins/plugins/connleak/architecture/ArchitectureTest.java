package io.jenkins.plugins.connleak.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The code against the picture of it, {@code design.puml}, and against what each package may know. */
class ArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.connleak";
    private static final int MOST_ARGUMENTS = 6;
    private static final Pattern STEREOTYPE = Pattern.compile("<<([^>]+)>>");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void importsOnlyWhatThePictureAllows() {
        classes()
                .should(adhereToPlantUmlDiagram(picture(), consideringOnlyDependenciesInDiagram()))
                .check(PRODUCT);
    }

    @Test
    void hasEachPackageInThePicture() throws IOException {
        String[] drawn = STEREOTYPE
                .matcher(read(picture()))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toArray(String[]::new);
        assertThat(drawn).hasSizeGreaterThan(10);
        classes().should(be(resideInAnyPackage(drawn))).check(PRODUCT);
    }

    @Test
    void hasNoCycleOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void parsesJavaOnlyInTheEngine() {
        confine(
                List.of("com.github.javaparser.."),
                ROOT + ".core.source",
                ROOT + ".core.flow",
                ROOT + ".core.leak",
                ROOT + ".core.fix");
    }

    @Test
    void speaksToMongoOnlyInTheArchive() {
        confine(List.of("com.mongodb..", "org.bson.."), ROOT + ".archive");
    }

    @Test
    void knowsCommandLineLibrariesOnlyInTheCommandLine() {
        confine(List.of("picocli..", "de.bwaldvogel..", "org.h2.."), ROOT + ".cli..");
    }

    @Test
    void readsAndWritesJsonOnlyWhereDocumentsAre() {
        confine(
                List.of("com.fasterxml.jackson.."),
                ROOT + ".core.export",
                ROOT + ".core.baseline",
                ROOT + ".plugin.actions",
                ROOT + ".plugin.trends",
                ROOT + ".runtime");
    }

    @Test
    void readsYamlOnlyInTheCatalog() {
        confine(List.of("org.yaml.."), ROOT + ".core.spec");
    }

    @Test
    void knowsJenkinsOnlyInThePlugin() {
        confine(
                List.of(
                        "hudson..",
                        "jenkins..",
                        "org.kohsuke..",
                        "org.jenkinsci..",
                        "com.cloudbees..",
                        "io.jenkins.plugins.echarts..",
                        "io.jenkins.plugins.util..",
                        "edu.hm.hafner..",
                        "edu.umd..",
                        "jakarta.servlet..",
                        "org.springframework..",
                        "com.thoughtworks..",
                        "com.google.common..",
                        "net.java.sezpoz..",
                        "org.jvnet.localizer.."),
                ROOT + ".plugin..");
    }

    @Test
    void knowsOptionalPluginsOnlyWhereTheirAbsenceIsBorne() {
        confine(List.of("io.jenkins.plugins.checks.."), ROOT + ".plugin.checks");
        confine(List.of("hudson.plugins.view.dashboard.."), ROOT + ".plugin.overview");
        confine(List.of("org.jenkinsci.plugins.tokenmacro.."), ROOT + ".plugin.overview");
    }

    @Test
    void marksEachPackageAsNullMarked() {
        List<String> unmarked = PRODUCT.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName())
                .sorted()
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void constructsNothingFromMoreThanSixArguments() {
        constructors()
                .that(DescribedPredicate.describe("are written by hand", ArchitectureTest::isWrittenByHand))
                .should(be(DescribedPredicate.describe(
                        "made of at most " + MOST_ARGUMENTS + " arguments",
                        (JavaConstructor made) -> made.getRawParameterTypes().size() <= MOST_ARGUMENTS)))
                .check(PRODUCT);
    }

    @Test
    void writesToTheConsoleOnlyInTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PRODUCT);
    }

    /** Enums' and inner classes' constructors carry arguments that nobody wrote. */
    private static boolean isWrittenByHand(JavaConstructor made) {
        JavaClass owner = made.getOwner();
        return !owner.isEnum()
                && !made.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !owner.isAnonymousClass()
                && !owner.isInnerClass();
    }

    private static void confine(List<String> libraries, String... home) {
        DescribedPredicate<JavaClass> outside =
                DescribedPredicate.describe("are at home elsewhere", (JavaClass type) -> !PackageMatchers.of(home)
                        .test(type.getPackageName()));
        noClasses()
                .that(outside)
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries.toArray(String[]::new)))
                .check(PRODUCT);
    }

    private static URL picture() {
        return Objects.requireNonNull(ArchitectureTest.class.getResource("/design.puml"));
    }

    private static String read(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
