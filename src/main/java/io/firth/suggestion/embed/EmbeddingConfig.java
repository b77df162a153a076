package io.firth.suggestion.embed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** How it is told what texts mean. */
@ConfigMapping(prefix = "firth.embedding")
public interface EmbeddingConfig {

    /** By its id. A change has everything embedded anew. */
    @WithDefault("bge-small-en-v1.5-q")
    @WithConverter(LocalModel.ById.class)
    LocalModel model();
}
