package org.kohsuke.stapler.verb;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@org.kohsuke.stapler.interceptor.InterceptorAnnotation(
        value = HttpVerbInterceptor.class,
        stage = org.kohsuke.stapler.interceptor.Stage.SELECTION)
public @interface GET {}
