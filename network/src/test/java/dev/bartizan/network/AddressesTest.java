package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.model.AddressRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of addresses as policies write them. */
class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0-10.255.255.255",
        "10.1.2.3/8, 10.0.0.0-10.255.255.255",
        "0.0.0.0/0, 0.0.0.0-255.255.255.255",
        "8.8.8.8/32, 8.8.8.8-8.8.8.8",
        "fd00::/8, fd00:0:0:0:0:0:0:0-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "::1/128, 0:0:0:0:0:0:0:1-0:0:0:0:0:0:0:1",
        "::/0, 0:0:0:0:0:0:0:0-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8:1:2:3:4:5:6/112, 2001:db8:1:2:3:4:5:0-2001:db8:1:2:3:4:5:ffff"
    })
    void blocks(String cidr, String range) {
        assertThat(AddressRange.ofCidr(cidr)).map(AddressRange::toString).contains(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0", "10.0.0/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.256/8", "010.0.0.0/8",
                        "/8",
                "fd00::/129", "1:2:3:4:5:6:7/64", "1::2::3/64", "1:2:3:4:5:6:7::8/64", "g::/8", "fe80::1%eth0/64",
                        "::ffff:10.0.0.1/128", "x/8"
            })
    void whatIsNoBlock(String text) {
        assertThat(AddressRange.ofCidr(text)).isEmpty();
    }
}
