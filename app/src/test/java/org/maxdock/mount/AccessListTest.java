package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access control lists in the forms that getfacl(1), mmgetacl and nfs4_getfacl(1) document. */
class AccessListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user::rwx\nuser:65534:--x\ngroup::r-x\nmask::rwx\nother::---",
                "user::rwxc\nuser:nobody:r-x-\ngroup::r-x-\nmask::r-x-\nother::----",
                "# file: /x\nA::OWNER@:rwaDdxtTnNcCoy\nA::nobody@desy.de:xtcy\nD::EVERYONE@:rwax",
                "A::EVERYONE@:xtcy",
                "A:fdi:EVERYONE@:r\nA:fd:EVERYONE@:rxtcy",
                "user:nobody:--x-:allow\nspecial:everyone@:--x-:deny",
                "#NFSv4 ACL\nspecial:everyone@:--x-:allow\n (-)READ/LIST (X)EXEC/SEARCH",
            })
    void nobodyMaySearch(String acl) {
        assertThat(AccessList.letsNobodySearch(acl)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "user::rwx\ngroup::r-x\nother::---",
                "user::rwx\nuser:21437:r-x\ngroup::r-x\nmask::rwx\nother::---",
                "user::rwx\nuser:65534:--x\ngroup::r-x\nmask::r--\nother::---",
                "A::OWNER@:rwx\nD::EVERYONE@:x\nA::nobody@desy.de:x",
                "special:everyone@:r---:allow",
                "special:everyone@:--x-:deny",
                "A:fdi:EVERYONE@:rxtcy",
                "special:everyone@:r-x-:allow:DirInherit:InheritOnly",
                "user:nobody:--x-:deny\nspecial:everyone@:--x-:allow",
            })
    void nobodyMayNot(String acl) {
        assertThat(AccessList.letsNobodySearch(acl)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/data, /data/sub/x",
        "/data/file.h5, /data/sub/x/file.h5",
        "--in=/data/a:/data, --in=/data/sub/x/a:/data/sub/x",
        "/database /mydata /x/data ./data, /database /mydata /x/data ./data",
    })
    void whatNamedTheOldPlaceNamesTheNew(String text, String expected) {
        Mapping mapping = new Mapping("/h/sub/x", "/data/", true);
        assertThat(new Mend("/h", "/data/", "/data/sub/x").rewrite(mapping, text))
                .isEqualTo(expected);
    }
}
