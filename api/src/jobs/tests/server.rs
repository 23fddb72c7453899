//! A mail server that does as it is told.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What the server does instead of saying yes.
#[derive(Clone)]
pub(crate) enum Answer {
    Say(&'static str),
    Hang,
    Close,
}

/// Decides on a command (`CONNECT` for the greeting, `.` for the end of a
/// message); none for the usual answer.
pub(crate) type Manner = fn(&str) -> Option<Answer>;

pub(crate) struct Server {
    pub(crate) port: u16,
    taken: Arc<Mutex<Vec<String>>>,
    manner: Arc<Mutex<Manner>>,
}

impl Server {
    pub(crate) fn start(manner: Manner) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").unwrap(), manner)
    }

    pub(crate) fn on(listener: TcpListener, manner: Manner) -> Self {
        let port = listener.local_addr().unwrap().port();
        let (taken, manner) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(manner)));
        let server = Self { port, taken: taken.clone(), manner: manner.clone() };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (taken, manner) = (taken.clone(), *manner.lock().unwrap());
                std::thread::spawn(move || drop(talk(stream, manner, &taken)));
            }
        });
        server
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Changes its manner.
    pub(crate) fn behave(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// Messages it took, in order, as they came.
    pub(crate) fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

fn talk(stream: TcpStream, manner: Manner, taken: &Mutex<Vec<String>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let mut stream = stream;
    let mut command = "CONNECT".to_owned();
    let mut message = String::new();
    loop {
        match manner(&command) {
            Some(Answer::Hang) => std::thread::sleep(Duration::from_secs(60)),
            Some(Answer::Close) => return Ok(()),
            Some(Answer::Say(answer)) => write!(stream, "{answer}\r\n")?,
            None => {
                let answer = match command.split_whitespace().next().unwrap_or_default() {
                    "CONNECT" => "220 fake ready",
                    "EHLO" => "250-fake\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN",
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    "." => {
                        taken.lock().unwrap().push(std::mem::take(&mut message));
                        "250 2.0.0 queued as 4711"
                    }
                    _ => "250 OK",
                };
                write!(stream, "{answer}\r\n")?;
            }
        }
        let in_data = command == "DATA" && manner(&command).is_none();
        let Some(line) = lines.next() else { return Ok(()) };
        command = line?;
        if in_data {
            while command != "." {
                message.push_str(&command);
                message.push('\n');
                let Some(line) = lines.next() else { return Ok(()) };
                command = line?;
            }
        }
    }
}
