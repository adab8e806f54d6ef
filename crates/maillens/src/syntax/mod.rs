//! What has a grammar of its own wherever it stands: replies, enhanced status codes, the ids of sessions.

pub mod enhanced;
pub mod left_out;
pub mod reply;
pub mod session_id;
