/** Workbooks of ours, of other programs and of people with bad intentions. */
@NullMarked
package io.platen.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
