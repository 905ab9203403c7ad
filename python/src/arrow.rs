//! Columns of texts in, tables of scores out, by the Arrow `PyCapsule` protocol: no data-frame library is needed on
//! either side, and none is copied from.
//!
//! The only file of connote with `unsafe` code: it takes over the C structs that a producer hands out.
#![allow(unsafe_code)]

use std::collections::VecDeque;
use std::ffi::{CStr, c_int};
use std::ptr::NonNull;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi_and_data_type};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, LargeStringArray, RecordBatch, RecordBatchIterator, make_array, new_null_array};
use arrow_buffer::NullBuffer;
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Fields, SchemaRef};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyImportError, PyKeyError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyCapsule, PyDict, PyList, PyMapping, PyString, PyType};

use crate::error::{self, wrong_type};

const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
const STREAM: &CStr = c"arrow_array_stream";

/// Small chunks are scored together until they have so many rows, to keep all threads busy.
const GROUP_ROWS: usize = 4096;

/// A column of texts, read chunk by chunk.
pub(crate) struct Texts {
    source: Source,
    /// Number of rows, where it is known beforehand.
    pub(crate) rows: Option<usize>,
}

enum Source {
    Array(Option<ArrayRef>),
    Stream(Stream),
}

impl Texts {
    /// The texts of any Arrow producer (`__arrow_c_stream__`, `__arrow_c_array__`), or of an iterable of `str` and
    /// `None`.
    pub(crate) fn read(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = object.py();
        if object.hasattr("__arrow_c_stream__")? {
            return match object.call_method0("__arrow_c_stream__") {
                Ok(capsule) => Ok(Self { source: Source::Stream(Stream::open(&capsule)?), rows: None }),
                // A pandas Series exports itself through pyarrow only.
                Err(error) if error.is_instance_of::<PyImportError>(py) && is_series(object) => {
                    Ok(Self::of_array(cells(&object.call_method1("astype", ("object",))?, Some(object))?))
                }
                Err(error) => Err(error),
            };
        }
        if object.hasattr("__arrow_c_array__")? {
            let capsules = object.call_method0("__arrow_c_array__")?;
            return Ok(Self::of_array(array(&capsules)?));
        }
        Ok(Self::of_array(cells(object, None)?))
    }

    fn of_array(array: ArrayRef) -> Self {
        Self { rows: Some(array.len()), source: Source::Array(Some(array)) }
    }

    /// The next chunks, or none at the end.
    pub(crate) fn next_group(&mut self) -> PyResult<Vec<ArrayRef>> {
        match &mut self.source {
            Source::Array(array) => Ok(array.take().into_iter().collect()),
            Source::Stream(stream) => {
                let (mut group, mut rows) = (Vec::new(), 0);
                while rows < GROUP_ROWS
                    && let Some(chunk) = stream.next()?
                {
                    rows += chunk.len();
                    group.push(chunk);
                }
                Ok(group)
            }
        }
    }
}

/// A column of titles, read as far as the texts that stand beside it.
pub(crate) struct Titles {
    column: Texts,
    /// What was read and has no text yet.
    chunks: VecDeque<ArrayRef>,
}

impl Titles {
    /// The titles of what [`Texts::read`] takes.
    pub(crate) fn read(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let column = Texts::read(object).map_err(|error| of_titles(object.py(), error))?;
        Ok(Self { column, chunks: VecDeque::new() })
    }

    /// The next chunks of texts, cut where those of the titles end: each piece with its titles.
    pub(crate) fn beside(&mut self, texts: Vec<ArrayRef>) -> PyResult<Vec<(ArrayRef, ArrayRef)>> {
        let mut pieces = Vec::with_capacity(texts.len());
        for texts in texts {
            let mut start = 0;
            while start < texts.len() {
                let titles = self.next()?.ok_or_else(|| PyValueError::new_err("titles: fewer than texts"))?;
                let rows = titles.len().min(texts.len() - start);
                pieces.push((titles.slice(0, rows), texts.slice(start, rows)));
                if rows < titles.len() {
                    self.chunks.push_front(titles.slice(rows, titles.len() - rows));
                }
                start += rows;
            }
        }
        Ok(pieces)
    }

    /// Asked after the last text: whether there are titles left.
    pub(crate) fn end(&mut self) -> PyResult<()> {
        while let Some(titles) = self.next()? {
            if !titles.is_empty() {
                return Err(PyValueError::new_err("titles: more than texts"));
            }
        }
        Ok(())
    }

    fn next(&mut self) -> PyResult<Option<ArrayRef>> {
        if self.chunks.is_empty() {
            let group = self.column.next_group().map_err(|error| Python::attach(|py| of_titles(py, error)))?;
            self.chunks.extend(group);
        }
        Ok(self.chunks.pop_front())
    }
}

/// What is wrong with a column, said of the titles.
fn of_titles(py: Python<'_>, error: PyErr) -> PyErr {
    match error.value(py).to_string().strip_prefix("texts: ") {
        Some(reason) => PyErr::from_type(error.get_type(py), format!("titles: {reason}")),
        None => error,
    }
}

fn is_series(object: &Bound<'_, PyAny>) -> bool {
    object.getattr("ndim").and_then(|ndim| ndim.eq(1)).unwrap_or(false) && object.hasattr("isna").unwrap_or(false)
}

/// The cells of an iterable; of a pandas Series, what `isna` says is missing is null.
fn cells(object: &Bound<'_, PyAny>, series: Option<&Bound<'_, PyAny>>) -> PyResult<ArrayRef> {
    let single = object.is_instance_of::<PyString>()
        || object.is_instance_of::<PyBytes>()
        || object.is_instance_of::<PyByteArray>()
        || object.cast::<PyMapping>().is_ok();
    let iterator = if single { None } else { object.try_iter().ok() };
    let iterator = iterator.ok_or_else(|| wrong_type(object, "a column, a list or an iterable of str", "texts"))?;
    let missing = match series {
        Some(series) => series.call_method0("isna")?.call_method0("tolist")?.extract::<Vec<bool>>()?,
        None => Vec::new(),
    };
    let mut texts = arrow_array::builder::LargeStringBuilder::new();
    for (row, cell) in iterator.enumerate() {
        let cell = cell?;
        object.py().check_signals()?;
        if cell.is_none() || missing.get(row).copied().unwrap_or(false) {
            texts.append_null();
        } else if cell.is_instance_of::<PyString>() {
            texts.append_value(error::text(&cell, || format!("row {row}"))?);
        } else {
            return Err(wrong_type(&cell, "a str or None", &format!("row {row}")));
        }
    }
    let texts: LargeStringArray = texts.finish();
    Ok(Arc::new(texts))
}

/// Takes over the C struct of a capsule, leaving a released one behind.
///
/// # Safety
/// A capsule of this name must hold a `T`, and `take` must move it out and leave it released.
unsafe fn import<T>(capsule: &Bound<'_, PyAny>, name: &'static CStr, take: unsafe fn(*mut T) -> T) -> PyResult<T> {
    let capsule = capsule.cast::<PyCapsule>()?;
    let pointer: NonNull<T> = capsule.pointer_checked(Some(name))?.cast();
    // SAFETY: the capsule has the name under which the Arrow PyCapsule protocol puts a valid, initialised struct of this
    // type; the capsule is alive, and while this thread is attached nobody else takes from it.
    Ok(unsafe { take(pointer.as_ptr()) })
}

/// The array of `__arrow_c_array__`: a schema and an array capsule.
fn array(capsules: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let (schema, array): (Bound<'_, PyAny>, Bound<'_, PyAny>) = capsules.extract()?;
    // SAFETY: the protocol puts an `ArrowSchema` and an `ArrowArray` under these names; both functions are moves.
    let (schema, array) = unsafe {
        (import(&schema, SCHEMA, FFI_ArrowSchema::from_raw)?, import(&array, ARRAY, FFI_ArrowArray::from_raw)?)
    };
    if array.is_released() {
        return Err(used_up());
    }
    let field = Field::try_from(&schema).map_err(unreadable)?;
    let column = TextColumn::of(&field)?;
    // SAFETY: the producer made the array for this schema, as the protocol demands.
    unsafe { column.take(array, field.data_type()) }
}

/// An Arrow C stream of chunks.
struct Stream {
    raw: FFI_ArrowArrayStream,
    data_type: DataType,
    column: TextColumn,
}

impl Stream {
    fn open(capsule: &Bound<'_, PyAny>) -> PyResult<Self> {
        // SAFETY: the protocol puts an `ArrowArrayStream` under this name; `from_raw` moves it out.
        let mut raw = unsafe { import(capsule, STREAM, FFI_ArrowArrayStream::from_raw)? };
        let get_schema = raw.get_schema().ok_or_else(used_up)?;
        let mut schema = FFI_ArrowSchema::empty();
        // SAFETY: the callback belongs to this stream, which is not released; `schema` is valid for writing.
        let code = unsafe { get_schema(&raw mut raw, &raw mut schema) };
        if code != 0 {
            return Err(failed(&mut raw, code));
        }
        let field = Field::try_from(&schema).map_err(unreadable)?;
        let column = TextColumn::of(&field)?;
        Ok(Self { raw, data_type: field.data_type().clone(), column })
    }

    fn next(&mut self) -> PyResult<Option<ArrayRef>> {
        let get_next = self.raw.get_next().ok_or_else(used_up)?;
        let mut array = FFI_ArrowArray::empty();
        // SAFETY: the callback belongs to this stream, which is not released; `array` is valid for writing.
        let code = unsafe { get_next(&raw mut self.raw, &raw mut array) };
        if code != 0 {
            return Err(failed(&mut self.raw, code));
        }
        if array.is_released() {
            return Ok(None);
        }
        // SAFETY: the arrays of a stream have the type of its schema, as the protocol demands.
        unsafe { self.column.take(array, &self.data_type) }.map(Some)
    }
}

fn used_up() -> PyErr {
    PyValueError::new_err("texts: the stream was read before (a stream can be read once; pass a table or a column)")
}

fn unreadable(error: ArrowError) -> PyErr {
    PyValueError::new_err(format!("texts: {error}"))
}

/// The producer's own error.
fn failed(stream: &mut FFI_ArrowArrayStream, code: c_int) -> PyErr {
    let message = stream.get_last_error().and_then(|get_last_error| {
        // SAFETY: the callback belongs to this stream, which is not released.
        let message = unsafe { get_last_error(&raw mut *stream) };
        // SAFETY: a message that is not null is a C string, valid until the next call on the stream; it is copied here.
        (!message.is_null()).then(|| unsafe { CStr::from_ptr(message) }.to_string_lossy().into_owned())
    });
    PyValueError::new_err(format!(
        "texts: {}",
        message.unwrap_or_else(|| format!("the stream failed with code {code}"))
    ))
}

/// Where the texts stand in the arrays of a producer.
#[derive(Clone, Copy)]
enum TextColumn {
    /// The array itself.
    Plain,
    /// This column of a table.
    OfTable(usize),
}

impl TextColumn {
    /// The array itself, or the only string column of a table.
    fn of(field: &Field) -> PyResult<Self> {
        let DataType::Struct(columns) = field.data_type() else {
            if is_text(field.data_type()) || *field.data_type() == DataType::Null {
                return Ok(Self::Plain);
            }
            let found = field.data_type();
            return Err(PyTypeError::new_err(format!("texts: a column of type {found} where strings belong")));
        };
        let texts: Vec<usize> = (0..columns.len()).filter(|&at| is_text(columns[at].data_type())).collect();
        match texts.as_slice() {
            [at] => Ok(Self::OfTable(*at)),
            [] => Err(PyTypeError::new_err("texts: a table without a column of strings")),
            several => {
                let names: Vec<&str> = several.iter().map(|&at| columns[at].name().as_str()).collect();
                let names = names.join(", ");
                Err(PyTypeError::new_err(format!(
                    "texts: a table with several columns of strings ({names}); pass one of them"
                )))
            }
        }
    }

    /// The texts of an array, checked: UTF-8, offsets, keys.
    ///
    /// # Safety
    /// The array must be of this type, with buffers as the C data interface demands.
    unsafe fn take(self, array: FFI_ArrowArray, data_type: &DataType) -> PyResult<ArrayRef> {
        if *data_type == DataType::Null {
            return Ok(new_null_array(&DataType::Null, array.len()));
        }
        let data_type = with_buffers(data_type, &array);
        // SAFETY: the caller's promise.
        let array = make_array(unsafe { from_ffi_and_data_type(array, data_type) }.map_err(unreadable)?);
        let texts = match self {
            Self::Plain => array.to_data(),
            Self::OfTable(at) => {
                let table = array.as_struct();
                let column = table.column(at).to_data();
                let nulls = NullBuffer::union(table.nulls(), column.nulls());
                column.into_builder().nulls(nulls).build().map_err(unreadable)?
            }
        };
        texts.validate_full().map_err(unreadable)?;
        Ok(make_array(texts))
    }
}

/// The type under which an array can be imported: some producers give null columns the one buffer that a struct
/// without fields has, where the importer knows null columns without buffers only.
fn with_buffers(data_type: &DataType, array: &FFI_ArrowArray) -> DataType {
    let DataType::Struct(columns) = data_type else { return data_type.clone() };
    let column = |(at, column): (usize, &FieldRef)| {
        let has_buffer = *column.data_type() == DataType::Null && array.child(at).num_buffers() == 1;
        let data_type = if has_buffer { DataType::Struct(Fields::empty()) } else { column.data_type().clone() };
        Arc::new(column.as_ref().clone().with_data_type(data_type))
    };
    DataType::Struct(columns.iter().enumerate().map(column).collect())
}

fn is_text(data_type: &DataType) -> bool {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
        DataType::Dictionary(_, values) => is_text(values),
        _ => false,
    }
}

/// A table of scores: one row per text, in input order, a row of nulls where the text is missing; or one row per group.
///
/// Every Arrow library reads it without a copy: `polars.DataFrame(scores)`, `pyarrow.table(scores)`,
/// `pandas.DataFrame.from_arrow(scores)`, and DuckDB by the variable's name.
#[pyclass(frozen, module = "connote")]
pub(crate) struct Scores {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Scores {
    pub(crate) fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }

    /// The values of column `at`.
    fn values<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Bound<'py, PyList>> {
        let values = PyList::empty(py);
        for batch in &self.batches {
            let column = batch.column(at);
            (0..column.len()).try_for_each(|row| values.append(cell(py, column, row)?))?;
        }
        Ok(values)
    }
}

/// A value of a table.
fn cell<'py>(py: Python<'py>, column: &dyn Array, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match column.data_type() {
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into_bound_py_any(py)?,
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).into_bound_py_any(py)?,
        DataType::Boolean => column.as_boolean().value(row).into_bound_py_any(py)?,
        DataType::List(_) => {
            let items = column.as_list::<i32>().value(row);
            let items = (0..items.len()).map(|at| cell(py, &items, at)).collect::<PyResult<Vec<_>>>()?;
            PyList::new(py, items)?.into_any()
        }
        DataType::Struct(fields) => {
            let item = PyDict::new(py);
            for (field, values) in fields.iter().zip(column.as_struct().columns()) {
                item.set_item(field.name(), cell(py, values, row)?)?;
            }
            item.into_any()
        }
        // The names of groups.
        _ => column.as_string::<i32>().value(row).into_bound_py_any(py)?,
    })
}

#[pymethods]
impl Scores {
    /// The names of the columns.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    /// The values by column: `{name: [value, ...]}`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let columns = PyDict::new(py);
        for (at, field) in self.schema.fields().iter().enumerate() {
            columns.set_item(field.name(), self.values(py, at)?)?;
        }
        Ok(columns)
    }

    /// The rows: `[{name: value, ...}, ...]`.
    fn to_pylist<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let columns = (0..self.schema.fields().len()).map(|at| self.values(py, at)).collect::<PyResult<Vec<_>>>()?;
        let names: Vec<Bound<'py, PyString>> =
            self.schema.fields().iter().map(|field| PyString::new(py, field.name())).collect();
        let rows = PyList::empty(py);
        for row in 0..self.__len__() {
            let cells = PyDict::new(py);
            for (name, values) in names.iter().zip(&columns) {
                cells.set_item(name, values.get_item(row)?)?;
            }
            rows.append(cells)?;
        }
        Ok(rows)
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The values of a column.
    fn __getitem__<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyList>> {
        match self.schema.index_of(name) {
            Ok(at) => self.values(py, at),
            Err(_) => Err(PyKeyError::new_err(format!("there is no column '{name}'; see column_names"))),
        }
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (py, other) = (other.py(), other.get());
        let same = |at| self.values(py, at)?.eq(other.values(py, at)?);
        let columns = 0..self.schema.fields().len();
        Ok(self.schema == other.schema && columns.map(same).collect::<PyResult<Vec<_>>>()?.into_iter().all(|same| same))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        let mut stream = StreamWriter::try_new(Vec::new(), &self.schema).map_err(unreadable)?;
        self.batches.iter().try_for_each(|batch| stream.write(batch)).map_err(unreadable)?;
        let bytes = stream.into_inner().map_err(unreadable)?;
        Ok((PyType::new::<Self>(py).getattr("from_bytes")?, (PyBytes::new(py, &bytes),)))
    }

    /// The table of a stream of Arrow IPC, by which tables are pickled.
    ///
    /// Raises:
    ///     ValueError: The bytes are no such stream.
    #[staticmethod]
    fn from_bytes(data: &[u8]) -> PyResult<Self> {
        let stream = StreamReader::try_new(data, None).map_err(unreadable)?;
        let schema = stream.schema();
        Ok(Self { schema, batches: stream.collect::<Result<_, _>>().map_err(unreadable)? })
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __repr__(&self) -> String {
        format!("Scores(rows={}, columns={})", self.__len__(), self.schema.fields().len())
    }

    #[pyo3(signature = (requested_schema=None))]
    pub(crate) fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The protocol lets a producer keep its own types.
        let _ = requested_schema;
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, Arc::clone(&self.schema));
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(unreadable)?;
        PyCapsule::new_with_value(py, schema, SCHEMA)
    }
}
