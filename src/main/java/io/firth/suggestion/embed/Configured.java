package io.firth.suggestion.embed;

import io.firth.home.Home;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** The embedder that the configuration asks for, while the product runs. */
@ApplicationScoped
class Configured {

    @Produces
    @ApplicationScoped
    Embedder embedder(EmbeddingConfig config, Home home) {
        return new LocalEmbedder(config.model(), home.folder().resolve("natives"));
    }

    void end(@Disposes Embedder embedder) throws Exception {
        if (embedder instanceof AutoCloseable open) {
            open.close();
        }
    }
}
