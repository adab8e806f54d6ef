//! What a customer can be told: whole messages, each with the values that it names. A language is one [`Speech`]:
//! it says every message, or it doesn't compile.

use crate::knowledge::Refusal;
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle;
use crate::knowledge::reason::REASONS;
use crate::knowledge::situation::Case;
use crate::time::WallTime;
use crate::vocabulary::{App, Cause, Language, Reason};

/// Declares messages that name no values.
macro_rules! keys {
    ($($(#[$of:meta])* $enum:ident { $($(#[$meta:meta])* $key:ident,)* })*) => {$(
        $(#[$of])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum $enum {
            $($(#[$meta])* $key,)*
        }

        impl $enum {
            /// Every one.
            pub const ALL: &[$enum] = &[$($enum::$key),*];
        }
    )*};
}

keys! {
    /// How it came out, in a word or two.
    State {
        Delivered,
        /// Accepted by the recipient's mail server.
        Accepted,
        Delayed,
        /// Waiting, and nothing is wrong so far.
        OnItsWay,
        NotDelivered,
        /// Delivered to some, and not to all.
        NotToEveryone,
        /// The log ends before the result.
        NotKnown,
        Discarded,
        Forwarded,
        /// Our server did not accept it.
        NotAccepted,
        /// A server in a test said no.
        Refused,
        MarkedAsSpam,
        SignInFailed,
    }

    /// Who acts.
    Acts {
        Us,
        You,
        Sender,
        Recipient,
        /// The owner of a mailbox of ours.
        Owner,
        /// The recipient's provider.
        Provider,
        /// Our server tries again.
        Retries,
    }

    /// What a mail filter or our mailbox server did with a message on its way into a mailbox.
    Filing {
        Full,
        Disk,
        Permission,
        Locked,
        Rejected,
        ForwardFailed,
        Loop,
        /// Stored, and its out-of-office reply wasn't sent.
        Unanswered,
        /// Stored, and its sender already got an out-of-office reply.
        AnsweredBefore,
        /// The filter rules couldn't be run.
        Broken,
        /// The folder couldn't take it.
        StoreFailed,
        /// Something that the rules need failed for now.
        Stopped,
        Discarded,
        Forwarded,
        /// The folder doesn't exist.
        NoFolder,
        Stored,
    }

    /// What trouble of a part of our server does to people.
    Effect {
        /// Outgoing messages aren't signed.
        Unsigned,
        /// Incoming messages aren't checked for their origin.
        Unchecked,
        /// Messages aren't scanned.
        Unscanned,
        SignIn,
        /// Reading mail.
        Reading,
        /// Incoming messages come late.
        Incoming,
        /// Sending through us and receiving.
        Door,
        /// Outgoing messages are delayed.
        Outgoing,
        /// Apps warn or refuse to connect.
        Warnings,
        Webmail,
        /// Nothing that anybody sees.
        Nothing,
        /// Nobody can tell.
        Unclear,
    }

    /// What it means, where neither a reason nor a cause says it.
    Note {
        TheyDoNotSay,
        LogDoesNotSay,
        ReplyDoesNotSay,
        /// A mail server keeps a message for a certain time only.
        TimeIsUp,
        /// Accepted: the other server is responsible from then on.
        TheirsNow,
        /// Accepted after a first try that greylisting deferred.
        GreylistedFirst,
        /// Accepted after a first try that didn't work.
        DeferredFirst,
        /// Delivered after our own server first asked for another attempt.
        HeldFirst,
        NobodyGetsIt,
        /// A mailbox, or the account on which it is, has no room.
        FullOrAccount,
        /// Only asked whether an address accepts mail.
        OnlyAsked,
        /// A program that couldn't be run: nobody knows whether the message was stored.
        PerhapsStored,
        /// Forwarded: a message of its own from there on.
        TravelsOn,
        /// Inside our system.
        InOurSystem,
        /// A failed sign-in that is our fault.
        OursNotYours,
        NameOrPassword,
        SomethingWrong,
        /// A mark as spam loses nothing.
        MarkLosesNothing,
        PartDown,
        /// A mail server doesn't answer.
        DownOrBlocked,
        // What our server found at its door.
        /// A block list refused to answer, and our server took that for a listing.
        ListMisread,
        /// Whether an address of the message exists, its mail server didn't say.
        CheckUnanswered,
        /// A rule of ours about what messages hold.
        ContentRule,
        /// Straight from a line that mail servers take nothing from without sign-in.
        HomeLine,
        /// The name that a device gave itself.
        HeloRule,
        /// The domain of the sender's address isn't found.
        SenderDomainHere,
        /// The sender's address can't receive mail itself.
        SenderUnverified,
        /// The recipient's domain isn't set up on our server.
        DomainUnknown,
        // A certificate that somebody looked at.
        ChainIncomplete,
        CertificateOld,
        CertificateOther,
        CertificateUntrusted,
        // The headers of a message.
        MarkedOnArrival,
        /// The signatures in the DNS of the recipient's domain are broken.
        RecordsUnproven,
        /// Others write with an address of ours, and the notices come here.
        NameMisused,
        /// A forward took from a message what shows where it comes from.
        BrokenByForward,
        OriginDoubted,
        SignatureBroken,
        Waited,
        /// A filter let it pass without its check.
        PassedUnchecked,
        // Somebody knows the cause, and no message here says it.
        /// The name of the recipient's server couldn't be looked up.
        LookupFailed,
        /// No name can be looked up: that's our own resolver.
        LookupOurs,
        /// No other mail server can be reached.
        ReachesNone,
        // Our own server, as others see it.
        /// It asked another mail server to sign in.
        AsksToSignIn,
        /// It takes no connections from outside.
        TakesNoCalls,
        /// Others have it on a block list.
        WeAreListed,
        /// It can't look up anybody.
        OurLookup,
        // What was found beside the refusal itself.
        /// Our server sees another address than that of whoever connects to it.
        ClientsHidden,
        /// The sender's servers take turns, and ours makes each of them wait.
        TakesTurns,
        /// Whether the sender's records or our own lookup failed, nothing shows.
        LookupDoubtful,
        /// The SPF record of the sender's domain has a mistake.
        OriginUnreadable,
        /// The recipient's domain names a mail server that can't be found.
        RecordIncomplete,
        /// The domain of the recipient's address has no ending.
        AddressIncomplete,
        /// Another server answered than the one that was called.
        Diverted,
        /// A client knows only old encryption.
        OldEncryption,
        /// Its certificate couldn't be renewed.
        RenewalFailed,
        /// The program that takes mail for an address.
        ProgramFailed,
        /// The certificate of another server isn't the one that its records announce.
        CertificateUnfit,
        /// Nothing vouches for the certificate of another server.
        CertificateUnproven,
        /// What failed is a copy that our server sends of each message.
        OnlyCopy,
        /// A mailbox can't be searched at all.
        SearchFails,
        /// Apps see new mail late: our server can't watch the folders.
        ShowsLate,
        /// The whole message was sent, and nobody confirmed it.
        PerhapsThere,
        /// The time for the next try hadn't come.
        NotTriedNow,
        /// Our server gave up for what it remembers.
        Remembered,
        /// A username without its domain.
        WholeUsername,
        /// A program got no answer over IPv6.
        OverIpv6,
        /// A mistake keeps all rules of a mailbox from running.
        RulesOff,
        /// A program runs with older settings than those that were entered.
        OldSettings,
        /// Others may change what delivers to a mailbox.
        OpenFolder,
        /// A mailing list wants its address among the recipients that all see.
        ListAddress,
        /// A mailing list wants a subject.
        ListSubject,
        /// A mailing list takes only plain text.
        ListFormat,
        /// A mailbox's search index is behind.
        SearchIndex,
        /// A filter of the recipient's side holds it.
        Quarantined,
        /// Too many messages of a domain failed within an hour.
        TooManyFailed,
        /// Our own filter holds it.
        KeptByFilter,
        /// The server that wrote the notice stopped it itself.
        StoppedThere,
        /// Our server took an address for one of its own and has none.
        NotFoundHere,
        /// The device that wrote a message has a wrong clock.
        WrongClock,
        /// A firewall changes what our server says.
        Overwritten,
        /// What is counted for a mailbox is out of date.
        StaleQuota,
        /// The account that a mailbox belongs to has no room.
        AccountSpent,
        /// What is for nobody goes to one mailbox.
        CatchAll,
        /// A service sends in the name of a domain that doesn't name it.
        ServiceUnconfirmed,
        /// Somebody put a script on a website of ours.
        PlantedScript,
        /// An internal address that an app remembers.
        OldEntry,
        /// A sign-in that worked beside trouble of our server.
        Beside,
        /// A signature that no longer fits, and a check that passed.
        ChangedAfterSigning,
        /// The certificate of a server of others has expired.
        TheirCertificate,
        CauseOurs,
        CauseTheirs,
        CauseYours,
        CauseSender,
        StolenPassword,
    }

    /// What an account at a provider ran into there; with the provider's name.
    Elsewhere {
        /// Apps need a password of their own there.
        AppPassword,
        /// Signing in with a password is turned off.
        SignInOff,
        /// Too many sign-ins.
        Paused,
        /// An address or domain isn't confirmed.
        Unverified,
        /// The account may not use this sender address.
        SendAs,
    }

    /// What is set right in an email app.
    Fix {
        Password,
        /// Sign-in, port and encryption of the outgoing server.
        Outgoing,
        /// An address that is filled in while it's typed.
        Autocomplete,
    }

    /// What the customer can do.
    Todo {
        Nothing,
        NothingYet,
        /// We look into it; nothing to change.
        Ours,
        TellWhat,
        /// It waits with us until we have repaired something.
        GoesOutLater,
        /// The same of several.
        AllGoOutLater,
        /// It is lost, and we repair something first.
        WaitForUs,
        Retried,
        NoResend,
        /// The sender gets a notice in the end.
        NoticeInTheEnd,
        SendLater,
        SendAgain,
        /// Only the recipient or their provider can do something.
        OtherWay,
        IfUrgent,
        Meanwhile,
        CheckAddress,
        CheckDomain,
        NewAddress,
        OtherAddress,
        TellFull,
        OnceThereIsRoom,
        AskToAllow,
        CheckSender,
        SameAddress,
        OwnSender,
        Unblock,
        Newsletters,
        OurRoute,
        DomainRecords,
        DelistDomain,
        NotYou,
        ScanDevice,
        ShareFile,
        ShareOrSplit,
        ShareOrOtherApp,
        UpdateProgram,
        CheckProgram,
        Authenticate,
        ProgramAuthenticates,
        ModernSignIn,
        AskAdministrator,
        EnterPassword,
        Slower,
        DidNotSendMany,
        FewerAtOnce,
        CheckForwards,
        TellFilterBroken,
        AllowAgain,
        NoMoreMailings,
        WholeNotice,
        // For who waits for a message that our server refused.
        SetUpMailbox,
        MakeRoom,
        AskWhyDisabled,
        AskSenderSettings,
        SenderDelists,
        SenderName,
        SenderRecords,
        SenderScans,
        SenderShares,
        TellIfWanted,
        Suggest,
        TellDomain,
        AFewHours,
        TellMissing,
        CheckOwnForwards,
        TurnOffFilters,
        TellUs,
        /// Who wants it and when is not known.
        TellWhoAndWhen,
        OthersRetry,
        // After it worked.
        IfMissingTheirs,
        IfMissingHere,
        IfMissingRule,
        IfMissingForward,
        IfMissingTell,
        IfMissingResend,
        IfMissingOpen,
        // Filters for spam.
        LookInSpamFolder,
        SentItMarked,
        // The rest.
        TryAgain,
        Password,
        TellIfWrong,
        WhatWanted,
        TellAll,
        // What is broken, and not on our side.
        FreeAccountSpace,
        NewPassword,
        TurnOnEncryption,
        MatchPorts,
        // Where our own server was wrong about somebody's message.
        /// It's lost: its sender sends it again once we write.
        OursSenderAgain,
        /// A message that may be forged.
        NotExpected,
        /// It waits with us, and nothing is tried until we have repaired something.
        OnceItRuns,
        /// Servers that take turns needn't wait any more.
        LetThrough,
        /// The other server tries again.
        OursTheyRetry,
        /// We look at our side, too.
        OursToo,
        DomainNotSetUp,
        /// A device with a wrong clock.
        SetClock,
        LookInCatchAll,
        /// A service that sends in the name of a domain.
        SetUpService,
        /// A website that sends spam.
        CleanWebsite,
        /// A password that somebody else knows.
        ChangeStolen,
        AskCause,
        /// An address that our server accepted and can't deliver to.
        OursAddress,
        CleanList,
        /// What a filter holds for its type, which its sender has to confirm first.
        ConfirmFile,
        /// What only a sender of whom nobody here knows can set.
        SenderSignsIn,
        /// Notices about what others sent.
        NoticesEnd,
        /// What our filter holds.
        Release,
        /// A certificate that others renew.
        AskTheirs,
        /// The recipient's provider decides; we ask, and our server keeps trying.
        TheyDecide,
        /// Our server sends too much to a provider, which slows it down.
        SlowerThere,
        /// Over the port of mail servers, from a line of people.
        OtherPort,
        /// Nobody was reached for days: the address may be wrong, or our own connection.
        CheckTogether,
        /// A limit per hour threw it away.
        AfterTheHour,
        /// It may have arrived already.
        AskIfThere,
        /// An address that isn't written as one.
        OneAddress,
        /// An app has messages twice.
        DeleteCopies,
        /// A username needs its domain.
        WholeUsername,
        /// A program that calls over IPv6 in vain.
        OverIpv4,
        /// Our server is on a block list.
        Delist,
        /// The rules of a mailbox have a mistake.
        CorrectRules,
        /// A program reads its settings again.
        ClearCache,
        /// An app holds what it took from the server.
        KeepTheCopy,
        /// A device gives itself no full name.
        HostName,
        /// A block of an address that a wrong password brought about.
        LiftBlock,
        /// An app or a device that knows only old encryption.
        UpdateDevice,
        /// An address on a block list, of an app or of another server.
        PortOrDelist,
    }
}

/// What a letter is about.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Title<'a> {
    /// A message; an empty list of recipients is left out.
    Message {
        from: Option<&'a str>,
        to: Vec<&'a str>,
    },
    /// A notice about mail that wasn't delivered.
    Notice {
        to: Vec<&'a str>,
    },
    /// What a signed-in user sent.
    SentBy {
        user: &'a str,
    },
    SignIn {
        user: &'a str,
    },
    /// A sign-in for sending.
    SignInToSend {
        user: &'a str,
    },
    /// The connection of an app or a person to a server.
    Server {
        server: &'a str,
    },
    Certificate {
        server: &'a str,
    },
    Mailbox {
        user: &'a str,
    },
    /// An address that our server blocks.
    Blocked {
        address: &'a str,
    },
    /// What came from an address.
    From {
        address: &'a str,
    },
    /// Several people of one domain.
    Domain {
        domain: &'a str,
    },
    /// A program, and the domain or the person that it was used for.
    App {
        app: &'a str,
        of: Option<&'a str>,
    },
    /// A part of our server, by what it does for people.
    Trouble(Effect),
    Connection,
    Problem,
    Scan,
    AppError,
    Reply,
    Conversation,
    // Several of a kind.
    SignIns,
    Connections,
    Messages,
    /// Messages of one sender, or for the same people.
    MessagesOf {
        from: Option<&'a str>,
        to: Vec<&'a str>,
    },
}

impl<'a> Title<'a> {
    /// Who wrote a message.
    pub fn sender(&self) -> Option<&'a str> {
        self.people().and_then(|(from, _)| from)
    }

    /// For whom a message is.
    pub fn recipients(&self) -> Vec<&'a str> {
        self.people().map(|(_, to)| to.clone()).unwrap_or_default()
    }

    /// The domains of everybody whom it names.
    pub fn domains(&self) -> Vec<&'a str> {
        let of = |address: &'a str| address.rsplit_once('@').map(|(_, domain)| domain);
        match (self, self.people()) {
            (Title::Domain { domain }, _) => vec![*domain],
            (_, Some((from, to))) => from.into_iter().chain(to.iter().copied()).filter_map(of).collect(),
            _ => Vec::new(),
        }
    }

    /// Whose mailbox or account it is about.
    pub fn user(&self) -> Option<&'a str> {
        match self {
            Title::SignIn { user } | Title::SignInToSend { user } | Title::Mailbox { user } => Some(user),
            _ => None,
        }
    }

    /// True where both are about one mailbox or account.
    pub fn is_of_user(&self, other: &Title<'_>) -> bool {
        self.user().is_some() && self.user() == other.user()
    }

    /// Whom a message, or several, are from and for.
    fn people(&self) -> Option<(Option<&'a str>, &Vec<&'a str>)> {
        match self {
            Title::Message { from, to } | Title::MessagesOf { from, to } => Some((*from, to)),
            _ => None,
        }
    }

    /// What two messages have in common: who wrote them, or for whom they were.
    pub fn common(&self, other: &Title<'a>) -> Option<Title<'a>> {
        let ((from, to), (other_from, other_to)) = (self.people()?, other.people()?);
        let from = from.filter(|from| Some(*from) == other_from);
        let to = if to == other_to { to.clone() } else { Vec::new() };
        (from.is_some() || !to.is_empty()).then_some(Title::MessagesOf { from, to })
    }

    /// True where both are about the same people, or neither names anybody.
    pub fn is_kin(&self, other: &Title<'_>) -> bool {
        match (self.people(), other.people()) {
            (Some((from, to)), Some((other_from, other_to))) => {
                from.is_some() && from == other_from || !to.is_empty() && to == other_to
            }
            (None, None) => {
                let of_one = |title: &Title<'_>| {
                    matches!(title, Title::SignIn { .. } | Title::SignInToSend { .. } | Title::SentBy { .. })
                };
                self == other || self.is_of_user(other) || !(of_one(self) || of_one(other))
            }
            _ => false,
        }
    }
}

/// The server that a message was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Server<'a> {
    /// Of a domain.
    Of(&'a str),
    /// Of one recipient, whose domain isn't known.
    TheirOne,
    /// Of several.
    TheirMany,
    /// The one through which we send.
    OurRelay,
}

/// How often something was tried, and when.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tries {
    pub times: usize,
    /// True where lines are missing, so that there may have been more.
    pub at_least: bool,
    pub first: Option<WallTime>,
    pub last: Option<WallTime>,
}

/// Recipients; an empty one has no name.
pub(super) type To<'a> = Vec<&'a str>;
/// When it happened, where a line has a time.
pub(super) type At = Option<WallTime>;

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Happened<'a> {
    // A message that came to a result.
    Delivered {
        to: To<'a>,
        at: At,
    },
    Accepted {
        server: Server<'a>,
        to: To<'a>,
        at: At,
    },
    Discarded {
        to: To<'a>,
        at: At,
    },
    Forwarded {
        to: To<'a>,
        at: At,
    },
    /// Asked whether the address accepts mail: yes.
    Probed {
        to: To<'a>,
        at: At,
    },
    /// A program that is run for mail to it couldn't be started.
    NotRun {
        to: To<'a>,
        at: At,
    },
    /// To another part of our system.
    PassedOn {
        to: To<'a>,
        at: At,
    },
    Waits {
        to: To<'a>,
        at: At,
    },
    /// Tried, without success so far; once, or several times.
    Trying {
        to: To<'a>,
        tries: Tries,
    },
    GaveUp {
        to: To<'a>,
        tries: Tries,
    },
    Refused {
        server: Server<'a>,
        to: To<'a>,
        at: At,
    },
    Undeliverable {
        to: To<'a>,
        at: At,
    },
    /// Begun; the log ends.
    Begun {
        to: To<'a>,
        at: At,
    },
    // What a notice says; an empty name is the reader's own message.
    NoticeDelivered {
        to: To<'a>,
    },
    NoticeDelayed {
        to: To<'a>,
    },
    NoticeAbout {
        to: To<'a>,
    },
    NoticeFailed {
        to: To<'a>,
    },
    // A test by hand.
    TestAccepted {
        to: To<'a>,
    },
    TestDelayed {
        to: To<'a>,
    },
    TestUnanswered {
        to: To<'a>,
    },
    TestRefused {
        to: To<'a>,
    },
    // Sign-ins and sessions; without a user, some mailbox.
    SignInWorked {
        user: Option<&'a str>,
        at: At,
    },
    SignInFailed {
        user: Option<&'a str>,
        at: At,
    },
    /// An app fetched messages and deleted them from the server.
    Collected {
        user: &'a str,
        count: u64,
        at: At,
    },
    /// An app fetched all messages and left them there.
    FetchedAll {
        user: &'a str,
        count: u64,
        at: At,
    },
    Connected {
        user: &'a str,
        at: At,
    },
    SendSignInFailed {
        user: Option<&'a str>,
        at: At,
    },
    /// The program that delivers into mailboxes had a problem.
    DeliveryProblem {
        user: Option<&'a str>,
        at: At,
    },
    Filed {
        filing: Filing,
        user: Option<&'a str>,
        at: At,
    },
    // The spam filter; points, and how many are enough.
    Marked {
        points: Option<(String, String)>,
        at: At,
    },
    // At our door; `later` where another attempt was asked for.
    UserTurnedAway {
        user: &'a str,
        from: Option<&'a str>,
        later: bool,
        at: At,
    },
    MailTurnedAway {
        from: &'a str,
        later: bool,
        at: At,
    },
    ClientTurnedAway {
        later: bool,
        at: At,
    },
    Came {
        at: At,
    },
    MessageTurnedAway {
        at: At,
    },
    /// A message that our server didn't take; `later` where it asked for another attempt.
    NotTaken {
        from: Option<&'a str>,
        to: To<'a>,
        later: bool,
        at: At,
    },
    /// Our server blocked an address after failed sign-ins, to this mailbox where a line says so.
    Banned {
        address: &'a str,
        user: Option<&'a str>,
        at: At,
    },
    /// Many messages went out under a user's name from several places.
    SentByStranger {
        user: &'a str,
        at: At,
    },
    /// Nobody knows whether it was a message.
    RequestTurnedAway {
        later: bool,
        at: At,
    },
    MessageProblem {
        at: At,
    },
    // Trouble.
    Broken {
        defect: Defect,
        at: At,
    },
    Problem {
        at: At,
    },
    // What we looked at.
    AppProblem,
    AskedLater,
    ReplyIsRefusal,
    TalkRefused,
    NoConnection,
}

impl Happened<'_> {
    /// When it happened, of what often happens again.
    fn at(&mut self) -> Option<&mut At> {
        match self {
            Happened::SignInWorked { at, .. }
            | Happened::SignInFailed { at, .. }
            | Happened::SendSignInFailed { at, .. }
            | Happened::Connected { at, .. }
            | Happened::Came { at }
            | Happened::ClientTurnedAway { at, .. }
            | Happened::NotTaken { at, .. }
            | Happened::SentByStranger { at, .. }
            | Happened::Filed { at, .. } => Some(at),
            _ => None,
        }
    }
}

/// What it means, with values that the log names.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fact<'a> {
    /// In units of 1,048,576 bytes; `ours` where our own server sets the limit.
    Size { size: String, limit: String, ours: bool },
    /// Of a spam filter: what a message got, and from how many on it's refused.
    Points { got: String, enough: String },
    /// So many messages an hour.
    PerHour { limit: String },
    /// A domain that doesn't exist, and the one that was probably meant.
    Misspelled { domain: String, meant: &'static str },
    /// A domain that a message says to come from, which a check didn't confirm.
    Origin { domain: String },
    /// The server at which a message waited on its way, and from when till when.
    HeldUp { server: String, stay: Tries },
    /// The name of a file that our filter doesn't let through.
    Attachment { name: String },
    /// A list that a server which sent something is on.
    BlockList { list: &'static str },
    /// A word in a line of a mailbox's rules that isn't known there.
    RuleWord { line: String, word: String },
    /// A line of the rules with another mistake.
    RuleLine { line: String },
    /// What rules ask for and our server doesn't have.
    RuleAsks { word: String },
    /// The folder of a mailbox into which a message was put.
    Folder { folder: String },
    /// The recipients for whom our server took a message that it refused for others.
    AcceptedFor { to: To<'a> },
}

/// Advice with values.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Advice {
    /// The address that an account may send from.
    SenderAddress { account: String },
    /// The address that was probably meant.
    Corrected { address: String },
    /// The name of a server that its certificate covers, in place of the one that was called.
    ServerName { server: String },
    /// Our server has to stand in the records of this domain.
    Records { domain: String },
    /// When it is tried again, and until when.
    Promise { next: WallTime, end: WallTime },
}

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Message<'a> {
    State(State),
    Acts(Acts),
    Happened(Happened<'a>),
    /// So many more of the same.
    More(usize),
    /// Why, where another server says no.
    Reason(Reason),
    /// Why, where ours does.
    Here(Reason),
    Refusal(Refusal),
    Cause(Cause),
    CauseTodo(Cause),
    Filing(Filing),
    FilingTodo(Filing),
    /// A situation, with the address before a forward and the one after it.
    Case(Case, &'a str, &'a str),
    /// What to do in it, while the message waits or when it is lost.
    CaseTodo {
        case: Case,
        waiting: bool,
        original: &'a str,
        to: &'a str,
    },
    Obstacle(obstacle::ObstacleKind),
    ObstacleTodo(obstacle::ObstacleKind),
    Effect(Effect),
    Fact(Fact<'a>),
    /// What happened at a provider, and what to do there.
    Elsewhere(Elsewhere, &'static str),
    ElsewhereTodo(Elsewhere, &'static str),
    Note(Note),
    Todo(Todo),
    Advice(Advice),
    Clicks(App, Fix),
}

/// A language.
pub(super) trait Speech {
    /// What a letter is about; no sentence.
    fn title(&self, title: &Title<'_>) -> String;
    fn state(&self, state: State) -> &'static str;
    fn acts(&self, acts: Acts) -> &'static str;
    fn happened(&self, happened: &Happened<'_>) -> String;
    fn more(&self, more: usize) -> String;
    fn reason(&self, reason: Reason) -> &'static str;
    fn here(&self, reason: Reason) -> &'static str;
    fn refusal(&self, refusal: Refusal) -> &'static str;
    /// What a cause means, and what the customer can do.
    fn cause(&self, cause: Cause) -> [&'static str; 2];
    /// What became of a message on its way into a mailbox, and what the customer can do.
    fn filing(&self, filing: Filing) -> [&'static str; 2];
    /// What a situation means, and what the customer can do while the message waits, and when it is lost.
    fn case(&self, case: Case, original: &str, to: &str) -> [String; 3];
    /// What an obstacle means, and what the customer can do.
    fn obstacle(&self, obstacle: obstacle::ObstacleKind) -> [&'static str; 2];
    /// What is broken.
    fn defect(&self, defect: Defect) -> &'static str;
    fn effect(&self, effect: Effect) -> &'static str;
    /// What an account ran into at a provider, and what the customer can do.
    fn elsewhere(&self, of: Elsewhere, provider: &str) -> [String; 2];
    fn fact(&self, fact: &Fact<'_>) -> String;
    fn note(&self, note: Note) -> &'static str;
    fn todo(&self, todo: Todo) -> &'static str;
    fn advice(&self, advice: &Advice) -> String;
    /// Where it's set in an app, click by click; empty where the app has nothing to set.
    fn clicks(&self, app: App, fix: Fix) -> &'static str;
}

/// The speech of a language.
pub(super) fn speech(language: Language) -> &'static dyn Speech {
    match language {
        Language::English => &super::english::English,
        Language::German => &super::german::German,
        Language::French => &super::french::French,
        Language::Spanish => &super::spanish::Spanish,
        Language::Dutch => &super::dutch::Dutch,
        Language::Portuguese => &super::portuguese::Portuguese,
    }
}

impl Message<'_> {
    /// True where this is the same at another time.
    pub fn is_again(&self, other: &Message<'_>) -> bool {
        let timeless = |said: &Message<'_>| match said {
            Message::Happened(happened) => {
                let mut happened = happened.clone();
                happened.at().map(std::mem::take).map(|_| format!("{happened:?}"))
            }
            _ => None,
        };
        let one = timeless(self);
        one.is_some() && one == timeless(other)
    }

    /// What it says.
    pub fn say(&self, speech: &dyn Speech) -> String {
        match self {
            Message::State(of) => speech.state(*of).into(),
            Message::Acts(of) => speech.acts(*of).into(),
            Message::Happened(of) => speech.happened(of),
            Message::More(more) => speech.more(*more),
            Message::Reason(of) => speech.reason(*of).into(),
            Message::Here(of) => speech.here(*of).into(),
            Message::Refusal(of) => speech.refusal(*of).into(),
            Message::Cause(of) => speech.cause(*of)[0].into(),
            Message::CauseTodo(of) => speech.cause(*of)[1].into(),
            Message::Filing(of) => speech.filing(*of)[0].into(),
            Message::FilingTodo(of) => speech.filing(*of)[1].into(),
            Message::Case(of, original, to) => {
                let [means, ..] = speech.case(*of, original, to);
                means
            }
            Message::CaseTodo { case, waiting, original, to } => {
                let [_, waits, lost] = speech.case(*case, original, to);
                if *waiting { waits } else { lost }
            }
            Message::Obstacle(of) => speech.obstacle(*of)[0].into(),
            Message::ObstacleTodo(of) => speech.obstacle(*of)[1].into(),
            Message::Effect(of) => speech.effect(*of).into(),
            Message::Elsewhere(of, provider) => {
                let [means, _] = speech.elsewhere(*of, provider);
                means
            }
            Message::ElsewhereTodo(of, provider) => {
                let [_, todo] = speech.elsewhere(*of, provider);
                todo
            }
            Message::Fact(of) => speech.fact(of),
            Message::Note(of) => speech.note(*of).into(),
            Message::Todo(of) => speech.todo(*of).into(),
            Message::Advice(of) => speech.advice(of),
            Message::Clicks(app, fix) => speech.clicks(*app, *fix).into(),
        }
    }
}

/// `a`, `a and b`, `a, b and 3 more`, with the words of a language for what is between and for the rest.
pub(super) fn listed(names: &[&str], and: &str, more: impl Fn(usize) -> String) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).into(),
        [one, two] => format!("{one}{and}{two}"),
        [one, two, rest @ ..] => format!("{one}, {two}{and}{}", more(rest.len())),
    }
}

/// The names, with what is said for one that has none: alone, and beside others.
pub(super) fn named<'a>(names: &[&'a str], alone: &'a str, beside: &'a str) -> Vec<&'a str> {
    let unnamed = if names.len() == 1 { alone } else { beside };
    names.iter().map(|name| if name.is_empty() { unnamed } else { name }).collect()
}

/// Every message, with one name and one time wherever it names some: what a language must say, and the words that
/// it says it with.
pub(super) fn every<'a>(name: &'a str, at: &At) -> Vec<Message<'a>> {
    let to = || vec![name];
    let at = || at.clone();
    let (user, from) = (Some(name), Some(name));
    let points = || Some(("5.7".to_owned(), "5".to_owned()));
    let tries = |times| Tries { times, at_least: times == 3, first: at(), last: at() };
    let servers = [Server::Of(name), Server::TheirOne, Server::TheirMany, Server::OurRelay];
    let mut happened = vec![
        Happened::Delivered { to: to(), at: at() },
        Happened::Discarded { to: to(), at: at() },
        Happened::Forwarded { to: to(), at: at() },
        Happened::Probed { to: to(), at: at() },
        Happened::NotRun { to: to(), at: at() },
        Happened::PassedOn { to: to(), at: at() },
        Happened::Waits { to: to(), at: at() },
        Happened::Undeliverable { to: to(), at: at() },
        Happened::Begun { to: to(), at: at() },
        Happened::NoticeDelivered { to: to() },
        Happened::NoticeDelayed { to: to() },
        Happened::NoticeAbout { to: to() },
        Happened::NoticeFailed { to: to() },
        Happened::TestAccepted { to: to() },
        Happened::TestDelayed { to: to() },
        Happened::TestUnanswered { to: to() },
        Happened::TestRefused { to: to() },
        Happened::Connected { user: name, at: at() },
        Happened::Collected { user: name, count: 1240, at: at() },
        Happened::FetchedAll { user: name, count: 1240, at: at() },
        Happened::Marked { points: points(), at: at() },
        Happened::Came { at: at() },
        Happened::MessageTurnedAway { at: at() },
        Happened::SentByStranger { user: name, at: at() },
        Happened::MessageProblem { at: at() },
        Happened::Problem { at: at() },
        Happened::AppProblem,
        Happened::AskedLater,
        Happened::ReplyIsRefusal,
        Happened::TalkRefused,
        Happened::NoConnection,
    ];
    for server in servers {
        happened.push(Happened::Accepted { server, to: to(), at: at() });
        happened.push(Happened::Refused { server, to: to(), at: at() });
    }
    for times in [1, 2, 3] {
        happened.push(Happened::Trying { to: to(), tries: tries(times) });
        happened.push(Happened::GaveUp { to: to(), tries: tries(times) });
    }
    for user in [user, None] {
        happened.extend([
            Happened::Banned { address: name, user, at: at() },
            Happened::SignInWorked { user, at: at() },
            Happened::SignInFailed { user, at: at() },
            Happened::SendSignInFailed { user, at: at() },
            Happened::DeliveryProblem { user, at: at() },
        ]);
        happened.extend(Filing::ALL.iter().map(|&filing| Happened::Filed { filing, user, at: at() }));
    }
    for later in [false, true] {
        happened.extend([
            Happened::UserTurnedAway { user: name, from, later, at: at() },
            Happened::UserTurnedAway { user: name, from: None, later, at: at() },
            Happened::MailTurnedAway { from: name, later, at: at() },
            Happened::ClientTurnedAway { later, at: at() },
            Happened::RequestTurnedAway { later, at: at() },
            Happened::NotTaken { from, to: to(), later, at: at() },
            Happened::NotTaken { from: None, to: to(), later, at: at() },
        ]);
    }
    happened.extend(Defect::ALL.iter().map(|&defect| Happened::Broken { defect, at: at() }));
    let mut all: Vec<Message<'a>> = happened.into_iter().map(Message::Happened).collect();
    all.extend(State::ALL.iter().copied().map(Message::State));
    all.extend(Acts::ALL.iter().copied().map(Message::Acts));
    all.extend([1, 2].map(Message::More));
    for facts in &REASONS {
        all.extend([Message::Reason(facts.reason), Message::Here(facts.reason)]);
    }
    all.extend(Refusal::ALL.iter().copied().map(Message::Refusal));
    for &cause in Cause::ALL {
        all.extend([Message::Cause(cause), Message::CauseTodo(cause)]);
    }
    for &filing in Filing::ALL {
        all.extend([Message::Filing(filing), Message::FilingTodo(filing)]);
    }
    for &case in Case::ALL {
        all.push(Message::Case(case, name, name));
        let todo = |waiting| Message::CaseTodo { case, waiting, original: name, to: name };
        all.extend([true, false].map(todo));
    }
    for row in obstacle::ROWS {
        all.extend([Message::Obstacle(row.kind), Message::ObstacleTodo(row.kind)]);
    }
    all.extend(Effect::ALL.iter().copied().map(Message::Effect));
    for of in Elsewhere::ALL.iter().copied() {
        all.extend([Message::Elsewhere(of, "Google"), Message::ElsewhereTodo(of, "Google")]);
    }
    all.extend(Note::ALL.iter().copied().map(Message::Note));
    all.extend(Todo::ALL.iter().copied().map(Message::Todo));
    for app in App::ALL {
        all.extend(Fix::ALL.iter().map(|&fix| Message::Clicks(app, fix)));
    }
    let said = || name.to_owned();
    let (size, limit) = ("30".to_owned(), "20".to_owned());
    let facts = [true, false].map(|ours| Fact::Size { size: size.clone(), limit: limit.clone(), ours });
    let facts = facts.into_iter().chain([
        Fact::Points { got: "5.7".into(), enough: "5".into() },
        Fact::PerHour { limit },
        Fact::Attachment { name: said() },
        Fact::Folder { folder: said() },
        Fact::BlockList { list: "SpamCop" },
        Fact::RuleWord { line: "3".into(), word: said() },
        Fact::RuleLine { line: "3".into() },
        Fact::RuleAsks { word: said() },
        Fact::Misspelled { domain: said(), meant: "gmail.com" },
        Fact::Origin { domain: said() },
        Fact::HeldUp { server: said(), stay: tries(1) },
        Fact::AcceptedFor { to: to() },
    ]);
    all.extend(facts.map(Message::Fact));
    let advice = [
        Advice::SenderAddress { account: said() },
        Advice::Records { domain: said() },
        Advice::ServerName { server: said() },
        Advice::Corrected { address: said() },
    ];
    all.extend(advice.map(Message::Advice));
    let promise = at().map(|next| Message::Advice(Advice::Promise { end: next.clone(), next }));
    all.extend(promise);
    all
}

/// Every title.
pub(super) fn titles(name: &str) -> Vec<Title<'_>> {
    let from = Some(name);
    vec![
        Title::Message { from, to: vec![name] },
        Title::Message { from, to: Vec::new() },
        Title::Message { from: None, to: vec![name, name] },
        Title::Message { from: None, to: Vec::new() },
        Title::Notice { to: vec![name] },
        Title::Notice { to: Vec::new() },
        Title::SentBy { user: name },
        Title::SignIn { user: name },
        Title::SignInToSend { user: name },
        Title::Server { server: name },
        Title::Certificate { server: name },
        Title::Mailbox { user: name },
        Title::Blocked { address: name },
        Title::From { address: name },
        Title::Domain { domain: name },
        Title::App { app: name, of: None },
        Title::App { app: "Thunderbird", of: from },
        Title::Connection,
        Title::Problem,
        Title::Scan,
        Title::AppError,
        Title::Reply,
        Title::Conversation,
        Title::SignIns,
        Title::Connections,
        Title::Messages,
        Title::MessagesOf { from, to: Vec::new() },
        Title::MessagesOf { from, to: vec![name] },
        Title::MessagesOf { from: None, to: vec![name] },
    ]
    .into_iter()
    .chain(Effect::ALL.iter().copied().map(Title::Trouble))
    .collect()
}
