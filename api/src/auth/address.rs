//! From where a call comes: the peer, or what a trusted proxy says.

use crate::config::Config;
use actix_web::HttpRequest;
use std::net::IpAddr;

/// The caller's address. `X-Forwarded-For` counts only when the peer is a
/// trusted proxy; then the last entry that is not one itself.
#[must_use]
pub fn of(request: &HttpRequest, config: &Config) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::from([0, 0, 0, 0]), |address| address.ip());
    if !trusted(peer, config) {
        return peer;
    }
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut hops = forwarded.rsplit(',').filter_map(|hop| hop.trim().parse::<IpAddr>().ok());
    hops.find(|hop| !trusted(*hop, config)).unwrap_or(peer)
}

/// Whether the person's browser spoke TLS.
#[must_use]
pub fn is_secure(request: &HttpRequest, config: &Config) -> bool {
    let peer = request.peer_addr().map_or(IpAddr::from([0, 0, 0, 0]), |address| address.ip());
    trusted(peer, config)
        && request.headers().get("x-forwarded-proto").is_some_and(|proto| proto.as_bytes() == b"https")
}

fn trusted(address: IpAddr, config: &Config) -> bool {
    config
        .trusted_proxies
        .split(',')
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
        .any(|entry| matches(entry, address))
}

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
