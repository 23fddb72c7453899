//! Scratch crate: `telephone` is to become `api/src/domain/telephone.rs` and its folder.

pub mod telephone;
