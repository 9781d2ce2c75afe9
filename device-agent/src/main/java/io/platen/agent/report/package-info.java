/** Reports: numbered, kept on disk until the platform has them, sent once. */
@NullMarked
package io.platen.agent.report;

import org.jspecify.annotations.NullMarked;
