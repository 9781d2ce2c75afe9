package io.platen.platform.security;

import io.platen.contracts.access.Function;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The caller must hold one of these functions, on whatever account; how far it reaches is the handler's own question. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresFunction {
    Function[] value();
}
