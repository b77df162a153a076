package io.firth.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How requests come in. */
@ConfigMapping(prefix = "firth")
interface HttpConfig {

    /** Addresses or networks ({@code 10.0.0.0/8}) of reverse proxies whose {@code X-Forwarded-*} headers are believed. */
    @WithDefault("127.0.0.0/8,::1")
    List<String> trustedProxies();

    /** The longest body of a request. */
    @WithDefault("2M")
    MemorySize maxBody();

    Tls tls();

    /** Both or none; with them the one port speaks TLS only. */
    interface Tls {
        /** A PEM file with the certificate and those that vouch for it. */
        Optional<Path> cert();

        /** A PEM file with its private key. */
        Optional<Path> key();
    }
}
