//! Where an HTTP request comes from: the peer, or what a trusted proxy says.

use crate::config::Config;
use crate::domain::network::matches;
use actix_web::HttpRequest;
use std::net::IpAddr;

/// The caller's address. `X-Forwarded-For` is read only when the peer is a trusted proxy. Then the last entry that is not
/// a trusted proxy itself counts.
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

/// Whether the browser's connection is encrypted, as a trusted proxy tells.
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
