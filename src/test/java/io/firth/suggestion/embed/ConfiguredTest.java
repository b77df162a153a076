package io.firth.suggestion.embed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfiguredTest {

    @Inject
    Embedder embedder;

    @Test
    void theModelIsTheDefaultOneAndComesBackToWhereItWasAskedFor() throws Throwable {
        // When
        var embedded = VertxContextSupport.subscribeAndAwait(() -> {
            var context = Vertx.currentContext();
            return embedder.embed(List.of("Where is my parcel?"), Lane.INTERACTIVE)
                    .invoke(() -> assertThat(Vertx.currentContext()).isNotNull().isSameAs(context));
        });

        // Then
        assertThat(embedder.model()).isEqualTo(LocalModel.BGE_SMALL_EN.model());
        assertThat(embedded).singleElement().extracting(Embedded::isEmpty).isEqualTo(false);
    }
}
