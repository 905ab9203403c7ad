//! Errors: from the core's one enum to Python's exceptions, and what is no text.

use connote::Error;
use pyo3::exceptions::{PyMemoryError, PyOSError, PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyString;

pyo3::import_exception!(connote.errors, ConnoteError);
pyo3::import_exception!(connote.errors, LexiconError);

/// The Python exception of a core error. File errors become the subclass of `OSError` that Python itself would raise, and
/// missing memory its `MemoryError`.
pub(crate) fn exception(error: Error) -> PyErr {
    match error {
        Error::Io { ref path, ref source } => match source.raw_os_error() {
            Some(number) => {
                let reason = source.to_string();
                let reason = reason.split(" (os error").next().unwrap_or_default().to_owned();
                PyOSError::new_err((number, reason, path.clone().into_os_string()))
            }
            None => LexiconError::new_err(error.to_string()),
        },
        Error::OutOfMemory { .. } => PyMemoryError::new_err(error.to_string()),
        Error::Lexicon { .. } => LexiconError::new_err(error.to_string()),
        error => ConnoteError::new_err(error.to_string()),
    }
}

/// The text of a Python object that must be a `str`; `place` names it in errors.
pub(crate) fn text<'a>(object: &'a Bound<'_, PyAny>, place: impl Fn() -> String) -> PyResult<&'a str> {
    let text = object.cast::<PyString>().map_err(|_| wrong_type(object, "a str", &place()))?;
    text.to_str().map_err(|error| {
        let is_surrogate = error.is_instance_of::<PyUnicodeEncodeError>(object.py());
        if is_surrogate { surrogate(object.py(), &error, &place()) } else { error }
    })
}

/// An argument of the wrong type.
pub(crate) fn wrong_type(object: &Bound<'_, PyAny>, expected: &str, place: &str) -> PyErr {
    let found = object.get_type().qualname().map_or_else(|_| "object".to_owned(), |name| name.to_string());
    PyTypeError::new_err(format!("{place}: {found} where {expected} belongs"))
}

/// A `str` that holds half of a surrogate pair is no Unicode text.
fn surrogate(py: Python<'_>, error: &PyErr, place: &str) -> PyErr {
    let position = error.value(py).getattr("start").and_then(|start| start.extract::<usize>());
    match position {
        Ok(position) => PyValueError::new_err(format!(
            "{place}: a lone surrogate at position {position}, which is no character (decode the text with \
             errors=\"replace\")"
        )),
        Err(error) => error,
    }
}
