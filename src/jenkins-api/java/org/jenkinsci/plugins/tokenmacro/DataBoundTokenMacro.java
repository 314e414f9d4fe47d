package org.jenkinsci.plugins.tokenmacro;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

public abstract class DataBoundTokenMacro extends TokenMacro {
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD})
    public @interface Parameter {
        boolean required() default false;

        String alias() default "";
    }

    public abstract String evaluate(
            hudson.model.AbstractBuild<?, ?> context, hudson.model.TaskListener listener, String macroName)
            throws MacroEvaluationException, java.io.IOException, InterruptedException;

    public String evaluate(
            hudson.model.Run<?, ?> run, hudson.FilePath workspace, hudson.model.TaskListener listener, String macroName)
            throws MacroEvaluationException, java.io.IOException, InterruptedException {
        throw new AssertionError("declaration");
    }
}
