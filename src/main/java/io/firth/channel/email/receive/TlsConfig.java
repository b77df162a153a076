package io.firth.channel.email.receive;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The certificate of this deployment, the same that the pages are served with. */
@ConfigMapping(prefix = "firth.tls")
interface TlsConfig {

    /** The certificate chain, PEM. */
    Optional<Path> cert();

    /** Its private key, PEM (PKCS 8). */
    Optional<Path> key();
}
