//! Mail that a mailing list passes on under its own envelope sender, and that another server refuses for the policy of the
//! domain whose address is in From.

use crate::export::{Step, Trace};
use crate::knowledge::Named;
use crate::knowledge::fault::is_local;
use crate::vocabulary::{AttemptOutcome, Circumstance, Party, Reason, TraceType};

/// What programs put in front of the name of a list in the address to which its bounces go (Majordomo).
const BEFORE: &str = "owner-";

/// What programs put behind it (Mailman, Sympa, ezmlm).
const BEHIND: &[&str] = &["-bounces", "-owner", "-return-"];

/// The name of a list in such an address, with what stands in front of it and behind it.
pub(crate) fn list_of(sender: &str) -> Option<[&str; 3]> {
    let local = sender.split('@').next()?;
    let behind = BEHIND.iter().find_map(|mark| {
        let (name, rest) = local.split_once(mark)?;
        let whole = mark.ends_with('-') || rest.is_empty() || rest.starts_with(['+', '-']);
        whole.then_some(["", name, mark])
    });
    let of = behind.or_else(|| Some([BEFORE, local.strip_prefix(BEFORE)?, ""]))?;
    Some(of).filter(|[_, name, _]| !name.is_empty())
}

/// True for such an address.
pub(crate) fn is_list(sender: &str) -> bool {
    list_of(sender).is_some()
}

/// Says that the list must take another From; true where it's that.
pub(super) fn add(trace: &mut Trace) -> bool {
    let refused = trace.attempts.iter().find(|tried| {
        matches!(tried.outcome, AttemptOutcome::Failure | AttemptOutcome::Deferral)
            && tried.reason == Some(Reason::AuthFailure)
            // What a member here has forwarded is no matter of the list.
            && tried.original_recipient.as_ref().is_none_or(|first| Some(first) == tried.recipient.as_ref())
    });
    // A list of somebody else's came in from elsewhere.
    let own = trace.client.as_deref().is_none_or(is_local);
    let sender = trace.sender.as_deref().filter(|sender| own && is_list(sender));
    let own = sender.and_then(|sender| sender.rsplit_once('@')).map(|(_, domain)| domain);
    let (Some(tried), Some(own), TraceType::Message) = (refused, own, trace.kind) else { return false };
    let named = tried.text.as_deref().and_then(|text| Named::of(text).domain.map(str::to_owned));
    let Some(of) = named.filter(|named| !named.eq_ignore_ascii_case(own)) else { return false };
    let explanation = &mut trace.explanation;
    explanation.because(&format!(
        "A mailing list passed on a message from {of}, and the DMARC policy of {of} has such mail refused: a list that changes a message breaks its signature. The recipients' addresses are fine."
    ));
    explanation.party = Party::OurServer;
    explanation.circumstance = Some(Circumstance::OwnSetting);
    explanation.next = vec![
        Step {
            text: "Let the list put its own address into From where the sender's domain has such a policy (Mailman 2: dmarc_moderation_action = Munge From; Mailman 3: dmarc_mitigate_action; Sympa: dmarc_protection_mode), or change neither subject nor text of what it passes on.".into(),
            command: None,
        },
        Step {
            text: "Then turn delivery on again for the members whom the list stopped for such bounces; their addresses aren't wrong.".into(),
            command: None,
        },
    ];
    true
}
