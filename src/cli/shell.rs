//! `connote completions` and `connote man`: what a shell and `man` know of the command line.

use std::fs;
use std::io::{Write, stdout};
use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::output::STDOUT;
use crate::error::Error;

/// Write a script that completes options in a shell, to be put where the shell finds it
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

/// Write the manual pages, one for each command
#[derive(Debug, Args)]
pub(super) struct Manual {
    /// The folder to write them to, as ~/.local/share/man/man1
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

pub(super) fn complete(arguments: &Completions) -> Result<(), Error> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut super::Arguments::command(), "connote", &mut script);
    stdout().write_all(&script).map_err(|error| Error::io(STDOUT, error))
}

pub(super) fn write_manual(arguments: &Manual) -> Result<(), Error> {
    let folder = &arguments.folder;
    let written =
        fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(super::Arguments::command(), folder));
    written.map_err(|error| Error::io(folder, error))
}
