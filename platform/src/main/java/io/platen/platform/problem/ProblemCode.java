package io.platen.platform.problem;

import org.springframework.http.HttpStatus;

/**
 * Names one way to be refused. Services declare enums; the texts are in {@code problems/<service>_<language>.properties}
 * under the code and, for the title, under {@code <code>.title}.
 */
public interface ProblemCode {

    String name();

    HttpStatus status();
}
