//! Mail that a mailing list passes on under its own envelope sender, and that another server refuses for the policy of the
//! domain whose address is in From.

use crate::export::{Step, Trace};
use crate::knowledge::Named;
use crate::vocabulary::{AttemptOutcome, Circumstance, Party, Reason, TraceType};

/// What programs put behind the name of a list in the address to which its bounces go (Mailman, Sympa, ezmlm).
const MARKS: &[&str] = &["-bounces", "-owner", "-return"];

/// The name of a list in such an address, and what stands behind it.
pub(crate) fn list_of(sender: &str) -> Option<(&str, &'static str)> {
    let local = sender.split('@').next()?;
    MARKS.iter().find_map(|mark| {
        let (name, rest) = local.split_once(mark)?;
        let whole = rest.is_empty() || rest.starts_with(['+', '-']);
        (whole && !name.is_empty()).then_some((name, *mark))
    })
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
    });
    let sender = trace.sender.as_deref().filter(|sender| is_list(sender));
    let own = sender.and_then(|sender| sender.rsplit_once('@')).map(|(_, domain)| domain);
    let (Some(tried), Some(own), TraceType::Message) = (refused, own, trace.kind) else { return false };
    let named = tried.text.as_deref().and_then(|text| Named::of(text).domain.map(str::to_owned));
    let Some(of) = named.filter(|named| !named.eq_ignore_ascii_case(own)) else { return false };
    let explanation = &mut trace.explanation;
    let state = explanation.headline.split_once(". ").map_or(&*explanation.headline, |(state, _)| state);
    let state = state.trim_end_matches('.');
    explanation.headline = format!(
        "{state}. A mailing list passed on a message from {of}, and the DMARC policy of {of} has such mail refused: a list breaks its signature. The recipients' addresses are fine."
    );
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
