/** The types of machines: what they count and which toners they take. */
@NullMarked
package io.platen.device.model;

import org.jspecify.annotations.NullMarked;
