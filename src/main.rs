//! The web page: mounts the app, or serves as its worker.

#[cfg(target_arch = "wasm32")]
mod program {
    use leptos::prelude::*;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(thread_local_v2, js_namespace = ["globalThis", "maillens"], js_name = workerUrl)]
        static WORKER_URL: String;
        #[wasm_bindgen(thread_local_v2, js_namespace = globalThis, js_name = maillens)]
        static MAILLENS: JsValue;
    }

    pub fn main() {
        console_error_panic_hook::set_once();
        match js_sys::global().dyn_into::<web_sys::Window>() {
            Ok(_) => mount_to_body(app),
            Err(global) => serve(&global.unchecked_into()),
        }
    }

    fn app() -> impl IntoView {
        let (heard, set_heard) = signal(String::from("nothing"));
        let worker =
            web_sys::Worker::new(&WORKER_URL.with(Clone::clone)).expect("a classic worker from a blob");
        let asked = worker.clone();
        let listen = Closure::<dyn FnMut(_)>::new(move |event: web_sys::MessageEvent| {
            let said = event.data().as_string().unwrap_or_default();
            if said == "ready" {
                let _ = asked.post_message(&"ping".into());
            }
            set_heard.set(said);
        });
        worker.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        listen.forget();
        let _ = worker.post_message(&MAILLENS.with(Clone::clone));
        view! { <main><h1>"maillens"</h1><p id="heard">{heard}</p></main> }
    }

    fn serve(global: &web_sys::DedicatedWorkerGlobalScope) {
        let scope = global.clone();
        let listen = Closure::<dyn FnMut(_)>::new(move |event: web_sys::MessageEvent| {
            let _ =
                scope.post_message(&format!("{} pong", event.data().as_string().unwrap_or_default()).into());
        });
        global.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        listen.forget();
        let _ = global.post_message(&"ready".into());
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    program::main();
}
