package io.firth.suggestion.embed;

/** A model that has been loaded. */
interface Reader extends AutoCloseable {

    /** Takes as long as it takes; may be called by several threads. */
    Embedded read(String text);

    /** Once, when nobody reads. */
    @Override
    void close();
}
