package io.jenkins.plugins.connleak.packaging;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Property files: readable, and each key once. */
final class PropertiesRules {
    private PropertiesRules() {}

    /** A sentence per fault of each property file of the jar; empty if there is none. */
    static List<String> faults(JarFiles jar) {
        List<String> faults = new ArrayList<>();
        for (String name : jar.named(".properties")) {
            try {
                for (String key : repeatedKeys(decode(jar.bytes(name)))) {
                    faults.add(name + ": has the key " + key + " more than once");
                }
            } catch (CharacterCodingException e) {
                faults.add(name + ": is not UTF-8");
            } catch (IllegalArgumentException e) {
                faults.add(name + ": has a malformed escape");
            }
        }
        return List.copyOf(faults);
    }

    private static String decode(byte[] file) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }

    private static Set<String> repeatedKeys(String text) {
        Set<String> repeated = new TreeSet<>();
        Properties reader = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                Object before = super.put(key, value);
                if (before != null) {
                    repeated.add(key.toString());
                }
                return value;
            }
        };
        try {
            reader.load(new StringReader(text));
        } catch (IOException e) {
            throw new AssertionError("a text in memory can be read", e);
        }
        return repeated;
    }
}
