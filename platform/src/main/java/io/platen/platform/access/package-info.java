/** Who may reach which device and account, as far as identity and device have told this service. */
@NullMarked
package io.platen.platform.access;

import org.jspecify.annotations.NullMarked;
