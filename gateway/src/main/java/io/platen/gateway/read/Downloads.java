package io.platen.gateway.read;

import io.platen.gateway.read.Shapes.Location;
import io.platen.platform.spreadsheet.WorkbookWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a workbook and sends it. It is complete, in a temporary file, before the first byte goes out: what fails is still
 * answered as a problem, and no slow reader holds a connection to the database.
 */
@Component
class Downloads {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TransactionTemplate oneMoment;

    Downloads(PlatformTransactionManager transactions) {
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param name without the ending */
    void send(HttpServletResponse response, String name, Consumer<WorkbookWriter> content) throws IOException {
        try (var book = new WorkbookWriter()) {
            oneMoment.executeWithoutResult(status -> content.accept(book));
            response.setContentType(XLSX);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(fileName(name) + ".xlsx", StandardCharsets.UTF_8)
                            .build()
                            .toString());
            book.writeTo(response.getOutputStream());
        }
    }

    /** @param asOf the day that a person will look for */
    static String named(String name, LocalDate asOf) {
        return name + "-" + asOf;
    }

    private static String fileName(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
    }

    static String oneLine(Location location) {
        return Stream.of(
                        location.site(),
                        location.street(),
                        location.postalCode() + " " + location.city(),
                        location.country(),
                        location.room())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
