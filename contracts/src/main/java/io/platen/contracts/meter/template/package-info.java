/** The workbook of due meters (F-A), as the gateway writes it and meter-service takes it back; without any spreadsheet library. */
@NullMarked
package io.platen.contracts.meter.template;

import org.jspecify.annotations.NullMarked;
