//! The clipboard: text, and text with its formatting, in every browser and from a file too.

use js_sys::{Array, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, HtmlElement, HtmlTextAreaElement};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    type ClipboardItem;
    #[wasm_bindgen(constructor, catch)]
    fn new(forms: &Object) -> Result<ClipboardItem, JsValue>;

    /// The part of the document that only the older way of copying needs.
    type Commands;
    #[wasm_bindgen(method, js_name = execCommand)]
    fn exec_command(this: &Commands, name: &str) -> bool;
}

/// Copies a text, and beside it its HTML where it has one; false where the browser does not allow it.
pub async fn copy(text: &str, html: Option<&str>) -> bool {
    // There is none on a page that came without encryption.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or_default();
    if clipboard.is_truthy() {
        let written = match html {
            Some(html) => write(&clipboard, text, html).await,
            None => JsFuture::from(window().navigator().clipboard().write_text(text)).await.map(drop),
        };
        if written.is_ok() {
            return true;
        }
    }
    by_command(text, html)
}

async fn write(clipboard: &JsValue, text: &str, html: &str) -> Result<(), JsValue> {
    let forms = Object::new();
    for (kind, content) in [("text/plain", text), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options)?;
        Reflect::set(&forms, &kind.into(), &blob)?;
    }
    let items = Array::of1(&ClipboardItem::new(&forms)?.into());
    let write: js_sys::Function = Reflect::get(clipboard, &"write".into())?.dyn_into()?;
    JsFuture::from(write.call1(clipboard, &items)?.unchecked_into::<Promise>()).await.map(drop)
}

/// The older way: the browser asks what to copy by an event.
fn by_command(text: &str, html: Option<&str>) -> bool {
    let (owned, rich) = (text.to_owned(), html.map(str::to_owned));
    let fill = Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data() {
            let _ = data.set_data("text/plain", &owned);
            if let Some(html) = &rich {
                let _ = data.set_data("text/html", html);
            }
            event.prevent_default();
        }
    });
    let page = document();
    let listener = fill.as_ref().unchecked_ref();
    let _ = page.add_event_listener_with_callback("copy", listener);
    // Some browsers copy only where something is selected.
    let focus = page.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let field = page.create_element("textarea").ok().map(JsCast::unchecked_into::<HtmlTextAreaElement>);
    if let (Some(field), Some(body)) = (&field, page.body()) {
        field.set_class_name("visually-hidden");
        field.set_value(text);
        let _ = body.append_child(field);
        field.select();
    }
    let copied = page.unchecked_ref::<Commands>().exec_command("copy");
    if let Some(field) = &field {
        field.remove();
    }
    if let Some(focus) = focus {
        let _ = focus.focus();
    }
    let _ = page.remove_event_listener_with_callback("copy", listener);
    copied
}

/// Hands a text to the browser as a file to be saved.
pub fn save(name: &str, kind: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options);
    let Ok(url) = blob.and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob)) else { return };
    if let Ok(link) = document().create_element("a") {
        let _ = link.set_attribute("href", &url);
        let _ = link.set_attribute("download", name);
        link.unchecked_ref::<HtmlElement>().click();
    }
    // Not at once: the browser still has to read it.
    leptos::prelude::set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        },
        std::time::Duration::from_mins(1),
    );
}
