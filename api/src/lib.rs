//! Solicita: a self-service request portal with telephony integration.
//!
//! `ARCHITECTURE.md` is the map. A write goes `routes.rs` → `handlers/` →
//! `actions/` (one transaction) → `models/`; a read goes through `views/` instead of `actions/`.

pub mod actions;
pub mod app;
pub mod auth;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod domain;
pub mod error;
pub mod handlers;
pub mod jobs;
pub mod language;
pub mod mail;
pub mod models;
pub mod monitor;
pub mod node;
pub mod policy;
pub mod routes;
pub mod serve;
pub mod shutdown;
pub mod storage;
pub mod tx;
pub mod views;
pub mod web;
