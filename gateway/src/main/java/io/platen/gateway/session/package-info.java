/** Who is calling: browsers by a session, machines by a bearer token. Browsers never hold a token. */
@NullMarked
package io.platen.gateway.session;

import org.jspecify.annotations.NullMarked;
