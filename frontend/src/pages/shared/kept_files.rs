//! Files that belong to a draft.

use crate::ui::FilesHandle;
use contract::timeline::UploadView;
use yew::prelude::*;

/// Keeps the files that have arrived in a draft, so that they are there after a reload: calls `keep` when they are not
/// those that the draft has.
#[hook]
pub fn use_kept_files(files: &FilesHandle, kept: &[UploadView], keep: &Callback<Vec<UploadView>>) {
    let (kept, keep) = (kept.to_vec(), keep.clone());
    use_effect_with(files.sent(), move |sent| {
        if kept != *sent {
            keep.emit(sent.clone());
        }
    });
}
