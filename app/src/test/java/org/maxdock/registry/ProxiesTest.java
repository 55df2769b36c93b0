package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies as docker's own client takes them from its configuration. */
class ProxiesTest {

    private static final String HERE = "unix:///var/run/docker.sock";

    private static Proxies proxies(String config) throws Exception {
        return Proxies.of(StrictJson.parse(config.getBytes(StandardCharsets.UTF_8)), HERE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | ''",
                "[] | ''",
                "{'proxies':7} | ''",
                "{'proxies':{'default':null}} | ''",
                "{'proxies':{'default':{'httpProxy':''}}} | ''",
                "{'proxies':{'default':{'httpProxy':'http://p:1','other':'x'}}} | HTTP_PROXY=http://p:1",
                "{'proxies':{'default':{'httpsProxy':'s','noProxy':'n','ftpProxy':'f','allProxy':'a'}}} "
                        + "| ALL_PROXY=a FTP_PROXY=f HTTPS_PROXY=s NO_PROXY=n",
                "{'proxies':{'tcp://localhost:2376':{'httpProxy':'other'}}} | ''",
                "{'proxies':{'unix:///var/run/docker.sock':{'httpProxy':'mine'},'default':{'noProxy':'n'}}} "
                        + "| HTTP_PROXY=mine",
                "{'proxies':{'unix:///var/run/docker.sock':{},'default':{'noProxy':'n'}}} | ''",
            },
            quoteCharacter = '"')
    void areThoseOfTheEngineElseThoseOfAll(String config, String expected) throws Exception {
        StringBuilder said = new StringBuilder();
        new TreeMap<>(proxies(config.replace('\'', '"')).values())
                .forEach((name, value) ->
                        said.append(name).append('=').append(value).append(' '));
        assertThat(said.toString().strip()).isEqualTo(expected.replace("''", ""));
    }

    @Test
    void whatWasGivenGoesBeforeThem() throws Exception {
        Proxies proxies = proxies("{\"proxies\":{\"default\":{\"httpProxy\":\"p\",\"noProxy\":\"n\"}}}");
        assertThat(proxies.with(Map.of("A", "1", "http_proxy", "given")))
                .isEqualTo(
                        Map.of("A", "1", "http_proxy", "given", "HTTP_PROXY", "p", "NO_PROXY", "n", "no_proxy", "n"));
    }

    @Test
    void theirPasswordsAreInNoLog() throws Exception {
        assertThat(proxies("{\"proxies\":{\"default\":{\"httpProxy\":\"http://me:secret@p:1\"}}}"))
                .hasToString("[HTTP_PROXY]");
    }
}
