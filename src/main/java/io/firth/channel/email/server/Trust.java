package io.firth.channel.email.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firth.conversation.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed. */
final class Trust {

    private Trust() {}

    /**
     * @param authorities in PEM; null for those that the machine trusts
     * @throws Refused where there is no certificate in them
     */
    static SSLSocketFactory of(@Nullable String authorities) {
        try {
            if (authorities == null) {
                return SSLContext.getDefault().getSocketFactory();
            }
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store(authorities));
            var context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException unusable) {
            throw new Refused("settings.authorities", "There is no certificate in PEM form among the trusted ones.");
        }
    }

    private static KeyStore store(String authorities) throws GeneralSecurityException, IOException {
        Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(authorities.getBytes(US_ASCII)));
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("no certificate");
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var certificate : certificates) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        return store;
    }
}
