/** What device agents report (DEV-28 to DEV-31, BEY-03). */
@NullMarked
package io.platen.device.report;

import org.jspecify.annotations.NullMarked;
