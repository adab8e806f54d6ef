//! How letters are joined: which one says all that another would, which are one message or one trouble, and what is
//! said where several are told at once.

use super::message::{Acts, Effect, Filing, Happened, Message, Note, State, Title};
use super::shape::{Letter, LetterPart, Weight};
use super::written::in_plural;
use super::{domain, is_of};
use crate::knowledge::defect::Defect;
use crate::vocabulary::{Cause, FormatKind, Login, Reason, TraceType};

/// Letters of the same words to this many people are one that names nobody.
const MANY: usize = 4;

/// Where many people would get the same words, one letter that names none of them.
pub(super) fn nameless(letters: Vec<Letter<'_>>) -> Vec<Letter<'_>> {
    let mut all: Vec<Letter<'_>> = Vec::new();
    let mut groups: Vec<Vec<Letter<'_>>> = Vec::new();
    for letter in letters {
        match groups.iter_mut().find(|group| group[0].says_the_same(&letter)) {
            Some(group) => group.push(letter),
            None => groups.push(vec![letter]),
        }
    }
    for mut group in groups {
        let more = group.len() - 1;
        let unnamed = group[0].unnamed();
        match unnamed {
            Some((titles, happened))
                if group.len() >= MANY
                    || more > 0 && group.iter().all(|of| of.is_of_unknown() || of.is_kept_here()) =>
            {
                let mut letter = group.swap_remove(0);
                letter.title = titles;
                if let Some(part) = letter.parts.first_mut() {
                    let lines = part.lines.clone();
                    part.happened = vec![(happened, lines)];
                    part.means.insert(0, Message::More(more));
                    in_plural(&mut part.todo);
                }
                all.push(letter);
            }
            _ => all.append(&mut group),
        }
    }
    all
}

/// True for what usually follows from something else.
fn is_vague(defect: Defect) -> bool {
    matches!(
        defect,
        Defect::Missing | Defect::Permission | Defect::Settings | Defect::Stopped | Defect::Connection
    )
}

/// What two troubles do to people together.
fn both(one: Effect, two: Effect) -> Effect {
    // Who can't use it at all doesn't notice the rest.
    let rank = |of: Effect| match of {
        Effect::Door | Effect::SignIn | Effect::Reading | Effect::Incoming | Effect::Outgoing => 0,
        Effect::Warnings | Effect::Unscanned | Effect::Unsigned | Effect::Unchecked | Effect::Webmail => 1,
        Effect::Unclear => 2,
        Effect::Nothing => 3,
    };
    if [one, two].contains(&Effect::SignIn) && [one, two].contains(&Effect::Reading) {
        return Effect::SignIn;
    }
    match rank(one).cmp(&rank(two)) {
        std::cmp::Ordering::Less => one,
        std::cmp::Ordering::Greater => two,
        std::cmp::Ordering::Equal if one == two => one,
        std::cmp::Ordering::Equal => Effect::Unclear,
    }
}

impl<'a> Letter<'a> {
    /// True where both can be one letter.
    pub(super) fn is_alike(&self, other: &Letter<'_>) -> bool {
        let (one, two) = (self.parts.first(), other.parts.first());
        let same = self.title == other.title
            && self.state == other.state
            && self.parts.len() == other.parts.len()
            && self.parts.iter().zip(&other.parts).all(|(one, two)| one.is_same(two));
        let whole = self.parts.len() == 1 && other.parts.len() == 1;
        let kind = whole
            && self.titles.is_some()
            && self.titles == other.titles
            && (self.title == other.title || !self.is_of_unknown() && !other.is_of_unknown())
            && (self.title.is_kin(&other.title)
                || self.common_domain(other).is_some()
                || self.waits_alike(other));
        same || kind
            && self.weight == other.weight
            // A server in trouble is one thing, in however many parts.
            && (self.weight == Weight::Ours
                || self.state == other.state && one.zip(two).is_some_and(|(one, two)| one.is_alike(two)))
    }

    /// True where this is all that a customer needs to hear of another.
    pub(super) fn covers(&self, other: &Letter<'_>) -> bool {
        let Some((one, two)) = self.about.zip(other.about).filter(|(one, two)| one.trace != two.trace) else {
            return false;
        };
        // Who asked about what failed didn't ask what went well, or is only under way.
        let well = (other.is_success() || other.is_under_way())
            && !self.is_success()
            && !self.is_under_way()
            && self.weight > Weight::Quiet;
        // What a person saw in an app is what our server tells of itself.
        let seen = is_of(two, FormatKind::App) && one.kind != TraceType::Dialogue && !self.is_success();
        // What has no name only follows from what has one.
        let unnamed = |letter: &Letter<'_>| {
            matches!(
                letter.title,
                Title::From { .. } | Title::Connection | Title::Problem | Title::Trouble(_)
            )
        };
        let follows = other.weight == Weight::Wrong
            && unnamed(other)
            && !unnamed(self)
            && self.weight >= Weight::Wrong
            && !self.is_success();
        let blocked =
            matches!(self.title, Title::Blocked { address } if Some(address) == two.client.as_deref());
        let (mine, theirs) = (self.undelivered(), other.undelivered());
        // A reply that somebody quotes is what our own server tells of itself.
        let quoted = matches!(other.title, Title::Reply | Title::Conversation)
            && matches!(one.kind, TraceType::Connection | TraceType::Message)
            && mine.is_some()
            && self.reason() == other.reason();
        // What a notice or a control panel reports of a message, the log of the same tells with its time.
        let reported = matches!(one.kind, TraceType::Message | TraceType::Connection)
            && matches!(two.kind, TraceType::Bounce | TraceType::Dialogue)
            && mine.is_some_and(|(_, to)| theirs.is_none_or(|(_, whom)| whom.is_empty() || to == whom))
            && {
                let mut lines = two.explanation.evidence.iter().flat_map(|of| of.lines.iter());
                lines.any(|line| one.explanation.cites.iter().any(|of| of == line))
            };
        // A reply that asks to come back for a fault of the server's own, beside the fault that ours tells of.
        let faulty = [Effect::Unscanned, Effect::Door, Effect::Incoming];
        let ours = self.parts.first().and_then(LetterPart::trouble);
        let replied = self.weight == Weight::Ours
            && one.kind == TraceType::Event
            && two.kind == TraceType::Dialogue
            && matches!(other.title, Title::Reply | Title::Conversation)
            && other.reason() == Some(Reason::SystemError)
            && ours.is_some_and(|of| faulty.contains(&of));
        // Who is hit by a trouble of ours hears of it in words of their own.
        let caused = other.weight == Weight::Ours
            && self.state.contains(&Message::Acts(Acts::Us))
            && self.names_somebody()
            && one.links.iter().any(|link| link.trace == two.trace && link.how == "cause");
        // Of one mailbox that nobody could sign in to, one letter says it.
        let failed = |letter: &Letter<'_>| letter.state.contains(&Message::State(State::SignInFailed));
        let same_user = self.title.user().is_some() && self.title.user() == other.title.user();
        let known = |letter: &Letter<'_>| letter.means(&Message::Cause(Cause::UnknownUser));
        let retried = same_user
            && failed(self)
            && (two.kind == TraceType::Session && two.login != Some(Login::Ok) && !failed(other)
                || known(self) && !known(other) && failed(other));
        // What a queue lists, its log tells better; and what keeps all mail keeps each message.
        let waits = other.state.contains(&Message::State(State::OnItsWay));
        let told_of = |link: &crate::export::Link| link.trace == two.trace && link.how == "same-mail";
        let listed = waits
            && (one.links.iter().any(told_of) || self.is_kept_here() || mine.is_some() && mine == theirs);
        // A disk of ours that is full is why messages were refused for want of room.
        let is_full = |part: &LetterPart<'_>| {
            let full = |said: &Message<'_>| {
                matches!(said, Message::Happened(Happened::Broken { defect: Defect::Storage, .. }))
            };
            part.happened.iter().any(|(said, _)| full(said)) || part.means.iter().any(full)
        };
        let roomless = self.weight == Weight::Ours
            && self.parts.iter().any(is_full)
            && two.attempts.is_empty()
            && other.reason() == Some(Reason::SystemFull);
        // Nobody waits at an address that doesn't exist, nor behind a server that was only tried as a relay.
        let stranger =
            one.outcome.is_problem() && mine.is_some() && !self.is_of_stranger() && other.is_of_stranger();
        // What an app says of one certificate, it says in several ways.
        let again = self.notes(Note::CertificateOld)
            && two.client.is_some()
            && one.client == two.client
            && other.parts.iter().any(|part| part.means.contains(&Message::Cause(Cause::Tls)));
        // The line before the one that names the recipient, or our mailbox server's about what our mail server tries.
        let is_filed = |letter: &Letter<'_>| {
            let mut means = letter.parts.iter().flat_map(|part| &part.means);
            means.any(|said| matches!(said, Message::Filing(_)))
        };
        let stage = mine.zip(theirs).is_some_and(|((from, to), (of, whom))| {
            let before = whom.is_empty() && !to.is_empty() && from.is_some() && from == of;
            let whole = !is_filed(self) && !self.parts.iter().any(LetterPart::is_vague);
            before || is_filed(other) && whole && one.kind == TraceType::Message && to == whom
        });
        // What somebody pasted of a trouble that the log tells, or what another program logged of the same message.
        let document = matches!(two.kind, TraceType::Dialogue | TraceType::Bounce);
        let same = other.follows.contains(&one.trace)
            && (document && self.weight > Weight::Quiet && other.weight != Weight::Ours
                || self.is_success() && other.is_success());
        // What a mailbox did besides storing messages is what somebody asks about.
        let did = |letter: &Letter<'_>, all: &[Filing]| {
            letter.parts.iter().flat_map(|part| &part.happened).any(|(said, _)| match said {
                Message::Happened(Happened::Filed { filing, .. }) => all.contains(filing),
                _ => false,
            })
        };
        let stored = one.user.is_some()
            && one.user == two.user
            && did(self, &[Filing::Unanswered, Filing::AnsweredBefore])
            && did(other, &[Filing::Stored]);
        // One test that several tools show.
        let tested = one.kind == TraceType::Dialogue
            && document
            && mine.is_some()
            && theirs.is_none()
            && self.state == other.state
            && self.parts.len() == other.parts.len()
            && self.parts.iter().zip(&other.parts).all(|(one, two)| one.is_same(two));
        let searched = same_user && self.notes(Note::SearchFails) && other.notes(Note::SearchIndex);
        well || seen
            || same
            || stored
            || searched
            || tested
            || follows
            || blocked
            || quoted
            || reported
            || replied
            || again
            || stage
            || caused
            || retried
            || listed
            || stranger
            || roomless
    }

    /// True where both may be stages of one message.
    pub(super) fn is_same_message(&self, other: &Letter<'_>) -> bool {
        let (Title::Message { from, to }, Title::Message { from: of, to: whom }) =
            (&self.title, &other.title)
        else {
            return false;
        };
        let same = from.is_none() || of.is_none() || from == of;
        let vague = |letter: &Letter<'_>| letter.parts.iter().any(LetterPart::is_vague);
        let format = |letter: &Letter<'_>| letter.about.map(|of| of.format.clone());
        let stages = vague(self) != vague(other) || format(self) != format(other);
        !to.is_empty() && to == whom && same && self.state == other.state && stages
    }

    /// Makes one letter of two stages: the names of both, and what says more.
    pub(super) fn take_in(&mut self, other: Letter<'a>) {
        if self.parts.iter().any(LetterPart::is_vague) {
            self.parts = other.parts;
            self.lines = other.lines;
        }
        if let (Title::Message { from, .. }, Title::Message { from: of, .. }) = (&mut self.title, other.title)
        {
            *from = from.or(of);
        }
    }

    /// True where both wait for us, and nobody is named who could be another customer.
    fn waits_alike(&self, other: &Letter<'_>) -> bool {
        let us = |letter: &Letter<'_>| {
            letter.title.sender().is_none() && letter.state.contains(&Message::Acts(Acts::Us))
        };
        let delayed = Message::State(State::Delayed);
        us(self) && us(other) && self.state.contains(&delayed) && self.sent_here && other.sent_here
    }

    /// The domain of our customer that both are about.
    fn common_domain(&self, other: &Letter<'a>) -> Option<&'a str> {
        let all = |letter: &Letter<'a>| letter.title.domains();
        // Who wrote through us is our customer, else whoever it's for.
        let home = |letter: &Letter<'a>| {
            let from = letter.title.sender().and_then(domain).filter(|_| letter.sent_here);
            from.map_or_else(|| all(letter), |from| vec![from])
        };
        let (mine, theirs) = (all(self), all(other));
        let shared = mine.iter().copied().filter(|of| theirs.contains(of));
        let (one, two) = (home(self), home(other));
        shared.into_iter().find(|of| one.contains(of) || two.contains(of))
    }

    /// True where both say the same to different people.
    fn says_the_same(&self, other: &Letter<'_>) -> bool {
        let both = self.parts.first().zip(other.parts.first());
        self.parts.len() == 1
            && other.parts.len() == 1
            && self.titles.is_some()
            && (&self.titles, &self.state, self.weight) == (&other.titles, &other.state, other.weight)
            && both.is_some_and(|(one, two)| one.is_alike(two))
    }

    /// The title and what happened without anybody's name, where there are words for it.
    fn unnamed(&self) -> Option<(Title<'a>, Message<'a>)> {
        let titles = self.titles.clone()?;
        let Message::Happened(happened) = &self.parts.first()?.happened.first()?.0 else { return None };
        let to = || vec![""];
        let happened = match happened.clone() {
            Happened::Waits { at, .. } => Happened::Waits { to: to(), at },
            Happened::Trying { tries, .. } => Happened::Trying { to: to(), tries },
            Happened::GaveUp { tries, .. } => Happened::GaveUp { to: to(), tries },
            Happened::Undeliverable { at, .. } => Happened::Undeliverable { to: to(), at },
            Happened::Delivered { at, .. } => Happened::Delivered { to: to(), at },
            Happened::Begun { at, .. } => Happened::Begun { to: to(), at },
            Happened::SignInWorked { at, .. } => Happened::SignInWorked { user: None, at },
            Happened::SignInFailed { at, .. } => Happened::SignInFailed { user: None, at },
            Happened::SendSignInFailed { at, .. } => Happened::SendSignInFailed { user: None, at },
            Happened::NotTaken { later, at, .. } => Happened::NotTaken { from: None, to: to(), later, at },
            _ => return None,
        };
        Some((titles, Message::Happened(happened)))
    }

    pub(super) fn join(&mut self, other: Letter<'a>) {
        if self.title != other.title && !self.title.is_of_user(&other.title) && self.weight != Weight::Ours {
            let domain = self.common_domain(&other).map(|domain| Title::Domain { domain });
            let common = self.title.common(&other.title).or(domain);
            if let Some(titles) = common.or_else(|| self.titles.clone()) {
                self.title = titles;
            }
        }
        // A server in trouble is told once, whatever it says of itself beside that.
        let kind = |said: &Message<'_>| match said {
            Message::Happened(Happened::Broken { defect, .. }) => Some(*defect),
            _ => None,
        };
        let minor = |part: &LetterPart<'_>| {
            part.happened.iter().any(|said| kind(&said.0) == Some(Defect::Minor)) && part.happened.len() == 1
        };
        // What nobody notices isn't told beside what people do.
        if self.weight == Weight::Ours && other.parts.first().is_some_and(minor) {
            return;
        }
        if self.weight == Weight::Ours && self.parts.first().is_some_and(minor) {
            *self = other;
            return;
        }
        let only_follows = |part: &LetterPart<'_>| {
            let open = |of| matches!(of, Defect::Missing | Defect::Connection);
            part.happened.len() == 1 && part.happened.iter().all(|said| kind(&said.0).is_some_and(open))
        };
        let says_more = |part: &LetterPart<'_>| {
            part.happened.iter().any(|said| kind(&said.0).is_some_and(|of| !is_vague(of)))
        };
        // Told first is what decides, unless it only says that something isn't there.
        if self.weight == Weight::Ours
            && self.parts.first().is_some_and(only_follows)
            && other.parts.first().is_some_and(says_more)
        {
            *self = other;
            return;
        }
        let other_format = other.about.map(|of| of.format.clone());
        let Some((mine, theirs)) = self.parts.first_mut().zip(other.parts.into_iter().next()) else { return };
        // Several parts of our server tell of one attempt.
        let own = self.about.map(|of| &of.format) == other_format.as_ref();
        let effects = (mine.trouble(), theirs.trouble());
        for said in theirs.happened {
            // What only follows from something says less than what is told already.
            let vague = kind(&said.0).is_some_and(is_vague);
            let said_before = vague && mine.happened.iter().any(|mine| kind(&mine.0).is_some())
                || matches!(said.0, Message::Happened(Happened::Problem { .. }))
                || kind(&said.0).is_some() && mine.happened.iter().any(|mine| kind(&mine.0) == kind(&said.0));
            let again = own && mine.happened.iter().any(|mine| mine.0.is_again(&said.0));
            if !said_before && (again || mine.happened.iter().all(|mine| mine.0 != said.0)) {
                mine.happened.push(said);
            }
        }
        if self.weight == Weight::Ours && effects.0 != effects.1 {
            let effect =
                effects.0.zip(effects.1).map_or(effects.0.or(effects.1), |(one, two)| Some(both(one, two)));
            let effect = effect.unwrap_or(Effect::Unclear);
            mine.means = vec![Message::Effect(effect)];
            self.title = if effect == Effect::Unclear { Title::Problem } else { Title::Trouble(effect) };
        }
    }
}
