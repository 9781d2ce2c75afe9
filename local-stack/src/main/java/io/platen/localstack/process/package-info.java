/** Child processes that never outlive the stack unnoticed. */
@NullMarked
package io.platen.localstack.process;

import org.jspecify.annotations.NullMarked;
