package io.jenkins.plugins.connleak.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The root build and the official one build the same plugin: what both say, they say alike. */
class TwoBuildsTest {
    private static final List<String> SHARED = List.of(
            "/project/groupId",
            "/project/artifactId",
            "/project/version",
            "/project/name",
            "/project/description",
            "/project/url",
            "/project/scm/connection",
            "/project/licenses/license/name",
            "/project/properties/javaparser.version",
            "/project/properties/mongodb.version",
            "/project/properties/jspecify.version",
            "/project/properties/assertj.version");

    @Test
    void agreeOnWhatTheyBuild() throws Exception {
        Document root = pom("pom.xml");
        Document official = pom("jenkins/pom.xml");
        Map<String, String> inRoot = values(root);
        assertThat(inRoot.values()).doesNotContain("");
        assertThat(values(official)).isEqualTo(inRoot);
        assertThat(text(official, "/project/properties/jenkins.version")
                        .replace("${jenkins.baseline}", baseline(official)))
                .isEqualTo(text(root, "/project/properties/jenkins.version"));
    }

    @Test
    void agreeOnThePluginsTheyNeed() throws Exception {
        List<String> inManifest = Arrays.stream(text(pom("pom.xml"), "/project/properties/plugin.dependencies")
                        .split(",", -1))
                .map(dependency -> dependency.substring(0, dependency.indexOf(':')))
                .sorted()
                .toList();
        Document official = pom("jenkins/pom.xml");
        NodeList nodes = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/project/dependencies/dependency[not(version)][not(scope)]/artifactId",
                        official,
                        XPathConstants.NODESET);
        List<String> asDependencies = IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .sorted()
                .toList();
        assertThat(asDependencies).isEqualTo(inManifest);
    }

    private static Map<String, String> values(Document pom) throws XPathExpressionException {
        Map<String, String> values = new TreeMap<>();
        for (String path : SHARED) {
            values.put(path, text(pom, path));
        }
        return values;
    }

    private static String baseline(Document pom) throws XPathExpressionException {
        return text(pom, "/project/properties/jenkins.baseline");
    }

    /** The pom without its namespace, so that paths are plain. */
    private static Document pom(String file) throws IOException, SAXException {
        String text = Files.readString(Path.of(file)).replaceFirst("<project [^>]*>", "<project>");
        return JellyRules.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Document pom, String path) throws XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate(path, pom);
    }
}
