//! (being built)

pub mod authentication;
pub mod spamassassin;
