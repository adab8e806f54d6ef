/// What other lines show of a trace beyond its own. What a customer is told rests on it, never on words of the headline,
/// which can quote anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circumstance {
    /// Strangers try passwords.
    Guessing,
    /// A survey tests what servers of the whole internet allow.
    Survey,
    /// A program that sends spam was turned away.
    SpamProgram,
    /// A message with somebody else's address was turned away.
    Forged,
    /// An address was added to a table that nobody compiled.
    OldTable,
    /// A user of ours didn't sign in to send.
    NotSignedIn,
    /// A setting of our own server is in the way of what should pass.
    OwnSetting,
    /// A program runs with older settings than those that were entered.
    OldSettings,
    /// What failed is a copy that a setting of ours sends of each message.
    OnlyCopy,
    /// What is counted for a mailbox's quota is out of date.
    StaleQuota,
    /// The account that a mailbox belongs to has no room, whatever the mailbox has.
    AccountSpent,
    /// An app left when encryption began.
    BrokeOff,
    /// Somebody else uses an account of ours to send.
    Misused,
    /// Spam of one sender floods the queue.
    Flooded,
    /// A website of ours sends spam.
    Website,
    /// Our own server can't find any other.
    NoNames,
    /// Our own server reaches no other.
    NoWayOut,
    /// Our own server sees another address than that of whoever connects to it.
    ClientsHidden,
    /// Others write with an address of ours as the sender, and the notices come here.
    NameMisused,
    /// The servers that bring a message take turns, and ours makes each of them wait.
    TakesTurns,
    /// The domain of a recipient names a mail server that can't be found.
    RecordIncomplete,
    /// The signatures in the DNS of a recipient's domain are broken.
    RecordsUnproven,
    /// The domain of a recipient's address has no ending.
    AddressIncomplete,
    /// Another server answered than the one that was called.
    Diverted,
    /// A firewall changes what our server says.
    Overwritten,
    /// Somebody put a script on a website of ours, and it sends spam.
    Planted,
    // What the headers of a message show.
    /// A filter called it spam.
    MarkedAsSpam,
    /// Nothing confirms that it comes from where it says.
    OriginDoubted,
    /// A service signed it that isn't set up for the domain that it says to come from.
    ServiceUnconfirmed,
    /// It was forwarded, and the forward took from it what confirms that.
    BrokenByForward,
    /// Its signature doesn't hold.
    SignatureBroken,
    /// Its signature doesn't hold, and it was trusted nevertheless.
    ChangedAfterSigning,
    /// It waited on its way.
    HeldUp,
    /// The server that received it first asked for another attempt.
    HeldHere,
    /// The clock of the device that wrote it is wrong.
    WrongClock,
}
