//! Values: frozen, comparable, picklable, with their fields as properties. Those of a family stand beside it; here are their
//! making, and those that several hand out.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

/// Declares a value class: its fields are properties, arguments of its constructor, and what it is pickled by. Methods of
/// its own follow the fields.
macro_rules! value_class {
    (
        $(#[doc = $doc:literal])* $name:ident { $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)* }
        $(methods { $($methods:tt)* })?
    ) => {
        $(#[doc = $doc])*
        #[pyclass(frozen, eq, get_all, from_py_object, module = "connote")]
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name {
            $($(#[doc = $field_doc])* pub(crate) $field: $type,)*
        }

        #[pymethods]
        impl $name {
            #[new]
            #[allow(clippy::too_many_arguments)]
            fn new($($field: $type),*) -> Self {
                Self { $($field),* }
            }

            /// The fields by name.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                let fields = PyDict::new(py);
                $(fields.set_item(stringify!($field), self.$field.clone())?;)*
                Ok(fields)
            }

            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
                let fields = [$(slf.getattr(stringify!($field))?),*];
                Ok((slf.get_type().into_any(), PyTuple::new(slf.py(), fields)?))
            }

            // Equal values have equal fields, and so equal hashes; one with a list or a dict among them has none.
            fn __hash__(slf: &Bound<'_, Self>) -> PyResult<isize> {
                PyTuple::new(slf.py(), [$(slf.getattr(stringify!($field))?),*])?.hash()
            }

            fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
                let fields: Vec<String> =
                    [$((stringify!($field), slf.getattr(stringify!($field))?)),*]
                        .into_iter()
                        .map(|(name, value)| Ok(format!("{name}={}", value.repr()?)))
                        .collect::<PyResult<_>>()?;
                Ok(format!("{}({})", stringify!($name), fields.join(", ")))
            }

            fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
                slf.clone()
            }

            fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
                slf.clone()
            }

            $($($methods)*)?
        }
    };
}

pub(crate) use value_class;

value_class! {
    /// A piece of a text: code-point offsets, `end` exclusive.
    Span {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The piece itself, `report.text[start:end]`.
        text: String,
    }
}

value_class! {
    /// A word of a text.
    Word {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The word as it stands in the text.
        text: String,
        /// `word`, `number`, `mention` (`@name`) or `hashtag`.
        kind: String,
    }
}

value_class! {
    /// A sentence of a text, without the white space around it.
    Sentence {
        /// Offset of the first character.
        start: usize,
        /// One past the offset of the last character.
        end: usize,
        /// The sentence as it stands in the text.
        text: String,
        /// Number of words, at least 1.
        words: usize,
        /// Whether a paragraph ends with it.
        ends_paragraph: bool,
    }
}

value_class! {
    /// Word data behind a number: which list, and which version of it.
    LexiconSource {
        /// Name of the list, or the path it was read from.
        name: String,
        /// SHA-256 of its content, in hexadecimal.
        sha256: String,
    }
}

impl From<&connote::LexiconSource> for LexiconSource {
    fn from(source: &connote::LexiconSource) -> Self {
        Self { name: source.name.clone(), sha256: source.sha256.clone() }
    }
}

impl LexiconSource {
    pub(crate) fn core(&self) -> connote::LexiconSource {
        connote::LexiconSource { name: self.name.clone(), sha256: self.sha256.clone() }
    }
}

value_class! {
    /// A column of the table that `score` returns.
    Column {
        /// Name, unique in the list.
        name: String,
        /// `count` (whole numbers from 0), `number` (null where the measure is not defined) or `list`.
        kind: String,
        /// Unit of the values; of the items of a list.
        unit: String,
        /// What they mean, in one line; of a list where it stands in `Report.to_dict()`, and the fields of its items.
        meaning: String,
    }
}

impl From<&connote::Column> for Column {
    fn from(column: &connote::Column) -> Self {
        Self {
            name: column.name.clone(),
            kind: column.kind.name().to_owned(),
            unit: column.unit.to_owned(),
            meaning: column.meaning.clone(),
        }
    }
}
