package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;

class MappingTest {

    @ParameterizedTest
    @CsvSource({
        "/a:/b,/a,/b,false",
        "/a:/b:ro,/a,/b,true",
        "/a:/b:rw,/a,/b,false",
        "/a b/ü:/c,/a b/ü,/c,false",
        "/a:b:/c,/a:b,/c,false",
        "name:/x,name,/x,false",
        "/a:data,/a,data,false",
        "/z:/z,/z,/z,false",
        "/a:/b/z,/a,/b/z,false",
        "/a:/:ro,/a,/,true"
    })
    void readsWhatDockersVTakes(String text, String host, String container, boolean readOnly) throws Exception {
        assertThat(Mapping.parse(text)).isEqualTo(new Mapping(host, container, readOnly));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                ":/b",
                "/a:",
                "ro",
                "/a:/b:ro,rw",
                "/a:/b:rw,ro",
                "/a:/b:",
                "/a:/b:r",
                "/a:/b:RO",
                "/a:/b:RW",
                "/a:/b:xx",
                "/a:/b:ro,xx",
                "/a:/b: ro",
                "/a:/b:c:ro,x",
                "name:/b:Ro"
            })
    void whatIsNoMappingIsRefused(String text) {
        assertThatThrownBy(() -> Mapping.parse(text))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("bad-mapping"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:/b", "./a:/b", "~/a:/b", "/a:b", "/:/", "/a:/.", "/a://:ro", "/a:/b/..", "/a:/b:RO"})
    void whatDockerCannotMapIsRefusedWhereItIsToBeMapped(String text) {
        assertThatThrownBy(() -> Mapping.whole(text))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("bad-mapping"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a:/b", "/:/b", "/a b/ü:/c:ro", "/a:b:/c"})
    void anyOtherMayBeMapped(String text) throws Exception {
        assertThat(Mapping.whole(text)).isEqualTo(Mapping.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "/a:/b:z,z",
        "/a:/b:Z,Z",
        "'/a:/b:ro,z',z",
        "'/a:/b:z,ro',z",
        "/a:/b:rslave,rslave",
        "/a:/b:cached,cached"
    })
    void whatDockerKnowsBesideIsRefusedByItsName(String text, String option) {
        assertThatThrownBy(() -> Mapping.parse(text)).isInstanceOfSatisfying(Trouble.class, t -> {
            assertThat(t.key()).isEqualTo("mapping-option");
            assertThat(t.arguments()).containsExactly(text, option);
        });
    }

    @Test
    void theMountFormQuotesCommasAndQuotes() {
        assertThat(new Mapping("/a,b", "/c", true).mount()).isEqualTo("type=bind,\"src=/a,b\",dst=/c,readonly");
        assertThat(new Mapping("/a\"b", "/c", false).mount()).isEqualTo("type=bind,\"src=/a\"\"b\",dst=/c");
    }
}
