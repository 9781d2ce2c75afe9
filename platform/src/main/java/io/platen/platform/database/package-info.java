/** What a failure of the database says: that it is away for now, that the work may be done again, or neither. */
@NullMarked
package io.platen.platform.database;

import org.jspecify.annotations.NullMarked;
