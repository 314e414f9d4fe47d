package org.kohsuke.stapler.verb;

public class HttpVerbInterceptor extends org.kohsuke.stapler.interceptor.Interceptor {}
