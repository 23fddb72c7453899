//! An image, enlarged.

use super::button::AnchorButton;
use super::dialog::Dialog;
use crate::hooks::use_language;
use locales::text;
use yew::prelude::*;

/// Properties of [`Lightbox`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The file's name.
    pub name: AttrValue,
    /// The address of the image.
    pub source: AttrValue,
    /// The address for the download.
    pub download: AttrValue,
    /// Closes it.
    pub onclose: Callback<()>,
}

/// An image over the page.
#[component]
pub fn Lightbox(props: &Props) -> Html {
    let language = use_language();
    let footer = html! {
        <AnchorButton label={text!(language, "ui-download")} href={props.download.clone()} icon="download" download={Some(props.name.clone())} />
    };
    html! {
        <Dialog title={props.name.clone()} onclose={props.onclose.clone()} wide=true class="sol-lightbox" {footer}>
            <img src={props.source.clone()} alt={props.name.clone()} />
        </Dialog>
    }
}
