//! Networks of addresses (CIDR, RFC 4632 and RFC 4291): which hold an address.

use std::net::IpAddr;

/// Whether an address belongs to `entry`: an address or a network (CIDR).
#[must_use]
pub fn matches(entry: &str, address: IpAddr) -> bool {
    let (network, bits) = match entry.split_once('/') {
        Some((network, bits)) => (network, bits.parse::<u32>().ok()),
        None => (entry, Some(128)),
    };
    let (Ok(network), Some(bits)) = (network.parse::<IpAddr>(), bits) else { return false };
    match (network, address.to_canonical()) {
        (IpAddr::V4(network), IpAddr::V4(address)) => {
            let keep = 32 - bits.min(32);
            u32::from(network).checked_shr(keep).unwrap_or(0) == u32::from(address).checked_shr(keep).unwrap_or(0)
        }
        (IpAddr::V6(network), IpAddr::V6(address)) => {
            let keep = 128 - bits.min(128);
            u128::from(network).checked_shr(keep).unwrap_or(0) == u128::from(address).checked_shr(keep).unwrap_or(0)
        }
        _ => false,
    }
}

/// Whether `entry` is an address or a network.
#[must_use]
pub fn is_valid(entry: &str) -> bool {
    match entry.split_once('/') {
        Some((network, bits)) => match (network.parse::<IpAddr>(), bits.parse::<u32>()) {
            (Ok(IpAddr::V4(_)), Ok(bits)) => bits <= 32,
            (Ok(IpAddr::V6(_)), Ok(bits)) => bits <= 128,
            _ => false,
        },
        None => entry.parse::<IpAddr>().is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_hold_their_addresses() {
        for (entry, address, expected) in [
            ("10.0.0.0/8", "10.200.3.4", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("192.168.1.7", "192.168.1.7", true),
            ("192.168.1.7", "192.168.1.8", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("10.0.0.0/8", "::ffff:10.1.1.1", true),
            ("2001:db8::/32", "2001:db8:1::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
            ("nonsense", "10.0.0.1", false),
        ] {
            assert_eq!(matches(entry, address.parse().unwrap()), expected, "{address} in {entry}");
        }
        assert!(is_valid("10.0.0.0/8") && !is_valid("10.0.0.0/33") && !is_valid("x"));
    }
}
