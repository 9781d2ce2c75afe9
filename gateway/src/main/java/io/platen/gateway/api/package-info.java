/** What holds for every call: rate limit, consistency, the portal's files, the one API document. */
@NullMarked
package io.platen.gateway.api;

import org.jspecify.annotations.NullMarked;
