package io.firth.exchange.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.exchange.imports.Line.File;
import io.firth.exchange.imports.Line.Words;
import io.firth.http.foreign.Clean;
import io.firth.http.foreign.MediaTypes;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody wrote: text, HTML and files of a line. */
final class Wording {

    private static final int LONGEST_TEXT = 500_000;
    private static final int LONGEST_HTML = 1_000_000;
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_NAME = 1_000;
    private static final int MOST_FILES = 20;
    private static final String URL_FORM = "(?i)https?://\\S+";

    private Wording() {}

    static Words read(Fields line) {
        var text = line.text("text", LONGEST_TEXT);
        var html = line.text("html", LONGEST_HTML);
        var files = files(line);
        if (isBlank(text) && isBlank(html) && files.isEmpty()) {
            throw new Unfit("`text` is missing");
        }
        return new Words(text == null ? "" : Clean.text(text), isBlank(html) ? null : html, files);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static List<File> files(Fields line) {
        var value = line.value("attachments");
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > MOST_FILES) {
            throw new Unfit("`attachments` is no list of at most %d".formatted(MOST_FILES));
        }
        var files = new ArrayList<File>();
        for (int i = 0; i < value.size(); i++) {
            files.add(file(value.get(i), "attachments[%d]".formatted(i)));
        }
        return files;
    }

    private static File file(JsonNode value, String called) {
        if (value.isTextual()) {
            var url = url(value.textValue(), called);
            return new File(name(null, url), MediaTypes.UNKNOWN, null, url, null);
        }
        if (!value.isObject()) {
            throw new Unfit("`%s` is neither a link nor an object".formatted(called));
        }
        var fields = new Fields(value, called + ".");
        var link = fields.text("url", LONGEST_URL);
        var data = fields.text("data", Integer.MAX_VALUE);
        if ((link == null) == (data == null)) {
            throw new Unfit("`%s` needs either `url` or `data`".formatted(called));
        }
        var url = link == null ? null : url(link, called + ".url");
        requireBase64(data, called);
        return new File(
                name(fields.line("name", LONGEST_NAME), url),
                Objects.requireNonNullElse(fields.line("media_type", LONGEST_NAME), MediaTypes.UNKNOWN),
                fields.line("content_id", LONGEST_NAME),
                url,
                data);
    }

    private static void requireBase64(@Nullable String data, String called) {
        try {
            if (data != null) {
                bytes(data);
            }
        } catch (IllegalArgumentException noBase64) {
            throw new Unfit("`%s.data` is no base64".formatted(called));
        }
    }

    static byte[] bytes(String data) {
        return Base64.getDecoder().decode(data.replaceAll("\\s", ""));
    }

    private static String url(String text, String called) {
        try {
            if (text.length() <= LONGEST_URL && text.matches(URL_FORM)) {
                return URI.create(text).toString();
            }
        } catch (IllegalArgumentException odd) {
            throw new Unfit("`%s` is no link to the web".formatted(called));
        }
        throw new Unfit("`%s` is no link to the web".formatted(called));
    }

    private static String name(@Nullable String given, @Nullable String url) {
        var path = url == null ? null : URI.create(url).getPath();
        var name = Clean.fileName(Objects.requireNonNullElse(given, Objects.requireNonNullElse(path, "")));
        return name.isEmpty() ? "file" : name;
    }
}
