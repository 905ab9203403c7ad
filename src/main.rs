//! The program `connote`; see [`connote::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    connote::cli::run(std::env::args_os().collect()).into()
}
