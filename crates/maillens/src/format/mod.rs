//! What a line says. One file here is one format: all the line shapes that one program writes, each with
//! its meaning, its fields and a real sample, in the order in which a reader of the log meets them.
//!
//! A format is data. It stands in the room of its server software. Adding one is adding its file and one
//! word to the list below; the reader, the page, the tests and the terminal tool need nothing else. A new line shape is one more entry of
//! [`Format::patterns`]. The words of the templates are explained at [`crate::pattern`].

mod operator;

use crate::vocabulary::{AttemptOutcome, Cause, Circumstance, Level, Login, Outcome, Party, TraceType};
pub use crate::vocabulary::{Datum, FormatKind, Method, Role, Sign, Software};
pub use operator::{SERVERS, ServerFacts, server};

/// Declares the files of the rooms as modules and lists their formats. A room with a `server` says what its operators
/// look up and run.
macro_rules! formats {
    ($($room:ident $(($server:ident))? { $($file:ident)* })*) => {
        $(mod $room {
            use super::*;
            $(pub mod $server;)?
            $(pub mod $file;)*
        })*
        /// Every format.
        pub static FORMATS: &[&Format] = &[$($(&$room::$file::FORMAT),*),*];
        /// The formats of each room.
        static ROOMS: &[(&str, &[&Format])] = &[$((stringify!($room), &[$(&$room::$file::FORMAT),*])),*];
        #[cfg(test)]
        const FILES: &[&str] = &[
            $($(concat!(stringify!($room), "/", stringify!($server)),)?)*
            $($(concat!(stringify!($room), "/", stringify!($file)),)*)*
        ];
    };
}

formats! {
    qmail(server) {
        send
        spawn
        local
        remote
        queue
        programs
        vdelivermail
        tcpserver
        sslserver
        rblsmtpd
        recordio
        smtpd
        smtpd_log
        empf
        chkuser
        spamdyke
        simscan
        scanner
        inject
        pop3d
        vchkpw
        courier
        courier_auth
        courier_mta
        multilog
        daemontools
        plesk
    }
    exim(server) {
        arrival
        delivery
        queue
        smtp
        daemon
        reject_copy
        retry
        trouble
        reason
    }
    sendmail(server) {
        arrival
        delivery
        trouble
    }
    postfix(server) {
        smtpd
        cleanup
        qmgr
        delivery
        bounce
        postscreen
        other
        trouble
        plesk
        result
        refusal
    }
    filters {
        spamd
        spamass_milter
        opendkim
        opendmarc
        policyd_spf
        postgrey
        procmail
        amavis
        clamav
        rspamd
        mail_scanner
        mail_gateway
        netfilter
        watchdog
        iredapd
        postsrsd
        assp
        lfd
    }
    dovecot(server) {
        login
        mailbox
        delivery
        mail_log
        debug
        connection
        auth
        sieve
        sieve_log
        storage
        search
        dsync
        doveadm
        master
        settings
        lookup
        director
        trouble
    }
    cyrus {
        daemons
    }
    others {
        mailenable
        james
        kerio
        exchange_smtp
        haraka
        hmailserver
        sympa
        uw_imap
        stalwart
        zimbra
        maddy
        mailman
        mdaemon
        mailu
        docker_mailserver
        directadmin
        ispconfig
        mail_in_a_box
        zone_mta
    }
    senders {
        fetchmail
        ssmtp
        msmtp
        nullmailer
        dma
        laravel
    }
    webmail {
        sogo
        horde
        snappymail
    }
    common {
        mail_reason
        redis
        audit
        syslog
        pam
        unbound
    }
    opensmtpd {
        smtpd
    }
    pastes {
        mail_headers
        notice
        notice_gateway
        notice_localised
        delivery_report
        mailbox_dialogue
        smtp_dialogue
        mail_program
        mail_library
        mail_client
        stack_trace
        php_mail
        exchange_status
        windows_event
        mail_event
        aggregate_report
        mail_fetcher
        message_trace
        telnet
        openssl
        dns_lookup
        whois
        track_delivery
        log_search
        dkim_testkey
        test_net_connection
        fail2ban_status
        doveadm
        service_status
        terminal
        postfix_settings
        settings
        acme
        swaks
        lsof
        netstat
        queue_listing
        exim_address_test
        ticket
    }
}

/// One format: a program's own way to write lines.
#[derive(Debug)]
pub struct Format {
    /// The name of the format; also its name in the export.
    pub id: &'static str,
    /// What writes it, in a few plain words.
    pub title: &'static str,
    /// Paths where such lines are found.
    pub found_in: &'static [&'static str],
    /// The sources that the patterns were read from.
    pub sources: &'static [&'static str],
    /// Names of the program in a syslog tag: the whole of it, or what stands after its last or before
    /// its first slash. Lines of any other program are not this format's; lines without a program are,
    /// unless [`Format::place`] says otherwise.
    pub programs: &'static [&'static str],
    /// Where its text stands.
    pub place: Place,
    /// What it is, where an answer turns on it.
    pub kind: FormatKind,
    /// Those of `programs` whose processes each deliver a message: what they begin is the story of it.
    pub delivers: &'static [&'static str],
    /// False when its log has no line that ends a message or a session.
    pub says_end: bool,
    /// True when its log is a file of its own, which other programs of the server don't write to.
    pub own_log: bool,
    /// True when the client's address and port together name a connection.
    pub by_port: bool,
    /// Keys are unique within a realm: formats of one server software share it.
    pub realm: &'static str,
    /// The meaning of each field, said once.
    pub fields: &'static [Field],
    /// The meaning of words that stand in the literal text of several patterns.
    pub words: &'static [Word],
    /// How `{*}` lists are written: the separators between two `key=value` pairs.
    pub separators: &'static [&'static str],
    /// The line shapes.
    pub patterns: &'static [Pattern],
}

impl Format {
    /// What most formats have in common; every other field is the format's own.
    pub const BASE: Format = Format {
        id: "",
        title: "",
        found_in: &[],
        sources: &[],
        programs: &[],
        place: Place::Line,
        kind: FormatKind::Log,
        delivers: &[],
        says_end: true,
        own_log: false,
        by_port: false,
        realm: "",
        fields: &[],
        words: &[],
        separators: &[", ", " "],
        patterns: &[],
    };

    /// True for two formats of one software.
    pub(crate) fn is_of_one_software(&self, other: &Format) -> bool {
        std::ptr::eq(self, other) || self.realm == other.realm && !self.realm.is_empty()
    }

    /// True for a text, in small letters, that names the software.
    pub(crate) fn is_named(&self, text: &str) -> bool {
        !self.realm.is_empty() && text.split(|of: char| !of.is_alphanumeric()).any(|word| word == self.realm)
    }
}

/// Where a format's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// It is the body of a line.
    Line,
    /// It is the body of a line whose frame names one of the programs of the format, and of no other.
    Program,
    /// It is a delivery result: a text inside another line, where spaces may have become `_` and line
    /// breaks `/`, or real text in a bounce notice.
    Result,
    /// It is the reason that a line gives for what it says, in plain text: see [`Shape::Reason`].
    Reason,
    /// It is a line that no program stamped, of something that was pasted whole: a notice, a transcript,
    /// the headers of a mail. Letters are compared without case, and what such a line means depends on
    /// the [`Part`] of the document in which it stands.
    Document(TraceType),
}

/// A part of a document: what its lines can mean. A pattern of [`Place::Document`] names the parts in
/// which it is read, and the part that its line leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// No document is open: only what is telling by itself is read.
    Outside,
    /// The headers of a mail.
    Headers,
    /// Its text, for people.
    Text,
    /// What a notice says of one recipient.
    Paragraph,
    /// The fields of a delivery report, for programs.
    Report,
    /// The answer that a delivery report quotes.
    Diagnostic,
    /// The copy of the mail that a notice is about begins after this.
    Copied,
    /// The headers of the copy.
    CopyHead,
    /// The text of the copy.
    Copy,
    /// A connection is being made.
    Calling,
    /// Commands and replies.
    Talk,
    /// Commands and replies in POP3 or IMAP.
    Mailbox,
    /// The server asked for a name or a password.
    Secret,
    /// The content of a message, as it is typed.
    Content,
    /// What is shown of a certificate and of the encryption.
    Certificate,
    /// The conversation is over.
    Closed,
    /// Rows of a table.
    Rows,
}

impl Part {
    /// The part that a blank line leads to.
    #[must_use]
    pub const fn after_blank(self) -> Part {
        match self {
            Part::Headers | Part::Paragraph => Part::Text,
            Part::Diagnostic => Part::Report,
            Part::CopyHead => Part::Copy,
            part => part,
        }
    }

    /// The part that a line leads to from here: headers within a copy are the copy's, and a line that can
    /// stand alone, which leads to [`Part::Outside`], belongs to the conversation or paragraph around it.
    #[must_use]
    pub const fn led_to(self, then: Part) -> Part {
        match (self, then) {
            // Behind a delivery report comes the copy, often without the line that says so.
            (Part::Copied | Part::CopyHead | Part::Report, Part::Headers) => Part::CopyHead,
            // A line that tells of nothing around it, where there is something around it.
            (Part::Text | Part::Paragraph, Part::Outside) => Part::Paragraph,
            (
                Part::Calling | Part::Talk | Part::Secret | Part::Content | Part::Certificate | Part::Closed,
                Part::Outside,
            ) => Part::Talk,
            (_, then) => then,
        }
    }

    /// True where lines are only quoted: whatever they look like, they are no log.
    pub const fn is_quoted(self) -> bool {
        matches!(self, Part::CopyHead | Part::Copy | Part::Content)
    }
}

/// A field: a part of a line that varies.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in templates and in the export.
    pub name: &'static str,
    /// What kind of thing it is.
    pub role: Role,
    /// What exactly it holds, where an answer turns on it and the role doesn't tell.
    pub datum: Option<Datum>,
    /// What it may look like.
    pub shape: Shape,
    /// The template of a value that has parts of its own; its fields are of the same format. Empty for a
    /// value that is one piece.
    pub parts: &'static str,
    /// Its meaning as one or more plain sentences; `{}` stands for the value.
    pub says: &'static str,
    /// The meaning of single values.
    pub values: &'static [Word],
}

/// A field of the shape that its role usually has.
pub const fn field(name: &'static str, role: Role, says: &'static str) -> Field {
    Field { name, role, datum: None, shape: role.shape(), parts: "", says, values: &[] }
}

impl Field {
    /// The same field in another shape.
    #[must_use]
    pub const fn shape(mut self, shape: Shape) -> Field {
        self.shape = shape;
        self
    }

    /// The same field, as what an answer asks for.
    #[must_use]
    pub const fn datum(mut self, datum: Datum) -> Field {
        self.datum = Some(datum);
        self
    }

    /// The same field, made of these parts where they fit.
    #[must_use]
    pub const fn parts(mut self, parts: &'static str) -> Field {
        self.parts = parts;
        self
    }

    /// The same field with what single values mean.
    #[must_use]
    pub const fn values(mut self, values: &'static [Word]) -> Field {
        self.values = values;
        self
    }

    /// What this very value means; a delivery result has `_` where the value has a space.
    pub fn value(&self, value: &str) -> Option<&'static str> {
        let alike = |(a, b): (u8, u8)| a == b || (a == b' ' && b == b'_');
        let found = self
            .values
            .iter()
            .find(|word| word.text.len() == value.len() && word.text.bytes().zip(value.bytes()).all(alike));
        found.map(|word| word.says)
    }
}

/// A word of literal text, or a value of a field, that has a meaning of its own.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// The text as the template, or the log, has it.
    pub text: &'static str,
    /// Its meaning.
    pub says: &'static str,
}

/// A word with its meaning.
pub const fn word(text: &'static str, says: &'static str) -> Word {
    Word { text, says }
}

/// What a field may look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Decimal digits.
    Number,
    /// Digits, one decimal point, a sign.
    Decimal,
    /// The same number twice, with a slash between: a limit that is reached, `20/20`.
    Full,
    /// Hexadecimal digits.
    Hex,
    /// So many hexadecimal digits, of as many as there may be.
    HexOf(u8),
    /// Letters, digits, `-` and `_`.
    Name,
    /// Anything without white space; ends where the text after it first fits.
    Word,
    /// Anything, also nothing; ends where the text after it first fits.
    Text,
    /// Anything, also nothing; ends where the text after it *last* fits. For what a stranger can choose,
    /// such as a sender: whatever it holds, the fields after it stay themselves. An optional part right behind it is
    /// no part of it where it is there.
    Hostile,
    /// An IPv4 or IPv6 address, with or without square brackets.
    Ip,
    /// The prefix that a virtual domain puts in front of a local address (`example.org-`), or nothing.
    VirtualPrefix,
    /// A delivery result, read by the formats of [`Place::Result`].
    Result,
    /// An SMTP reply code: three digits.
    Code,
    /// One word of base64, as a log-in sends a name or a password.
    Base64,
    /// An enhanced status code: `5.1.1`.
    Status,
    /// A queue id of Postfix, short or long, or `NOQUEUE`.
    QueueId,
    /// A message id of Exim: 16 characters, or 23 from version 4.97 on.
    EximId,
    /// A queue id of Sendmail: letters and digits that end in the number of a process.
    SendmailId,
    /// A mail address with its `@`, without white space outside of quotes.
    Mailbox,
    /// Mail addresses, or what stands for one, with commas and no spaces between them.
    Addresses,
    /// Anything without an `@`: what stands for an address where it has none of its own.
    Bare,
    /// A mail address, or nothing; a quoted local part is taken whole, whatever it holds. In a list of pairs its
    /// angle brackets end with the first that closes them outside of such quotes.
    Address,
    /// An IP address in square brackets and a port, `[192.0.2.1]:4711`: names one connection.
    Peer,
    /// An SMTP reply code of one class: `CodeOf(4)` is 400 to 499.
    CodeOf(u8),
    /// An enhanced status code of one class.
    StatusOf(u8),
    /// Why something came out as it did, in plain text; read by the formats of [`Place::Reason`].
    Reason,
    /// Names of `SpamAssassin` rules, with or without their points, between commas.
    Rules,
    /// The result word of a check of where mail comes from.
    Verdict(Method),
    /// Results of such checks as `Authentication-Results` writes them: `spf=pass …; dkim=fail …`.
    Methods,
    /// A mail address with its domain, and nothing else.
    PlainMailbox,
    /// A name with a dot inside and none at its end, as DNS has it.
    Domain,
    /// White space.
    Space,
    /// The prompt of a terminal in front of a command.
    Prompt,
    /// A whole line in which an app or a library says what keeps it from a mail server: see `knowledge::obstacle`.
    Trouble,
}

impl Role {
    /// The shape that most fields of the role have.
    const fn shape(self) -> Shape {
        match self {
            Role::Pid
            | Role::Delivery
            | Role::Queued
            | Role::Port
            | Role::Bytes
            | Role::Count
            | Role::Uid => Shape::Number,
            Role::Code => Shape::Code,
            Role::Status => Shape::Status,
            Role::Sender | Role::User | Role::Subject | Role::MessageId => Shape::Hostile,
            Role::Client | Role::Ip => Shape::Ip,
            Role::Text | Role::Reply | Role::Path | Role::Password => Shape::Text,
            _ => Shape::Word,
        }
    }
}

/// A line shape.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Pattern {
    /// Its name; reads after "this line says:".
    pub id: &'static str,
    /// The template; see [`crate::pattern`].
    pub template: &'static str,
    /// What the line says, in plain English; `{field}` stands for a value.
    pub says: &'static str,
    /// What it says instead on a service for users who log in (submission, smtps), where a rule for everybody else means
    /// that the client didn't; empty where it's no other.
    pub for_users: &'static str,
    /// The subject of a notice, as the first sample has it.
    pub subject: Option<&'static str>,
    /// All real lines of it. Only tests ask for them, so they aren't carried into the page.
    #[cfg(not(target_arch = "wasm32"))]
    pub samples: &'static [&'static str],
    /// What is read of the first of them, as its author states it.
    #[cfg(not(target_arch = "wasm32"))]
    pub reads: &'static [Stated<'static>],
    /// How much the line matters.
    pub level: Level,
    /// What it does to its trace.
    pub effect: Effect,
    /// The role of the field that names its trace, where that is no other than the usual one: see [`Effect`].
    pub key: Option<Role>,
    /// How it ties its trace to another.
    pub tie: Option<Tie>,
    /// What the shape itself states, without a field: a role and its value.
    pub facts: &'static [(Role, &'static str)],
    /// What the line is, where an answer turns on it.
    pub sign: Option<Sign>,
    /// What it says decided how a login, a session or a delivery came out.
    pub cause: Option<Cause>,
    /// What it reports only follows from something that another line reports: it never is the cause itself.
    pub follows: bool,
    /// It looks like a fault and is none: people ask about it, so it's told like one.
    pub alarming: bool,
    /// What helps about it.
    pub help: Help,
    /// What it says of a client with a private address.
    pub private: Option<&'static Private>,
    /// A shape that is only known roughly: tried when no other fits.
    pub loose: bool,
    /// A shape so general that only the program in the frame makes it this format's.
    pub named: bool,
    /// Where in a document it is read; see [`Place::Document`].
    pub within: &'static [Part],
    /// The part of the document that its line leads to; `None`: the one that it stands in.
    pub then: Option<Part>,
}

/// What is read of a sample.
#[derive(Debug, Clone, Copy)]
pub enum Stated<'a> {
    /// A field, by its name, and its value.
    Value(&'a str, &'a str),
    /// What its trace is the story of, and the id of that.
    Of(TraceType, &'a str),
    /// How its trace came out.
    Came(Outcome),
    /// What the line says.
    Says(&'a str),
}

/// What helps about what a line says.
#[derive(Debug, Clone, Copy)]
pub struct Help {
    /// Who must act; `None` where the reason decides.
    pub party: Option<Party>,
    /// What to do, each with a command that may be empty. `{field}` stands for a field of the line; a command without
    /// its value is left out.
    pub steps: &'static [(&'static str, &'static str)],
}

/// What a line says of a client with a private address: it's a device of the own network, or what stands in front of
/// this server, so this server's people must act.
#[derive(Debug)]
pub struct Private {
    /// What that means; goes on after "192.168.0.7 is a private address".
    pub means: &'static str,
    /// What that shows of this server, where it can be nothing else.
    pub shows: Option<Circumstance>,
    /// What to do, as [`Help::steps`].
    pub steps: &'static [(&'static str, &'static str)],
}

/// A line of what a program shows people on a screen: it stands anywhere between other things, and leaves nothing open.
pub const fn on_screen(id: &'static str, template: &'static str, says: &'static str) -> Pattern {
    line(id, template)
        .says(says)
        .within(&[
            Part::Outside,
            Part::Headers,
            Part::Text,
            Part::Rows,
            Part::Calling,
            Part::Talk,
            Part::Closed,
        ])
        .effect(Effect::Part(TraceType::Dialogue))
        .then(Part::Closed)
}

/// A line shape that tells of no trace, neutral until told otherwise.
pub const fn line(id: &'static str, template: &'static str) -> Pattern {
    Pattern {
        id,
        template,
        says: "",
        for_users: "",
        subject: None,
        #[cfg(not(target_arch = "wasm32"))]
        samples: &[],
        #[cfg(not(target_arch = "wasm32"))]
        reads: &[],
        level: Level::Info,
        effect: Effect::Alone,
        key: None,
        tie: None,
        facts: &[],
        sign: None,
        cause: None,
        follows: false,
        alarming: false,
        help: Help { party: None, steps: &[] },
        private: None,
        loose: false,
        named: false,
        within: &[Part::Outside],
        then: None,
    }
}

impl Pattern {
    /// What the line says.
    #[must_use]
    pub const fn says(mut self, says: &'static str) -> Pattern {
        self.says = says;
        self
    }

    /// What the line says of a client that didn't log in, on a service for users.
    #[must_use]
    pub const fn for_users(mut self, says: &'static str) -> Pattern {
        self.for_users = says;
        self
    }

    /// Real lines of this shape.
    #[must_use]
    pub const fn samples(mut self, samples: &'static [&'static str]) -> Pattern {
        if let [first, ..] = samples
            && let Some(b"Subject: ") = first.as_bytes().first_chunk()
        {
            self.subject = Some(first.split_at("Subject: ".len()).1);
        }
        #[cfg(not(target_arch = "wasm32"))]
        {
            self.samples = samples;
        }
        self
    }

    /// States what is read of the first sample: fields and their values, the trace and how that came out, what is said.
    #[must_use]
    pub const fn reads(self, reads: &'static [Stated<'static>]) -> Pattern {
        let _ = reads;
        Pattern {
            #[cfg(not(target_arch = "wasm32"))]
            reads,
            ..self
        }
    }

    /// How much the line matters.
    #[must_use]
    pub const fn level(mut self, level: Level) -> Pattern {
        self.level = level;
        self
    }

    /// What the line does to its trace.
    #[must_use]
    pub const fn effect(mut self, effect: Effect) -> Pattern {
        self.effect = effect;
        self
    }

    /// Says which of its fields names the trace of the line, by its role.
    #[must_use]
    pub const fn key(mut self, role: Role) -> Pattern {
        self.key = Some(role);
        self
    }

    /// How the line ties its trace to another.
    #[must_use]
    pub const fn tie(mut self, tie: Tie) -> Pattern {
        self.tie = Some(tie);
        self
    }

    /// What the shape itself states, without a field.
    #[must_use]
    pub const fn facts(mut self, facts: &'static [(Role, &'static str)]) -> Pattern {
        assert!(self.facts.is_empty(), "all facts are said at once");
        self.facts = facts;
        self
    }

    /// Says what the line is, for an answer that turns on it.
    #[must_use]
    pub const fn sign(mut self, sign: Sign) -> Pattern {
        assert!(self.sign.is_none(), "a line is one thing");
        self.sign = Some(sign);
        self
    }

    /// Says what decided how a login, a session or a delivery came out.
    #[must_use]
    pub const fn cause(mut self, cause: Cause) -> Pattern {
        self.cause = Some(cause);
        self
    }

    /// Marks what only follows from something that another line reports.
    #[must_use]
    pub const fn follows(mut self) -> Pattern {
        self.follows = true;
        self
    }

    /// It looks like a fault and is none.
    #[must_use]
    pub const fn alarming(mut self) -> Pattern {
        self.alarming = true;
        self
    }

    /// How much it tells of what went wrong: what only follows from another report tells less than that.
    pub fn weight(&self) -> Level {
        if self.follows { self.level.min(Level::Warning) } else { self.level }
    }

    /// Says who must act and what to do first.
    #[must_use]
    pub const fn helps(mut self, party: Party, steps: &'static [(&'static str, &'static str)]) -> Pattern {
        self.help = Help { party: Some(party), steps };
        self
    }

    /// Says what to do first, where the reason decides who must act.
    #[must_use]
    pub const fn hints(mut self, steps: &'static [(&'static str, &'static str)]) -> Pattern {
        self.help = Help { party: None, steps };
        self
    }

    /// Says what helps instead about a client with a private address.
    #[must_use]
    pub const fn private(mut self, private: &'static Private) -> Pattern {
        self.private = Some(private);
        self
    }

    /// Marks a shape that is only known roughly.
    #[must_use]
    pub const fn loose(mut self) -> Pattern {
        self.loose = true;
        self
    }

    /// Marks a shape that means something only in a line of its own program: it is tried last there.
    #[must_use]
    pub const fn named(mut self) -> Pattern {
        self.loose = true;
        self.named = true;
        self
    }

    /// Says where in a document the shape is read.
    #[must_use]
    pub const fn within(mut self, within: &'static [Part]) -> Pattern {
        self.within = within;
        self
    }

    /// Says which part of the document the line leads to.
    #[must_use]
    pub const fn then(mut self, then: Part) -> Pattern {
        self.then = Some(then);
        self
    }
}

/// What a line does to the trace that its key names.
///
/// The key is the field that the pattern names ([`Pattern::key`]); else the line's field of the role [`Role::Session`],
/// [`Role::Message`] or [`Role::Pid`], in this order, or the client's address and port where the format says so ([`Format::by_port`]); without one it is
/// the session or the process number of its frame. A line without any key begins a trace of its own where its
/// effect tells how something came out; else it belongs to the connection of its client, where only one is open. The lines of a
/// [`Place::Document`] need no key: they belong to the document that is open, and what is said here for
/// each effect is said of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Tells of no trace.
    Alone,
    /// Begins a life of its key, whatever was known under this key before.
    Birth(TraceType),
    /// Gives the envelope of a life that has none yet, else begins one.
    Envelope(TraceType),
    /// Belongs to the life of its key; begins one that was born before the paste, if need be.
    Part(TraceType),
    /// Names the envelope once more and belongs to the life of its key; of another sender's, it begins one.
    Again(TraceType),
    /// Begins a delivery attempt.
    Start,
    /// Ends the attempt that its delivery number names.
    Result(AttemptOutcome),
    /// A whole attempt in one line.
    Attempt(AttemptOutcome),
    /// Ends the life of its key.
    Death,
    /// Tells how a log-in came out. Once it has worked, lines that name the process number or the user
    /// alone belong to its life too.
    Login(Login),
    /// Ends a connection whose log-in came out so.
    Left(Login),
    /// A process broke: belongs to the life of its key, else it is a trace of its own.
    Fault,
    /// Belongs to the life of its key where there is one, and begins none.
    Aside,
    /// Belongs to the session or the message that it names, which it begins if need be; else to that of its process
    /// or user, where one is open. What is serious is no part of a mere connection.
    Mention,
    /// Says more of the fault before it: of the same key, else of the same program.
    Trail,
    /// The service stopped or started: its delivery numbers begin again.
    Restart,
    /// Belongs to the life of its key; where there is none, it is the birth of one.
    Early(TraceType),
    /// Ends the life of its key; begins one that was born before the paste, if need be.
    End(TraceType),
    /// Belongs to the trace of the next line that tells of one and names the same session, else is of the same process: what
    /// opens a session of this server with another one, and what comes before it delivers.
    Ahead,
    /// Belongs, with all that still waits so, to the trace of the last such line: what closes a session with another server.
    Behind,
    /// Ends the life of its key, which is never used again: late lines still belong to it.
    Done,
    /// Belongs to the life of its key and says how it came out, whatever its attempts say.
    Verdict(TraceType, Outcome),
    /// Belongs to the life of its key; whoever still waited for the message will not get it.
    GiveUp,
    /// Goes on from the line before, and belongs to whatever that belongs to.
    Follow,
}

/// How a line ties its trace to another one, by a value that both lines hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// This trace is known by the value of the field of this role. A message that is known by the process
    /// that queued it, and that nothing else led to, may have come over a connection of the time.
    Known(Role),
    /// This trace led to the one that is known, later, by the value of the field of this role.
    Led(Role, Led),
    /// This trace led to the message whose number is the value of the field of this role: the one
    /// that was known by it last, or else will be.
    Made(Role, Led),
    /// The message whose number is the value of the field of this role led to this trace.
    MadeBy(Role, Led),
    /// The living trace of the line's process led to this one: a connection to the mail that came over it.
    Inside(Led),
    /// This trace is about the same mail as others that hold the value of the field of this role.
    Same(Role),
    /// A guess: the trace known by the value of the field of this role, nearest on this side, led to
    /// this one.
    Near(Role, Led, Side),
    /// A guess: the one connection of the same client that was open at the time led to this trace.
    During(Led),
}

/// Where the other end of a guess is looked for first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In the lines before.
    Before,
    /// In the lines after.
    After,
}

/// What a trace led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Led {
    /// A notice to the sender that it failed.
    Bounce,
    /// A copy to another address.
    Forward,
    /// The message that came over a connection.
    Message,
    /// A look for spam or viruses.
    Scan,
    /// A check of who sends.
    Check,
    /// The same mail under another number.
    Same,
    /// A log-in over the connection.
    Session,
    /// What an event of the server did to others.
    Cause,
}

#[cfg(test)]
mod laws {
    //! What must hold for every format at once, so that no format needs tests of its own.

    use super::{FILES, FORMATS, Field, Format, Pattern, Place, Role, Tie};
    use crate::pattern::{CATALOGUE, Captures, compile_error};
    use std::collections::HashSet;

    fn patterns() -> impl Iterator<Item = (&'static Format, &'static Pattern)> {
        FORMATS.iter().flat_map(|format| format.patterns.iter().map(move |pattern| (*format, pattern)))
    }

    /// Collects what is wrong, so that one run names everything.
    fn none(wrong: &[String]) {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_file_of_the_rooms_is_in_the_list() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/format");
        let entries = |folder: std::path::PathBuf| {
            let entries = std::fs::read_dir(folder).into_iter().flatten();
            entries.filter_map(|entry| Some(entry.ok()?.path()))
        };
        let files = entries(folder.into()).flat_map(entries).filter_map(|path| {
            let path = path.strip_prefix(folder).ok()?.with_extension("");
            Some(path.to_str()?.replace('\\', "/"))
        });
        let files: Vec<String> = files.collect();
        assert!(files.len() >= FILES.len(), "the rooms of the folder of this file");
        none(&files.into_iter().filter(|file| !FILES.contains(&file.as_str())).collect::<Vec<_>>());
    }

    #[test]
    fn every_template_compiles_and_every_name_is_used_once() {
        let mut seen = HashSet::new();
        none(
            &patterns()
                .filter_map(|(format, pattern)| {
                    let name = format!("{} {}", format.id, pattern.id);
                    let error = compile_error(format, pattern)
                        .or_else(|| (!seen.insert(name.clone())).then(|| "is there twice".into()))?;
                    Some(format!("{name}: {error}"))
                })
                .collect::<Vec<_>>(),
        );
    }

    #[test]
    fn every_sample_is_read_by_its_own_pattern_to_its_last_byte() {
        let mut wrong = Vec::new();
        for (format, pattern) in patterns() {
            if pattern.samples.is_empty() {
                wrong.push(format!("{} {}: has no sample", format.id, pattern.id));
            }
            for sample in pattern.samples {
                let program = format.programs.first().copied().unwrap_or_default();
                let mut captures = Captures::new();
                let claimed = match format.place {
                    Place::Line | Place::Program => {
                        CATALOGUE.claim(program.as_bytes(), sample.as_bytes(), &mut captures)
                    }
                    Place::Result => {
                        CATALOGUE.result(sample.as_bytes()).first().and_then(|first| first.entry)
                    }
                    Place::Reason => CATALOGUE.reason(sample.as_bytes(), &mut captures),
                    Place::Document(_) => {
                        CATALOGUE.claim_in(pattern.within[0], sample.as_bytes(), &mut captures)
                    }
                };
                let claimed = claimed.map(|entry| CATALOGUE.entry(entry));
                if !claimed.is_some_and(|entry| std::ptr::eq(entry.pattern, pattern)) {
                    let by = claimed.map_or("nothing".into(), |entry| {
                        format!("{} {}", entry.format.id, entry.pattern.id)
                    });
                    let far = CATALOGUE.number(pattern).map(|own| CATALOGUE.furthest(own, sample.as_bytes()));
                    let (at, what) = far.unwrap_or_default();
                    let rest = sample.get(at..).unwrap_or_default();
                    wrong.push(format!(
                        "{} {}: {sample:?} is read by {by}; its own template comes to byte {at}, {rest:?}, where {what}",
                        format.id, pattern.id
                    ));
                }
            }
        }
        none(&wrong);
    }

    /// What nobody claims is judged so; a line of a program that lost its head must not be set aside as words of people.
    #[test]
    fn no_sample_of_a_program_is_a_remark_beside_a_log() {
        let mut wrong = Vec::new();
        for (format, pattern) in patterns() {
            // What tools and notices say is written for people.
            if matches!(format.place, Place::Document(_)) {
                continue;
            }
            let prose = |sample: &&&str| crate::text::prose::is_written(sample);
            let found = pattern.samples.iter().filter(prose);
            wrong.extend(found.map(|sample| format!("{} {}: {sample}", format.id, pattern.id)));
        }
        none(&wrong);
    }

    /// Two lines meet in a tie only by the value of a field of one role.
    #[test]
    fn every_tie_has_a_counterpart() {
        let ties = || patterns().filter_map(|(format, pattern)| Some((format, pattern, pattern.tie?)));
        let known = |role| ties().any(|(.., tie)| tie == Tie::Known(role));
        let led = |role| {
            ties().any(|(.., tie)| match tie {
                Tie::Led(to, _) | Tie::Near(to, ..) => to == role,
                _ => false,
            })
        };
        let is_dead = |tie: Tie| match tie {
            // A Message-ID meets those of other traces, a process what came over a connection of the time.
            Tie::Known(Role::MessageId | Role::Queued) => false,
            Tie::Known(role) => !led(role),
            Tie::Led(role, _) | Tie::Near(role, ..) => !known(role),
            _ => false,
        };
        none(
            &ties()
                .filter(|(.., tie)| is_dead(*tie))
                .map(|(format, pattern, tie)| format!("{} {}: nothing meets {tie:?}", format.id, pattern.id))
                .collect::<Vec<_>>(),
        );
        // The law sees a dead one.
        assert!(is_dead(Tie::Led(Role::Subject, super::Led::Message)));
    }

    #[test]
    fn a_template_that_does_not_fit_says_how_far_it_came() {
        let message =
            patterns().find(|(format, pattern)| (format.id, pattern.id) == ("qmail-send", "message-info"));
        let number = message.and_then(|(_, pattern)| CATALOGUE.number(pattern)).unwrap_or_default();
        let far = |text: &[u8]| CATALOGUE.furthest(number, text);
        assert_eq!(far(b"info msg 7: bytes x"), (18, "{bytes} (Number) does not fit".to_owned()));
        assert_eq!(far(b"info msg 7: bytes 5, from"), (19, "\" from <\" does not follow".to_owned()));
    }

    #[test]
    fn no_other_pattern_as_telling_claims_a_sample() {
        let mut wrong = Vec::new();
        let mut captures = Captures::new();
        // The order in which patterns are offered: the longest beginning first, then the most literal.
        let rank = |number: u16, sample: &str| -> (usize, usize) {
            let literals = CATALOGUE.entry(number).literals();
            let beginnings = literals.iter().filter(|literal| sample.as_bytes().starts_with(literal));
            let leading = beginnings.map(|literal| literal.len()).max().unwrap_or_default();
            (leading, literals.iter().map(|literal| literal.len()).sum())
        };
        for (format, pattern) in patterns().filter(|(_, pattern)| !pattern.loose) {
            let Some(own) = CATALOGUE.number(pattern) else { continue };
            for sample in pattern.samples {
                for other in 0..CATALOGUE.entries().len() as u16 {
                    let entry = CATALOGUE.entry(other);
                    if other == own
                        || entry.pattern.loose
                        || !meet((entry.format, entry.pattern), (format, pattern))
                        || rank(other, sample) < rank(own, sample)
                        || (entry.format.id != format.id && entry.format.programs != format.programs)
                        || !CATALOGUE.fits(other, sample.as_bytes(), &mut captures)
                    {
                        continue;
                    }
                    wrong.push(format!(
                        "{} {}: {sample:?} fits {} {}",
                        format.id, pattern.id, entry.format.id, entry.pattern.id
                    ));
                }
            }
        }
        none(&wrong);
    }

    /// True for patterns that can be tried on one line.
    fn meet(a: (&Format, &Pattern), b: (&Format, &Pattern)) -> bool {
        match (a.0.place, b.0.place) {
            (Place::Document(_), Place::Document(_)) => {
                a.1.within.iter().any(|part| b.1.within.contains(part))
            }
            (a, b) => a == b,
        }
    }

    /// A plain sentence begins with a capital letter, a digit or a value and ends with a full stop.
    fn is_sentence(text: &str) -> bool {
        text.starts_with(|first: char| {
            first.is_uppercase() || first.is_ascii_digit() || first == '{' || text.starts_with("qmail")
        }) && text.ends_with(['.', ')'])
            && !text.contains("  ")
            && !text.contains('\u{2014}')
    }

    #[test]
    fn every_meaning_is_a_plain_sentence() {
        let fields = FORMATS.iter().flat_map(|format| {
            format.fields.iter().map(move |Field { name, says, .. }| (format.id, *name, *says))
        });
        let words = FORMATS.iter().flat_map(|format| {
            let values = format.fields.iter().flat_map(|field| field.values);
            format.words.iter().chain(values).map(move |word| (format.id, word.text, word.says))
        });
        let lines = patterns().map(|(format, pattern)| (format.id, pattern.id, pattern.says));
        none(
            &fields
                .chain(words)
                .chain(lines)
                .filter(|(_, _, says)| !is_sentence(says))
                .map(|(format, name, says)| format!("{format} {name}: {says:?}"))
                .collect::<Vec<_>>(),
        );
    }

    #[test]
    fn a_meaning_names_only_fields_of_its_own_pattern() {
        let mut wrong = Vec::new();
        for (format, pattern) in patterns() {
            let mut template = pattern.template.to_owned();
            for field in format.fields {
                if pattern.template.contains(&format!("{{{}}}", field.name)) {
                    template.push_str(field.parts);
                }
            }
            for part in pattern.says.split('{').skip(1).filter(|part| !part.starts_with('?')) {
                let name = part.split(['}', ' ']).next().unwrap_or_default();
                let listed = template.contains("{*}") && format.fields.iter().any(|field| field.name == name);
                if !template.contains(&format!("{{{name}}}")) && !listed {
                    wrong.push(format!("{} {}: says {{{name}}}", format.id, pattern.id));
                }
            }
        }
        none(&wrong);
    }

    /// A number in front of what it counts, as `{count} messages`, where `{count message}` has the number right.
    fn counts_wrong<'a>(format: &Format, own: Option<Role>, says: &'a str) -> Option<&'a str> {
        let role = |name: &str| format.fields.iter().find(|field| field.name == name).map(|field| field.role);
        says.split('{').skip(1).find(|part| {
            let Some((name, rest)) = part.split_once("} ") else { return false };
            let noun = rest.split(|letter: char| !letter.is_ascii_lowercase()).next().unwrap_or_default();
            let is_number = |role| matches!(role, Role::Count | Role::Bytes | Role::Duration);
            let own = own.filter(|_| name.is_empty()).or_else(|| role(name));
            let is_verb = ["as", "counts", "has", "is", "was"].contains(&noun);
            own.is_some_and(is_number) && noun.len() > 2 && noun.ends_with('s') && !is_verb
        })
    }

    #[test]
    fn what_is_counted_has_the_number_of_its_count() {
        let fields = FORMATS.iter().flat_map(|format| {
            format.fields.iter().map(move |field| (*format, field.name, Some(field.role), field.says))
        });
        let lines = patterns().flat_map(|(format, pattern)| {
            [pattern.says, pattern.for_users].map(|says| (format, pattern.id, None, says))
        });
        let wrong = fields.chain(lines).filter_map(|(format, name, role, says)| {
            Some(format!("{} {name}: {{{}", format.id, counts_wrong(format, role, says)?))
        });
        none(&wrong.collect::<Vec<_>>());
        // The law can fail.
        let send = FORMATS.iter().find(|format| format.id == "qmail-send").expect("a format");
        assert!(counts_wrong(send, None, "It has {bytes} bytes.").is_some());
        assert!(counts_wrong(send, Some(Role::Duration), "How long: {} seconds.").is_some());
        assert!(counts_wrong(send, None, "It has {bytes byte}.").is_none());
    }

    #[test]
    fn a_key_is_a_field_that_can_name_a_trace() {
        let mut wrong = Vec::new();
        for (format, pattern) in patterns() {
            let Some(key) = pattern.key else { continue };
            let own = |field: &&Field| pattern.template.contains(&format!("{{{}}}", field.name));
            let mut roles = format.fields.iter().filter(own).map(|field| field.role);
            let is_key = matches!(key, Role::Session | Role::Message | Role::Pid);
            if !is_key || !roles.any(|role| role == key) {
                wrong.push(format!("{} {}: {key:?} names no trace of it", format.id, pattern.id));
            }
        }
        none(&wrong);
    }

    #[test]
    fn every_format_says_what_it_is_where_it_is_found_and_where_it_was_read() {
        none(
            &FORMATS
                .iter()
                .filter(|format| {
                    format.id.is_empty()
                        || format.title.is_empty()
                        || format.found_in.is_empty()
                        || format.sources.is_empty()
                        || format.realm.is_empty()
                })
                .map(|format| format.id.to_owned())
                .collect::<Vec<_>>(),
        );
    }
}
