/** What every service's HTTP side has in common: strict JSON, bounded bodies, three languages, OpenAPI. */
@NullMarked
package io.platen.platform.web;

import org.jspecify.annotations.NullMarked;
