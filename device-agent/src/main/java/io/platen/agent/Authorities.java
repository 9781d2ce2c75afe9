package io.platen.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** A company's own certificate authorities, trusted beside those that the Java machine trusts already. */
final class Authorities {

    private Authorities() {}

    /** @throws IOException where the file holds no certificate that can be read */
    static SSLContext of(Path pem) throws IOException {
        try (var input = Files.newInputStream(pem)) {
            var all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(input)) {
                all.setCertificateEntry("own-" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException(pem + " holds no certificate");
            }
            for (var usual : trustManager(null).getAcceptedIssuers()) {
                all.setCertificateEntry("usual-" + number++, usual);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trustManager(all)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(pem + " holds no certificate that can be read: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager trustManager(@Nullable KeyStore trusted) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no trust manager"));
    }
}
