//! What the targets check, beside the oracle and the tables of `tests/`.

pub mod checks;
#[allow(dead_code)]
#[path = "../../tests/naive/mod.rs"]
mod naive;
#[allow(dead_code)]
#[path = "../../tests/tables/mod.rs"]
mod tables;
