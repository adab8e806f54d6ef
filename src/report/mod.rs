//! What leaves the engine: the export that programs read, and the texts that people read.

pub mod export;
