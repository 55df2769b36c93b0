package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsecureRegistriesTest {

    /** dockerd(8), --insecure-registry: 127.0.0.0/8 is a network of addresses. */
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.0.0.1:5000, true",
        "127.255.3.4, true",
        "localhost, true",
        "localhost:5000, true",
        "[::1]:5000, true",
        "10.1.2.3:5000, true",
        "127.evil.example.org, false",
        "127.0.0.1.nip.io:443, false",
        "127.0.0.1.5, false",
        "127.0.0, false",
        "127., false",
        "383.0.0.1, false",
        "127.0.0.256, false",
        "localhost.evil.example.org, false",
        "11.1.2.3, false",
        "266.1.2.3, false",
        "registry.example.org, false",
    })
    void onlyAddressesAndWhatTheEngineSays(String registry, boolean insecure) throws Exception {
        String info = "{\"RegistryConfig\": {\"InsecureRegistryCIDRs\": [\"10.0.0.0/8\"]}}";
        JsonNode told = new ObjectMapper().readTree(info);
        InsecureRegistries registries = new InsecureRegistries(path -> Optional.of(told));
        assertThat(registries.contains(registry)).isEqualTo(insecure);
    }
}
