//! What a customer can do: for each reason, by who sent the message and what became of it.

use super::message::Todo;
use crate::knowledge::Refusal;
use crate::knowledge::defect::Defect;
use crate::vocabulary::{Party, Reason};

/// What somebody who sent a message can do, where another server said no and nothing tries it any more.
pub(super) fn for_sender(reason: Reason) -> &'static [Todo] {
    match reason {
        Reason::UserUnknown => &[Todo::CheckAddress, Todo::SendAgain],
        Reason::HostUnknown => &[Todo::CheckDomain],
        Reason::HasMoved => &[Todo::NewAddress],
        Reason::Suspend => &[Todo::OtherWay],
        Reason::MailboxFull => &[Todo::TellFull, Todo::OnceThereIsRoom],
        Reason::Filtered => &[Todo::AskToAllow],
        Reason::NotAccept => &[Todo::OtherAddress],
        Reason::Rejected => &[Todo::CheckSender, Todo::SendAgain],
        Reason::Blocked => &[Todo::Unblock],
        Reason::BadReputation => &[Todo::WaitForUs, Todo::Newsletters],
        Reason::RequirePtr => &[Todo::WaitForUs],
        Reason::AuthFailure => &[Todo::OurRoute, Todo::DomainRecords],
        Reason::SpamDetected => &[Todo::AskToAllow, Todo::NotYou],
        Reason::VirusDetected => &[Todo::ScanDevice, Todo::NotYou],
        Reason::ContentError => &[Todo::ShareOrOtherApp],
        Reason::PolicyViolation => &[Todo::Meanwhile],
        Reason::NotCompliantRfc => &[Todo::UpdateProgram],
        Reason::MesgTooBig | Reason::ExceedLimit => &[Todo::ShareOrSplit],
        Reason::NoRelaying => &[Todo::Authenticate, Todo::SendAgain],
        Reason::SecurityError => &[Todo::EnterPassword],
        Reason::Speeding => &[Todo::Slower, Todo::DidNotSendMany],
        Reason::TooManyConn => &[Todo::FewerAtOnce],
        Reason::Loop => &[Todo::CheckForwards],
        Reason::MailerError => &[Todo::TellFilterBroken],
        Reason::SyntaxError => &[Todo::CheckProgram],
        Reason::Suppressed => &[Todo::AllowAgain],
        Reason::Feedback => &[Todo::NoMoreMailings],
        Reason::Vacation => &[Todo::Nothing],
        Reason::Undefined => &[Todo::WholeNotice],
        Reason::FailedStartTls
        | Reason::SystemFull
        | Reason::Greylisted
        | Reason::NetworkError
        | Reason::Expired
        | Reason::SystemError => &[Todo::SendLater],
    }
}

/// The same while our server still tries: sending again is not asked for.
pub(super) fn while_waiting(reason: Reason) -> &'static [Todo] {
    match reason {
        Reason::UserUnknown => &[Todo::CheckAddress, Todo::NoResend, Todo::NoticeInTheEnd],
        Reason::HostUnknown => &[Todo::CheckDomain, Todo::NoResend, Todo::NoticeInTheEnd],
        Reason::MailboxFull => &[Todo::TellFull, Todo::NoResend, Todo::NoticeInTheEnd],
        Reason::Filtered => &[Todo::AskToAllow, Todo::NoResend, Todo::NoticeInTheEnd],
        Reason::Speeding => &[Todo::Slower, Todo::DidNotSendMany],
        Reason::TooManyConn => &[Todo::FewerAtOnce, Todo::NoResend, Todo::NoticeInTheEnd],
        Reason::Loop => &[Todo::CheckForwards, Todo::NoResend, Todo::NoticeInTheEnd],
        Reason::Suspend | Reason::MailerError | Reason::PolicyViolation => &[Todo::IfUrgent],
        Reason::AuthFailure => &[Todo::OurRoute, Todo::DomainRecords],
        Reason::Blocked | Reason::BadReputation => &[Todo::TheyDecide],
        Reason::RequirePtr => &[Todo::GoesOutLater],
        Reason::SystemFull
        | Reason::Greylisted
        | Reason::SystemError
        | Reason::NetworkError
        | Reason::Expired => &[Todo::Retried],
        Reason::Vacation => &[Todo::Nothing],
        Reason::HasMoved
        | Reason::FailedStartTls
        | Reason::NotAccept
        | Reason::Rejected
        | Reason::SpamDetected
        | Reason::VirusDetected
        | Reason::ContentError
        | Reason::NotCompliantRfc
        | Reason::MesgTooBig
        | Reason::ExceedLimit
        | Reason::NoRelaying
        | Reason::SecurityError
        | Reason::SyntaxError
        | Reason::Suppressed
        | Reason::Feedback
        | Reason::Undefined => &[Todo::NoResend, Todo::NoticeInTheEnd],
    }
}

/// What the sender does where the reply shows more than its reason; empty where the reason says it.
pub(super) fn about(refusal: Refusal, party: Party, waiting: bool) -> &'static [Todo] {
    match (refusal, waiting) {
        (Refusal::Login, _) => &[Todo::ProgramAuthenticates],
        (Refusal::PasswordLogin, _) => &[Todo::ModernSignIn],
        (Refusal::Spf | Refusal::SpfBroken | Refusal::Dkim | Refusal::Dmarc, _) => {
            &[Todo::OurRoute, Todo::DomainRecords]
        }
        (Refusal::DomainListed, _) => &[Todo::DelistDomain],
        (Refusal::DomainReputation, _) => &[Todo::Newsletters, Todo::DomainRecords],
        (Refusal::SendAs, _) => &[Todo::OwnSender],
        (Refusal::SenderDomain, _) => &[Todo::DomainRecords],
        (Refusal::SenderRate, _) => &[Todo::Slower, Todo::DidNotSendMany],
        (Refusal::AccountStopped | Refusal::PlanUsedUp | Refusal::AccountClosed, _) => {
            &[Todo::AskAdministrator]
        }
        (Refusal::LineEnds | Refusal::LongLine, _) => &[Todo::UpdateProgram],
        (Refusal::LongDown, _) => &[Todo::SendLater],
        (Refusal::AddressMalformed, _) => &[Todo::OneAddress],
        (Refusal::ListForm | Refusal::OwnBlock, _) => &[Todo::SendAgain],
        (Refusal::SecureMx, false) => &[Todo::OtherWay],
        (Refusal::NotInDirectory, false) => &[Todo::CheckAddress, Todo::SendAgain],
        (Refusal::TooManyRecipients, _) => &[Todo::FewerAtOnce],
        (Refusal::SenderBlocked, _) => &[Todo::AskToAllow],
        (Refusal::IpListed | Refusal::IpDynamic | Refusal::IpReputation, false) => &[Todo::Unblock],
        (Refusal::IpListed | Refusal::IpDynamic, true) => &[Todo::TheyDecide],
        (Refusal::IpReputation, true) => &[Todo::TheyDecide, Todo::Newsletters],
        (Refusal::ServerRate, true) => &[Todo::SlowerThere],
        _ => match (party, waiting) {
            (Party::OurServer, true) => &[Todo::GoesOutLater],
            (Party::OurServer, false) => &[Todo::WaitForUs],
            (Party::Nobody, true) => &[Todo::Retried],
            (Party::Nobody, false) => &[Todo::SendLater],
            (Party::Recipient | Party::TheirServer, true) => &[Todo::IfUrgent],
            (Party::Recipient | Party::TheirServer, false) => &[Todo::OtherWay],
            (Party::Sender | Party::Dns, _) => &[],
        },
    }
}

/// What a user of ours can do whose message our own server refused.
pub(super) fn refused_to_user(reason: Reason) -> &'static [Todo] {
    match reason {
        Reason::UserUnknown => &[Todo::CheckAddress],
        Reason::HostUnknown => &[Todo::CheckDomain],
        Reason::HasMoved => &[Todo::NewAddress],
        Reason::MailboxFull => &[Todo::TellFull, Todo::OnceThereIsRoom],
        Reason::Suspend | Reason::Loop => &[Todo::OtherWay],
        Reason::Rejected => &[Todo::SameAddress],
        Reason::Blocked | Reason::RequirePtr | Reason::NotCompliantRfc | Reason::SecurityError => {
            &[Todo::Authenticate]
        }
        Reason::NoRelaying => &[Todo::Authenticate, Todo::SendAgain],
        Reason::AuthFailure => &[Todo::OurRoute, Todo::DomainRecords],
        Reason::VirusDetected => &[Todo::ScanDevice, Todo::ShareFile],
        Reason::SpamDetected => &[Todo::Suggest, Todo::NotYou],
        Reason::ContentError => &[Todo::ShareFile],
        Reason::MesgTooBig | Reason::ExceedLimit => &[Todo::ShareOrSplit],
        Reason::Greylisted => &[Todo::Retried],
        Reason::Speeding => &[Todo::Slower, Todo::DidNotSendMany],
        Reason::TooManyConn => &[Todo::FewerAtOnce],
        Reason::MailerError => &[Todo::TellFilterBroken],
        Reason::SystemError | Reason::SystemFull => &[Todo::WaitForUs],
        Reason::NetworkError | Reason::FailedStartTls | Reason::Expired => &[Todo::SendLater],
        Reason::Suppressed => &[Todo::AllowAgain],
        Reason::Feedback => &[Todo::NoMoreMailings],
        Reason::Vacation => &[Todo::Nothing],
        Reason::SyntaxError => &[Todo::CheckProgram],
        Reason::BadReputation
        | Reason::PolicyViolation
        | Reason::Filtered
        | Reason::NotAccept
        | Reason::Undefined => &[Todo::TellUs],
    }
}

/// What a customer of ours can do who waits for a message that our own server refused.
pub(super) fn refused_to_others(reason: Reason) -> &'static [Todo] {
    match reason {
        Reason::UserUnknown | Reason::HasMoved => &[Todo::SetUpMailbox],
        Reason::MailboxFull => &[Todo::MakeRoom],
        Reason::Suspend => &[Todo::AskWhyDisabled],
        Reason::Rejected | Reason::NotCompliantRfc | Reason::SecurityError | Reason::SyntaxError => {
            &[Todo::AskSenderSettings]
        }
        Reason::Blocked => &[Todo::SenderDelists],
        Reason::RequirePtr => &[Todo::SenderName],
        Reason::AuthFailure => &[Todo::SenderRecords],
        Reason::VirusDetected => &[Todo::SenderScans],
        Reason::SpamDetected | Reason::BadReputation | Reason::PolicyViolation | Reason::Filtered => {
            &[Todo::TellIfWanted]
        }
        Reason::ContentError | Reason::MesgTooBig | Reason::ExceedLimit => &[Todo::SenderShares],
        Reason::NoRelaying | Reason::NotAccept | Reason::HostUnknown => &[Todo::TellDomain],
        Reason::Greylisted | Reason::Speeding | Reason::TooManyConn => &[Todo::AFewHours],
        Reason::SystemError | Reason::SystemFull | Reason::NetworkError | Reason::Expired => {
            &[Todo::TellMissing]
        }
        Reason::Loop => &[Todo::CheckOwnForwards],
        Reason::MailerError => &[Todo::TurnOffFilters],
        Reason::Vacation | Reason::Feedback => &[Todo::Nothing],
        Reason::FailedStartTls | Reason::Suppressed | Reason::Undefined => &[Todo::TellWhoAndWhen],
    }
}

/// What a customer can do about what is broken, where it isn't ours to repair.
pub(super) fn not_ours(defect: Option<Defect>) -> &'static [Todo] {
    match defect {
        Some(Defect::AccountSpace) => &[Todo::FreeAccountSpace],
        Some(Defect::MailboxFull) => &[Todo::MakeRoom],
        Some(Defect::PasswordExpired) => &[Todo::NewPassword],
        Some(Defect::WrongPassword) => &[Todo::Password],
        Some(Defect::NoEncryption) => &[Todo::TurnOnEncryption],
        Some(Defect::Mismatch | Defect::Encryption) => &[Todo::MatchPorts],
        _ => &[Todo::NothingYet, Todo::TellWhat],
    }
}
