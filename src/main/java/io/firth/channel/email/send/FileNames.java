package io.firth.channel.email.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.http.foreign.Clean;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file's name as parameters of Content-Disposition: in plain letters for old programs, and in full (RFC 2231). */
final class FileNames {

    private static final int PIECE = 60;
    private static final String UNENCODED = "!#$&+-.^_`{}~";

    private FileNames() {}

    static Map<String, String> parameters(String name) {
        String clean = Clean.fileName(name);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("filename", inAscii(clean.isEmpty() ? "file" : clean));
        if (!parameters.containsValue(clean) && !clean.isEmpty()) {
            addPieces(clean, parameters);
        }
        return parameters;
    }

    private static String inAscii(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().forEach(c -> out.append(c >= ' ' && c < 127 && c != '\\' ? (char) c : '_'));
        return out.toString();
    }

    private static void addPieces(String name, Map<String, String> parameters) {
        StringBuilder piece = new StringBuilder("UTF-8''");
        int number = 0;
        for (byte b : name.getBytes(UTF_8)) {
            if (piece.length() > PIECE) {
                parameters.put("filename*" + number++ + "*", piece.toString());
                piece.setLength(0);
            }
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && Character.isLetterOrDigit(c) || UNENCODED.indexOf(c) >= 0;
            piece.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        parameters.put(number == 0 ? "filename*" : "filename*" + number + "*", piece.toString());
    }
}
