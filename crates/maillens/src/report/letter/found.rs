//! What was found of a trace beyond what its own lines or a reply say, as a letter says it. Every circumstance is one of
//! these: what is found later doesn't compile until a letter knows what to say of it.

use super::message::{Note, Todo};
use crate::export::Trace;
use crate::vocabulary::{Circumstance, Outcome, Party, TraceType};

/// What a letter says of what was found, and what comes of it where that is something of its own; `None` where nothing was
/// found, where nobody hears of it, or where a kind of letter is about it.
pub(super) fn found(trace: &Trace) -> Option<(Note, &'static [Todo])> {
    Some(match trace.explanation.circumstance? {
        Circumstance::ClientsHidden => (Note::ClientsHidden, &[]),
        Circumstance::TakesTurns => (Note::TakesTurns, &[Todo::LetThrough]),
        Circumstance::RecordsUnproven => (Note::RecordsUnproven, &[Todo::IfUrgent]),
        Circumstance::RecordIncomplete => (Note::RecordIncomplete, &[Todo::OtherWay]),
        Circumstance::AddressIncomplete => (Note::AddressIncomplete, &[Todo::CheckAddress, Todo::SendAgain]),
        Circumstance::Diverted => (Note::Diverted, &[Todo::WaitForUs]),
        Circumstance::Overwritten => (Note::Overwritten, &[Todo::Ours]),
        Circumstance::Planted => (Note::PlantedScript, &[Todo::CleanWebsite]),
        Circumstance::WrongClock => (Note::WrongClock, &[Todo::SetClock]),
        Circumstance::OldTable | Circumstance::OwnSetting => (Note::CauseOurs, &[]),
        Circumstance::OldSettings => (Note::OldSettings, &[Todo::ClearCache]),
        Circumstance::OnlyCopy => (Note::OnlyCopy, &[Todo::Ours, Todo::NoResend]),
        Circumstance::StaleQuota => (Note::StaleQuota, &[]),
        Circumstance::AccountSpent => (Note::AccountSpent, &[Todo::FreeAccountSpace]),
        Circumstance::NoWayOut => (Note::ReachesNone, &[]),
        Circumstance::NoNames => (Note::LookupOurs, &[]),
        Circumstance::ChangedAfterSigning => (Note::ChangedAfterSigning, &[Todo::Nothing]),
        Circumstance::MarkedAsSpam => (Note::MarkedOnArrival, &[Todo::LookInSpamFolder, Todo::SentItMarked]),
        Circumstance::OriginDoubted => (Note::OriginDoubted, &[]),
        Circumstance::NameMisused => (Note::NameMisused, &[Todo::NoticesEnd, Todo::DomainRecords]),
        Circumstance::BrokenByForward => (Note::BrokenByForward, &[Todo::LookInSpamFolder]),
        Circumstance::ServiceUnconfirmed => (Note::ServiceUnconfirmed, &[Todo::SetUpService]),
        Circumstance::SignatureBroken => (Note::SignatureBroken, &[]),
        Circumstance::HeldUp => (Note::Waited, &[]),
        Circumstance::HeldHere => (Note::HeldFirst, &[Todo::Nothing]),
        Circumstance::NotSignedIn => (Note::HomeLine, &[Todo::OtherPort]),
        Circumstance::Misused => (Note::StolenPassword, &[Todo::ChangeStolen]),
        // An app that left has a letter of its own; of the others nobody hears.
        Circumstance::BrokeOff
        | Circumstance::Guessing
        | Circumstance::Survey
        | Circumstance::SpamProgram
        | Circumstance::Forged
        | Circumstance::Flooded
        | Circumstance::Website => return None,
    })
}

/// True where the records of the other end failed, or the lookup of our own server: nothing shows which.
pub(super) fn is_lookup_doubtful(trace: &Trace) -> bool {
    let came_here = matches!(trace.kind, TraceType::Connection | TraceType::Message | TraceType::Event);
    came_here
        && trace.attempts.is_empty()
        && trace.explanation.party == Party::Dns
        && trace.outcome == Outcome::Deferred
}
