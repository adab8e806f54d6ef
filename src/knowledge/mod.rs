//! Facts that no single format owns. One file here is one body of knowledge.

pub mod session_id;
