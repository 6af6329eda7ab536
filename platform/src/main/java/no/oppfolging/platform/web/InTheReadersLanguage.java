package no.oppfolging.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a controller's pages are written in every language, and shown in the one HR has told of the reader. All
 * other pages are in bokmål: half a page in each would help nobody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InTheReadersLanguage {}
