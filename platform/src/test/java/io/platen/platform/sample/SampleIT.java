package io.platen.platform.sample;

import io.platen.platform.testing.PlatenIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One context for all tests of the sample. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@PlatenIT(
        classes = SampleService.class,
        properties = {"spring.application.name=sample", "platen.access.enabled=true"})
@interface SampleIT {}
