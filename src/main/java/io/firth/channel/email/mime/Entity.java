package io.firth.channel.email.mime;

import io.firth.http.foreign.Clean;
import java.util.List;
import java.util.Locale;

/** A node of a mail's MIME tree. */
sealed interface Entity {

    Headers headers();

    /** As declared, in lower case, without parameters. */
    String mediaType();

    /** Text or a file, its transfer encoding undone. */
    record Leaf(Headers headers, String mediaType, byte[] bytes) implements Entity {

        Parameters type() {
            return Parameters.of(headers.first("content-type").orElse(""));
        }

        Parameters disposition() {
            return Parameters.of(headers.first("content-disposition").orElse(""));
        }

        String name() {
            Parameters disposition = disposition();
            String raw = disposition
                    .get("filename")
                    .or(() -> type().get("name"))
                    .or(() -> headers.first("content-description").filter(it -> it.length() < 80 && it.contains(".")))
                    .orElse("");
            return Clean.fileName(Words.decode(raw));
        }

        boolean isAttached() {
            return disposition().value().equals("attachment");
        }

        boolean isText() {
            return mediaType.startsWith("text/");
        }
    }

    /** Parts under one roof. */
    record Branch(Headers headers, String mediaType, List<Entity> children, byte[] preamble) implements Entity {

        public Branch {
            children = List.copyOf(children);
        }

        boolean is(String subtype) {
            return mediaType.toLowerCase(Locale.ROOT).equals("multipart/" + subtype);
        }
    }
}
