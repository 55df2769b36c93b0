package org.maxdock.registry;

import java.util.List;

/**
 * Where a host keeps what docker trusts, and shows, of certificates (docs.docker.com/engine/security/certificates).
 *
 * @param registries the folder that has one for each registry, HOST or HOST:PORT
 * @param system files that may hold the system's authorities; the first that there is counts
 */
record CertificatePlaces(String registries, List<String> system) {

    /** Docker's own: those that its programming language looks for (go.dev/src/crypto/x509/root_linux.go). */
    static final CertificatePlaces DOCKERS = new CertificatePlaces(
            "/etc/docker/certs.d",
            List.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/pki/tls/cacert.pem",
                    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                    "/etc/ssl/cert.pem"));

    CertificatePlaces {
        system = List.copyOf(system);
    }

    String of(String registry) {
        return registries + "/" + registry;
    }
}
