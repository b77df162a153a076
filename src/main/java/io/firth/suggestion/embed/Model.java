package io.firth.suggestion.embed;

/**
 * By what texts are embedded.
 *
 * @param id as it is configured
 * @param version changes whenever the same text would get another embedding, for whatever reason
 */
public record Model(String id, String version, int dimensions) {

    /** How it is named beside what it has read. */
    public String word() {
        return id + " " + version;
    }
}
