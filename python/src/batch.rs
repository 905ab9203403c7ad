//! Long work: in a pool of its own, with the interpreter free and Ctrl-C heard.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::error::{ConnoteError, wrong_type};

/// How often a waiting call looks for signals and shows progress: Ctrl-C must end a batch within 0.2 s.
const TICK: Duration = Duration::from_millis(50);

/// A number of threads that was asked for; none is one per core.
pub(crate) fn thread_count(threads: Option<i64>) -> PyResult<Option<usize>> {
    match threads.map(usize::try_from) {
        None => Ok(None),
        Some(Ok(count)) if count > 0 => Ok(Some(count)),
        Some(_) => Err(PyValueError::new_err("threads: a count of at least 1, or None, belongs here")),
    }
}

/// The threads of one call.
///
/// They end with the call: a process that forks later takes no dead pool with it, and nothing runs between calls.
pub(crate) struct Batch {
    pool: ThreadPool,
    stopped: AtomicBool,
    done: AtomicUsize,
}

impl Batch {
    /// A pool of so many threads, or of one per core.
    pub(crate) fn new(threads: Option<usize>) -> PyResult<Self> {
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads.unwrap_or(0))
            .build()
            .map_err(|error| ConnoteError::new_err(format!("threads: {error}")))?;
        Ok(Self { pool, stopped: AtomicBool::new(false), done: AtomicUsize::new(0) })
    }

    /// Asked before each text: whether to go on. Counts the texts, too.
    pub(crate) fn go_on(&self) -> bool {
        self.done.fetch_add(1, Ordering::Relaxed);
        !self.stopped.load(Ordering::Relaxed)
    }

    /// How many texts were begun.
    pub(crate) fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// So many texts are done: where a text stands in several rows, it was counted once.
    pub(crate) fn set_done(&self, texts: usize) {
        self.done.store(texts, Ordering::Relaxed);
    }

    /// Runs `work`, which must ask [`Batch::go_on`] before each text, in the pool. The calling thread waits, hears
    /// signals and tells `progress` the number of texts begun; an exception from either stops the work.
    pub(crate) fn run<T: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce() -> T + Send,
        progress: impl Fn(Python<'_>, usize) -> PyResult<()> + Sync,
    ) -> PyResult<T> {
        py.detach(|| {
            let (sender, receiver) = channel();
            self.pool.in_place_scope(|scope| {
                // The receiver is gone only after an exception; then nobody asks for the result.
                scope.spawn(move |_| drop(sender.send(work())));
                loop {
                    match receiver.recv_timeout(TICK) {
                        Ok(result) => return Ok(result),
                        Err(RecvTimeoutError::Timeout) => Python::attach(|py| {
                            py.check_signals()?;
                            progress(py, self.done.load(Ordering::Relaxed))
                        })
                        .inspect_err(|_| self.stopped.store(true, Ordering::Relaxed))?,
                        Err(RecvTimeoutError::Disconnected) => return Err(ConnoteError::new_err("a thread was lost")),
                    }
                }
            })
        })
    }
}

/// Who is told how far a batch is.
pub(crate) struct Progress(Option<Py<PyAny>>);

impl Progress {
    /// Nobody for `None` and `False`, a bar for `True`, or the caller's function.
    pub(crate) fn new(py: Python<'_>, progress: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let Some(progress) = progress else { return Ok(Self(None)) };
        if let Ok(wanted) = progress.extract::<bool>() {
            let bar = || py.import("connote._progress")?.getattr("Bar")?.call0().map(Bound::unbind);
            return Ok(Self(wanted.then(bar).transpose()?));
        }
        if !progress.is_callable() {
            return Err(wrong_type(progress, "a bool or a function", "progress"));
        }
        Ok(Self(Some(progress.clone().unbind())))
    }

    pub(crate) fn show(&self, py: Python<'_>, done: usize, total: Option<usize>) -> PyResult<()> {
        let Some(callback) = &self.0 else { return Ok(()) };
        callback.call1(py, (total.map_or(done, |total| done.min(total)), total)).map(drop)
    }

    /// All rows are done.
    pub(crate) fn finish(&self, py: Python<'_>, rows: usize) -> PyResult<()> {
        self.show(py, rows, Some(rows))
    }
}
