//! What a line, one of its fields or a whole format is, where an answer turns on it. A format says so at the place
//! (`Pattern::sign`, `Field::datum`, `Format::kind`), and an answer asks for that, never for a name.

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// What another server reports of a domain as a whole.
    DomainReport,
    // A conversation in SMTP.
    /// The client greets: EHLO.
    Hello,
    /// The client greets in the old way, which offers nothing: HELO.
    OldHello,
    /// The client greets in LMTP.
    LmtpHello,
    /// The client asks for encryption.
    Encrypt,
    /// The client logs in.
    LogIn,
    /// A name or a password, only encoded, or left out.
    Secret,
    /// The client names the sender.
    MailFrom,
    /// The client names a recipient.
    RcptTo,
    /// The client announces the content.
    Data,
    /// A line of the content.
    Content,
    /// The content ends.
    ContentEnd,
    /// What was typed and is no command that is known.
    Typed,
    /// A line of a reply that goes on in the next one.
    ReplyGoesOn,
    /// Something that the server offers, with a hyphen where more follows.
    Offer,
    /// The head of a reply whose lines a program repeats below it.
    RepeatsReply,
    /// What a program logged of the reply before it: which command got it.
    AnswerLogged,

    // A conversation in POP3 or IMAP.
    /// The client gives a password or what proves it.
    Password,
    /// The server says yes.
    Yes,
    /// A row of what the server lists, or a line of a message.
    Listing,
    /// The client says goodbye.
    Goodbye,

    // What programs say of a connection.
    /// A test by hand is started.
    TestBegins,
    /// An address is called.
    Calling,
    /// The connection is there.
    Connected,
    /// The connection is encrypted.
    Encrypted,
    /// The connection is closed.
    Closed,
    /// Nothing listens there, or a firewall says no.
    Refused,
    /// DNS has no address for the name.
    NameUnknown,
    /// The port speaks without encryption at first.
    PlainPort,
    /// The server offers no way to log in.
    NoLogInOffered,
    /// The server offers ways to log in, and none that its caller can use.
    NoCommonLogIn,

    // Lookups in DNS.
    /// What was asked.
    Question,
    /// An answer.
    Record,
    /// An answer that names a mail server.
    RecordMx,
    /// An answer alone, without the name that was asked about.
    Short,
    /// Such an answer that names a mail server.
    ShortMx,
    /// There is no such name.
    NoSuchName,
    /// The name has no such record.
    NoSuchRecord,
    /// The state of the answer.
    AnswerState,
    /// A remark, such as how many answers there are.
    Remark,
    /// No name server answers.
    NoResolver,
    /// The name servers of a domain, or the one that was asked, give no usable answer.
    LookupFailed,
    /// The name has no record of the kind that the line names.
    NoRecordOfKind,
    /// The domain says that it accepts no email.
    NullMx,

    // What tools show of a server.
    /// What `stat` shows first: the path.
    StatPath,
    /// What `stat` shows of the permissions.
    StatRights,
    /// A checksum.
    Digest,
    /// A row of `ls -l`.
    File,
    /// A row of `namei -l`.
    WayStep,
    /// A row of `du`.
    Usage,
    /// A router on the way.
    Hop,
    /// A router on the way that doesn't answer.
    SilentHop,
    /// The permissions of a folder allow what the system denies.
    RightsLookRight,
    /// A mail server remembers that it didn't reach another.
    Remembered,
    /// A file system is full, or can hold no more files.
    FileSystemFull,
    /// A message wasn't copied from one mailbox to another, by a program that whoever moves runs.
    NotCopied,
    /// What is used of a quota.
    Quota,
    /// What is counted of a quota is out of date.
    QuotaStale,
    /// How many connections a user has.
    Connections,
    /// A client that logged in may send to another server.
    MayRelay,
    /// A client was turned away for its own line or machine, by a check that users who logged in are usually spared.
    ChecksClient,
    /// Dovecot's lookup knows no such user.
    NoSuchUser,
    /// What confirms only that another server took the message.
    HandedOn,
    /// A service or a container doesn't run, or doesn't stay up.
    NotRunning,
    /// A service started, or what it couldn't do it can do again.
    Works,
    /// The state of a service that runs.
    Running,
    /// A container, which the line names, was ended or crashed.
    ContainerEnded,
    /// A row of `top`.
    Busy,
    /// A password is stored in a form that this server doesn't know.
    HashUnknown,
    /// A service of Zimbra is stopped.
    ZimbraStopped,
    /// A port where a program listens.
    Listening,
    /// A call that nobody has answered yet.
    Unanswered,
    /// The other end has hung up, and this one hasn't.
    LeftOpen,
    /// A connection that is over.
    Over,
    /// A connection of a list without states.
    Stateless,
    /// Connections of an address, counted.
    Counted,

    // The list of a queue.
    /// An entry, as this software lists it.
    Entry(Software),
    /// An entry of Exim that is tried no more.
    FrozenEntry,
    /// An entry of Sendmail that is a notice.
    NoticeEntry,

    // The headers of a mail.
    /// A server took the mail.
    Received,
    /// The header before it goes on.
    HeaderGoesOn,
    /// When the mail was written.
    Written,
    /// What a check or a panel says of the mail.
    Checked,

    // Notices.
    /// Who writes the notice, by how it begins.
    Opening,
    /// Which server writes the notice, in the part for programs.
    Reporter,
    /// The same in the text for people.
    Generator,
    /// The server that a notice quotes a conversation with.
    TalkedTo,
    /// What that server answered.
    Answer,
    /// A notice about a notice, by qmail.
    DoubleBounce,
    /// A notice about a notice, by Sendmail.
    PostmasterNotice,
    /// How long it has waited.
    Waited,
    /// Until when it is tried, in the part for programs.
    TriedUntil,
    /// How old a message can get before it is given up.
    KeepsTrying,
    /// The subject of what the notice is about.
    SubjectOfOriginal,
    /// What Exim calls the message in its log.
    IdOfExim,
    /// What Postfix calls the message in its log.
    IdOfPostfix,
    /// What Sendmail calls the message in its log.
    IdOfSendmail,
    /// The answer that a report quotes.
    Diagnostic,
    /// Whom a mail says that it's from.
    Author,
    /// Until when a certificate is good.
    CertificateEnd,
    /// What Outlook, the program, writes of a message that it couldn't send.
    OfOutlook,

    // What sending services record.
    /// A recipient marked the message as spam.
    Complained,
    /// A filter holds the message.
    Quarantined,

    // What servers log.
    /// A client broke off, or was cut off.
    BrokeOff,
    /// The line before it came again.
    Repeated,
    /// An address is checked, and not accepted (yet).
    AddressChecked,
    /// A domain is in two lists of Postfix.
    InTwoLists,
    /// Postfix's chroot has another resolv.conf.
    OldResolver,
    /// A setting is in a file twice.
    SetTwice,
    /// The signatures in the DNS of a domain are broken.
    RecordsUnproven,
    /// A server isn't called for a while, since it couldn't be reached.
    RouteDisabled,
    /// A client talked before its turn, or in a way that no mail server does.
    RuleBroken,
    /// A client is on block lists.
    Listed,
    /// A block list that has a client.
    ListedBy,
    /// A mail filter uses a word that is none.
    Undeclared,
    /// A mail filter asks for what its server doesn't have.
    NoCapability,
    /// A mail filter has another mistake.
    FilterMistake,
    /// An out-of-office reply isn't sent: the message isn't addressed to the user.
    NotAddressed,
    /// What became of an out-of-office reply.
    Vacation,
    /// A client is banned.
    Banned,
    /// A look for spam found it.
    Spam,
    /// A look for spam found none.
    Clean,
    /// A signature is right.
    SignatureRight,
    /// The filter that signs takes the client for a stranger.
    NotInternal,
    /// The client of the filter that signs didn't log in.
    NotAuthenticated,
    /// A user has more connections than allowed.
    TooManyConnections,
    /// All connections that may be open at once are.
    AllConnectionsUsed,
    /// How many deliveries run at once.
    SlotsInUse,
    /// Delivery to an account is on hold while its user edits the rules: a flag on the home folder says so.
    HomeOnHold,
    /// A way to deliver isn't defined.
    NoTransport,
    /// A client is asked to come back, since it's new.
    FirstSeen,
    /// A table is older than the text that it's made from.
    OlderTable,
    /// What the library for encryption reports, for the line after it.
    TlsDetail,
    /// A client can't speak encryption from the first byte.
    WrapperUnknown,
    /// The service that checks passwords can't be reached.
    LoginCheckerDown,
    /// A program doesn't use a socket, because others than its owner may change it.
    UnsafeSocket,
    /// A message is on hold for the scanner that takes it from there.
    HeldForScanner,
    /// DNS names this server for a domain that isn't set up here.
    DomainNotSetUp,
    /// Mail for a domain comes back to this server.
    LoopsBack,
    /// The limit of a mailbox file is below that of a message.
    MailboxLimitTooSmall,
    /// The limit of a virtual mailbox is below that of a message.
    VirtualLimitTooSmall,
    /// A mailbox folder can't be entered.
    MaildirClosed,
    /// The virus scanner can't be asked.
    ScannerFailed,
    /// The virus scanner didn't start.
    ScannerNotStarted,
    /// A block list gave no answer.
    ListSilent,
    /// Another server took nothing at one of its addresses, and the next one is tried.
    NextServer,
    /// A filter says why it lets nothing pass, or can't be asked.
    FilterSays,
    /// A filter said no, and not why.
    FilterSilent,
    /// What screens clients handed one over to the mail server.
    HandedOver,
    /// Something of this server's own failed, and the lines before say what.
    NamedBefore,
    /// A report of a failure that the next line of the same process gives the reason of.
    NamedAfter,
    /// No encrypted connection with a client came about.
    NotEncrypted,
    /// A login came without a password.
    NoPasswordSent,
    /// A login sent a proof of its password, which didn't fit.
    ProofRefused,
    /// An app that downloaded messages left without a goodbye.
    NoGoodbye,
    /// A login was refused, and the line names neither whose it was nor why.
    LogInUnnamed,
    /// The account that is signed in may not use the sender's address.
    NotOwner,
    /// The mail server doesn't run: nothing is tried.
    MailSystemDown,
    /// A rule about what messages hold refused one.
    ContentRule,
    /// A message holds a file of a kind that isn't let through.
    BannedFile,
    /// The domain of the sender doesn't allow the server that sends.
    SpfRefused,
    /// The list of viruses isn't renewed for now; the scanner works on with the one that it has.
    ListStays,
    /// Another server's certificate isn't the one that its records, or this server's settings, name.
    CertificateUnfit,
    /// Nothing vouches for another server's certificate.
    CertificateUnproven,
    /// Others than its owner may change what delivers to a mailbox.
    OpenToOthers,
    /// The whole message was sent, and nobody confirmed it: another try can bring another copy.
    PerhapsThere,
    /// A search in a mailbox failed.
    SearchFailed,
    /// The folders of a mailbox can't be watched, so apps see new mail late.
    WatchesUsedUp,
    /// An out-of-office reply isn't sent: the sender already got one.
    AnsweredBefore,
    /// A username has no domain, and the server looks for one.
    NameWithoutDomain,
}

impl Sign {
    /// The software in whose list of a queue an entry stands.
    pub const fn lister(self) -> Option<Software> {
        match self {
            Sign::Entry(software) => Some(software),
            Sign::FrozenEntry => Some(Software::Exim),
            Sign::NoticeEntry => Some(Software::Sendmail),
            _ => None,
        }
    }
}

/// What a field holds, where its role alone doesn't tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Datum {
    /// The port of this server that a client called.
    OwnPort,
    /// The name of this server at which a client called.
    OwnName,
    /// The folder of the program that handed a message in.
    CalledFrom,
    /// The port that a program wanted to listen at.
    WantedPort,
    /// The port that an app speaks from.
    AppPort,
    /// The process that a line is about.
    Process,
    /// The name of a client by DNS.
    ClientName,
    /// The name by which a client greeted.
    Greeting,
    /// The account that handed a message in.
    Account,
    /// How many recipients a message has.
    Recipients,
    /// The message that a filter looked at, by its id in the queue.
    Filtered,
    /// The points of a mail.
    Score,
    /// The points from which a mail counts as spam.
    Required,
    /// The names of the rules that a mail met.
    Rules,
    /// The rules that a mail met, with the points of each.
    Symbols,
    /// The folder that a line is about.
    Folder,
    /// How many messages an app downloaded.
    Fetched,
    /// How many of which commands a client sent, and how many of them worked: `auth=1 rcpt=0/1`.
    Commands,
    /// How many messages an app deleted.
    Deleted,
    /// How many messages were removed for good.
    Expunged,
    /// How many messages were put into the trash.
    Trashed,
    /// The way to log in.
    LogInMethod,
    /// How a connection was encrypted, or how its encryption ended.
    Encryption,
    /// How the start of the encryption ended.
    Handshake,
    /// What the encryption library says.
    Library,
    /// How much of a processor a program takes, in percent.
    Busy,
    /// A file of settings with the line in it.
    SettingsLine,
    /// A setting, by its name.
    Setting,
    /// What a setting was set to before.
    SetTo,
    /// The table that is asked, which lines of one message share.
    Table,
    /// The text that a table is made from.
    TableSource,
    /// The mail server that a domain names.
    Exchanger,
    /// Where a file system is mounted.
    MountPoint,
    /// How much of a quota is used.
    Used,
    /// How much a quota allows.
    Allowed,
    /// How long a message has been here, in seconds.
    Age,
    /// Whom a mail says that it's from.
    From,
    /// Whom a mail says that it's for.
    To,
    /// What a filter calls a mail.
    Verdict,
    /// Over which addresses a mail came, from whom and for whom it is.
    Envelope,
    /// The kinds and names of files that aren't let through.
    Files,
    /// Where a filter keeps a mail.
    Quarantine,
    /// How many deliveries into mailboxes of this server run.
    LocalInUse,
    /// How many of them may.
    LocalSlots,
    /// How many deliveries to other servers run.
    RemoteInUse,
    /// How many of them may.
    RemoteSlots,
}

/// Server software that what an operator does hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Software {
    /// qmail and what stands around it.
    Qmail,
    /// Postfix.
    Postfix,
    /// Exim.
    Exim,
    /// Sendmail.
    Sendmail,
    /// Dovecot.
    Dovecot,
}

/// What a format is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormatKind {
    /// What a server logs, and all that is asked for by its lines alone.
    Log,
    /// What programmers of a server log.
    Debug,
    /// The log of the program that keeps the queue, where its numbers of messages are.
    QueueLog,
    /// What was said over a connection, as a server recorded it.
    Recording,
    /// What a program logs that screens clients in front of a mail server.
    Screen,
    /// What the system itself logs.
    System,
    /// A conversation in SMTP.
    Talk,
    /// A conversation in POP3 or IMAP.
    MailboxTalk,
    /// What a programming library says.
    Library,
    /// What an email app says.
    App,
    /// What a program that sends or fetches says.
    Program,
    /// Telnet.
    Telnet,
    /// swaks, which tests mail servers.
    Swaks,
    /// openssl, which tests encryption.
    TlsTest,
    /// A lookup in DNS.
    Lookup,
    /// What a tool shows of the machine that it runs on.
    Inspection,
    /// The list of a queue.
    Queue,
    /// The headers of a mail.
    Headers,
    /// The part of a notice for programs.
    Report,
    /// Settings as a tool prints them.
    Settings,
    /// What the parts log that look users up and check their passwords.
    Users,
    /// What the program logs that looks for spam.
    Scanner,
    /// What a program says that renews certificates.
    Renewal,
    /// What the search of mailboxes and their copy to a second server log.
    Search,
}
