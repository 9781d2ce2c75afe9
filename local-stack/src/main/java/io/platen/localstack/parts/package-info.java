/** What the services stand on: database server, broker, mail server, ports and secrets. */
@NullMarked
package io.platen.localstack.parts;

import org.jspecify.annotations.NullMarked;
