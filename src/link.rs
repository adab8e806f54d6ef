//! The page's end of the line to a log: a worker, or the same host on the page where none starts.

use super::protocol::{Ask, READY, Tell, decode, encode};
use super::worker::{CUT_DOWN, Host};
use js_sys::{Array, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, MessageEvent, Worker};

/// How long a worker may take to say that it is there, in milliseconds.
const PATIENCE: i32 = 2_000;

thread_local! {
    /// Set once a worker failed to start: the next logs do not wait for one.
    static NO_WORKERS: Cell<bool> = const { Cell::new(false) };
}

/// A line to one log. Dropping it ends the worker and gives its memory back.
pub struct Link(Rc<Inner>);

struct Inner {
    end: RefCell<End>,
    hear: Rc<dyn Fn(Tell)>,
    /// What was asked before the other end was there.
    waiting: RefCell<Vec<(Ask, Array)>>,
    /// What is being read: `WebKit` lets no worker of a page that was opened as a file read a blob.
    blobs: RefCell<Array>,
}

enum End {
    Starting(Option<Started>),
    Worker(Started),
    Here(Host),
    Gone,
}

/// A worker with the closures that it calls.
struct Started(
    Worker,
    #[expect(dead_code, reason = "kept alive for the worker")] [Closure<dyn Fn(JsValue)>; 2],
);

impl Started {
    /// Asks the worker; `with` goes along, and of it `handed` over is no longer the page's.
    fn post(&self, ask: &Ask, with: &Array, handed: &Array) {
        let bytes = encode(ask);
        let transfer = handed.concat(&Array::of1(&bytes.buffer()));
        let _ = self.0.post_message_with_transfer(&Array::of2(&bytes, with), &transfer);
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.0.set_onmessage(None);
        self.0.set_onerror(None);
        self.0.terminate();
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.0.end.replace(End::Gone);
    }
}

impl Link {
    /// Starts the other end; `hear` takes its answers.
    pub fn start(hear: impl Fn(Tell) + 'static) -> Link {
        let inner = Rc::new(Inner {
            end: RefCell::new(End::Starting(None)),
            hear: Rc::new(hear),
            waiting: RefCell::default(),
            blobs: RefCell::default(),
        });
        match (!NO_WORKERS.get()).then(|| start_worker(&inner)).and_then(Result::ok) {
            Some(started) => {
                inner.end.replace(End::Starting(Some(started)));
                let late = Closure::once_into_js({
                    let inner = Rc::downgrade(&inner);
                    move || {
                        if let Some(inner) = inner.upgrade() {
                            inner.give_up();
                        }
                    }
                });
                if let Some(window) = web_sys::window() {
                    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                        late.unchecked_ref(),
                        PATIENCE,
                    );
                }
            }
            None => inner.give_up(),
        }
        Link(inner)
    }

    /// Asks; `blobs` come with [`Ask::Read`] and are empty for all others.
    pub fn ask(&self, ask: Ask, blobs: Array) {
        self.0.ask(ask, blobs);
    }
}

impl Inner {
    fn ask(&self, ask: Ask, blobs: Array) {
        match &*self.end.borrow() {
            End::Starting(_) => self.waiting.borrow_mut().push((ask, blobs)),
            End::Worker(started) => {
                if matches!(ask, Ask::Read { .. }) {
                    self.blobs.replace(blobs.clone());
                }
                started.post(&ask, &blobs, &Array::new());
            }
            End::Here(host) => host.take(ask, blobs),
            End::Gone => {}
        }
    }

    fn ready(&self) {
        let starting = self.end.replace(End::Gone);
        self.end.replace(match starting {
            End::Starting(Some(started)) => End::Worker(started),
            other => other,
        });
        self.ask_waiting();
    }

    /// No worker has come: from now on the page does the work.
    fn give_up(&self) {
        if matches!(*self.end.borrow(), End::Starting(_)) {
            NO_WORKERS.set(true);
            self.end.replace(End::Here(Host::here(self.hear.clone())));
            self.ask_waiting();
        }
    }

    fn ask_waiting(&self) {
        for (ask, blobs) in self.waiting.take() {
            self.ask(ask, blobs);
        }
    }

    fn take(self: &Rc<Self>, data: &JsValue) {
        if data.as_string().as_deref() == Some(READY) {
            self.ready();
        } else if let Some(tell) = data.dyn_ref::<Uint8Array>().and_then(decode) {
            match tell {
                Tell::Slice { blob, from, to } => self.read_slice(blob, from, to),
                tell => (self.hear)(tell),
            }
        }
    }

    /// Reads a slice of a blob for the worker.
    fn read_slice(self: &Rc<Self>, blob: u32, from: f64, to: f64) {
        let inner = self.clone();
        let blob: Blob = self.blobs.borrow().get(blob).unchecked_into();
        spawn_local(async move {
            let Ok(slice) = blob.slice_with_f64_and_f64(from, to) else { return };
            match (JsFuture::from(slice.array_buffer()).await, &*inner.end.borrow()) {
                (Ok(buffer), End::Worker(started)) => {
                    let buffer = Array::of1(&buffer);
                    started.post(&Ask::Slice, &buffer, &buffer);
                }
                (Err(_), _) => {
                    (inner.hear)(Tell::Failed("The browser could not read this to its end.".into()));
                }
                _ => {}
            }
        });
    }

    fn broken(&self) {
        if matches!(*self.end.borrow(), End::Worker(_)) {
            (self.hear)(Tell::Failed(format!(
                "The part of this page that reads logs stopped, probably because it ran out of memory. {CUT_DOWN}"
            )));
        } else {
            self.give_up();
        }
    }
}

/// Starts a worker from what the boot script left: its address and the compiled module.
fn start_worker(inner: &Rc<Inner>) -> Result<Started, JsValue> {
    let boot = Reflect::get(&js_sys::global(), &"maillens".into())?;
    let url = Reflect::get(&boot, &"workerUrl".into())?.as_string().ok_or(JsValue::NULL)?;
    // The first one was started before the page was.
    let first = Reflect::get(&boot, &"worker".into())?.dyn_into();
    Reflect::set(&boot, &"worker".into(), &JsValue::NULL)?;
    let worker = first.or_else(|_| Worker::new(&url))?;
    let heard = Closure::<dyn Fn(JsValue)>::new({
        let inner = Rc::downgrade(inner);
        move |event: JsValue| {
            if let Some(inner) = inner.upgrade() {
                inner.take(&event.unchecked_into::<MessageEvent>().data());
            }
        }
    });
    let failed = Closure::<dyn Fn(JsValue)>::new({
        let inner = Rc::downgrade(inner);
        move |_| {
            if let Some(inner) = inner.upgrade() {
                inner.broken();
            }
        }
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
    worker.post_message(&boot)?;
    Ok(Started(worker, [heard, failed]))
}
