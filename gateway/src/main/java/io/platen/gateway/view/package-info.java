/** The synchronised view: one row per thing that people share, made from every service's events. */
@NullMarked
package io.platen.gateway.view;

import org.jspecify.annotations.NullMarked;
