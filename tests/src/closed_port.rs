//! A port that refuses connections.

use tokio::net::TcpSocket;

/// A port of this machine at which nothing listens. It is reserved until this is dropped, so
/// that no other program gets it.
#[derive(Debug)]
pub struct ClosedPort {
    socket: TcpSocket,
}

impl ClosedPort {
    /// Reserves a port.
    #[must_use]
    pub fn reserve() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(([127, 0, 0, 1], 0).into()).expect("a free port");
        Self { socket }
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> u16 {
        self.socket.local_addr().expect("the address of the socket").port()
    }
}
