package io.jenkins.plugins.connleak.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What a page must hold to be safe and to work under an enforced content security policy. */
final class JellyRules {
    private static final String ESCAPE = "escape-by-default='true'";

    private JellyRules() {}

    /** A sentence per fault of each page of the jar; empty if there is none. */
    static List<String> faults(JarFiles jar) {
        List<String> faults = new ArrayList<>();
        for (String name : jar.named(".jelly")) {
            try {
                Document page = parse(jar.bytes(name));
                if (!escapes(page)) {
                    faults.add(name + ": does not begin with <?jelly " + ESCAPE + "?>");
                }
                for (Element element : elements(page)) {
                    faultsOf(element).forEach(fault -> faults.add(name + ": " + fault));
                }
            } catch (SAXException e) {
                faults.add(name + ": is not well-formed");
            }
        }
        return List.copyOf(faults);
    }

    /** A page as a tree. */
    static Document parse(byte[] page) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(page));
        } catch (ParserConfigurationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** All elements of a page in its order. */
    static List<Element> elements(Document page) {
        List<Element> elements = new ArrayList<>();
        var all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static boolean escapes(Document page) {
        return page.getFirstChild() instanceof ProcessingInstruction first
                && first.getTarget().equals("jelly")
                && first.getData().trim().replace('"', '\'').equals(ESCAPE);
    }

    private static List<String> faultsOf(Element element) {
        List<String> faults = new ArrayList<>();
        String tag = element.getLocalName().toLowerCase(Locale.ROOT);
        boolean isData = element.getAttribute("type").equals("application/json");
        if (tag.equals("script") && !element.hasAttribute("src") && !isData) {
            faults.add("has an inline script");
        }
        if (tag.equals("style")) {
            faults.add("has an inline style sheet");
        }
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String name = attribute.getNodeName().toLowerCase(Locale.ROOT);
            if (name.startsWith("on")) {
                faults.add("has the script attribute " + attribute.getNodeName());
            }
            if (attribute.getNodeValue().trim().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
                faults.add("has a script as the address in " + attribute.getNodeName());
            }
        }
        if (element.hasAttribute("checkUrl") && !element.hasAttribute("checkDependsOn")) {
            faults.add("has checkUrl without checkDependsOn");
        }
        return faults;
    }

    /** Throws where the default would write to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
