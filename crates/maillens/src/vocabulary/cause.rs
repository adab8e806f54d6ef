//! What decides how a login, a session or a delivery into a mailbox comes out, as the lines of a mailbox server
//! state it. The words for each are in `knowledge::cause`.

/// What decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Somebody is guessing passwords.
    Attack,
    /// App and server could not agree on encryption.
    Tls,
    /// The account is switched off.
    Disabled,
    /// The password is too old.
    Expired,
    /// One user has too many connections from one address.
    Connections,
    /// One address has too many connections.
    TooMany,
    /// The account is open to some addresses, and this is none of them.
    AddressNotAllowed,
    /// The app sent no encryption, and the server demands it.
    Plaintext,
    /// The way to log in is not offered.
    Method,
    /// The app's certificate was not accepted.
    ClientCertificate,
    /// The password could not be checked.
    AuthService,
    /// A server behind this one did not answer.
    Backend,
    /// A limit of the server was reached.
    ServerFull,
    /// The user name cannot be one.
    BadName,
    /// The user exists, and the password is wrong.
    WrongPassword,
    /// The check does not say which of name and password is wrong.
    Either,
    /// No password is set.
    NoPassword,
    /// The service is switched off for the mailbox.
    ServiceOff,
    /// No such user.
    UnknownUser,
    /// Something failed on the server.
    Server,
    /// The login was refused; the lines of the service that checked it are not there.
    WrongLogin,
    /// What came was no email app.
    BrokenClient,
    /// Refused, without a reason.
    Refused,
    /// The server's settings are wrong.
    Config,
    /// The server was being restarted.
    Restart,
    /// The login was begun and never finished.
    Unfinished,
    /// Nobody tried to log in.
    Nobody,
    /// The mailbox's folder is missing.
    Folder,
    /// The process broke.
    Crash,
    /// The disk is full or cannot be written.
    Disk,
    /// File permissions are wrong.
    Permission,
    /// The mailbox is full.
    Quota,
    /// Another device has the POP3 mailbox open.
    Pop3Lock,
    /// Another process keeps the mailbox locked.
    Locked,
    /// A stored message can't be read.
    Unreadable,
    /// A folder index was damaged.
    Index,
    /// The connection broke.
    Network,
    /// The session was idle for too long.
    Idle,
    /// The user's filter refused the message.
    FilterRejected,
    /// The user's filter could not forward it.
    FilterForwardFailed,
    /// The user's filter stopped a loop.
    FilterLoop,
    /// The user's filter failed.
    FilterBroken,
    /// The user's filter could not store the message in a folder.
    FilterStoreFailed,
    /// The user's filter was stopped by a temporary failure of something that it needs.
    FilterStopped,
    /// The user's filter threw it away.
    FilterDiscarded,
    /// The user's filter forwarded it.
    FilterForwarded,
    /// The folder it was meant for does not exist.
    NoFolder,
    /// The user's filter chose a folder.
    FilterStored,
}

impl Cause {
    /// Every cause.
    pub const ALL: &[Cause] = &[
        Cause::Attack,
        Cause::Tls,
        Cause::Disabled,
        Cause::Expired,
        Cause::Connections,
        Cause::TooMany,
        Cause::AddressNotAllowed,
        Cause::Plaintext,
        Cause::Method,
        Cause::ClientCertificate,
        Cause::AuthService,
        Cause::Backend,
        Cause::ServerFull,
        Cause::BadName,
        Cause::WrongPassword,
        Cause::Either,
        Cause::NoPassword,
        Cause::ServiceOff,
        Cause::UnknownUser,
        Cause::Server,
        Cause::WrongLogin,
        Cause::BrokenClient,
        Cause::Refused,
        Cause::Config,
        Cause::Restart,
        Cause::Unfinished,
        Cause::Nobody,
        Cause::Folder,
        Cause::Crash,
        Cause::Disk,
        Cause::Permission,
        Cause::Quota,
        Cause::Pop3Lock,
        Cause::Locked,
        Cause::Unreadable,
        Cause::Index,
        Cause::Network,
        Cause::Idle,
        Cause::FilterRejected,
        Cause::FilterForwardFailed,
        Cause::FilterLoop,
        Cause::FilterBroken,
        Cause::FilterStoreFailed,
        Cause::FilterStopped,
        Cause::FilterDiscarded,
        Cause::FilterForwarded,
        Cause::NoFolder,
        Cause::FilterStored,
    ];
}
