//! A web server that gives the same answer to every request: `cargo xtask bench` compares the
//! product with it. `bare_handler FOLDER WORKERS`: the folder has the files `headers` (one on
//! each line) and `body`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for developers")]

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{self, Bytes, Data};
use actix_web::{App, HttpResponse, HttpServer};
use std::path::PathBuf;

struct Answer {
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

// The request is read to its end: otherwise actix-web would close the connection.
async fn answer(answer: Data<Answer>, _request: Bytes) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    for header in &answer.headers {
        response.append_header(header.clone());
    }
    response.body(answer.body.clone())
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap());
    let workers = arguments.next().unwrap().parse().unwrap();
    let headers = std::fs::read_to_string(folder.join("headers"))?;
    let headers = headers.lines().filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
    let body = Bytes::from(std::fs::read(folder.join("body"))?);
    let data = Data::new(Answer { headers, body });
    let server = HttpServer::new(move || App::new().app_data(data.clone()).default_service(web::to(answer)));
    let server = server.workers(workers).bind("127.0.0.1:0")?;
    println!("{}", server.addrs()[0]);
    server.run().await
}
