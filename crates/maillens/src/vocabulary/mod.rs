//! What all rooms say: plain words without any lines, traces or texts behind them. Nothing here knows of
//! another room. Their names are those of the export `maillens/1`, so they are fixed: words may be added.

mod cause;
mod circumstance;
mod cited;
mod reason;
mod sign;
mod why;

pub use cause::Cause;
pub use circumstance::Circumstance;
pub use cited::Cited;
pub use reason::Reason;
pub use sign::{Datum, FormatKind, Sign, Software};
pub use why::Why;

/// Declares enums, each variant with its name.
macro_rules! words {
    ($($(#[$meta:meta])* $enum:ident { $($(#[$of:meta])* $variant:ident = $name:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub enum $enum {
            $($(#[$of])* #[cfg_attr(feature = "serde", serde(rename = $name))] $variant,)*
        }

        impl $enum {
            /// Every one, in order.
            pub const ALL: [$enum; [$($name),*].len()] = [$($enum::$variant),*];

            /// The name, as the export writes it.
            pub const fn name(self) -> &'static str {
                match self {
                    $($enum::$variant => $name,)*
                }
            }

            /// The one of this name; `None` for a name that is not in the list.
            pub fn named(name: &str) -> Option<$enum> {
                $enum::ALL.into_iter().find(|of| of.name() == name)
            }
        }
    )*};
}

words! {
    /// How much a line or trace matters to somebody who looks for a problem.
    #[derive(Default)]
    Level {
        /// Neutral progress.
        #[default]
        Info = "info",
        /// Something worked.
        Success = "success",
        /// It will be tried again.
        Temporary = "temporary",
        /// Something is off; the software carries on.
        Warning = "warning",
        /// It failed for good.
        Permanent = "permanent",
        /// The operator of the server must act.
        Alert = "alert",
    }

    /// What a trace is the story of.
    TraceType {
        /// One life of a message in one queue.
        Message = "message",
        /// A log-in or mailbox session.
        Session = "session",
        /// A `SpamAssassin` scan.
        Scan = "scan",
        /// A connection that carried no message that we know of.
        Connection = "connection",
        /// A pasted SMTP transcript.
        Dialogue = "dialogue",
        /// A pasted bounce notice.
        Bounce = "bounce",
        /// What a server, a service or a configuration reports outside any message or session.
        Event = "event",
    }

    /// How a message or another trace came out.
    #[derive(Default)]
    Outcome {
        /// Every recipient failed, or the thing that was tried was refused.
        Failed = "failed",
        /// Some recipients were served and some failed.
        Partial = "partial",
        /// Still being tried.
        Deferred = "deferred",
        /// The paste ends before the trace does.
        Open = "open",
        /// The paste does not tell.
        #[default]
        Unknown = "unknown",
        /// It worked.
        Delivered = "delivered",
    }

    /// How one delivery attempt ended.
    #[derive(Default)]
    AttemptOutcome {
        /// Delivered, or accepted by the other server.
        Success = "success",
        /// Put off; it will be tried again.
        Deferral = "deferral",
        /// Failed for good.
        Failure = "failure",
        /// No result in the paste.
        #[default]
        Open = "open",
    }

    /// The result of a log-in.
    Login {
        /// It worked.
        Ok = "ok",
        /// It was refused.
        Failed = "failed",
        /// None was tried.
        None = "none",
    }

    /// A station of the mail flow, in the order that mail takes.
    #[derive(Default)]
    Stage {
        /// The person or program that sends.
        #[default]
        Sender = "sender",
        /// The SMTP service of our server.
        OurServer = "our-server",
        /// The queue of our server.
        Queue = "queue",
        /// The look-up of the receiving server.
        Dns = "dns",
        /// The receiving server.
        TheirServer = "their-server",
        /// The mailbox.
        Mailbox = "mailbox",
    }

    /// Who must act.
    #[derive(Default)]
    Party {
        /// The person who sends.
        Sender = "sender",
        /// The person who should get the mail.
        Recipient = "recipient",
        /// The people who run the server of this log.
        OurServer = "our-server",
        /// The people who run the server at the other end.
        TheirServer = "their-server",
        /// Whoever keeps the domain's DNS records.
        Dns = "dns",
        /// Nobody.
        #[default]
        Nobody = "nobody",
    }

    /// A language that customers read.
    #[derive(Default)]
    Language {
        /// American English.
        #[default]
        English = "en",
        /// German.
        German = "de",
        /// French.
        French = "fr",
        /// Spanish.
        Spanish = "es",
        /// Dutch.
        Dutch = "nl",
        /// Brazilian Portuguese.
        Portuguese = "pt",
    }

    /// An email app, by the place where it keeps its settings.
    App {
        /// Outlook for Windows since 2023, and Outlook on the web.
        Outlook = "outlook",
        /// Outlook for Windows before, also called classic.
        OutlookClassic = "outlook-classic",
        /// Mail on a Mac.
        AppleMail = "apple-mail",
        /// Mail on an iPhone or iPad.
        Iphone = "iphone",
        /// The Gmail app for Android.
        Gmail = "gmail",
        /// Thunderbird on a computer.
        Thunderbird = "thunderbird",
        /// Roundcube, a webmail.
        Roundcube = "roundcube",
    }

    /// Whether waiting helps.
    Lasts {
        /// It is tried again by itself.
        Temporary = "temporary",
        /// It stays until somebody acts.
        Permanent = "permanent",
    }

    /// Something about a time that the line itself does not say.
    Assumed {
        /// The stamp names no time zone; the source zone of the settings was taken.
        Zone = "zone",
        /// The stamp names no year.
        Year = "year",
    }

    /// What was done to a line before it was pasted.
    Damage {
        /// A byte-order mark in front.
        Mark = "mark",
        /// Colours of a terminal.
        Coloured = "coloured",
        /// Spaces that are no plain spaces, and characters that cannot be seen.
        Spaces = "spaces",
        /// Quotes and dashes of a word processor.
        Typography = "typography",
        /// HTML entities or tags.
        Html = "html",
        /// Quoted-printable.
        Encoded = "encoded",
        /// White space in front.
        Indented = "indented",
        /// A mail's `>` in front.
        Quoted = "quoted",
        /// A bullet or the number of a list in front.
        Bulleted = "bulleted",
        /// Backticks around it.
        Fenced = "fenced",
        /// The file or line number that grep puts in front.
        Grep = "grep",
        /// The prompt of a terminal in front.
        Prompted = "prompted",
        /// The line number of a pager or an editor.
        Numbered = "numbered",
        /// The stamp of a collector in front of the line's own.
        Collected = "collected",
        /// Columns of a table.
        Columns = "columns",
        /// Broken into several lines.
        Wrapped = "wrapped",
        /// The mark of a program in front of what client and server say.
        Spoken = "spoken",
        /// Addresses that were made links.
        Linked = "linked",
        /// Marks by which a forum emphasizes.
        Emphasized = "emphasized",
        /// Blanks inside a word, where a line was broken and filled up.
        Padded = "padded",
    }

    /// What kind of thing a field is: how it is drawn, searched, joined and redacted.
    Role {
        /// A time or date.
        Time = "time",
        /// A host name.
        Host = "host",
        /// A program or service.
        Program = "program",
        /// A process number.
        Pid = "pid",
        /// The number or id of a message in a queue.
        Message = "message",
        /// The id of another message in the same queue.
        OtherMessage = "other-message",
        /// The number of a delivery attempt.
        Delivery = "delivery",
        /// The process number under which a message was queued: ties logs together.
        Queued = "queued",
        /// The id of a log-in session.
        Session = "session",
        /// A `Message-ID`.
        MessageId = "message-id",
        /// The envelope sender.
        Sender = "sender",
        /// A recipient.
        Recipient = "recipient",
        /// A recipient before aliases and forwards.
        OriginalRecipient = "original-recipient",
        /// Any other address.
        Address = "address",
        /// Who logged in, or a system user.
        User = "user",
        /// The number of a system user.
        Uid = "uid",
        /// A password that should not be in a log; masked everywhere.
        Password = "password",
        /// The IP address of the client.
        Client = "client",
        /// Any other IP address.
        Ip = "ip",
        /// A TCP port.
        Port = "port",
        /// The server at the other end of a delivery.
        Remote = "remote",
        /// The way out of the queue: `local`, `remote`, a transport.
        Channel = "channel",
        /// The size of the message in bytes.
        Bytes = "bytes",
        /// A number of things.
        Count = "count",
        /// A length of time.
        Duration = "duration",
        /// An SMTP reply code.
        Code = "code",
        /// An enhanced status code.
        Status = "status",
        /// A subject line.
        Subject = "subject",
        /// A file or folder.
        Path = "path",
        /// A word from a fixed list: a method, a state, a protocol.
        State = "state",
        /// The answer of the other server.
        Reply = "reply",
        /// What a program said, in its own words.
        Text = "text",
        /// Why something did not work, as a name of the closed list of reasons; `earlier` where the line
        /// only points back.
        Reason = "reason",
        /// A fixed word of the log.
        Keyword = "keyword",
    }
}

impl Outcome {
    /// True where somebody may have to act: it failed, in full or in part, or is still being tried.
    pub fn is_problem(self) -> bool {
        matches!(self, Outcome::Failed | Outcome::Partial | Outcome::Deferred)
    }
}

/// A check of where mail comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Which servers may send for a domain.
    Spf,
    /// A signature of the sending domain.
    Dkim,
    /// What the domain in the From line asks for.
    Dmarc,
    /// The seals of forwarders.
    Arc,
    /// The name of an IP address (reverse DNS).
    Ptr,
}
