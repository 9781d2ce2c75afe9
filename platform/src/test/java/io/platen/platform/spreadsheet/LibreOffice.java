package io.platen.platform.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program itself, where it is installed. */
public final class LibreOffice {

    private LibreOffice() {}

    public static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
    }

    /**
     * Opens a workbook and saves it as one.
     *
     * @return the saved file, of the same name in the other folder
     */
    public static Path save(Path workbook, Path into) throws IOException, InterruptedException {
        convert(workbook, "xlsx:Calc MS Excel 2007 XML", into);
        return into.resolve(workbook.getFileName());
    }

    /** Each sheet in a file of its own: of {@code a.xlsx} the sheet Meters becomes {@code a-Meters.csv}. */
    public static void saveAsCsv(Path workbook, Path into) throws IOException, InterruptedException {
        convert(workbook, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", into);
    }

    private static void convert(Path file, String to, Path into) throws IOException, InterruptedException {
        var beside = Files.createDirectories(into).resolve("soffice");
        var log = into.resolve("soffice.log");
        var process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + beside.toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        into.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("soffice ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
