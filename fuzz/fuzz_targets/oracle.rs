#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| connote_fuzz::checks::oracle::check(text));
