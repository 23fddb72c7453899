//! The program of the browser: everything is in the library (`lib.rs`).

fn main() {
    frontend::start();
}
