/** Tests of report. */
@NullMarked
package io.platen.agent.report;

import org.jspecify.annotations.NullMarked;
