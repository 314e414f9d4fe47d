package org.jenkinsci.plugins.tokenmacro;

public abstract class TokenMacro implements hudson.ExtensionPoint {
    public abstract boolean acceptsMacroName(String macroName);

    public java.util.List<String> getAcceptedMacroNames() {
        throw new AssertionError("declaration");
    }
}
