package io.firth.exchange.imports;

import io.firth.exchange.imports.Jobs.RefusedLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** All refused lines of a job as a file, a page at a time. Blocks. */
final class RefusedFile {

    private static final int PAGE = 500;
    private static final int WHOLE_PAGE = 20;

    private final Jobs jobs;
    private final UUID job;

    RefusedFile(Jobs jobs, UUID job) {
        this.jobs = jobs;
        this.job = job;
    }

    /** The lines as they came, to be mended and sent again; one of which only the beginning was kept is left out. */
    void ndjson(OutputStream out) throws IOException {
        var page = jobs.refused(job, 0, WHOLE_PAGE, true).await().indefinitely();
        while (!page.isEmpty()) {
            for (var line : page) {
                if (line.bytes().length > 0) {
                    out.write(line.bytes());
                    out.write('\n');
                }
            }
            page = jobs.refused(job, page.getLast().line(), WHOLE_PAGE, true)
                    .await()
                    .indefinitely();
        }
    }

    void csv(OutputStream out) throws IOException {
        out.write("line,reason,beginning\r\n".getBytes(StandardCharsets.UTF_8));
        var page = jobs.refused(job, 0, PAGE, false).await().indefinitely();
        while (!page.isEmpty()) {
            for (var line : page) {
                out.write(row(line).getBytes(StandardCharsets.UTF_8));
            }
            page = jobs.refused(job, page.getLast().line(), PAGE, false).await().indefinitely();
        }
    }

    private static String row(RefusedLine line) {
        return "%d,%s,%s\r\n".formatted(line.line(), cell(line.reason()), cell(beginning(line)));
    }

    static String beginning(RefusedLine line) {
        var text = new String(line.beginning(), StandardCharsets.UTF_8).replace("\0", "\uFFFD");
        return text.substring(0, Math.min(200, text.length()));
    }

    /** Quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
