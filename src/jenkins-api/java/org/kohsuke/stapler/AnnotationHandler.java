package org.kohsuke.stapler;

public abstract class AnnotationHandler<T extends java.lang.annotation.Annotation> {}
