/** Who may do what: the permission matrix as data. */
@NullMarked
package io.platen.contracts.access;

import org.jspecify.annotations.NullMarked;
