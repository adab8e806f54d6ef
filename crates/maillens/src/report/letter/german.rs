//! German.

use super::message::{
    Acts, Advice, At, Effect, Elsewhere, Fact, Filing, Fix, Happened, Note, Server, Speech, State, Title,
    Todo, Tries, listed, named,
};
use crate::knowledge::Refusal;
use crate::knowledge::defect::Defect;
use crate::knowledge::obstacle::ObstacleKind;
use crate::knowledge::situation::Case;
use crate::time::WallTime;
use crate::vocabulary::{App, Cause, Reason};

/// German, as a support engineer writes to a customer.
pub(super) struct German;

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// `26. Juli 2023`; a chat doesn't end a sentence at the no-break space.
fn day(at: &WallTime) -> String {
    let month = at.month_of(&MONTHS);
    let year = at.year.map_or_else(String::new, |year| format!(" {year}"));
    format!("{}.\u{a0}{month}{year}", at.day)
}

/// ` (UTC)`, ` (Ortszeit Berlin)`.
fn zone(at: &WallTime) -> String {
    match (at.city().as_deref(), &at.zone) {
        (Some(city), _) => {
            let city = match city {
                "Vienna" => "Wien",
                "Zurich" => "Zürich",
                "Brussels" => "Brüssel",
                "Luxembourg" => "Luxemburg",
                city => city,
            };
            format!(" (Ortszeit {city})")
        }
        (None, Some(zone)) => format!(" ({zone})"),
        (None, None) => String::new(),
    }
}

/// `26. Juli 2023 um 14:28 Uhr (UTC)`.
fn moment(at: &WallTime) -> String {
    format!("{} um {}:{:02} Uhr{}", day(at), at.hour, at.minute, zone(at))
}

/// ` am 26. Juli 2023 um 14:28 Uhr (UTC)`; empty where there is no time.
fn on(at: &At) -> String {
    at.as_ref().map_or_else(String::new, |at| format!(" am {}", moment(at)))
}

/// ` am 26. Juli 2023 zwischen 14:28 und 14:36 Uhr`.
fn between(tries: &Tries) -> String {
    match (&tries.first, &tries.last) {
        (Some(first), Some(last)) if first == last => on(&tries.last),
        (Some(first), Some(last)) if first.is_day_of(last) => format!(
            " am {} zwischen {}:{:02} und {}:{:02} Uhr{}",
            day(last),
            first.hour,
            first.minute,
            last.hour,
            last.minute,
            zone(last)
        ),
        (Some(first), Some(last)) => format!(" zwischen dem {} und dem {}", moment(first), moment(last)),
        _ => String::new(),
    }
}

fn times(tries: &Tries) -> String {
    let number: String = match tries.times {
        2 => "zweimal".into(),
        3 => "dreimal".into(),
        more => format!("{more}-mal"),
    };
    if tries.at_least { format!("mindestens {number}") } else { number }
}

/// Recipients after "an" or "für".
fn names(to: &[&str]) -> String {
    listed(&named(to, "den Empfänger", "einen weiteren Empfänger"), " und ", |more| match more {
        1 => "einen weiteren Empfänger".into(),
        more => format!("{more} weitere Empfänger"),
    })
}

/// A server, at the start of a sentence.
fn server(of: Server<'_>) -> String {
    match of {
        Server::Of(domain) => format!("Der Mailserver für {domain}"),
        Server::TheirOne => "Der Mailserver des Empfängers".into(),
        Server::TheirMany => "Der Mailserver der Empfänger".into(),
        Server::OurRelay => "Der Server, über den wir E-Mails versenden,".into(),
    }
}

/// `das Postfach anna@client.example`, or just some mailbox.
fn mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "ein Postfach".into(), |user| format!("das Postfach {user}"))
}

/// `des Postfachs anna@client.example`.
fn of_mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "eines Postfachs".into(), |user| format!("des Postfachs {user}"))
}

/// `am Postfach anna@client.example`.
fn at_mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "an einem Postfach".into(), |user| format!("am Postfach {user}"))
}

/// `die Nachricht an ana@client.example`, where the name may be the reader's own.
fn message(to: &[&str]) -> String {
    match to {
        [""] => "Ihre Nachricht".into(),
        to => format!("die Nachricht an {}", names(to)),
    }
}

fn points(points: Option<&(String, String)>) -> String {
    points.map_or_else(String::new, |(got, enough)| {
        let (got, enough) = (got.replace('.', ","), enough.replace('.', ","));
        format!(" Sie hat {got} Punkte erhalten; ab {enough} Punkten wird eine Nachricht als Spam markiert.")
    })
}

/// What our server did to whom it turned away.
fn turned_away(later: bool) -> &'static str {
    if later {
        "Unser Server hat darum gebeten, es später erneut zu versuchen."
    } else {
        "Unser Server hat sie nicht angenommen."
    }
}

const SETTINGS_FINE: &str = "An Ihren Einstellungen liegt es nicht.";
const LOOKING: &str = "Sie brauchen nichts zu tun.";
const LEAVE: &str =
    "Bitte lassen Sie Ihre Einstellungen unverändert, und versuchen Sie es später noch einmal.";
const SIGN_IN: &str = "Bitte prüfen Sie den Benutzernamen und geben Sie das Passwort auf allen Geräten, die dieses Postfach nutzen, neu ein. Wenn Sie sich beim Passwort nicht sicher sind, legen Sie ein neues fest. Falls der Anmeldeversuch nicht von Ihnen kam, geben Sie uns bitte Bescheid.";
const FIREWALL: &str = "Das Gerät oder die Website bekam keine Verbindung zum Mailserver oder nicht rechtzeitig eine Antwort. Oft blockiert etwas dazwischen die Verbindung, oder die Serveradresse in den Einstellungen ist falsch.";
const CHECK: &str = "Bitte prüfen Sie in den Einstellungen den Servernamen, den Port und die Verschlüsselung (587: STARTTLS; 465, 993 und 995: SSL/TLS). Versuchen Sie es dann aus einem anderen Netz, ohne VPN und mit ausgeschalteter E-Mail-Prüfung des Virenscanners.";
const WAITS: &str = "Die Nachricht ist nicht verloren: Unser Server versucht es einige Tage lang weiter. Gelingt die Zustellung in dieser Zeit nicht, wird der Absender benachrichtigt. Sie brauchen nichts zu tun.";
const LOST: &str =
    "Bitte senden Sie die Nachricht erst dann noch einmal, wenn wir uns bei Ihnen gemeldet haben.";

impl Speech for German {
    fn title(&self, title: &Title<'_>) -> String {
        match title {
            Title::Blocked { address } => format!("Die Internetadresse {address}"),
            Title::From { address } => format!("Die Verbindung von {address}"),
            Title::Domain { domain } => format!("E-Mail der Domain {domain}"),
            Title::App { app, of: None } => format!("E-Mail in {app}"),
            Title::App { app, of: Some(of) } => format!("E-Mail in {app} ({of})"),
            Title::Server { server } => format!("Die Verbindung zu {server}"),
            Title::Certificate { server } => format!("Das Sicherheitszertifikat von {server}"),
            Title::Mailbox { user } => format!("Das Postfach {user}"),
            Title::Trouble(Effect::Unsigned) => "Die Signatur ausgehender Nachrichten".into(),
            Title::Trouble(Effect::Unchecked) => "Die Prüfung eingehender Nachrichten".into(),
            Title::Trouble(Effect::Unscanned) => "Unsere Prüfung auf Spam und Viren".into(),
            Title::Trouble(Effect::SignIn) => "Die Anmeldung an unserem Mailserver".into(),
            Title::Trouble(Effect::Reading) => "Der Abruf von E-Mails auf unserem Mailserver".into(),
            Title::Trouble(Effect::Incoming) => {
                "Die Zustellung in die Postfächer auf unserem Mailserver".into()
            }
            Title::Trouble(Effect::Door) => "Senden und Empfangen über unseren Mailserver".into(),
            Title::Trouble(Effect::Outgoing) => "Ausgehende Nachrichten auf unserem Mailserver".into(),
            Title::Trouble(Effect::Warnings) => "Das Sicherheitszertifikat unseres Mailservers".into(),
            Title::Trouble(Effect::Webmail) => "Webmail".into(),
            Title::Trouble(Effect::Nothing | Effect::Unclear) => self.title(&Title::Problem),
            Title::Message { from: Some(from), to } if to.is_empty() => format!("Die Nachricht von {from}"),
            Title::Message { from: Some(from), to } => {
                format!("Die Nachricht von {from} an {}", names(to))
            }
            Title::Message { from: None, to } if to.is_empty() => "Eine Nachricht".into(),
            Title::Message { from: None, to } => format!("Eine Nachricht an {}", names(to)),
            Title::Notice { to } if to.is_empty() => {
                "Eine Benachrichtigung über nicht zugestellte E-Mails".into()
            }
            Title::Notice { to } => {
                format!("Eine Benachrichtigung über nicht zugestellte E-Mails an {}", names(to))
            }
            Title::SentBy { user } => format!("Eine Nachricht, die {user} gesendet hat"),
            Title::SignIn { user } => format!("Anmeldung am Postfach {user}"),
            Title::SignInToSend { user } => format!("Anmeldung als {user} für den E-Mail-Versand"),
            Title::Connection => "Eine Verbindung zu unserem Mailserver".into(),
            Title::Problem => "E-Mail auf unserem Mailserver".into(),
            Title::Scan => "Eine Nachricht, die unser Spamfilter geprüft hat".into(),
            Title::AppError => "E-Mail in einer App oder auf einer Website".into(),
            Title::Reply => "Die Antwort eines Mailservers".into(),
            Title::Conversation => "Die Kommunikation mit einem Mailserver".into(),
            Title::SignIns => "Anmeldungen an unserem Mailserver".into(),
            Title::Connections => "Verbindungen zu unserem Mailserver".into(),
            Title::Messages => "Mehrere Nachrichten".into(),
            Title::MessagesOf { from: Some(from), to } if to.is_empty() => format!("Nachrichten von {from}"),
            Title::MessagesOf { from: Some(from), to } => format!("Nachrichten von {from} an {}", names(to)),
            Title::MessagesOf { from: None, to } => format!("Nachrichten an {}", names(to)),
        }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Delivered => "Zugestellt.",
            State::Accepted => "Vom Mailserver des Empfängers angenommen.",
            State::Delayed => "Verzögert.",
            State::OnItsWay => "Noch unterwegs.",
            State::NotDelivered => "Nicht zugestellt.",
            State::NotToEveryone => "Nicht an alle zugestellt.",
            State::NotKnown => "Noch nicht bekannt.",
            State::Discarded => "Verworfen.",
            State::Forwarded => "Weitergeleitet.",
            State::NotAccepted => "Nicht angenommen.",
            State::Refused => "Abgelehnt.",
            State::MarkedAsSpam => "Als Spam markiert.",
            State::SignInFailed => "Anmeldung fehlgeschlagen.",
        }
    }

    fn acts(&self, acts: Acts) -> &'static str {
        match acts {
            Acts::Us => "Wir arbeiten daran.",
            Acts::You => "Das können Sie selbst beheben.",
            Acts::Sender => "Das kann der Absender beheben.",
            Acts::Recipient => "Das kann nur der Empfänger beheben.",
            Acts::Owner => "Das kann der Inhaber des Postfachs beheben.",
            Acts::Provider => "Das kann nur der Anbieter des Empfängers beheben.",
            Acts::Retries => "Unser Server versucht es weiter.",
        }
    }

    fn happened(&self, happened: &Happened<'_>) -> String {
        match happened {
            Happened::Banned { address, user: Some(user), at } => format!(
                "Unser Server hat die Internetadresse {address}{} gesperrt, weil sich von dort immer wieder jemand mit falschem Passwort am Postfach {user} anmelden wollte.",
                on(at)
            ),
            Happened::Banned { address, user: None, at } => {
                format!(
                    "Unser Server hat die Internetadresse {address}{} gesperrt, weil von dort immer wieder ein falscher Benutzername oder ein falsches Passwort kam.",
                    on(at)
                )
            }
            Happened::NotTaken { from, to, later, at } => {
                let from = from.map_or_else(String::new, |from| format!(" von {from}"));
                let later = if *later { " und um einen späteren Versuch gebeten" } else { "" };
                format!(
                    "Unser Mailserver hat die Nachricht{from} an {}{} nicht angenommen{later}.",
                    names(to),
                    on(at)
                )
            }
            Happened::SentByStranger { user, at } => format!(
                "Von mehreren Orten aus wurden{} in kurzer Zeit viele Nachrichten über das Postfach {user} gesendet.",
                on(at)
            ),
            Happened::Delivered { to, at } => {
                format!("Die Nachricht an {} wurde{} zugestellt.", names(to), on(at))
            }
            Happened::Accepted { server: by, to, at } => {
                format!("{} hat die Nachricht an {}{} angenommen.", server(*by), names(to), on(at))
            }
            Happened::Discarded { to, at } => {
                format!(
                    "Eine Regel auf unserem Mailserver hat die Nachricht an {}{} verworfen.",
                    names(to),
                    on(at)
                )
            }
            Happened::Forwarded { to, at } => format!(
                "Unser Mailserver hat die Nachricht für {}{} an eine andere Adresse weitergeleitet.",
                names(to),
                on(at)
            ),
            Happened::Probed { to, at } => format!(
                "Unser Mailserver hat{} nachgefragt, ob E-Mails an {} angenommen werden, und die Antwort war Ja. Eine Nachricht wurde nicht gesendet.",
                on(at),
                names(to)
            ),
            Happened::NotRun { to, at } => format!(
                "Ein Programm, das unser Mailserver bei E-Mails an {} ausführt, konnte{} nicht gestartet werden.",
                names(to),
                on(at)
            ),
            Happened::PassedOn { to, at } => format!(
                "Unser Mailserver hat die Nachricht an {}{} einem anderen Teil unseres Systems übergeben.",
                names(to),
                on(at)
            ),
            Happened::Waits { to, at } => {
                format!("Die Nachricht an {} wartete{} auf unserem Mailserver.", names(to), on(at))
            }
            Happened::Trying { to, tries } if tries.times > 1 => format!(
                "Unser Mailserver hat{} {} versucht, die Nachricht an {} zuzustellen, bisher ohne Erfolg.",
                between(tries),
                times(tries),
                names(to)
            ),
            Happened::Trying { to, tries } => format!(
                "Unser Mailserver hat{} versucht, die Nachricht an {} zuzustellen, bisher ohne Erfolg.",
                on(&tries.last),
                names(to)
            ),
            Happened::GaveUp { to, tries } if tries.times > 1 => format!(
                "Unser Mailserver hat{} {} versucht, die Nachricht an {} zuzustellen, und die Versuche dann eingestellt.",
                between(tries),
                times(tries),
                names(to)
            ),
            Happened::GaveUp { to, tries } => format!(
                "Unser Mailserver hat die Zustellversuche für die Nachricht an {}{} eingestellt.",
                names(to),
                on(&tries.last)
            ),
            Happened::Refused { server: by, to, at } => {
                format!("{} hat die Nachricht an {}{} abgelehnt.", server(*by), names(to), on(at))
            }
            Happened::Undeliverable { to, at } => {
                format!("Unser Mailserver konnte die Nachricht an {}{} nicht zustellen.", names(to), on(at))
            }
            Happened::Begun { to, at } => format!(
                "Unser Mailserver hat{} begonnen, die Nachricht an {} zuzustellen.",
                on(at),
                names(to)
            ),
            Happened::NoticeDelivered { to } => {
                format!("Laut der Benachrichtigung wurde {} zugestellt.", message(to))
            }
            Happened::NoticeDelayed { to } => format!(
                "Laut der Benachrichtigung wurde {} noch nicht zugestellt. Der Mailserver, von dem die Benachrichtigung stammt, versucht es weiter.",
                message(to)
            ),
            Happened::NoticeAbout { to } => format!("In der Benachrichtigung geht es um {}.", message(to)),
            Happened::NoticeFailed { to } => {
                format!("Laut der Benachrichtigung konnte {} nicht zugestellt werden.", message(to))
            }
            Happened::TestAccepted { to } => {
                format!("Ein Mailserver hat die Nachricht an {} angenommen.", names(to))
            }
            Happened::TestDelayed { to } => format!(
                "Ein Mailserver hat die Nachricht an {} in diesem Moment nicht angenommen.",
                names(to)
            ),
            Happened::TestUnanswered { to } => format!(
                "Ein Mailserver wurde gebeten, die Nachricht an {} anzunehmen. Seine Antwort ist nicht zu sehen.",
                names(to)
            ),
            Happened::TestRefused { to } => {
                format!("Ein Mailserver hat die Nachricht an {} abgelehnt.", names(to))
            }
            Happened::SignInWorked { user, at } => {
                format!(
                    "Ein E-Mail-Programm hat sich{} erfolgreich {} angemeldet.",
                    on(at),
                    at_mailbox(*user)
                )
            }
            Happened::SignInFailed { user, at } => {
                format!("Ein E-Mail-Programm konnte sich{} nicht {} anmelden.", on(at), at_mailbox(*user))
            }
            Happened::FetchedAll { user, count, at } => format!(
                "Ein E-Mail-Programm hat{} alle {count} Nachrichten aus dem Postfach {user} heruntergeladen. Sie liegen auch weiterhin auf unserem Server.",
                on(at)
            ),
            Happened::Collected { user, count, at } => format!(
                "Ein E-Mail-Programm hat{} {count} Nachrichten aus dem Postfach {user} abgeholt und sie, wie dort eingestellt, auf unserem Server gelöscht.",
                on(at)
            ),
            Happened::Connected { user, at } => {
                format!("Ein E-Mail-Programm war{} mit dem Postfach {user} verbunden.", on(at))
            }
            Happened::SendSignInFailed { user: Some(user), at } => {
                format!(
                    "Ein E-Mail-Programm konnte sich{} nicht als {user} für den E-Mail-Versand anmelden.",
                    on(at)
                )
            }
            Happened::SendSignInFailed { user: None, at } => {
                format!("Ein E-Mail-Programm konnte sich{} nicht für den E-Mail-Versand anmelden.", on(at))
            }
            Happened::DeliveryProblem { user, at } => {
                format!(
                    "Das Programm, das Nachrichten in {} zustellt, hatte{} ein Problem.",
                    mailbox(*user),
                    on(at)
                )
            }
            Happened::Filed { filing, user, at } => {
                let (into, of, on) = (mailbox(*user), of_mailbox(*user), on(at));
                match filing {
                    Filing::Full => {
                        format!("Unser Mailserver konnte die Nachricht{on} nicht in {into} zustellen.")
                    }
                    Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped => {
                        format!(
                            "Unser Mailserver konnte die Nachricht noch nicht in {into} zustellen; er hat es{on} versucht."
                        )
                    }
                    Filing::Rejected => format!("Eine Filterregel {of} hat die Nachricht{on} abgelehnt."),
                    Filing::ForwardFailed => {
                        format!(
                            "Eine Filterregel {of} sollte die Nachricht weiterleiten, aber das hat{on} nicht funktioniert."
                        )
                    }
                    Filing::Loop => format!(
                        "Eine Filterregel {of} sollte die Nachricht weiterleiten, aber unser Server hat das{on} verhindert."
                    ),
                    Filing::Broken => format!("Die Filterregeln {of} konnten{on} nicht ausgeführt werden."),
                    Filing::StoreFailed => {
                        format!(
                            "Eine Filterregel {of} konnte die Nachricht{on} nicht im vorgesehenen Ordner ablegen."
                        )
                    }
                    Filing::Discarded => format!("Eine Filterregel {of} hat die Nachricht{on} verworfen."),
                    Filing::Forwarded => {
                        format!(
                            "Eine Filterregel {of} hat die Nachricht{on} an eine andere Adresse weitergeleitet."
                        )
                    }
                    Filing::NoFolder => {
                        format!(
                            "Die Nachricht für {into} sollte{on} in einem Ordner abgelegt werden, den es nicht gibt."
                        )
                    }
                    Filing::Unanswered | Filing::AnsweredBefore => format!(
                        "Unser Mailserver hat die Nachricht{on} in {into} zugestellt, aber keine Abwesenheitsnotiz gesendet."
                    ),
                    Filing::Stored => {
                        format!("Unser Mailserver hat die Nachricht{on} in einem Ordner {of} abgelegt.")
                    }
                }
            }
            Happened::Marked { points: got, at } => format!(
                "Unser Spamfilter hat die Nachricht{} geprüft und als möglichen Spam markiert.{}",
                on(at),
                points(got.as_ref())
            ),
            Happened::UserTurnedAway { user, from: Some(from), later, at } => format!(
                "Ein E-Mail-Programm, das als {user} angemeldet war, wollte{} eine Nachricht mit der Absenderadresse {from} senden. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::UserTurnedAway { user, from: None, later, at } => format!(
                "Ein E-Mail-Programm, das als {user} angemeldet war, wollte{} eine Nachricht senden. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::MailTurnedAway { from, later, at } => format!(
                "Ein anderer Server oder ein E-Mail-Programm wollte{} eine Nachricht von {from} zustellen. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::ClientTurnedAway { later: true, at } => format!(
                "Ein Programm hat sich{} mit unserem Mailserver verbunden. Unser Server hat darum gebeten, es später erneut zu versuchen.",
                on(at)
            ),
            Happened::ClientTurnedAway { later: false, at } => {
                format!(
                    "Ein Programm hat sich{} mit unserem Mailserver verbunden. Unser Server hat die Verbindung abgelehnt.",
                    on(at)
                )
            }
            Happened::Came { at } => {
                format!("Ein Programm hat sich{} mit unserem Mailserver verbunden.", on(at))
            }
            Happened::MessageTurnedAway { at } => {
                format!("Unser Mailserver hat die Nachricht{} nicht angenommen.", on(at))
            }
            Happened::RequestTurnedAway { later: true, at } => {
                format!(
                    "Unser Mailserver hat einen anderen Server oder eine App{} gebeten, es später erneut zu versuchen.",
                    on(at)
                )
            }
            Happened::RequestTurnedAway { later: false, at } => {
                format!(
                    "Unser Mailserver hat{} eine Anfrage eines anderen Servers oder einer App abgelehnt.",
                    on(at)
                )
            }
            Happened::MessageProblem { at } => {
                format!("Unser Mailserver hatte{} ein Problem mit dieser Nachricht.", on(at))
            }
            Happened::Broken { defect, at } => {
                let what = self.defect(*defect);
                match at {
                    Some(at) => format!("{what} Das haben wir am {} festgestellt.", moment(at)),
                    None => what.into(),
                }
            }
            Happened::Problem { at } => format!("Unser Mailserver hatte{} ein Problem.", on(at)),
            Happened::AppProblem => {
                "Eine App, eine Website oder ein Programm hat ein Problem mit einem Mailserver gemeldet."
                    .into()
            }
            Happened::AskedLater => "Ein Mailserver hat darum gebeten, es später erneut zu versuchen.".into(),
            Happened::ReplyIsRefusal => {
                "Die Antwort des Mailservers, die wir uns angesehen haben, ist eine Ablehnung.".into()
            }
            Happened::TalkRefused => "Ein Mailserver hat eine Anfrage abgelehnt.".into(),
            Happened::NoConnection => "Die Verbindung zu einem Mailserver hat nicht funktioniert.".into(),
        }
    }

    fn more(&self, more: usize) -> String {
        match more {
            1 => "Dasselbe ist noch einmal passiert.".into(),
            more => format!("Dasselbe ist noch {more}-mal passiert."),
        }
    }

    fn reason(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "Unter dieser Adresse gibt es kein Postfach. Vielleicht enthält sie einen Tippfehler, oder das Postfach wurde gelöscht."
            }
            Reason::HostUnknown => {
                "Für den Teil der Adresse nach dem @-Zeichen konnten wir keinen Mailserver finden. Vielleicht enthält er einen Tippfehler, oder die Domain ist nicht für E-Mails eingerichtet."
            }
            Reason::HasMoved => {
                "Der Empfänger hat eine neue Adresse, und E-Mails an die alte werden nicht weitergeleitet."
            }
            Reason::Suspend => {
                "Das Postfach des Empfängers gibt es, aber es ist deaktiviert und kann deshalb keine E-Mails empfangen."
            }
            Reason::MailboxFull => "Das Postfach des Empfängers ist voll.",
            Reason::SystemFull => {
                "Auf dem Mailserver des Empfängers war kein Speicherplatz mehr frei. Am Postfach selbst liegt es nicht."
            }
            Reason::Filtered => {
                "Eine Einstellung im Postfach oder in der Mailingliste des Empfängers lässt diese Nachricht nicht durch."
            }
            Reason::NotAccept => {
                "Die Domain oder der Server des Empfängers gibt an, grundsätzlich keine E-Mails zu empfangen."
            }
            Reason::Rejected => {
                "Der Mailserver des Empfängers hat die Absenderadresse der Nachricht nicht akzeptiert."
            }
            Reason::Blocked => {
                "Der Mailserver des Empfängers nimmt derzeit keine E-Mails von dem Server an, der Ihre Nachricht gesendet hat. Es liegt am Server, nicht an Ihnen oder Ihrer Nachricht."
            }
            Reason::BadReputation => {
                "Der Mailserver des Empfängers vertraut dem sendenden Server oder der Domain des Absenders derzeit nicht genug."
            }
            Reason::RequirePtr => {
                "Der Mailserver des Empfängers prüft den Namen, der zur Internetadresse des sendenden Servers gehört. Dieser Name fehlt oder passt nicht."
            }
            Reason::AuthFailure => {
                "Der Mailserver des Empfängers prüft, ob der sendende Server für die Domain des Absenders senden darf. Die Einträge der Domain haben das nicht bestätigt."
            }
            Reason::SpamDetected => {
                "Der Spamfilter des Empfängers hat die Nachricht als Spam eingestuft. Solche Filter irren sich manchmal."
            }
            Reason::VirusDetected => {
                "Ein Virenscanner hat in der Nachricht etwas Schädliches gefunden, in einem Anhang oder einem Link."
            }
            Reason::ContentError => {
                "Der Mailserver des Empfängers akzeptiert diese Art von Anhang oder das Format der Nachricht nicht."
            }
            Reason::PolicyViolation => {
                "Auf dem Mailserver des Empfängers gilt eine Regel, die diese Nachricht nicht durchlässt."
            }
            Reason::NotCompliantRfc => {
                "Die Nachricht hat einen Formfehler: Etwas, das jede Nachricht braucht, zum Beispiel ein Datum oder eine Absenderzeile, fehlt, ist ungültig oder doppelt vorhanden."
            }
            Reason::MesgTooBig => {
                "Die Nachricht ist mit ihren Anhängen größer, als der Mailserver des Empfängers erlaubt. Anhänge werden beim Senden um etwa ein Drittel größer."
            }
            Reason::ExceedLimit => "Die Nachricht ist größer, als das Postfach des Empfängers erlaubt.",
            Reason::NoRelaying => {
                "Der Mailserver stellt E-Mails an diese Domain nur für angemeldete Benutzer zu."
            }
            Reason::SecurityError => {
                "Der Mailserver hat den Benutzernamen, das Passwort oder die Art der Anmeldung nicht akzeptiert."
            }
            Reason::FailedStartTls => "Die beiden Mailserver konnten keine sichere Verbindung aufbauen.",
            Reason::Speeding => {
                "In kurzer Zeit wurden mehr Nachrichten gesendet, als der Mailserver erlaubt."
            }
            Reason::Greylisted => {
                "Zum Schutz vor Spam verzögert der Mailserver des Empfängers E-Mails von Absendern, die er noch nicht kennt. Bei einem späteren Versuch nimmt er die Nachricht in der Regel an."
            }
            Reason::TooManyConn => {
                "Es waren mehr Verbindungen oder Empfänger auf einmal, als der Mailserver erlaubt."
            }
            Reason::NetworkError => {
                "Der Mailserver des Empfängers war nicht erreichbar, oder die Verbindung ist abgebrochen."
            }
            Reason::Loop => {
                "Eine Weiterleitung oder eine Einstellung der Domain schickt die Nachricht im Kreis, deshalb wurde sie gestoppt."
            }
            Reason::Expired => {
                "Ein Mailserver behält eine Nachricht nur für eine bestimmte Zeit, und in dieser Zeit war kein Versuch erfolgreich."
            }
            Reason::SystemError => "Der Mailserver des Empfängers hatte selbst ein Problem.",
            Reason::MailerError => {
                "Ein Filter, eine automatische Antwort oder ein anderes Programm, das zum Postfach gehört, hat nicht funktioniert."
            }
            Reason::SyntaxError => "Die beiden Mailserver haben sich nicht verstanden.",
            Reason::Suppressed => {
                "Eine frühere Nachricht an diese Adresse war nicht zustellbar oder unerwünscht, deshalb versucht es der Versanddienst dort nicht mehr."
            }
            Reason::Feedback => "Die Nachricht ist angekommen, und der Empfänger hat sie als Spam markiert.",
            Reason::Vacation => {
                "Die Nachricht ist angekommen, und das Postfach hat automatisch geantwortet, zum Beispiel wegen einer Abwesenheit."
            }
            Reason::Undefined => "Aus der Antwort geht kein Grund hervor.",
        }
    }

    fn here(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "Unter der Adresse des Empfängers gibt es auf unserem Server kein Postfach. Vielleicht enthält sie einen Tippfehler, oder das Postfach wurde gelöscht."
            }
            Reason::HostUnknown => "Die Domain der Adresse gibt es nicht, oder sie hat keinen Mailserver.",
            Reason::HasMoved => "Das Postfach ist zu einer anderen Adresse umgezogen.",
            Reason::Suspend => "Das Postfach gibt es, aber es ist deaktiviert.",
            Reason::MailboxFull => "Das Postfach ist voll.",
            Reason::SystemFull => self.defect(Defect::Storage),
            Reason::Filtered => {
                "Eine Regel unseres Servers oder des Postfachs lässt E-Mails von diesem Absender nicht zu."
            }
            Reason::NotAccept => "Unser Server empfängt keine E-Mails für diese Domain.",
            Reason::Rejected => {
                "Unser Server hat die Adresse des Absenders oder den Namen des sendenden Servers nicht akzeptiert."
            }
            Reason::Blocked => {
                "Die Internetadresse des sendenden Geräts oder Servers steht auf einer Sperrliste."
            }
            Reason::BadReputation => {
                "Der sendende Server oder seine Domain hat einen schlechten Ruf, deshalb nimmt unser Server von dort derzeit keine E-Mails an."
            }
            Reason::RequirePtr => {
                "Zur Internetadresse des sendenden Servers gibt es keinen passenden Namen, und den verlangt unser Server."
            }
            Reason::AuthFailure => {
                "Die Domain des Absenders nennt die Server, die ihre E-Mails senden dürfen, und für den Server, der diese Nachricht gesendet hat, ließ sich das nicht bestätigen. Die Nachricht ist möglicherweise gefälscht, oder die Liste ist unvollständig."
            }
            Reason::SpamDetected => {
                "Unser Spamfilter hat die Nachricht als Spam eingestuft. Filter irren sich manchmal."
            }
            Reason::VirusDetected => {
                "Unsere automatische Prüfung hat in der Nachricht etwas Schädliches gefunden, in einem Anhang oder einem Link."
            }
            Reason::ContentError => {
                "Unser Server akzeptiert einen Teil der Nachricht nicht, zum Beispiel eine bestimmte Art von Anhang."
            }
            Reason::PolicyViolation => "Eine Regel unseres Servers lässt diese Nachricht nicht zu.",
            Reason::NotCompliantRfc | Reason::SyntaxError => {
                "Das sendende Gerät oder Programm hält sich nicht an die Regeln für E-Mails, deren Einhaltung unser Server prüft."
            }
            Reason::MesgTooBig => {
                "Die Nachricht ist mit ihren Anhängen größer, als unser Server erlaubt. Anhänge werden beim Senden um etwa ein Drittel größer."
            }
            Reason::ExceedLimit => "Die Nachricht ist größer, als das Postfach erlaubt.",
            Reason::NoRelaying => {
                "Die Nachricht war für eine Domain bestimmt, die nicht auf unserem Server liegt, und der Absender war nicht angemeldet."
            }
            Reason::SecurityError => {
                "Unser Server erlaubt das nur nach einer Anmeldung, und die Anmeldung fehlte oder hat nicht funktioniert."
            }
            Reason::FailedStartTls => "Eine verschlüsselte Verbindung ließ sich nicht aufbauen.",
            Reason::Speeding => "In kurzer Zeit kamen mehr Nachrichten, als unser Server annimmt.",
            Reason::Greylisted => {
                "Zum Schutz vor Spam verzögert unser Server E-Mails von Absendern, die er noch nicht kennt. Richtig eingerichtete Mailserver versuchen es automatisch noch einmal."
            }
            Reason::TooManyConn => "Es kamen zu viele Verbindungen oder Empfänger auf einmal.",
            Reason::NetworkError => {
                "Eine Verbindung, die für die Zustellung nötig war, kam nicht zustande oder ist abgebrochen."
            }
            Reason::Loop => {
                "Eine Weiterleitung oder eine Einstellung der Domain schickt die Nachricht im Kreis, deshalb wurde sie gestoppt."
            }
            Reason::Expired => {
                "Unser Server behält eine Nachricht nur für eine bestimmte Zeit, und in dieser Zeit war kein Versuch erfolgreich."
            }
            Reason::SystemError => "Auf unserem Mailserver funktioniert etwas nicht.",
            Reason::MailerError => {
                "Ein Filter, eine automatische Antwort oder ein anderes Programm, das zum Postfach gehört, hat nicht funktioniert."
            }
            Reason::Suppressed => {
                "Eine frühere Nachricht an diese Adresse war nicht zustellbar oder unerwünscht, deshalb wird es dort nicht mehr versucht."
            }
            Reason::Feedback => "Der Empfänger hat die Nachricht als Spam markiert.",
            Reason::Vacation => {
                "Das Postfach hat automatisch geantwortet, zum Beispiel wegen einer Abwesenheit."
            }
            Reason::Undefined => "Eine Regel unseres Servers hat sie abgelehnt.",
        }
    }

    fn refusal(&self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::IpListed => {
                "Der Mailserver des Empfängers nimmt derzeit keine E-Mails von unserem Server an. Es liegt am Server, nicht an Ihnen oder Ihrer Nachricht."
            }
            Refusal::IpDynamic => {
                "Der Mailserver des Empfängers nimmt von der Adresse unseres Servers keine E-Mails an. Es liegt am Server, nicht an Ihnen oder Ihrer Nachricht."
            }
            Refusal::IpReputation => {
                "Der Mailserver des Empfängers vertraut unserem Server derzeit nicht genug."
            }
            Refusal::IpByRecipient => {
                "In der Organisation des Empfängers gilt eine Regel gegen E-Mails von der Adresse unseres Servers. Nur die Organisation selbst kann das ändern."
            }
            Refusal::Ipv6 => {
                "Der Mailserver des Empfängers hat die Art der Verbindung von unserem Server nicht akzeptiert. Das müssen wir ändern."
            }
            Refusal::DomainListed => {
                "Eine Domain in Ihrer Nachricht oder Ihre eigene Domain steht auf einer Liste verdächtiger Domains. An unserem Mailserver liegt es nicht."
            }
            Refusal::DomainReputation => {
                "Der Mailserver des Empfängers vertraut E-Mails von Ihrer Domain derzeit nicht."
            }
            Refusal::ListUnanswered => {
                "Der Mailserver des Empfängers hat die Antwort einer Sperrliste falsch gedeutet. Es liegt weder an Ihrer Nachricht noch an unserem Server."
            }
            Refusal::ServerRate => {
                "Der Mailserver des Empfängers nimmt von unserem Server im Moment weniger E-Mails an, weil zu viele auf einmal kamen oder weil sich Empfänger über einige davon beschwert haben."
            }
            Refusal::SenderRate => {
                "Von Ihrem Konto oder Ihrer Domain wurden mehr Nachrichten auf einmal gesendet, als der Dienst erlaubt."
            }
            Refusal::RecipientRate => {
                "Im Postfach des Empfängers gehen derzeit mehr E-Mails ein, als dessen Anbieter erlaubt. Es liegt weder an Ihnen noch an Ihrer Nachricht."
            }
            Refusal::AccountStopped => {
                "Der Dienst, der Ihre E-Mails sendet, hat den Versand für Ihr Konto oder Ihre Organisation gesperrt."
            }
            Refusal::SendAs => {
                "Das Konto, mit dem Sie sich angemeldet haben, darf nicht mit dieser Absenderadresse senden."
            }
            Refusal::SenderDomain => {
                "Der Mailserver des Empfängers konnte Ihre Domain im Internet nicht finden."
            }
            Refusal::SenderUnverified => {
                "Der Mailserver des Empfängers hat geprüft, ob Ihre Adresse E-Mails empfangen kann, und die Prüfung ist fehlgeschlagen."
            }
            Refusal::Helo => {
                "Der Mailserver des Empfängers hat den Namen nicht akzeptiert, mit dem sich unser Server meldet. Das müssen wir korrigieren."
            }
            Refusal::Spf | Refusal::SpfBroken | Refusal::Dkim | Refusal::Dmarc => {
                self.reason(Reason::AuthFailure)
            }
            Refusal::Ptr => self.reason(Reason::RequirePtr),
            Refusal::Relay => self.reason(Reason::NoRelaying),
            Refusal::Login => {
                "Der Mailserver nimmt E-Mails nur nach einer Anmeldung an, und das sendende Programm war nicht angemeldet."
            }
            Refusal::LocalSetting => "Eine Einstellung unseres Mailservers ist falsch.",
            Refusal::OutgoingPort => {
                "Unser Mailserver konnte den Mailserver des Empfängers nicht erreichen. Es liegt an den Servern, nicht an Ihnen oder Ihrer Nachricht."
            }
            Refusal::SenderIncomplete => {
                "Die Absenderadresse der Nachricht hat keine vollständige Domain, deshalb hat der Mailserver des Empfängers sie abgelehnt."
            }
            Refusal::NameLookup => {
                "Unser Mailserver konnte in diesem Moment nicht herausfinden, welcher Server E-Mails für die Domain des Empfängers annimmt."
            }
            Refusal::FailureRate => {
                "Zu viele Nachrichten von Ihrem Konto oder Ihrer Domain waren nicht zustellbar, deshalb wurde der weitere Versand vorerst angehalten."
            }
            Refusal::SecureMx => {
                "Die Domain des Empfängers veröffentlicht eine Regel für verschlüsselte Zustellung, und ihr Mailserver entspricht ihr nicht. Server, die sich daran halten, stellen dort nichts zu."
            }
            Refusal::NotInDirectory => {
                "Microsoft 365 nimmt die E-Mails für die Domain des Empfängers an und findet diese Adresse dort nicht. Vielleicht ist sie falsch geschrieben, oder sie ist auf der Seite des Empfängers nicht vollständig eingerichtet."
            }
            Refusal::PlanUsedUp => {
                "Der Dienst, der die E-Mails versendet, hat den Versand vorerst eingestellt, weil das Kontingent des Kontos dort aufgebraucht ist."
            }
            Refusal::AccountClosed => {
                "Der Dienst, der die E-Mails versendet, akzeptiert das Konto dort derzeit nicht: Es ist gesperrt, oder eine Rechnung ist offen."
            }
            Refusal::LoginRate => {
                "Der Mailserver lässt für eine Weile keine Anmeldung an diesem Konto zu, weil es zuvor zu viele Versuche mit falschem Passwort gab."
            }
            Refusal::PasswordLogin => {
                "Der Dienst, der Ihre E-Mails sendet, akzeptiert von Ihrem Programm keine Anmeldung mit Benutzername und Passwort mehr. Es muss sich auf eine neuere Art anmelden."
            }
            Refusal::Tls => {
                "Der Mailserver des Empfängers nimmt E-Mails nur über verschlüsselte Verbindungen an. Das müssen wir einrichten."
            }
            Refusal::Protocol => "Die beiden Mailserver haben sich nicht verstanden.",
            Refusal::Closed => self.reason(Reason::Filtered),
            Refusal::CompanyRule => {
                "In der Organisation des Empfängers gilt eine Regel, die diese Nachricht nicht durchgelassen hat. Nur die Organisation selbst kann das ändern."
            }
            Refusal::ForwardForbidden => {
                "Die Nachricht wurde automatisch weitergeleitet, und die weiterleitende Organisation lässt das nicht zu."
            }
            Refusal::OwnBlock => {
                "Die Organisation des Absenders blockiert selbst E-Mails an diese Adresse. Nur deren E-Mail-Administrator kann das ändern."
            }
            Refusal::GatewayOnly => {
                "Der Anbieter des Empfängers nimmt E-Mails nur über einen anderen seiner Server an. Nur der Anbieter selbst kann das korrigieren."
            }
            Refusal::AddressUnchecked => {
                "Der Mailserver des Empfängers konnte die Adresse in diesem Moment nicht prüfen. Sie kann durchaus richtig sein."
            }
            Refusal::RecipientRefused => {
                "Der Mailserver des Empfängers hat diese Adresse ohne Angabe von Gründen abgelehnt. Oft enthält die Adresse einen Tippfehler oder wird nicht mehr verwendet."
            }
            Refusal::AddressMalformed => {
                "Die Adresse ist nicht so geschrieben, wie eine E-Mail-Adresse sein muss: Vielleicht enthält sie ein Leerzeichen, ein Semikolon oder gleich zwei Adressen."
            }
            Refusal::ListForm => {
                "Die Mailingliste nimmt die Nachricht in dieser Form nicht an. Setzen Sie ihre Adresse bitte bei „An“ oder „Cc“ ein (nicht bei „Bcc“), und geben Sie der Nachricht einen Betreff."
            }
            Refusal::LongDown => {
                "Der Mailserver des Empfängers ist seit Tagen nicht erreichbar, deshalb versucht es unser Server nicht weiter."
            }
            Refusal::LineEnds | Refusal::LongLine => {
                "Das Programm, das die Nachricht erstellt hat, schreibt sie in einer Form, die Mailserver nicht akzeptieren (wegen der Zeilenumbrüche). Solange das nicht korrigiert ist, hilft auch ein neuer Versuch nicht."
            }
            Refusal::TooManyRecipients => {
                "Die Nachricht hat mehr Empfänger, als der Mailserver auf einmal annimmt."
            }
            Refusal::Connector => {
                "Der Dienst, über den unser Server E-Mails verschickt, erkennt ihn nicht mehr. Das müssen wir berichtigen."
            }
            Refusal::SenderBlocked => {
                "Der Empfänger oder dessen Organisation führt Ihre Adresse auf einer Liste blockierter Absender. Nur dort lässt sich das ändern."
            }
            Refusal::Unicode => {
                "Die Nachricht setzt Unterstützung für internationale Zeichen in E-Mail-Adressen voraus, und die bietet der nächste Mailserver nicht."
            }
        }
    }

    fn cause(&self, cause: Cause) -> [&'static str; 2] {
        match cause {
            Cause::Attack => [
                "Solche Versuche sind im Internet alltäglich. Unser Server hat sie abgewiesen.",
                "Wenn Ihr Passwort lang ist und Sie es nirgendwo sonst verwenden, brauchen Sie nichts zu tun. Andernfalls legen Sie bitte ein neues fest.",
            ],
            Cause::Tls => [
                "Das E-Mail-Programm und unser Server konnten keine verschlüsselte Verbindung aufbauen.",
                "Falls es Ihr E-Mail-Programm war, prüfen Sie bitte in dessen Einstellungen den Servernamen und die Verschlüsselung und aktualisieren Sie das Programm und das Gerät. Wenn das nicht hilft, teilen Sie uns mit, welches Programm und welches Gerät Sie verwenden.",
            ],
            Cause::Disabled => [
                "Das Konto gibt es, aber die Anmeldung ist dafür deaktiviert. Am Passwort liegt es nicht.",
                "Bitte fragen Sie uns, warum die Anmeldung deaktiviert ist und wie sie sich wieder aktivieren lässt.",
            ],
            Cause::Expired => [
                "Das Passwort ist abgelaufen.",
                "Bitte legen Sie ein neues Passwort fest und geben Sie es dann auf allen Geräten ein.",
            ],
            Cause::Connections => [
                "Mit diesem Postfach waren vom selben Ort aus zu viele Verbindungen gleichzeitig offen. Jedes E-Mail-Programm öffnet mehrere. Am Passwort liegt es nicht.",
                "Bitte schließen Sie auf allen Ihren Geräten die E-Mail-Programme, die Sie gerade nicht brauchen, und versuchen Sie es in ein paar Minuten noch einmal.",
            ],
            Cause::TooMany => [
                "Über denselben Internetanschluss waren zu viele Verbindungen gleichzeitig offen. Jedes E-Mail-Programm öffnet mehrere, und alle in einem Büro teilen sich einen Anschluss.",
                "Falls mehrere Personen diesen Internetanschluss nutzen, nennen Sie uns bitte die Zahl der Geräte; wir prüfen dann die Grenze. Schließen Sie bis dahin bitte E-Mail-Programme, die Sie gerade nicht brauchen, und versuchen Sie es in ein paar Minuten noch einmal.",
            ],
            Cause::AddressNotAllowed => [
                "Das Konto lässt sich nur über bestimmte Internetanschlüsse nutzen, und dieser gehört nicht dazu. Am Passwort liegt es nicht.",
                "Bitte teilen Sie uns mit, von wo aus Sie das Postfach nutzen möchten. Wir prüfen dann, ob wir das freigeben können.",
            ],
            Cause::Plaintext => [
                "Das E-Mail-Programm wollte sich ohne Verschlüsselung anmelden, und das lässt unser Server nicht zu.",
                "Bitte schalten Sie in den Einstellungen des E-Mail-Programms die Verschlüsselung für ein- und ausgehende E-Mails ein. Wir nennen Ihnen gern die richtigen Einstellungen.",
            ],
            Cause::Method => [
                "Das E-Mail-Programm wollte sich mit einem Verfahren anmelden, das unser Server nicht anbietet.",
                "Bitte wählen Sie in den Einstellungen des E-Mail-Programms „Passwort, normal“ als Authentifizierungsmethode, bei eingeschalteter Verschlüsselung.",
            ],
            Cause::ClientCertificate => [
                "Unser Server verlangt vom E-Mail-Programm ein Zertifikat. Er hat keines erhalten oder das erhaltene nicht akzeptiert.",
                "Bitte fragen Sie uns nach dem richtigen Zertifikat.",
            ],
            Cause::AuthService => [
                "Unser Server konnte das Passwort in diesem Moment nicht prüfen. An Ihren Einstellungen liegt es nicht.",
                LEAVE,
            ],
            Cause::Backend => [
                "Ein Teil unseres Mailsystems war in diesem Moment nicht erreichbar. An Ihren Einstellungen liegt es nicht.",
                LEAVE,
            ],
            Cause::ServerFull => [
                "Unser Server ist in diesem Moment an eine seiner Grenzen gestoßen. An Ihren Einstellungen liegt es nicht.",
                "Bitte versuchen Sie es in ein paar Minuten noch einmal. Wenn es wieder vorkommt, geben Sie uns Bescheid.",
            ],
            Cause::BadName => [
                "Der Benutzername, den das E-Mail-Programm gesendet hat, ist leer oder enthält ein unzulässiges Zeichen, zum Beispiel ein Leerzeichen.",
                "Bitte prüfen Sie den Benutzernamen im E-Mail-Programm. Meist ist es Ihre vollständige E-Mail-Adresse.",
            ],
            Cause::WrongPassword => [
                "Der Benutzername stimmt, aber das Passwort ist falsch. Oft verwendet eines von mehreren Geräten noch ein altes Passwort.",
                "Bitte geben Sie das Passwort auf allen Geräten, die dieses Postfach nutzen, neu ein. Wenn Sie sich nicht sicher sind, legen Sie ein neues fest. Falls der Anmeldeversuch nicht von Ihnen kam, geben Sie uns bitte Bescheid.",
            ],
            Cause::Either | Cause::WrongLogin => {
                ["Unser Server hat diesen Benutzernamen mit diesem Passwort nicht akzeptiert.", SIGN_IN]
            }
            Cause::NoPassword => [
                "Das Postfach gibt es, aber es hat noch kein Passwort, deshalb kann sich niemand anmelden. Mit Ihrem E-Mail-Programm ist alles in Ordnung.",
                "Bitte legen Sie für das Postfach ein Passwort fest, oder bitten Sie uns darum, und geben Sie es dann auf allen Geräten ein.",
            ],
            Cause::ServiceOff => [
                "Das Postfach gibt es, aber diese Art, E-Mails zu lesen oder zu senden, ist dafür deaktiviert. Am Passwort liegt es nicht.",
                "Sie brauchen in Ihrem E-Mail-Programm nichts zu ändern. Bitte geben Sie uns Bescheid, wenn Sie diesen Dienst brauchen; dann klären wir, warum er ausgeschaltet ist.",
            ],
            Cause::UnknownUser => [
                "Unser Server kennt diesen Benutzernamen nicht. Vielleicht enthält er einen Tippfehler.",
                "Bitte prüfen Sie den Benutzernamen im E-Mail-Programm Buchstabe für Buchstabe. Meist ist es Ihre vollständige E-Mail-Adresse.",
            ],
            Cause::Server => [
                "Auf unserem Server hat etwas nicht funktioniert. An Ihren Einstellungen liegt es nicht.",
                LEAVE,
            ],
            Cause::BrokenClient => [
                "Unser Server konnte nicht verstehen, was das Programm gesendet hat. Oft ist das eine automatische Abfrage aus dem Internet oder ein Programm mit falschen Einstellungen.",
                "Falls es Ihr E-Mail-Programm war, aktualisieren Sie es bitte oder richten Sie das Konto neu ein.",
            ],
            Cause::Refused => ["Unser Server hat die Anmeldung nicht akzeptiert.", SIGN_IN],
            Cause::Config => [
                "Auf unserem Server ist eine Einstellung falsch, deshalb ist das Postfach nicht erreichbar. An Ihren eigenen Einstellungen liegt es nicht.",
                LOOKING,
            ],
            Cause::Restart => [
                "Unser Mailserver wurde in diesem Moment neu gestartet oder hat die Verbindung beendet. E-Mail-Programme verbinden sich automatisch wieder.",
                "Sie brauchen nichts zu tun.",
            ],
            Cause::Unfinished => [
                "Die Anmeldung wurde begonnen, aber nicht abgeschlossen. Einmal ist das harmlos; wenn es oft vorkommt, kann es am Netzwerk, an einer Firewall oder an einem Virenscanner liegen.",
                "Wenn es oft vorkommt, versuchen Sie es bitte in einem anderen Netz und schalten Sie testweise die E-Mail-Prüfung Ihres Virenscanners aus.",
            ],
            Cause::Nobody => [
                "Niemand hat versucht, sich anzumelden. Solche Verbindungen sind alltäglich.",
                "Sie brauchen nichts zu tun.",
            ],
            Cause::Folder => [
                "Sie haben sich mit dem richtigen Passwort angemeldet, aber unser Server konnte das Postfach nicht öffnen. An Ihren Einstellungen liegt es nicht.",
                "Bitte lassen Sie Ihre Einstellungen unverändert. Wir geben Ihnen Bescheid, sobald sich das Postfach wieder öffnen lässt.",
            ],
            Cause::Crash => [
                "Während der Verbindung ist auf unserem Server ein Programm abgestürzt. An Ihren Einstellungen liegt es nicht.",
                "Sie brauchen nichts zu tun. Wenn es oft vorkommt, teilen Sie uns bitte mit, wann.",
            ],
            Cause::Disk => [
                "Unser Server konnte nicht auf seine Festplatte schreiben. An Ihren Einstellungen liegt es nicht.",
                LOOKING,
            ],
            Cause::Permission => [
                "Unserem Server fehlt die Berechtigung, das Postfach oder einen Teil davon zu lesen oder zu schreiben. An Ihren Einstellungen liegt es nicht.",
                LOOKING,
            ],
            Cause::Quota => [
                "Das Postfach ist voll.",
                "Bitte löschen Sie Nachrichten, die Sie nicht mehr brauchen, und leeren Sie den Papierkorb, oder bitten Sie uns um mehr Speicherplatz.",
            ],
            Cause::Pop3Lock => [
                "Das Postfach war auf einem anderen Gerät geöffnet. Mit diesen Einstellungen kann immer nur ein Gerät darauf zugreifen.",
                "Bitte warten Sie ein paar Minuten, oder fragen Sie uns nach den Einstellungen, mit denen mehrere Geräte ein Postfach nutzen können.",
            ],
            Cause::Locked => [
                "Ein anderes Programm auf unserem Server hielt das Postfach gesperrt. An Ihren Einstellungen liegt es nicht.",
                LOOKING,
            ],
            Cause::Unreadable => [
                "Eine der gespeicherten Nachrichten lässt sich auf unserem Mailserver derzeit nicht lesen und sieht deshalb möglicherweise leer aus.",
                "Bitte teilen Sie uns mit, welche Nachricht es ist: Ordner, Absender und Datum. Wir sehen sie uns dann auf dem Server an.",
            ],
            Cause::Index => [
                "Eine Liste, mit der sich Ordner schneller öffnen lassen, war beschädigt. Unser Server stellt sie aus den Nachrichten wieder her.",
                "Sie brauchen nichts zu tun. Möglicherweise lädt das E-Mail-Programm einen Ordner neu. Falls Nachrichten fehlen, teilen Sie uns bitte mit, in welchem Ordner.",
            ],
            Cause::Network => [
                "Die Verbindung ist vorzeitig abgebrochen. Einmal ist das normal, besonders auf dem Smartphone.",
                "Wenn es oft vorkommt, versuchen Sie es bitte in einem anderen Netz und schalten Sie testweise die E-Mail-Prüfung Ihres Virenscanners aus.",
            ],
            Cause::Idle => [
                "Die Verbindung war eine Zeit lang ungenutzt, deshalb hat unser Server sie beendet. Das ist normal.",
                "Sie brauchen nichts zu tun: Das E-Mail-Programm verbindet sich automatisch neu. Falls die Meldung Sie stört, lassen Sie es alle 10 Minuten auf neue Nachrichten prüfen.",
            ],
            // What a filter does is told of the message, not of a sign-in.
            Cause::FilterRejected
            | Cause::FilterForwardFailed
            | Cause::FilterLoop
            | Cause::FilterBroken
            | Cause::FilterStoreFailed
            | Cause::FilterStopped
            | Cause::FilterDiscarded
            | Cause::FilterForwarded
            | Cause::NoFolder
            | Cause::FilterStored => [
                "Die Filterregeln des Postfachs haben eine Nachricht verarbeitet.",
                "Wenn Sie die Nachricht nicht sehen, schauen Sie bitte in Ihren anderen Ordnern nach und prüfen Sie die Filterregeln des Postfachs.",
            ],
        }
    }

    fn filing(&self, filing: Filing) -> [&'static str; 2] {
        match filing {
            Filing::Full => [
                "Das Postfach ist voll.",
                "Falls es Ihr Postfach ist, löschen Sie bitte Nachrichten, die Sie nicht mehr brauchen, und leeren Sie den Papierkorb, oder bitten Sie uns um mehr Speicherplatz. Bitten Sie danach den Absender, die Nachricht noch einmal zu senden.",
            ],
            Filing::Disk => [
                "Unser Server konnte nicht auf seine Festplatte schreiben. Er behält die Nachricht und versucht es automatisch noch einmal.",
                LOOKING,
            ],
            Filing::Permission => [
                "Unserem Server fehlt die Berechtigung, in das Postfach oder einen Teil davon zu schreiben. Er behält die Nachricht und versucht es automatisch noch einmal.",
                LOOKING,
            ],
            Filing::Locked => [
                "Ein anderes Programm auf unserem Server hielt das Postfach gesperrt.",
                "Sie brauchen vorerst nichts zu tun; wenn die Nachricht morgen noch fehlt, geben Sie uns bitte Bescheid.",
            ],
            Filing::Rejected => [
                "Die Regel gehört zu diesem Postfach oder gilt für alle Postfächer auf unserem Server. Der Absender wird normalerweise benachrichtigt.",
                "Falls die Nachricht erwünscht war, prüfen Sie bitte die Filterregeln des Postfachs. Wenn keine davon passt, geben Sie uns Bescheid.",
            ],
            Filing::ForwardFailed => [
                "Die Nachricht wurde in diesem Moment nicht weitergeleitet.",
                "Bitte prüfen Sie die Adresse in der Regel. Auch wir kümmern uns darum.",
            ],
            Filing::Loop => [
                "Die Nachricht war von diesem Postfach schon einmal weitergeleitet worden. Damit sie nicht im Kreis läuft, wurde sie nicht noch einmal weitergeleitet.",
                "Bitte stellen Sie sicher, dass keine Weiterleitung zu diesem Postfach zurückführt.",
            ],
            Filing::Broken => [
                "In den Regeln hat etwas nicht funktioniert: Sie enthalten einen Fehler, ein Ordner fehlt, oder eine Weiterleitung schlug fehl.",
                "Bitte prüfen Sie die Filterregeln des Postfachs, vor allem die Ordner und Adressen darin. Wenn sie richtig aussehen, geben Sie uns Bescheid; dann sehen wir uns die Fehlermeldung für Sie an.",
            ],
            Filing::StoreFailed => [
                "Unser Server konnte die Nachricht in diesem Moment nicht in dem Ordner speichern. Die Regel selbst kann richtig sein.",
                "Bitte prüfen Sie, ob es den Ordner noch gibt. Wir kümmern uns darum.",
            ],
            Filing::Stopped => [
                "Etwas, das die Filterregeln des Postfachs brauchen, hat in diesem Moment nicht funktioniert. An den Regeln selbst liegt es nicht, und unser Server versucht es automatisch noch einmal.",
                LOOKING,
            ],
            Filing::Discarded => [
                "Die Nachricht ist nicht mehr vorhanden, es sei denn, eine andere Regel hat sie gespeichert. Die Regel gehört zu diesem Postfach oder gilt für alle Postfächer auf unserem Server. Der Absender wird nicht benachrichtigt.",
                "Falls die Nachricht erwünscht war, prüfen Sie bitte die Filterregeln des Postfachs und bitten Sie den Absender, sie noch einmal zu senden. Wenn keine Ihrer Regeln passt, geben Sie uns Bescheid.",
            ],
            Filing::Forwarded => [
                "Die Nachricht wurde an diese Adresse geschickt.",
                "Falls die Nachricht dort nicht ankommt, prüfen Sie bitte die Adresse in den Filterregeln.",
            ],
            Filing::NoFolder => [
                "In diesem Fall landet die Nachricht normalerweise im Posteingang.",
                "Bitte schauen Sie im Posteingang nach und prüfen Sie die Filterregeln des Postfachs.",
            ],
            Filing::AnsweredBefore => [
                "Dieser Absender hat bereits eine Abwesenheitsnotiz bekommen. In der Zeitspanne, die in der Regel eingestellt ist, bekommt jeder Absender nur eine.",
                "Sie brauchen nichts zu ändern. Schreiben Sie zum Testen von einer anderen Adresse aus, oder stellen Sie in der Regel eine kürzere Zeitspanne ein.",
            ],
            Filing::Unanswered => [
                "Die Nachricht war nicht an die Adresse des Postfachs selbst gerichtet, sondern vermutlich an eine andere, die in dieses Postfach führt und in der Abwesenheitsregel nicht eingetragen ist.",
                "Bitte tragen Sie in der Abwesenheitsregel alle Adressen, unter denen man Ihnen schreibt, als eigene Adressen ein. Falls Sie die Einstellung nicht finden, geben Sie uns Bescheid; wir helfen Ihnen gern.",
            ],
            Filing::Stored => [
                "Eine Filterregel hat den Ordner bestimmt, oder es ist der Standardordner.",
                "Wenn Sie die Nachricht nicht sehen, schauen Sie bitte in Ihren anderen Ordnern nach und prüfen Sie die Filterregeln des Postfachs.",
            ],
        }
    }

    fn case(&self, case: Case, original: &str, to: &str) -> [String; 3] {
        match case {
            Case::Service => [
                "Ein Teil unseres Mailsystems funktioniert derzeit nicht.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayLogin => [
                format!("Unser Mailserver sendet E-Mails über einen anderen Server, und die Anmeldung dort hat nicht funktioniert. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayRefuses => [
                format!("Unser Mailserver sendet E-Mails über einen anderen Server, und der hat die Nachricht von uns nicht angenommen. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayUnreachable => [
                "Unser Mailserver kann keine funktionierende Verbindung zu dem Server aufbauen, über den er E-Mails sendet.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::WrongServer => [
                "Der Mailserver, an den wir die Nachricht gesendet haben, ist nach eigener Angabe nicht für die Domain des Empfängers zuständig. Das liegt an einer Einstellung der Domain des Empfängers, nicht an Ihren Einstellungen.".into(),
                "Sie brauchen vorerst nichts zu tun. Wenn es eilt, informieren Sie den Empfänger bitte auf anderem Weg, zum Beispiel telefonisch: Nur er oder sein Anbieter kann das korrigieren.".into(),
                "Bitte informieren Sie den Empfänger auf anderem Weg, zum Beispiel telefonisch: Nur er oder sein Anbieter kann das korrigieren. Senden Sie die Nachricht danach noch einmal.".into(),
            ],
            Case::OwnDomain => [
                "Unser Mailserver sucht dieses Postfach bei sich selbst und hat keines mit diesem Namen, obwohl die Nachricht aus derselben Domain kommt. Die Adresse kann trotzdem richtig sein.".into(),
                "Wir prüfen eine Einstellung der Domain auf unserem Server. Sie brauchen vorerst nichts zu tun.".into(),
                "Wir prüfen eine Einstellung der Domain auf unserem Server. Bitte warten Sie auf unsere Rückmeldung, bevor Sie die Nachricht noch einmal senden.".into(),
            ],
            Case::TheirLogin => [
                "Der Mailserver, an den wir die Nachricht gesendet haben, nimmt sie nur an, wenn sich unser Server dort anmeldet. An Ihrem Passwort liegt es nicht.".into(),
                "Sie brauchen vorerst nichts zu tun.".into(),
                "Bitte kontaktieren Sie den Empfänger vorerst auf anderem Weg.".into(),
            ],
            Case::Forward => [
                format!("Die Nachricht war für {original} bestimmt, und unser Server leitet E-Mails für diese Adresse an {to} weiter. Dort konnte sie nicht zugestellt werden."),
                format!("Falls {original} Ihre Adresse ist, ändern oder entfernen Sie bitte die Weiterleitung an {to}."),
                format!("Falls {original} Ihre Adresse ist, ändern oder entfernen Sie bitte die Weiterleitung an {to}. Falls Sie die Nachricht gesendet haben, kontaktieren Sie den Empfänger bitte auf anderem Weg; die Adresse, die Sie verwendet haben, ist richtig."),
            ],
            Case::ForwardUnwanted => {
                let fetch = format!("Falls {original} Ihre Adresse ist, lassen Sie die E-Mails bitte vom anderen Konto abrufen, statt sie weiterzuleiten. Wir helfen Ihnen gern bei der Einrichtung.");
                [
                    format!("Die Nachricht war für {original} bestimmt, und unser Server leitet E-Mails für diese Adresse an {to} weiter. Der Mailserver dort hat die weitergeleitete Nachricht nicht angenommen."),
                    fetch.clone(),
                    fetch,
                ]
            }
            Case::ForwardLoop => {
                let check = format!("Wir prüfen die Weiterleitung auf unserem Server. Falls {original} Ihre Adresse ist, stellen Sie bitte sicher, dass E-Mails für {to} nicht wieder an Ihre Adresse zurückgeleitet werden.");
                [format!("Die Nachricht war für {original} bestimmt, und unser Server leitet E-Mails für diese Adresse an {to} weiter. Sie ist im Kreis gelaufen, vermutlich weil sie von dort zurückgeleitet wurde, und wurde deshalb gestoppt."), check.clone(), check]
            }
            Case::Notice => [
                "Das war eine automatische Benachrichtigung, zum Beispiel über eine unzustellbare Nachricht. Die Benachrichtigung selbst konnte nicht zugestellt werden, oft weil die Adresse des Absenders gefälscht war.".into(),
                "Sie brauchen nichts zu tun.".into(),
                "Sie brauchen nichts zu tun: Diese Nachricht hat niemand von Hand geschrieben.".into(),
            ],
            Case::System => {
                let correcting = "Die Adresse wird auf unserem Server korrigiert; Sie brauchen nichts zu tun.";
                [
                    "Diese Nachricht stammt von einem Programm auf unserem Server, nicht von einem Menschen.".into(),
                    correcting.into(),
                    correcting.into(),
                ]
            }
        }
    }

    fn obstacle(&self, obstacle: ObstacleKind) -> [&'static str; 2] {
        match obstacle {
            ObstacleKind::CertificateDate => [
                "Das Sicherheitszertifikat des Mailservers ist abgelaufen, oder die Uhr des Geräts geht falsch.",
                "Bitte prüfen Sie Datum und Uhrzeit des Geräts. Wenn beides stimmt, geben Sie uns Bescheid: Wir erneuern dann das Zertifikat, und Sie brauchen keine Einstellungen zu ändern.",
            ],
            ObstacleKind::CertificateName => [
                "Der Servername in den Einstellungen stimmt nicht mit dem Namen im Sicherheitszertifikat des Mailservers überein.",
                "Bitte tragen Sie in den Einstellungen für ein- und ausgehende E-Mails den Servernamen ein, den wir Ihnen genannt haben.",
            ],
            ObstacleKind::CertificateIssuer => [
                "Die App oder die Website vertraut dem Sicherheitszertifikat des Mailservers nicht.",
                "Bitte prüfen Sie, ob in den Einstellungen der Servername steht, den wir Ihnen genannt haben. Bei einem E-Mail-Programm schalten Sie testweise die E-Mail-Prüfung Ihres Virenscanners aus; bei einem eigenen Programm (etwa in Java) aktualisieren Sie dessen Liste vertrauenswürdiger Aussteller. Wenn das nicht hilft, geben Sie uns Bescheid; dann prüfen wir das Zertifikat.",
            ],
            ObstacleKind::PlainPort => [
                "Die Einstellung für die Verschlüsselung und der Port passen nicht zusammen.",
                "Bitte stellen Sie die Verschlüsselung bei Port 587 auf STARTTLS oder bei Port 465 auf SSL/TLS.",
            ],
            ObstacleKind::NoStarttls => [
                "Die Einstellung für die Verschlüsselung und der Port passen nicht zusammen, oder ein Programm dazwischen verbirgt, dass der Server verschlüsseln kann.",
                "Bitte stellen Sie für ausgehende E-Mails Port 587 mit STARTTLS oder Port 465 mit SSL/TLS ein und schalten Sie testweise die E-Mail-Prüfung Ihres Virenscanners aus.",
            ],
            ObstacleKind::WantsEncryption => [
                "Die App oder die Website wollte sich ohne Verschlüsselung anmelden, und das lässt der Mailserver nicht zu.",
                "Bitte schalten Sie in den Einstellungen die Verschlüsselung ein: zum Senden STARTTLS mit Port 587 oder SSL/TLS mit Port 465, zum Empfangen SSL/TLS mit Port 993 oder 995.",
            ],
            ObstacleKind::Encryption => [
                "Die App oder die Website und der Mailserver konnten keine verschlüsselte Verbindung aufbauen.",
                "Bitte aktualisieren Sie die App oder die Website und das Gerät und prüfen Sie, ob Verschlüsselung und Port zusammenpassen: STARTTLS für 587, SSL/TLS für 465, 993 und 995.",
            ],
            ObstacleKind::Token => [
                "Die App oder die Website darf das Konto nicht mehr nutzen, zum Beispiel weil das Passwort geändert wurde.",
                "Bitte melden Sie sich in den Einstellungen der App oder der Website erneut am Konto an und erlauben Sie ihr, E-Mails zu senden.",
            ],
            ObstacleKind::AppPassword => [
                "Der Anbieter des Kontos verlangt ein spezielles Passwort für Apps.",
                "Bitte erstellen Sie in den Sicherheitseinstellungen des Kontos ein App-Passwort und geben Sie es in der App oder auf der Website ein.",
            ],
            ObstacleKind::NoCredentials => [
                "In der App oder auf der Website fehlt der Benutzername oder das Passwort für den Mailserver.",
                "Bitte geben Sie in den Einstellungen die E-Mail-Adresse und das Passwort des Postfachs ein.",
            ],
            ObstacleKind::Method => [
                "Der Mailserver bietet das Anmeldeverfahren nicht an, das die App oder die Website verwendet.",
                "Bitte wählen Sie „Passwort, normal“ als Authentifizierungsmethode und schalten Sie die Verschlüsselung ein: STARTTLS mit Port 587 oder SSL/TLS mit Port 465.",
            ],
            ObstacleKind::NeedsLogin => [
                "Die App oder die Website wollte ohne Anmeldung senden, aber der Mailserver verlangt eine.",
                "Bitte schalten Sie in den Einstellungen die Authentifizierung für den Postausgangsserver ein, mit der vollständigen E-Mail-Adresse und dem Passwort des Postfachs, das sendet.",
            ],
            ObstacleKind::Login => [
                "Der Mailserver hat den Benutzernamen oder das Passwort nicht akzeptiert.",
                "Bitte geben Sie für ein- und ausgehende E-Mails die E-Mail-Adresse als Benutzernamen und das Passwort neu ein. Wenn auch das Webmail beides nicht akzeptiert, legen Sie ein neues Passwort fest.",
            ],
            ObstacleKind::MicrosoftSignIn => [
                "Microsoft hat die Anmeldung des Kontos nicht zugelassen, meist wegen einer Regel der Organisation.",
                "Bitte melden Sie sich einmal im Browser unter outlook.office.com an und folgen Sie den Anweisungen dort. Wenn auch das nicht geht, wenden Sie sich an den Administrator Ihrer Organisation und nennen Sie die Nummer hinter AADSTS.",
            ],
            ObstacleKind::NameUnknown => [
                "Der Name des Mailservers in den Einstellungen lässt sich nicht finden.",
                "Bitte prüfen Sie den Servernamen in den Einstellungen. Wenn er stimmt, prüfen Sie, ob das Gerät oder die Website eine Internetverbindung hat.",
            ],
            ObstacleKind::Silent => [
                "Die Einstellung für die Verschlüsselung und der Port passen nicht zusammen.",
                "Bitte stellen Sie die Verschlüsselung bei Port 465 auf SSL/TLS oder bei Port 587 auf STARTTLS.",
            ],
            ObstacleKind::TurnedAway => [
                FIREWALL,
                "Bitte prüfen Sie in den Einstellungen den Servernamen und den Port: 587 oder 465 zum Senden, 993 oder 995 zum Empfangen.",
            ],
            ObstacleKind::NoRoute | ObstacleKind::NoAnswer | ObstacleKind::NoConnection => [FIREWALL, CHECK],
            ObstacleKind::Offline => [
                "Das Gerät oder die App ist nicht mit dem Internet verbunden.",
                "Bitte prüfen Sie, ob das Gerät eine Internetverbindung hat und ob die App auf „Offline arbeiten“ eingestellt ist.",
            ],
            ObstacleKind::HungUp => [
                "Die Verbindung zwischen der App oder der Website und dem Mailserver ist abgebrochen.",
                "Bitte prüfen Sie, ob Port und Verschlüsselung zusammenpassen (587: STARTTLS; 465, 993 und 995: SSL/TLS), und versuchen Sie es ohne VPN und mit ausgeschalteter E-Mail-Prüfung des Virenscanners.",
            ],
            ObstacleKind::NoMailer => [
                "Die Website konnte ihre Nachricht nicht an das Mailsystem ihres eigenen Servers übergeben. An der Adresse des Empfängers liegt es nicht.",
                "Bitte richten Sie die Website so ein, dass sie sich zum Senden an einem Postfach Ihrer Domain anmeldet. Die Einstellungen dafür nennen wir Ihnen gern.",
            ],
            ObstacleKind::LocalMailer => [
                "Die Website oder das Skript konnte die Nachricht nicht an das Mailsystem des eigenen Servers übergeben.",
                "Bitte teilen Sie uns mit, welche Seite oder welches Formular es war und wann. Wir sehen dann im Protokoll des Servers nach.",
            ],
            ObstacleKind::TooLarge => [
                "Die Nachricht ist mit ihren Anhängen zu groß.",
                "Bitte senden Sie stattdessen einen Link zur Datei oder mehrere kleinere Nachrichten.",
            ],
            ObstacleKind::MailboxFull => [
                "Das Postfach ist voll, deshalb lassen sich darin keine Nachrichten speichern.",
                "Bitte löschen Sie große oder alte Nachrichten, vor allem unter „Gesendet“ und im Papierkorb, und leeren Sie den Papierkorb. Wenn Sie mehr Speicherplatz brauchen, geben Sie uns Bescheid.",
            ],
            ObstacleKind::Sender => [
                "Mit der Adresse im Feld „Von“ darf dieses Postfach nicht senden, oder die Adresse ist ungültig.",
                "Bitte verwenden Sie die Adresse des Postfachs als Absender. Beim Formular einer Website gehört die Adresse des Besuchers in das Feld „Reply-To“ (Antwort an).",
            ],
            ObstacleKind::Recipient => [
                "Die Adresse des Empfängers fehlt oder ist falsch, oder der Mailserver hat sie nicht akzeptiert.",
                "Bitte prüfen Sie, ob die Adresse des Empfängers stimmt und ob sich die App oder die Website am Postausgangsserver anmeldet.",
            ],
            ObstacleKind::Attachment => [
                "Die Datei für den Anhang konnte nicht gelesen werden. Mit dem Mailserver hat das nichts zu tun.",
                "Bitte hängen Sie die Datei noch einmal an. Prüfen Sie bei einer Website, ob die Datei noch vorhanden ist.",
            ],
            ObstacleKind::ApiKey => [
                "Der Dienst, über den die Website sendet, hat ihren Schlüssel oder ihren Absender nicht akzeptiert.",
                "Bitte geben Sie in den Einstellungen der Website einen neuen Schlüssel dieses Dienstes ein und prüfen Sie dort, ob Ihre Domain bestätigt ist.",
            ],
            ObstacleKind::Character => [
                "Das Programm kann ein Zeichen im Benutzernamen, im Passwort oder in einer Adresse nicht senden; meist ist es ein Leerzeichen, das beim Kopieren mitgekommen ist.",
                "Bitte tippen Sie Benutzername und Passwort neu ein, statt sie einzufügen, und verwenden Sie in Adressen nur einfache Buchstaben.",
            ],
            ObstacleKind::Program => [
                "Der Website fehlt ein Baustein, den sie zum Senden von E-Mails braucht.",
                "Bitte lassen Sie ihn von der Person, die Ihre Website betreut, installieren oder aktualisieren. Die Einstellungen des Servers prüfen wir gern.",
            ],
            ObstacleKind::Settings => [
                "Die E-Mail-Einstellungen der App oder der Website sind unvollständig oder falsch.",
                "Bitte gehen Sie die E-Mail-Einstellungen noch einmal durch. Die richtigen Werte für Ihr Postfach nennen wir Ihnen gern.",
            ],
            ObstacleKind::Busy => [
                "Zu viele Apps oder Geräte nutzen dieses Postfach gleichzeitig vom selben Ort aus.",
                "Bitte schließen Sie auf allen Geräten die E-Mail-Programme, die Sie gerade nicht brauchen, und versuchen Sie es in ein paar Minuten noch einmal.",
            ],
            ObstacleKind::InUse => [
                "Eine andere App oder ein anderes Gerät hat dieses Postfach gerade geöffnet, und ein als POP3 eingerichtetes Postfach kann nur einmal geöffnet sein.",
                "Bitte schließen Sie die andere App oder lassen Sie sie seltener abrufen. Wenn Sie das Postfach auf mehreren Geräten nutzen, richten Sie es dort mit IMAP ein.",
            ],
            ObstacleKind::Unchecked => [
                "Unser Server konnte Ihr Postfach in diesem Moment nicht öffnen. An Benutzername und Passwort liegt es nicht.",
                "Bitte lassen Sie die Einstellungen, wie sie sind. Wir sehen auf unserem Server nach.",
            ],
            ObstacleKind::ManyRecipients => [
                "Die Nachricht hat mehr Empfänger, als der Mailserver auf einmal annimmt.",
                "Bitte senden Sie sie an weniger Empfänger auf einmal oder verwenden Sie eine Mailingliste.",
            ],
            ObstacleKind::PortsBlocked => [
                "Die Website erreicht keinen Mailserver: Der Anbieter, bei dem sie liegt, sperrt vermutlich ausgehende E-Mails.",
                "Bitte fragen Sie diesen Anbieter, ob er die Ports 587 und 465 für ausgehende Verbindungen öffnet oder welchen Mailserver Websites dort verwenden sollen.",
            ],
            ObstacleKind::Expired => self.cause(Cause::Expired),
            ObstacleKind::Limit => [
                "Die Grenze für Nachrichten, Empfänger oder Versuche in einer bestimmten Zeit ist erreicht.",
                "Bitte warten Sie eine Stunde und senden Sie an weniger Empfänger auf einmal. Falls Sie nicht so viel gesendet haben, legen Sie sofort ein neues Passwort fest und geben Sie uns Bescheid.",
            ],
            ObstacleKind::Store => [
                "Die Dateien, in denen das E-Mail-Programm seine Nachrichten speichert, sind beschädigt oder voll. Ihre Nachrichten auf dem Server sind nicht betroffen.",
                "Bitte prüfen Sie im Webmail, ob Ihre Nachrichten da sind, und richten Sie das Konto dann in einem neuen Profil des Programms ein. Wir helfen Ihnen gern dabei.",
            ],
            ObstacleKind::StoreFull => [
                "Die Datendatei des E-Mail-Programms auf dem Computer ist voll. An Ihrem Postfach auf dem Server liegt es nicht.",
                "Bitte archivieren oder löschen Sie im Programm große und alte Nachrichten, leeren Sie den Papierkorb, und komprimieren Sie dann die Datendatei in den Kontoeinstellungen. Wir helfen Ihnen gern dabei.",
            ],
            ObstacleKind::Inspected => [
                "Ein Virenscanner auf dem Gerät öffnet die verschlüsselte Verbindung und zeigt ein eigenes Sicherheitszertifikat. An dem des Mailservers liegt es nicht.",
                "Bitte schalten Sie in den Einstellungen des Virenscanners die Prüfung verschlüsselter E-Mails aus.",
            ],
            ObstacleKind::Unsent => [
                "Die App oder die Website meldet, dass die Nachricht nicht gesendet wurde, nennt aber keinen Grund.",
                "Bitte senden Sie uns den vollständigen Text der Fehlermeldung mit Uhrzeit, Absender und Empfänger.",
            ],
            ObstacleKind::Unread => [
                "Die App oder das Webmail konnte nicht ausführen, was Sie wollten, und nennt keinen Grund.",
                "Bitte teilen Sie uns mit, in welcher App oder auf welcher Website das erscheint und wann, damit wir der Sache nachgehen können.",
            ],
        }
    }

    fn effect(&self, effect: Effect) -> &'static str {
        match effect {
            Effect::Unsigned => {
                "Nachrichten, die in der Zwischenzeit gesendet werden, tragen möglicherweise keine digitale Signatur, die ihre Herkunft belegt. Deshalb landen sie bei manchen Empfängern vielleicht im Spam-Ordner."
            }
            Effect::Unchecked => {
                "Eingehende Nachrichten kommen möglicherweise verspätet an oder werden nicht vollständig geprüft."
            }
            Effect::Unscanned => {
                "Nachrichten werden möglicherweise verspätet oder ohne die übliche Prüfung zugestellt."
            }
            Effect::SignIn => "Die Anmeldung funktioniert derzeit möglicherweise nicht.",
            Effect::Reading => {
                "E-Mail-Programme können sich derzeit möglicherweise nicht verbinden oder das Postfach nicht anzeigen."
            }
            Effect::Incoming => "Neue Nachrichten kommen möglicherweise verspätet an.",
            Effect::Door => {
                "Das Senden über unseren Server oder das Empfangen funktioniert derzeit möglicherweise nicht."
            }
            Effect::Outgoing => "Nachrichten, die Sie senden, verzögern sich möglicherweise.",
            Effect::Warnings => {
                "E-Mail-Programme zeigen möglicherweise eine Warnung an oder können sich nicht verbinden."
            }
            Effect::Webmail => {
                "Das Webmail zeigt derzeit möglicherweise einen Fehler an. E-Mail-Programme sind nicht betroffen."
            }
            Effect::Nothing => "Senden, Empfangen und Lesen von E-Mails sind nicht betroffen.",
            Effect::Unclear => {
                "Das Senden, Empfangen oder Lesen von E-Mails funktioniert derzeit möglicherweise nicht richtig."
            }
        }
    }

    fn elsewhere(&self, of: Elsewhere, provider: &str) -> [String; 2] {
        match of {
            Elsewhere::AppPassword => [
                format!(
                    "{provider} hat den Benutzernamen oder das Passwort nicht angenommen. Programme und Websites brauchen dort meist ein App-Passwort und nicht das normale Passwort des Kontos."
                ),
                format!(
                    "Bitte erstellen Sie in den Sicherheitseinstellungen des Kontos bei {provider} ein App-Passwort und geben Sie es im Programm oder auf der Website ein. Ein neues normales Passwort hilft hier nicht."
                ),
            ],
            Elsewhere::SignInOff => [
                format!(
                    "{provider} lässt für dieses Konto zum Senden keine Anmeldung mit Benutzername und Passwort zu, ganz gleich, wie das Passwort lautet."
                ),
                format!(
                    "Bitte lassen Sie sich vom {provider}-Administrator Ihrer Organisation das Senden mit Benutzername und Passwort für dieses Postfach erlauben, oder fragen Sie uns nach einem anderen Weg zum Senden. Ein neues Passwort hilft hier nicht."
                ),
            ],
            Elsewhere::Paused => [
                format!(
                    "{provider} hat die Anmeldung an diesem Konto vorübergehend gesperrt, weil es in kurzer Zeit zu viele Versuche gab. Das Passwort kann durchaus richtig sein."
                ),
                "Bitte schließen Sie Programme, die noch ein altes Passwort verwenden, und warten Sie einige Stunden. Melden Sie sich dann einmal an; jeder weitere Versuch verlängert die Sperre.".into(),
            ],
            Elsewhere::Unverified => [
                format!(
                    "{provider} sendet nur für bestätigte Adressen und Domains, und eine in dieser Nachricht ist dort noch nicht bestätigt."
                ),
                format!(
                    "Bitte lassen Sie die Domain oder Adresse des Absenders im Konto bei {provider} bestätigen. Wenn das Konto dort neu ist, müssen auch Empfänger bestätigt werden, bis {provider} diese Grenze aufhebt."
                ),
            ],
            Elsewhere::SendAs => [
                format!("{provider} lässt das angemeldete Konto nicht mit dieser Absenderadresse senden."),
                format!(
                    "Bitte senden Sie mit der Adresse dieses Kontos, oder lassen Sie die andere vom {provider}-Administrator Ihrer Organisation freigeben."
                ),
            ],
        }
    }

    fn note(&self, note: Note) -> &'static str {
        match note {
            Note::ProgramFailed => {
                "Das Programm auf unserem Server, das E-Mails für diese Adresse entgegennimmt, konnte seine Aufgabe nicht erfüllen."
            }
            Note::KeptByFilter => {
                "Unser Filter hält die Nachricht zurück, weil sie wie Spam oder wie etwas Schädliches aussieht. Die Nachricht ist nicht verloren."
            }
            Note::StoppedThere => {
                "Ein Filter des Servers, von dem die Benachrichtigung kommt, hat die Nachricht aufgehalten. Den Mailserver des Empfängers hat sie deshalb nicht erreicht. Solche Filter irren sich manchmal."
            }
            Note::WrongClock => {
                "Die Uhr des Geräts, das die Nachricht gesendet hat, geht falsch. Deshalb trägt die Nachricht ein falsches Datum und steht in einer danach sortierten Liste an der falschen Stelle."
            }
            Note::AccountSpent => {
                "Das Hostingkonto, zu dem das Postfach gehört, hat seinen Speicherplatz aufgebraucht, auch wenn das Postfach selbst nicht voll ist."
            }
            Note::StaleQuota => {
                "Unser Server hat sich falsch gemerkt, wie voll das Postfach ist. Es kann viel weniger enthalten."
            }
            Note::Overwritten => {
                "Eine Firewall vor unserem Mailserver verändert, was er sagt. Deshalb funktionieren Verschlüsselung und Anmeldung nicht."
            }
            Note::CatchAll => {
                "Ein Postfach mit dieser Adresse gibt es nicht. Deshalb ging die Nachricht in das Postfach, das alle E-Mails an unbekannte Adressen dieser Domain erhält."
            }
            Note::ServiceUnconfirmed => {
                "Ein Teil der Nachrichten im Namen dieser Domain kommt von einem Dienst, der nicht dafür eingerichtet ist, oder ist gefälscht. Solche Nachrichten landen oft im Spamordner oder werden abgelehnt."
            }
            Note::PlantedScript => {
                "Ein fremdes Skript auf der Website versendet Spam. Am Passwort des Postfachs liegt es nicht."
            }
            Note::NotFoundHere => "Unser Server hat diese Adresse bei sich gesucht und nicht gefunden.",
            Note::OldEntry => {
                "Die Nachricht ging an eine alte interne Adresse, die es nicht mehr gibt. E-Mail-Programme merken sich solche Adressen in ihren Vorschlägen."
            }
            Note::Beside => {
                "Unser Server hat dabei ein kleines eigenes Problem gemeldet. Passwort und Einstellungen sind in Ordnung."
            }
            Note::ChangedAfterSigning => {
                "Die Nachricht wurde nach dem Signieren wahrscheinlich verändert, zum Beispiel durch eine Fußzeile. Die Prüfung ihrer Herkunft hat sie trotzdem bestanden."
            }
            Note::TheirCertificate => {
                "Das Sicherheitszertifikat des anderen Servers ist abgelaufen. Nur der Betreiber dieses Servers kann es erneuern."
            }
            Note::AsksToSignIn => {
                "Unser Server hat von einem anderen Mailserver eine Anmeldung verlangt, aber Mailserver können sich nicht anmelden. Das liegt an einer Einstellung bei uns."
            }
            Note::WeAreListed => {
                "Die Internetadresse unseres Mailservers steht auf einer Sperrliste, deshalb lehnen andere Mailserver unsere E-Mails im Moment möglicherweise ab."
            }
            Note::ClientsHidden => {
                "Unser Server sieht nicht, von welchem Server die Nachricht wirklich kam, und konnte den Absender deshalb nicht richtig prüfen."
            }
            Note::TakesTurns => {
                "Der Anbieter des Absenders verschickt abwechselnd über mehrere Server, und unser Server lässt zum Schutz vor Spam jeden, den er noch nicht kennt, erst einmal warten."
            }
            Note::LookupDoubtful => {
                "Unser Server konnte in diesem Moment nicht ermitteln, zu welcher Domain und zu welchem Server die Nachricht gehört. Die Ursache liegt in den Einträgen des Absenders oder bei unserer eigenen Abfrage, die wir gerade prüfen."
            }
            Note::OriginUnreadable => {
                "In den Einträgen der Absenderdomain steht, welche Server E-Mails für sie senden dürfen. Diese Liste enthält einen Fehler, deshalb können Mailserver nicht prüfen, woher die Nachricht kommt."
            }
            Note::RecordIncomplete => {
                "In den Einträgen der Domain des Empfängers steht ein Mailserver, der nicht zu finden ist. Das kann nur berichtigen, wer diese Domain verwaltet."
            }
            Note::AddressIncomplete => {
                "Die Adresse ist unvollständig: Dem Teil hinter dem @-Zeichen fehlt die Endung, zum Beispiel „.de“."
            }
            Note::Diverted => {
                "Die Verbindung wurde unterwegs zu einem anderen Mailserver umgeleitet, der dieses Passwort nicht kennt. Das Passwort selbst kann richtig sein."
            }
            Note::OurLookup => {
                "Unser Server kann die Adressen anderer Mailserver im Moment nicht ermitteln. Die Ursache liegt bei uns."
            }
            Note::OldEncryption => {
                "Das Programm oder Gerät beherrscht nur alte Versionen der Verschlüsselung, die unser Server nicht mehr annimmt."
            }
            Note::TakesNoCalls => "Unser Mailserver kann im Moment keine E-Mails von außen empfangen.",
            Note::RenewalFailed => {
                "Das Sicherheitszertifikat unseres Mailservers konnte nicht erneuert werden. Wenn das bis zu seinem Ablauf nicht gelingt, zeigen E-Mail-Programme eine Warnung an."
            }
            Note::CertificateUnfit => {
                "Das Sicherheitszertifikat des Mailservers des Empfängers ist nicht das, das der Anbieter veröffentlicht hat; deshalb sendet unser Server die Nachricht nicht dorthin. Nur der Anbieter des Empfängers kann das korrigieren."
            }
            Note::CertificateUnproven => {
                "Unser Mailserver konnte das Sicherheitszertifikat des Mailservers des Empfängers nicht prüfen; deshalb sendet er die Nachricht nicht dorthin."
            }
            Note::OnlyCopy => {
                "An diese Adresse hat niemand geschrieben: Unser Server sendet eine Kopie jeder Nachricht dorthin. Die Nachricht selbst ist nicht betroffen."
            }
            Note::SearchFails => {
                "Die Suche im Postfach funktioniert derzeit möglicherweise nicht oder nur langsam. E-Mails kommen wie gewohnt an und lassen sich öffnen; Passwort und Einstellungen sind in Ordnung."
            }
            Note::ShowsLate => {
                "E-Mail-Programme zeigen neue Nachrichten möglicherweise einige Minuten später an, weil unser Server das Postfach derzeit nicht auf neue Nachrichten überwachen kann. Es geht keine Nachricht verloren; Passwort und Einstellungen sind in Ordnung."
            }
            Note::PerhapsThere => {
                "Unser Mailserver hat die ganze Nachricht übertragen, aber der des Empfängers hat sie nicht rechtzeitig bestätigt. Der Empfänger hat sie vielleicht schon, womöglich mehrfach."
            }
            Note::NotTriedNow => {
                "In diesem Moment wurde kein Versuch gemacht, weil ein früherer fehlgeschlagen und der nächste noch nicht an der Reihe war."
            }
            Note::Remembered => {
                "Unser Mailserver hatte noch gespeichert, dass der des Empfängers tagelang nicht erreichbar war, und hat deshalb ohne neuen Versuch aufgegeben."
            }
            Note::WholeUsername => {
                "Dem Benutzernamen fehlte die Domain: Er muss die ganze E-Mail-Adresse sein."
            }
            Note::OverIpv6 => {
                "Das Programm hat den Mailserver über IPv6 angesprochen und nicht rechtzeitig eine Antwort bekommen."
            }
            Note::RulesOff => {
                "Bis das korrigiert ist, werden die Regeln nicht ausgeführt, und neue Nachrichten landen im Posteingang."
            }
            Note::OldSettings => {
                "Die App oder Website verwendet noch ältere E-Mail-Einstellungen als die eingetragenen, meist aus ihrem Cache."
            }
            Note::OpenFolder => {
                "Auf unserem Server dürfen auch andere den Ordner dieses Postfachs ändern; deshalb wird dort aus Sicherheitsgründen nichts zugestellt, bis das korrigiert ist."
            }
            Note::ListAddress => {
                "Die Mailingliste nimmt die Nachricht nicht an, weil ihre Adresse nicht bei „An“ oder „Cc“ steht. Setzen Sie sie bitte dort ein, nicht bei „Bcc“."
            }
            Note::ListSubject => {
                "Die Mailingliste nimmt die Nachricht nicht an, weil sie keinen Betreff hat. Geben Sie bitte einen ein."
            }
            Note::ListFormat => {
                "Die Mailingliste nimmt einen Teil der Nachricht nicht an: ihre Formatierung oder einen Anhang. Senden Sie sie bitte als reinen Text und ohne Anhänge."
            }
            Note::SearchIndex => {
                "Der Suchindex des Postfachs konnte nicht aktualisiert werden. E-Mails kommen wie gewohnt an und lassen sich öffnen, aber eine Suche findet vielleicht nicht alle Nachrichten."
            }
            Note::Quarantined => {
                "Der Filter auf der Seite des Empfängers hält die Nachricht in Quarantäne. Deshalb sieht der Empfänger sie weder im Posteingang noch im Junk-E-Mail-Ordner."
            }
            Note::ReachesNone => {
                "Unser Server erreicht zurzeit keine anderen Mailserver. Die Ursache liegt bei uns."
            }
            Note::LookupOurs => {
                "Unser Server kann zurzeit nicht ermitteln, wohin E-Mails für andere Domains zuzustellen sind. Die Ursache liegt bei uns."
            }
            Note::LookupFailed => {
                "Unser Server konnte nicht ermitteln, wohin E-Mails für die Domain des Empfängers zuzustellen sind. Der Fehler kann bei den Einträgen dieser Domain oder bei unserer Abfrage liegen."
            }
            Note::TooManyFailed => {
                "Zu viele Nachrichten, die Ihre Domain in der letzten Stunde gesendet hat, ließen sich nicht zustellen. Deshalb hat unser Server diese Nachricht verworfen."
            }
            Note::ContentRule => {
                "Eine Inhaltsregel unseres Mailservers hat etwas in der Nachricht beanstandet, zum Beispiel den Betreff."
            }
            Note::CheckUnanswered => {
                "Bevor unser Mailserver eine Nachricht annimmt, prüft er, ob eine darin genannte Adresse existiert. Der Mailserver dieser Adresse hat keine klare Antwort gegeben."
            }
            Note::ListMisread => {
                "Eine Sperrliste, die unser Server abfragt, hat die Auskunft verweigert, und unser Server hat das als Eintrag gewertet. Weder der Absender noch die Nachricht ist die Ursache."
            }
            Note::HomeLine => {
                "Sie kam direkt aus einem Heim-, Büro- oder Mobilfunknetz. Von dort nehmen Mailserver E-Mails nur nach Anmeldung und über die Ports für E-Mail-Programme an (587 oder 465)."
            }
            Note::HeloRule => {
                "Eine Regel unseres Servers hat den Namen beanstandet, mit dem sich das sendende Gerät oder der sendende Server gemeldet hat."
            }
            Note::SenderUnverified => {
                "Unser Server prüft, ob die Absenderadresse E-Mails empfangen kann, und diese Prüfung ist fehlgeschlagen. Oft gibt es die Adresse nicht, oder ihre Domain ist nicht vollständig eingerichtet."
            }
            Note::SenderDomainHere => {
                "Unser Server konnte die Domain der Absenderadresse im Internet nicht finden."
            }
            Note::DomainUnknown => {
                "Unser Server ist nicht dafür eingerichtet, E-Mails für die Domain der Empfängeradresse anzunehmen."
            }
            Note::ChainIncomplete => {
                "Der Mailserver sendet seine Sicherheitszertifikate nicht vollständig mit. Deshalb vertrauen ihm manche Programme und Server nicht und zeigen eine Warnung an."
            }
            Note::CertificateOld => {
                "Das Sicherheitszertifikat des Mailservers ist abgelaufen. Deshalb zeigen Programme eine Warnung an oder verbinden sich nicht."
            }
            Note::CertificateOther => {
                "Das Sicherheitszertifikat des Mailservers gilt für einen anderen Namen als den, unter dem die Verbindung hergestellt wurde."
            }
            Note::CertificateUntrusted => {
                "Das Sicherheitszertifikat des Mailservers stammt von keiner Stelle, der die Programme vertrauen. Deshalb zeigen sie eine Warnung an oder verbinden sich nicht."
            }
            Note::MarkedOnArrival => {
                "Ein Spamfilter hat die Nachricht unterwegs als möglichen Spam markiert."
            }
            Note::NameMisused => {
                "Wahrscheinlich versendet jemand anderes Nachrichten mit dieser Adresse als Absender, und andere Server schicken sie hierher zurück. Dafür braucht niemand Zugang zum Postfach: Nichts zeigt, dass es dafür benutzt wurde."
            }
            Note::BrokenByForward => {
                "Die Nachricht ist wahrscheinlich echt, aber sie wurde weitergeleitet, und die Weiterleitung hat sie verändert oder die alte Absenderadresse behalten. Deshalb konnte der nächste Mailserver ihre Herkunft nicht bestätigen."
            }
            Note::RecordsUnproven => {
                "Die Signaturen in den Einträgen der Empfängerdomain sind ungültig, deshalb kann unser Server ihnen nicht vertrauen. Das kann nur berichtigen, wer diese Domain verwaltet."
            }
            Note::OriginDoubted => {
                "Die Prüfung, ob die Nachricht wirklich von der Domain ihrer Absenderadresse stammt, ist fehlgeschlagen. Sie kann gefälscht sein, oder eine Weiterleitung oder Mailingliste liegt dazwischen."
            }
            Note::SignatureBroken => {
                "Die Nachricht trägt eine digitale Signatur, die ihre Herkunft belegt, und diese Signatur ließ sich nicht bestätigen."
            }
            Note::Waited => {
                "Die Nachricht wurde unterwegs aufgehalten, bevor der nächste Mailserver sie angenommen hat."
            }
            Note::PassedUnchecked => {
                "Die Nachricht wurde ohne die übliche Virenprüfung durchgelassen. Bitte öffnen Sie Anhänge nur, wenn Sie sie erwartet haben."
            }
            Note::CauseOurs => "Die Ursache liegt bei uns.",
            Note::CauseTheirs => "Die Ursache liegt auf dem anderen Mailserver.",
            Note::CauseYours => "Die Ursache liegt in den Einstellungen, mit denen es versucht wurde.",
            Note::CauseSender => "Die Ursache liegt auf der Seite des Absenders.",
            Note::StolenPassword => {
                "Wahrscheinlich kennt jemand anderes das Passwort und nutzt das Postfach, um Spam zu versenden."
            }
            Note::TheyDoNotSay => "Der Mailserver des Empfängers nennt keinen Grund.",
            Note::LogDoesNotSay => "Den Grund kennen wir noch nicht.",
            Note::ReplyDoesNotSay => "Die Antwort nennt keinen Grund.",
            Note::TimeIsUp => {
                "Ein Mailserver behält eine Nachricht nur für eine bestimmte Zeit, und in dieser Zeit war kein Versuch erfolgreich."
            }
            Note::TheirsNow => {
                "Von da an ist dieser Server für sie zuständig. Sie kann trotzdem noch im Spam-Ordner des Empfängers landen."
            }
            Note::GreylistedFirst => {
                "Dieser Server hat die Nachricht zuerst warten lassen: Das machen viele Server für einige Minuten, wenn sie einen Absender noch nicht kennen."
            }
            Note::DeferredFirst => {
                "Der erste Versuch hat nicht geklappt, darum hat unser Server es noch einmal versucht. Deshalb hat es länger gedauert."
            }
            Note::HeldFirst => {
                "Unser Server hatte den Server des Absenders zunächst um einen späteren Versuch gebeten, wie es Mailserver bei noch unbekannten Absendern oft tun. Deshalb hat es länger gedauert."
            }
            Note::FullOrAccount => {
                "Das Postfach ist voll, oder das Hostingkonto, zu dem es gehört, hat seinen Speicherplatz aufgebraucht."
            }
            Note::NobodyGetsIt => "Diese Nachricht bekommt niemand.",
            Note::OnlyAsked => "Das war nur eine Nachfrage beim anderen Server.",
            Note::PerhapsStored => "Wir können noch nicht sagen, ob die Nachricht gespeichert wurde.",
            Note::TravelsOn => "Von dort an ist sie als eigene Nachricht unterwegs.",
            Note::InOurSystem => {
                "Sie ist noch innerhalb unseres Systems unterwegs oder wurde dort verarbeitet."
            }
            Note::OursNotYours => {
                "Die Ursache liegt auf unserem Server. Ihr Passwort und Ihre Einstellungen sind in Ordnung."
            }
            Note::NameOrPassword => "Unser Server hat den Benutzernamen oder das Passwort nicht akzeptiert.",
            Note::SomethingWrong => "Während der Verbindung ist etwas schiefgegangen.",
            Note::MarkLosesNothing => {
                "Allein dadurch geht keine Nachricht verloren: Eine markierte Nachricht landet meist im Spam- oder Junk-E-Mail-Ordner. Solche Filter arbeiten automatisch und irren sich manchmal."
            }
            Note::PartDown => "Ein Teil unseres Mailservers funktioniert nicht richtig.",
            Note::DownOrBlocked => {
                "Möglicherweise ist der Mailserver ausgefallen, oder eine Firewall oder ein Internetanbieter blockiert die Verbindung."
            }
        }
    }

    fn todo(&self, todo: Todo) -> &'static str {
        match todo {
            Todo::TheyDecide => {
                "Wir bitten den Anbieter des Empfängers, unseren Server wieder zuzulassen. Unser Server versucht es weiter; falls die Nachricht am Ende nicht zugestellt werden kann, erhält der Absender eine Benachrichtigung."
            }
            Todo::OtherPort => {
                "Bitte stellen Sie den Postausgangsserver in Ihrem E-Mail-Programm oder Gerät auf Port 587 oder 465 ein, und schalten Sie die Authentifizierung mit Ihrer vollständigen E-Mail-Adresse und Ihrem Passwort ein."
            }
            Todo::SlowerThere => {
                "Wir prüfen, was unser Server an diesen Anbieter schickt, stoppen, was unerwünscht ist, und senden den Rest langsamer. Unser Server versucht es weiter; falls eine Nachricht am Ende nicht zugestellt werden kann, wird ihr Absender benachrichtigt. Falls Sie Newsletter versenden, verschicken Sie sie bitte in kleinen Portionen und nur an Personen, die sie bestellt haben."
            }
            Todo::CheckTogether => {
                "Bitte kontaktieren Sie den Empfänger auf anderem Weg, zum Beispiel telefonisch, und prüfen Sie mit ihm die Adresse. Wenn sie stimmt, geben Sie uns Bescheid; wir prüfen dann die Verbindung von unserer Seite."
            }
            Todo::AfterTheHour => {
                "Unser Server versucht es nicht noch einmal: Bitte senden Sie die Nachricht nach Ablauf der Stunde erneut, und senden Sie weniger Nachrichten auf einmal. Für Newsletter verwenden Sie bitte einen Dienst, der dafür gemacht ist."
            }
            Todo::AskIfThere => {
                "Bitte senden Sie die Nachricht nicht noch einmal; fragen Sie zuerst den Empfänger, ob sie angekommen ist."
            }
            Todo::OneAddress => {
                "Bitte korrigieren Sie die Adresse: ein @, dahinter die Domain, keine Leerzeichen und keine Semikolons. Geben Sie mehrere Empfänger einzeln ein. Senden Sie die Nachricht danach noch einmal."
            }
            Todo::DeleteCopies => {
                "Ein neues Programm oder Gerät macht das einmal. Falls ein Programm, das Sie schon benutzt haben, Nachrichten jetzt doppelt anzeigt, können Sie dort die Kopien löschen; es ist nichts verloren. Falls es wieder passiert, geben Sie uns bitte Bescheid."
            }
            Todo::WholeUsername => {
                "Bitte tragen Sie im E-Mail-Programm als Benutzernamen die ganze E-Mail-Adresse ein."
            }
            Todo::OverIpv4 => {
                "Bitte lassen Sie das Programm die Verbindung über IPv4 aufbauen, oder lassen Sie die IPv6-Verbindung seines Rechners prüfen. Wenn es dann noch keine Antwort bekommt, muss dort der Port im Netzwerk freigegeben werden."
            }
            Todo::Delist => {
                "Wir lassen unseren Server von dieser Liste nehmen. Bitte senden Sie die Nachricht erst dann noch einmal, wenn wir uns bei Ihnen gemeldet haben."
            }
            Todo::CorrectRules => {
                "Bitte korrigieren Sie die Regeln, und speichern Sie sie neu. Wenn Sie nicht wissen, wie, geben Sie uns Bescheid; wir helfen Ihnen gern."
            }
            Todo::ClearCache => {
                "Bitte leeren Sie ihren Cache, oder starten Sie sie neu, damit sie die Einstellungen neu einliest. Falls Sie sie nicht selbst betreuen, wenden Sie sich bitte an die zuständige Person."
            }
            Todo::KeepTheCopy => {
                "Die Nachrichten sollten jetzt auf dem Gerät mit diesem Programm sein. Bitte löschen Sie dort weder das Konto noch die Nachrichten: Sie sind vielleicht die einzige Kopie. Um das Postfach auf mehreren Geräten zu nutzen, richten Sie es als IMAP-Konto ein, oder stellen Sie in diesem Programm ein, dass eine Kopie auf dem Server bleibt. Wir helfen Ihnen gern, die Nachrichten zurückzuholen."
            }
            Todo::HostName => {
                "Bitte tragen Sie in den Einstellungen des Geräts oder Programms einen vollständigen Namen mit Punkten als Hostnamen ein, zum Beispiel scanner.firma.de. Falls es diese Einstellung nicht gibt, geben Sie uns Bescheid; wir suchen dann einen anderen Weg."
            }
            Todo::AllGoOutLater => {
                "Die Nachrichten sind nicht verloren: Unser Server versucht es einige Tage lang weiter. Gelingt die Zustellung in dieser Zeit nicht, wird der jeweilige Absender benachrichtigt. Sie brauchen nichts zu tun."
            }
            Todo::UpdateDevice => {
                "Bitte aktualisieren Sie das Programm oder die Software des Geräts. Wenn es keine Aktualisierung gibt, geben Sie uns Bescheid; dann finden wir einen anderen Weg."
            }
            Todo::PortOrDelist => {
                "Falls es Ihr E-Mail-Programm oder Gerät war, stellen Sie dort bitte den Postausgangsserver auf Port 587 oder 465 und schalten Sie die Authentifizierung ein. Falls es ein anderer Mailserver war, muss sein Anbieter ihn von der Sperrliste nehmen lassen."
            }
            Todo::LiftBlock => {
                "Falls das Ihr Internetanschluss ist, suchen Sie dort bitte nach einem Telefon, Computer oder Scanner mit einem alten E-Mail-Passwort und korrigieren Sie es. Geben Sie uns dann Bescheid; wir heben die Sperre auf."
            }
            Todo::OursAddress => {
                "Wir geben Ihnen Bescheid, was wir zu dieser Adresse herausfinden. Falls sie falsch geschrieben ist, muss der Absender sie korrigieren und die Nachricht noch einmal senden."
            }
            Todo::CleanList => {
                "Bitte entfernen Sie falsche Adressen aus Ihrer Liste, und senden Sie die Nachricht nach einer Stunde noch einmal."
            }
            Todo::OursSenderAgain => {
                "Wir geben Ihnen Bescheid, sobald das wieder funktioniert. Bitten Sie dann den Absender, die Nachricht noch einmal zu senden."
            }
            Todo::NotExpected => {
                "Falls Sie die Nachricht nicht erwartet haben, antworten Sie bitte nicht darauf und öffnen Sie weder Links noch Anhänge."
            }
            Todo::OnceItRuns => {
                "Es ist nichts verloren: Sobald das behoben ist, stellt unser Server weiter zu. Sie müssen nichts tun."
            }
            Todo::LetThrough => {
                "Wir lassen diese Server künftig ohne Wartezeit durch. Bitte sagen Sie uns Bescheid, falls die Nachricht bis morgen nicht angekommen ist."
            }
            Todo::OursTheyRetry => {
                "Sie brauchen nichts zu tun: Mailserver versuchen es automatisch erneut, die Nachricht kann also noch ankommen."
            }
            Todo::OursToo => "Wir prüfen auch unsere Seite.",
            Todo::DomainNotSetUp => {
                "Wenn Sie unter dieser Adresse E-Mails empfangen möchten, geben Sie uns bitte Bescheid; dann richten wir ihre Domain auf unserem Server ein."
            }
            Todo::SetClock => {
                "Auf diesem Gerät müssen Datum, Uhrzeit und Zeitzone richtig eingestellt werden. Um die Nachricht zu finden, suchen Sie nach dem Absender, oder sortieren Sie die Liste nach dem Eingang."
            }
            Todo::LookInCatchAll => {
                "Bitte suchen Sie die Nachricht dort. Soll die Adresse ein eigenes Postfach oder einen Alias bekommen, sagen Sie es uns, und wir richten das ein."
            }
            Todo::SetUpService => {
                "Wenn ein Dienst für Sie sendet, etwa Newsletter oder ein Shop, schalten Sie bitte in seinen Einstellungen die Signatur für Ihre Domain ein und tragen Sie die Einträge ein, die er nennt. Wir helfen Ihnen gern dabei."
            }
            Todo::CleanWebsite => {
                "Wir halten die E-Mails der Website an, bis sie sauber ist. Bitte lassen Sie das Skript entfernen, die Website und ihre Erweiterungen aktualisieren und ihre Passwörter ändern."
            }
            Todo::ChangeStolen => {
                "Bitte legen Sie sofort ein neues Passwort fest, an einem Gerät, dem Sie vertrauen, und geben Sie es dann auf allen Geräten ein. Geben Sie uns bitte Bescheid, wenn das erledigt ist; wir halten die Nachrichten an, die noch warten."
            }
            Todo::AskCause => {
                "Bitte antworten Sie auf diese Nachricht; dann sagen wir Ihnen, was zu ändern ist."
            }
            Todo::Nothing => "Sie brauchen nichts zu tun.",
            Todo::NothingYet => "Sie brauchen vorerst nichts zu tun.",
            Todo::Ours => {
                "Sie brauchen keine Einstellungen zu ändern. Wir geben Ihnen Bescheid, sobald das Problem behoben ist."
            }
            Todo::TellWhat => {
                "Wenn etwas weiterhin nicht funktioniert, teilen Sie uns bitte mit, was und wann."
            }
            Todo::GoesOutLater => WAITS,
            Todo::WaitForUs => LOST,
            Todo::Retried => {
                "Sie brauchen vorerst nichts zu tun. Falls die Nachricht am Ende nicht zugestellt werden kann, erhält der Absender eine Benachrichtigung."
            }
            Todo::NoResend => "Sie brauchen die Nachricht nicht noch einmal zu senden.",
            Todo::NoticeInTheEnd => {
                "Falls die Nachricht am Ende nicht zugestellt werden kann, wird der Absender benachrichtigt."
            }
            Todo::SendLater => {
                "Bitte senden Sie die Nachricht etwas später noch einmal. Wenn es dann nicht klappt, geben Sie uns Bescheid."
            }
            Todo::SendAgain => "Senden Sie die Nachricht danach bitte noch einmal.",
            Todo::OtherWay => {
                "Bitte kontaktieren Sie den Empfänger auf anderem Weg, zum Beispiel telefonisch. Nur er oder sein E-Mail-Anbieter kann das beheben."
            }
            Todo::IfUrgent => {
                "Sie brauchen vorerst nichts zu tun. Wenn es eilt, kontaktieren Sie den Empfänger bitte auf anderem Weg."
            }
            Todo::Meanwhile => {
                "Bitte kontaktieren Sie den Empfänger auf anderem Weg, während wir der Sache nachgehen."
            }
            Todo::CheckAddress => {
                "Bitte klären Sie mit dem Empfänger, zum Beispiel telefonisch, ob die Adresse stimmt. Falls Ihr E-Mail-Programm die Adresse automatisch ergänzt, löschen Sie sie zuerst aus den Vorschlägen."
            }
            Todo::CheckDomain => {
                "Bitte prüfen Sie den Teil der Adresse nach dem @-Zeichen. Wenn er stimmt, teilen Sie dem Empfänger bitte auf anderem Weg mit, zum Beispiel telefonisch, dass seine Domain derzeit keine E-Mails empfangen kann."
            }
            Todo::NewAddress => {
                "Bitte fragen Sie den Empfänger nach der neuen Adresse und schreiben Sie dorthin."
            }
            Todo::OtherAddress => "Bitte verwenden Sie eine andere Adresse des Empfängers.",
            Todo::TellFull => {
                "Bitte teilen Sie dem Empfänger auf anderem Weg mit, zum Beispiel telefonisch, dass sein Postfach voll ist."
            }
            Todo::OnceThereIsRoom => {
                "Sobald dort wieder Platz ist, senden Sie die Nachricht bitte noch einmal."
            }
            Todo::AskToAllow => {
                "Bitte kontaktieren Sie den Empfänger auf anderem Weg und bitten Sie ihn, E-Mails von Ihrer Adresse zuzulassen."
            }
            Todo::CheckSender => {
                "Bitte prüfen Sie in den Einstellungen Ihres E-Mail-Programms, ob die Absenderadresse Ihre eigene ist und richtig geschrieben ist."
            }
            Todo::SameAddress => {
                "Bitte tragen Sie in den Einstellungen Ihres E-Mail-Programms oder Ihrer Website eine Absenderadresse ein, die es gibt, und melden Sie sich mit derselben Adresse an."
            }
            Todo::OwnSender => {
                "Bitte senden Sie mit der Adresse des Kontos, mit dem Sie sich anmelden, oder bitten Sie uns, die andere freizugeben."
            }
            Todo::Unblock => {
                "Wir bitten den Anbieter des Empfängers, unseren Server wieder zuzulassen. Bitte senden Sie die Nachricht erst dann noch einmal, wenn wir uns bei Ihnen gemeldet haben."
            }
            Todo::Newsletters => {
                "Falls Sie Newsletter versenden, schreiben Sie bitte nur an Personen, die sie bestellt haben."
            }
            Todo::SenderSignsIn => {
                "Das kann nur ändern, wer die Nachricht gesendet hat: Der Postausgangsserver im E-Mail-Programm oder Gerät muss auf Port 587 oder 465 stehen, mit eingeschalteter Authentifizierung. Falls Sie den Absender kennen, geben Sie das bitte weiter."
            }
            Todo::ConfirmFile => {
                "Wenn Sie diese Datei erwarten, fragen Sie bitte den Absender, zum Beispiel telefonisch, ob sie wirklich von ihm stammt. Wenn ja, geben Sie uns Bescheid, und wir geben sie frei."
            }
            Todo::NoticesEnd => {
                "Sie können diese Rückläufer löschen; meist hören sie nach einigen Tagen auf. Ein neues Passwort ändert daran nichts."
            }
            Todo::Release => {
                "Wenn Sie diese Nachricht erwarten, geben Sie uns bitte Bescheid. Dann geben wir sie frei."
            }
            Todo::AskTheirs => {
                "Bitte wenden Sie sich an den Anbieter dieses Servers, damit er das Zertifikat erneuert. Bis dahin lassen sich dort keine E-Mails abholen."
            }
            Todo::OurRoute => {
                "Falls die Nachricht nicht über unseren Server gesendet wurde, senden Sie sie bitte über den Postausgangsserver, den wir Ihnen genannt haben."
            }
            Todo::DomainRecords => {
                "Falls Sie die Einträge der Domain verwalten oder verwalten lassen, nennen wir Ihnen gern die richtigen."
            }
            Todo::DelistDomain => {
                "Bitte lassen Sie Ihre Website und Ihre Postfächer auf Missbrauch prüfen und beantragen Sie dann beim Betreiber der Liste, die Domain zu entfernen. Wir helfen Ihnen gern dabei."
            }
            Todo::NotYou => {
                "Falls Sie diese Nachricht nicht gesendet haben, ändern Sie bitte Ihr Passwort und geben Sie uns Bescheid."
            }
            Todo::ScanDevice => {
                "Bitte prüfen Sie Ihr Gerät auf Viren und senden Sie diese Datei nicht noch einmal."
            }
            Todo::ShareFile => "Bitte geben Sie die Datei auf anderem Weg weiter, zum Beispiel als Link.",
            Todo::ShareOrSplit => {
                "Bitte geben Sie die Dateien als Link weiter oder verteilen Sie sie auf mehrere Nachrichten."
            }
            Todo::ShareOrOtherApp => {
                "Bitte geben Sie die Datei als Link weiter oder senden Sie die Nachricht mit einem anderen E-Mail-Programm."
            }
            Todo::UpdateProgram => {
                "Bitte aktualisieren Sie das E-Mail-Programm oder das Website-Plugin, das die Nachricht gesendet hat. Wenn es auf dem neuesten Stand ist, teilen Sie uns mit, welches es ist; dann gehen wir der Sache nach."
            }
            Todo::CheckProgram => {
                "Bitte prüfen Sie die Einstellungen des Programms, das die Nachricht gesendet hat, und aktualisieren Sie es, falls es alt ist."
            }
            Todo::Authenticate => {
                "Bitte schalten Sie in Ihrem E-Mail-Programm oder Gerät (etwa einem Scanner oder Drucker) die Authentifizierung für den Postausgangsserver ein, mit Ihrer vollständigen E-Mail-Adresse, Ihrem Passwort und Port 587 oder 465."
            }
            Todo::ProgramAuthenticates => {
                "Bitte schalten Sie in den Einstellungen des Programms oder Geräts die Authentifizierung für den Postausgangsserver ein, mit Ihrer vollständigen E-Mail-Adresse und Ihrem Passwort."
            }
            Todo::ModernSignIn => {
                "Bitte verwenden Sie ein Programm, das sich über die Anmeldeseite des Anbieters anmeldet, oder fragen Sie uns nach einem anderen Weg zum Senden. Ein neues Passwort hilft hier nicht."
            }
            Todo::AskAdministrator => {
                "Bitte legen Sie zuerst ein neues Passwort fest, falls jemand anderes das Konto benutzt. Wenden Sie sich dann an den Administrator Ihrer Organisation, damit die Sperre aufgehoben wird."
            }
            Todo::EnterPassword => {
                "Bitte geben Sie Benutzername und Passwort in Ihrem E-Mail-Programm neu ein. Wenn das nicht hilft, legen Sie bitte ein neues Passwort fest."
            }
            Todo::Slower => {
                "Bitte warten Sie eine Weile und senden Sie weniger Nachrichten auf einmal. Für Newsletter nutzen Sie bitte einen Dienst, der dafür gedacht ist."
            }
            Todo::DidNotSendMany => {
                "Falls Sie nicht so viele Nachrichten gesendet haben, ändern Sie bitte Ihr Passwort und geben Sie uns Bescheid."
            }
            Todo::FewerAtOnce => {
                "Falls Sie an viele Personen auf einmal geschrieben haben, senden Sie bitte an weniger auf einmal. Andernfalls warten Sie einfach ab."
            }
            Todo::CheckForwards => {
                "Falls Sie Ihre E-Mails weiterleiten, stellen Sie bitte sicher, dass keine Weiterleitung zum Ausgangspunkt zurückführt."
            }
            Todo::TellFilterBroken => {
                "Bitte teilen Sie dem Empfänger auf anderem Weg mit, dass ein Filter oder eine automatische Antwort in seinem Postfach nicht funktioniert. Sobald das behoben ist, senden Sie die Nachricht bitte noch einmal."
            }
            Todo::AllowAgain => {
                "Bitte prüfen Sie die Adresse. Wenn sie stimmt, bitten Sie uns, sie wieder freizugeben."
            }
            Todo::NoMoreMailings => "Bitte senden Sie diesem Empfänger keine Rundmails mehr.",
            Todo::WholeNotice => {
                "Bitte senden Sie uns die vollständige Benachrichtigung, die Sie erhalten haben, damit wir der Sache nachgehen können."
            }
            Todo::SetUpMailbox => {
                "Falls die Adresse falsch geschrieben ist, bitten Sie den Absender, sie zu korrigieren. Stimmt sie, prüfen Sie bitte in Ihrem Konto, ob es das Postfach oder den Alias gibt, oder bitten Sie uns, es einzurichten."
            }
            Todo::MakeRoom => {
                "Bitte löschen Sie Nachrichten, die Sie nicht mehr brauchen, und leeren Sie den Papierkorb, oder bitten Sie uns um mehr Speicherplatz."
            }
            Todo::AskWhyDisabled => {
                "Bitte fragen Sie uns, warum das Postfach deaktiviert ist und wie es sich wieder aktivieren lässt."
            }
            Todo::AskSenderSettings => {
                "Bitten Sie den Absender, seine E-Mail-Einstellungen prüfen zu lassen."
            }
            Todo::SenderDelists => {
                "Bitte teilen Sie dem Absender mit, dass sein E-Mail-Anbieter den Server von der Sperrliste entfernen lassen muss."
            }
            Todo::SenderName => {
                "Bitte teilen Sie dem Absender mit, dass sein E-Mail-Anbieter dem sendenden Server einen passenden Namen geben muss."
            }
            Todo::SenderRecords => {
                "Falls Sie den Absender kennen, teilen Sie ihm bitte mit, dass die Einträge seiner Domain ergänzt werden müssen."
            }
            Todo::SenderScans => "Falls Sie den Absender kennen, bitten Sie ihn, sein Gerät zu überprüfen.",
            Todo::SenderShares => {
                "Bitten Sie den Absender, die Datei auf anderem Weg weiterzugeben, zum Beispiel als Link."
            }
            Todo::TellIfWanted => {
                "Falls Sie E-Mails von diesem Absender erhalten möchten, geben Sie uns bitte Bescheid."
            }
            Todo::Suggest => {
                "Bitte geben Sie uns Bescheid; dann schlagen wir Ihnen vor, was Sie ändern können."
            }
            Todo::TellDomain => {
                "Bitte nennen Sie uns Ihre Domain und den Zeitpunkt, zu dem die Nachricht gesendet wurde, damit wir prüfen können, wie Ihre Domain eingerichtet ist."
            }
            Todo::AFewHours => {
                "Bitte warten Sie ein paar Stunden ab. Wenn die Nachricht dann noch fehlt, geben Sie uns bitte Bescheid."
            }
            Todo::TellMissing => {
                "Sie brauchen keine Einstellungen zu ändern. Bitte geben Sie uns Bescheid, falls Nachrichten fehlen."
            }
            Todo::CheckOwnForwards => {
                "Bitte prüfen Sie die Weiterleitungen des Postfachs, oder bitten Sie uns, das zu tun."
            }
            Todo::TurnOffFilters => {
                "Bitte schalten Sie die Filter und automatischen Antworten des Postfachs kurz aus, oder bitten Sie uns, das zu prüfen."
            }
            Todo::TellUs => "Bitte geben Sie uns Bescheid; dann gehen wir der Sache nach.",
            Todo::TellWhoAndWhen => {
                "Falls eine Nachricht fehlt, teilen Sie uns bitte mit, wer sie wann gesendet hat; dann gehen wir der Sache nach."
            }
            Todo::OthersRetry => {
                "Andere Server versuchen es automatisch noch einmal; aus einem E-Mail-Programm senden Sie die Nachricht bitte etwas später erneut."
            }
            Todo::IfMissingTheirs => {
                "Falls die Nachricht fehlt, bitten Sie den Empfänger, in seinem Spam- oder Junk-E-Mail-Ordner nachzusehen. Wenn sie auch dort nicht ist, kann sein E-Mail-Anbieter nach ihr suchen."
            }
            Todo::IfMissingHere => {
                "Falls Sie die Nachricht nicht sehen, schauen Sie bitte im Spam- oder Junk-E-Mail-Ordner und in Ihren anderen Ordnern nach und prüfen Sie die Filterregeln des Postfachs."
            }
            Todo::IfMissingRule => {
                "Falls die Nachricht hätte ankommen sollen, geben Sie uns bitte Bescheid; dann prüfen wir die Regel."
            }
            Todo::IfMissingForward => {
                "Falls die Nachricht dort fehlt, geben Sie uns bitte Bescheid; dann verfolgen wir ihren weiteren Weg."
            }
            Todo::IfMissingTell => {
                "Falls die Nachricht fehlt, geben Sie uns bitte Bescheid; dann prüfen wir, wie es weiterging."
            }
            Todo::IfMissingResend => {
                "Wir korrigieren das auf dem Server. Falls die Nachricht danach fehlt, senden Sie sie bitte noch einmal."
            }
            Todo::IfMissingOpen => {
                "Sie brauchen vorerst nichts zu tun. Falls die Nachricht fehlt, geben Sie uns bitte Bescheid; dann prüfen wir, wie es weiterging."
            }
            Todo::LookInSpamFolder => {
                "Falls Sie auf diese Nachricht gewartet haben, schauen Sie bitte in diesem Ordner nach und markieren Sie sie dort als „Kein Spam“."
            }
            Todo::SentItMarked => {
                "Falls Sie die Nachricht gesendet haben, geben Sie uns Bescheid; dann schlagen wir Ihnen vor, was Sie ändern können."
            }
            Todo::TryAgain => {
                "Bitte versuchen Sie es noch einmal. Wenn es wieder vorkommt, teilen Sie uns mit, wann."
            }
            Todo::Password => SIGN_IN,
            Todo::TellIfWrong => {
                "Wenn etwas nicht funktioniert, teilen Sie uns bitte mit, was und wann; dann kümmern wir uns darum."
            }
            Todo::WhatWanted => {
                "Bitte teilen Sie uns mit, was Sie tun wollten und von wo aus, damit wir der Sache nachgehen können."
            }
            Todo::TellAll => {
                "Bitte nennen Sie uns Absender, Empfänger und Uhrzeit, damit wir der Sache nachgehen können."
            }
            Todo::FreeAccountSpace => {
                "Bitte löschen Sie Dateien oder Nachrichten, die Sie nicht mehr brauchen; auch die Dateien der Website zählen mit. Wenn Sie mehr Speicherplatz brauchen, geben Sie uns Bescheid."
            }
            Todo::NewPassword => {
                "Bitte legen Sie ein neues Passwort fest und geben Sie es dann auf allen Geräten ein."
            }
            Todo::TurnOnEncryption => {
                "Bitte schalten Sie in den Einstellungen des E-Mail-Programms die Verschlüsselung für ein- und ausgehende E-Mails ein. Wir nennen Ihnen gern die richtigen Einstellungen."
            }
            Todo::MatchPorts => {
                "Falls es Ihr E-Mail-Programm war, prüfen Sie bitte, ob Port und Verschlüsselung zusammenpassen: STARTTLS für 587, SSL/TLS für 465, 993 und 995."
            }
        }
    }

    fn clicks(&self, app: App, fix: Fix) -> &'static str {
        match (app, fix) {
            (App::Outlook, Fix::Password | Fix::Outgoing) => {
                "Öffnen Sie im neuen Outlook Einstellungen > Konten > Ihre Konten > Verwalten, entfernen Sie das Konto und fügen Sie es wieder hinzu; unter „Mehr anzeigen“ finden Sie die Servereinstellungen."
            }
            (App::Outlook, Fix::Autocomplete) => {
                "Beginnen Sie im neuen Outlook eine neue Nachricht, tippen Sie die ersten Buchstaben der Adresse ein und klicken Sie auf das X neben dem alten Eintrag."
            }
            (App::OutlookClassic, Fix::Password | Fix::Outgoing) => {
                "Öffnen Sie in Outlook Datei > Kontoeinstellungen > Servereinstellungen; für eingehende und ausgehende E-Mails gibt es dort jeweils eigene Felder."
            }
            (App::OutlookClassic, Fix::Autocomplete) => {
                "Beginnen Sie in Outlook eine neue Nachricht, tippen Sie die ersten Buchstaben der Adresse ein und klicken Sie auf das X neben dem alten Eintrag."
            }
            (App::AppleMail, Fix::Password | Fix::Outgoing) => {
                "Öffnen Sie am Mac in der App „Mail“ das Menü Mail > Einstellungen > Accounts, wählen Sie den Account und öffnen Sie „Servereinstellungen“; für eingehende und ausgehende E-Mails gibt es dort jeweils eigene Felder."
            }
            (App::AppleMail, Fix::Autocomplete) => {
                "Öffnen Sie am Mac in der App „Mail“ das Menü Fenster > Vorherige Empfänger, wählen Sie die Adresse und entfernen Sie sie aus der Liste."
            }
            (App::Iphone, Fix::Password) => {
                "Öffnen Sie auf dem iPhone oder iPad Einstellungen > Apps > Mail > Mail-Accounts, wählen Sie den Account und öffnen Sie die Accounteinstellungen; geben Sie das Passwort dort ein und noch einmal unter „Server für ausgehende E-Mails“."
            }
            (App::Iphone, Fix::Outgoing) => {
                "Öffnen Sie auf dem iPhone oder iPad Einstellungen > Apps > Mail > Mail-Accounts, wählen Sie den Account und öffnen Sie Accounteinstellungen > Server für ausgehende E-Mails > Primärer Server; tragen Sie auch dort den Benutzernamen und das Passwort ein."
            }
            (App::Iphone, Fix::Autocomplete) => {
                "Beginnen Sie auf dem iPhone oder iPad eine neue Nachricht, tippen Sie die ersten Buchstaben der Adresse ein, tippen Sie auf das ⓘ neben dem alten Eintrag und entfernen Sie ihn aus den zuletzt verwendeten Adressen."
            }
            (App::Gmail, Fix::Password) => {
                "Öffnen Sie in der Gmail-App Menü > Einstellungen, wählen Sie das Konto und geben Sie das Passwort sowohl in den Einstellungen für eingehende als auch in denen für ausgehende E-Mails ein."
            }
            (App::Gmail, Fix::Outgoing) => {
                "Öffnen Sie in der Gmail-App Menü > Einstellungen, wählen Sie das Konto und öffnen Sie die Einstellungen für ausgehende E-Mails; schalten Sie dort „Anmeldung erforderlich“ ein."
            }
            (App::Gmail, Fix::Autocomplete) => {
                "Suchen Sie in der App „Google Kontakte“ nach der Adresse, öffnen Sie den alten Eintrag und löschen Sie ihn."
            }
            (App::Thunderbird, Fix::Password) => {
                "Öffnen Sie in Thunderbird Einstellungen > Datenschutz & Sicherheit > Gespeicherte Passwörter und entfernen Sie die Einträge dieses Postfachs; Thunderbird fragt dann nach dem neuen Passwort."
            }
            (App::Thunderbird, Fix::Outgoing) => {
                "Öffnen Sie in Thunderbird Konten-Einstellungen > Postausgangs-Server, wählen Sie den Server und klicken Sie auf „Bearbeiten“."
            }
            (App::Thunderbird, Fix::Autocomplete) => {
                "Öffnen Sie in Thunderbird Adressbuch > Gesammelte Adressen und löschen Sie den alten Eintrag."
            }
            (App::Roundcube, Fix::Password) => {
                "Melden Sie sich im Webmail ab und mit dem neuen Passwort wieder an."
            }
            (App::Roundcube, Fix::Outgoing) => "",
            (App::Roundcube, Fix::Autocomplete) => {
                "Öffnen Sie im Webmail Kontakte > Gesammelte Empfänger und löschen Sie den alten Eintrag."
            }
        }
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Size { size, limit, ours } => {
                let size = size.replace('.', ",");
                let limit = limit.replace('.', ",");
                let by = if *ours { "unser Server" } else { "der Mailserver des Empfängers" };
                format!(
                    "Die Nachricht ist mit ihren Anhängen {size} MB groß, und {by} nimmt höchstens {limit} MB an. Anhänge werden beim Senden um etwa ein Drittel größer."
                )
            }
            Fact::Points { got, enough } => {
                let got = got.replace('.', ",");
                let enough = enough.replace('.', ",");
                format!(
                    "Die Nachricht hat {got} Punkte erhalten; ab {enough} Punkten nimmt unser Server Nachrichten nicht an."
                )
            }
            Fact::PerHour { limit } => format!(
                "Unser Server versendet für Ihre Domain höchstens {limit} Nachrichten pro Stunde, und diese Grenze war erreicht."
            ),
            Fact::Attachment { name } => format!(
                "Unser Filter lässt den Anhang {name} nicht durch: Dateien dieser Art können Schadprogramme enthalten."
            ),
            Fact::BlockList { list } => format!(
                "Der Server, der die Nachricht gesendet hat, steht auf einer Sperrliste ({list}). Das liegt am Server, nicht an Ihnen oder Ihrer Nachricht."
            ),
            Fact::RuleWord { line, word } => format!(
                "In Zeile {line} der Regeln steht „{word}“; das ist in der ersten Zeile (require) nicht angegeben oder falsch geschrieben."
            ),
            Fact::RuleLine { line } => format!("In Zeile {line} der Regeln ist ein Fehler."),
            Fact::RuleAsks { word } => {
                format!("Die Regeln verlangen „{word}“; das bietet unser Server derzeit nicht an.")
            }
            Fact::Folder { folder } => format!("Sie liegt im Ordner {folder}."),
            Fact::HeldUp { server, stay } => format!(
                "Unterwegs hatte der Server {server} die Nachricht{}, bevor der nächste Mailserver sie angenommen hat.",
                between(stay)
            ),
            Fact::Misspelled { domain, meant } => {
                format!("Die Domain {domain} gibt es nicht. Vermutlich war {meant} gemeint.")
            }
            Fact::Origin { domain } => format!(
                "Die Prüfung, ob die Nachricht wirklich von {domain} stammt, ist fehlgeschlagen. Sie kann gefälscht sein, oder der Dienst, der sie gesendet hat, steht nicht in den Einträgen von {domain}."
            ),
            Fact::AcceptedFor { to } => format!("Für {} hat er die Nachricht angenommen.", names(to)),
        }
    }

    fn advice(&self, advice: &Advice) -> String {
        match advice {
            Advice::SenderAddress { account } => format!(
                "Bitte stellen Sie in den Einstellungen des E-Mail-Programms oder Geräts {account} als Absenderadresse ein. Falls Sie die andere Adresse brauchen, bitten Sie uns, sie freizugeben."
            ),
            Advice::Corrected { address } => format!(
                "Bitte korrigieren Sie die Adresse (richtig ist vermutlich {address}) und senden Sie die Nachricht noch einmal."
            ),
            Advice::ServerName { server } => {
                format!(
                    "Bitte tragen Sie in den Einstellungen {server} als Servernamen ein, überall, wo der andere Name steht."
                )
            }
            Advice::Records { domain } => format!(
                "In den Einträgen der Domain {domain} muss unser Mailserver als berechtigter Absender stehen. Falls Sie die Einträge verwalten, fragen Sie uns bitte, was einzutragen ist; falls wir sie für Sie verwalten, geben Sie uns Bescheid, und wir tragen es ein."
            ),
            Advice::Promise { next, end } => format!(
                "Unser Server versucht es am {} noch einmal. Kann die Nachricht bis zum {} nicht zugestellt werden, wird der Absender benachrichtigt.",
                moment(next),
                moment(end)
            ),
        }
    }

    fn defect(&self, defect: Defect) -> &'static str {
        match defect {
            Defect::Storage => "Unser Mailserver hat keinen Platz mehr, um neue Nachrichten zu speichern.",
            Defect::Disk => "Eine Festplatte unseres Mailservers funktioniert nicht richtig.",
            Defect::AccountSpace => "Ein Hostingkonto hat seinen Speicherplatz aufgebraucht.",
            Defect::MailboxFull => "Ein Postfach ist voll.",
            Defect::MailboxDamaged => {
                "Ein Postfach auf unserem Mailserver oder eine Nachricht darin ist beschädigt."
            }
            Defect::Index => {
                "Eine Liste, mit der sich Ordner schneller öffnen lassen, war beschädigt. Unser Server stellt sie aus den Nachrichten wieder her."
            }
            Defect::Permission => {
                "Ein Programm auf unserem Mailserver hat keinen Zugriff auf etwas, das es braucht: eine Datei oder einen Dienst."
            }
            Defect::Missing => "Unserem Mailserver fehlt eine Datei oder ein Ordner.",
            Defect::Locked => "Ein Postfach oder eine Datei war zu lange von einem anderen Programm belegt.",
            Defect::Name => {
                "Ein Name ist zu lang oder enthält Zeichen, die unser Mailserver nicht lesen kann."
            }
            Defect::FileLimit => "Eine Datei auf unserem Mailserver hat ihre Höchstgröße erreicht.",
            Defect::Clock => "Die Uhr unseres Mailservers geht falsch.",
            Defect::Memory => {
                "Ein Programm auf unserem Mailserver braucht mehr Arbeitsspeicher, als verfügbar ist."
            }
            Defect::Overload => "Unser Mailserver hat zu viel auf einmal zu tun.",
            Defect::Stopped => "Ein Teil unseres Mailservers läuft nicht.",
            Defect::Restart => "Ein Teil unseres Mailservers wurde neu gestartet.",
            Defect::Settings => "Eine Einstellung unseres Mailservers ist falsch.",
            Defect::Queue => {
                "Unser Mailserver hat Probleme mit den Dateien, in denen er wartende Nachrichten aufbewahrt."
            }
            Defect::MailboxClosed => "Unser Mailserver kann ein Postfach nicht öffnen.",
            Defect::FilterRules => "Die Filterregeln eines Postfachs funktionieren nicht.",
            Defect::Signing => "Unser Mailserver kann ausgehende Nachrichten nicht signieren.",
            Defect::Database => "Unser Mailserver kann Daten, die er braucht, nicht abrufen.",
            Defect::DatabaseSettings => {
                "Eine Einstellung der Benutzerdatenbank unseres Mailservers ist falsch."
            }
            Defect::DatabaseDamaged => "Die Datenbank unseres Mailservers ist beschädigt.",
            Defect::SignIn => "Der Teil unseres Mailservers, der Passwörter prüft, funktioniert nicht.",
            Defect::AccountLocked => {
                "Ein Konto ist gesperrt oder abgelaufen, deshalb ist dort keine Anmeldung möglich."
            }
            Defect::PasswordExpired => "Das Passwort eines Postfachs ist abgelaufen.",
            Defect::WrongPassword => {
                "Jemand hat bei der Anmeldung einen falschen Benutzernamen oder ein falsches Passwort verwendet."
            }
            Defect::Guessing => "Jemand hat versucht, auf unserem Mailserver Passwörter zu erraten.",
            Defect::NoEncryption => {
                "Ein E-Mail-Programm wollte sich ohne Verschlüsselung anmelden, und das lässt unser Server nicht zu."
            }
            Defect::Mismatch => {
                "Bei der Verbindung eines E-Mail-Programms oder eines anderen Servers passten die Einstellungen für Verschlüsselung und Port nicht zusammen."
            }
            Defect::OurCertificate => {
                "Ein E-Mail-Programm oder ein anderer Server hat das Sicherheitszertifikat unseres Mailservers nicht akzeptiert."
            }
            Defect::OurCertificateExpired => {
                "Ein E-Mail-Programm oder ein anderer Server hat gemeldet, dass das Sicherheitszertifikat unseres Mailservers abgelaufen ist."
            }
            Defect::CertificateFile => {
                "Unser Mailserver kann sein Sicherheitszertifikat oder den Schlüssel dazu nicht verwenden."
            }
            Defect::TheirCertificate => {
                "Unser Mailserver hat das Sicherheitszertifikat eines anderen Servers nicht akzeptiert."
            }
            Defect::Encryption => {
                "Unser Mailserver und ein Programm oder ein anderer Server konnten sich nicht auf eine Verschlüsselung der Verbindung einigen."
            }
            Defect::Connection => "Unser Mailserver kann eine Verbindung nicht herstellen, die er braucht.",
            Defect::Cut => "Eine Verbindung ist abgebrochen, bevor alles erledigt war.",
            Defect::Network => "Ein Teil unseres Mailservers kann das Netzwerk nicht nutzen.",
            Defect::Lookup => "Unser Mailserver kann den Namen eines anderen Servers nicht nachschlagen.",
            Defect::ServerName => "Unser Mailserver findet einen Server unter seinem Namen nicht.",
            Defect::Filter => "Ein Teil unseres Mailservers, der Nachrichten prüft, funktioniert nicht.",
            Defect::Delivery => {
                "Der Teil unseres Mailservers, der Nachrichten in die Postfächer legt, funktioniert nicht."
            }
            Defect::Webmail => "Das Webmail funktioniert nicht.",
            Defect::Minor => {
                "Ein kleiner Teil unseres Mailservers, der keine Nachrichten betrifft, funktioniert nicht."
            }
            Defect::Scanner => {
                "Ein Webbrowser oder ein automatischer Scanner hat Kontakt zu unserem Mailserver aufgenommen."
            }
        }
    }
}
