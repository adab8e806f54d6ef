//! Dutch.

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

/// Dutch, as a support engineer writes to a customer.
pub(super) struct Dutch;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// `26 juli 2023`; without the year where it isn't known.
fn day(at: &WallTime) -> String {
    let month = at.month_of(&MONTHS);
    let year = at.year.map_or_else(String::new, |year| format!(" {year}"));
    format!("{} {month}{year}", at.day)
}

/// `14.28`.
fn clock(at: &WallTime) -> String {
    format!("{}.{:02}", at.hour, at.minute)
}

/// ` (tijdzone Amsterdam)`; empty where the zone isn't known.
fn zone(at: &WallTime) -> String {
    match (at.city(), &at.zone) {
        (Some(city), _) => format!(" (tijdzone {})", city.replace("Brussels", "Brussel")),
        (None, Some(zone)) => format!(" ({zone})"),
        (None, None) => String::new(),
    }
}

/// `26 juli 2023 om 14.28 uur (UTC)`.
fn moment(at: &WallTime) -> String {
    format!("{} om {} uur{}", day(at), clock(at), zone(at))
}

/// ` op 26 juli 2023 om 14.28 uur (UTC)`; empty where there is no time.
fn on(at: &At) -> String {
    at.as_ref().map_or_else(String::new, |at| format!(" op {}", moment(at)))
}

/// ` op 26 juli 2023 tussen 14.28 en 14.36 uur (UTC)`.
fn between(tries: &Tries) -> String {
    match (&tries.first, &tries.last) {
        (Some(first), Some(last)) if first == last => on(&tries.last),
        (Some(first), Some(last)) if first.is_day_of(last) => {
            format!(" op {} tussen {} en {} uur{}", day(last), clock(first), clock(last), zone(last))
        }
        (Some(first), Some(last)) => {
            format!(" tussen {} om {} uur en {}", day(first), clock(first), moment(last))
        }
        _ => String::new(),
    }
}

fn times(tries: &Tries) -> String {
    let number: String = match tries.times {
        2 => "twee keer".into(),
        3 => "drie keer".into(),
        more => format!("{more} keer"),
    };
    if tries.at_least { format!("minstens {number}") } else { number }
}

/// Recipients after a word such as "aan" or "voor".
fn names(to: &[&str]) -> String {
    listed(&named(to, "de ontvanger", "een andere ontvanger"), " en ", |more| match more {
        1 => "nog één ontvanger".into(),
        more => format!("nog {more} ontvangers"),
    })
}

/// A server, at the start of a sentence.
fn server(of: Server<'_>) -> String {
    match of {
        Server::Of(domain) => format!("De mailserver van {domain}"),
        Server::TheirOne => "De mailserver van de ontvanger".into(),
        Server::TheirMany => "De mailserver van de ontvangers".into(),
        Server::OurRelay => "De server waarmee wij e-mail versturen,".into(),
    }
}

/// `de mailbox anna@client.example`, or just some mailbox.
fn mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "een mailbox".into(), |user| format!("de mailbox {user}"))
}

/// `het bericht aan ana@client.example`, where the name may be the reader's own.
fn message(to: &[&str]) -> String {
    match to {
        [""] => "uw bericht".into(),
        to => format!("het bericht aan {}", names(to)),
    }
}

fn points(points: Option<&(String, String)>) -> String {
    points.map_or_else(String::new, |(got, enough)| {
        let (got, enough) = (got.replace('.', ","), enough.replace('.', ","));
        format!(" Het bericht kreeg een score van {got}; vanaf {enough} wordt een bericht gemarkeerd.")
    })
}

/// What our server did to whom it turned away.
fn turned_away(later: bool) -> &'static str {
    if later {
        "Onze server vroeg om het later opnieuw te proberen."
    } else {
        "Onze server heeft het niet geaccepteerd."
    }
}

const SETTINGS_FINE: &str = "Het ligt niet aan uw instellingen.";
const LOOKING: &str = "U hoeft niets te doen.";
const LEAVE: &str = "Laat uw instellingen zoals ze zijn en probeer het later opnieuw.";
const SIGN_IN: &str = "Controleer de gebruikersnaam en voer het wachtwoord opnieuw in op elk apparaat waarop u deze mailbox gebruikt. Weet u het wachtwoord niet zeker, stel dan een nieuw wachtwoord in. Laat het ons weten als u niet zelf hebt geprobeerd in te loggen.";
const FIREWALL: &str = "Het apparaat of de website kreeg geen verbinding met de mailserver, of niet op tijd antwoord. Vaak blokkeert iets ertussen de verbinding, of klopt het serveradres in de instellingen niet.";
const CHECK: &str = "Controleer de servernaam, de poort en de versleuteling in de instellingen (587: STARTTLS; 465, 993 en 995: SSL/TLS) en probeer het daarna via een ander netwerk, zonder VPN en met de e-mailcontrole van de virusscanner uitgeschakeld.";
const WAITS: &str = "Het bericht is niet verloren: onze server blijft het enkele dagen proberen. Lukt het in die tijd niet, dan krijgt de afzender een melding. U hoeft niets te doen.";
const LOST: &str = "Wacht met opnieuw versturen tot u van ons hoort.";

impl Speech for Dutch {
    fn title(&self, title: &Title<'_>) -> String {
        match title {
            Title::Blocked { address } => format!("Het internetadres {address}"),
            Title::From { address } => format!("De verbinding vanaf {address}"),
            Title::Domain { domain } => format!("E-mail van {domain}"),
            Title::App { app, of: None } => format!("E-mail in {app}"),
            Title::App { app, of: Some(of) } => format!("E-mail in {app} ({of})"),
            Title::Server { server } => format!("De verbinding met {server}"),
            Title::Certificate { server } => format!("Het beveiligingscertificaat van {server}"),
            Title::Mailbox { user } => format!("De mailbox {user}"),
            Title::Trouble(Effect::Unsigned) => "De handtekening onder uitgaande berichten".into(),
            Title::Trouble(Effect::Unchecked) => "De controle van inkomende berichten".into(),
            Title::Trouble(Effect::Unscanned) => "Onze controle op spam en virussen".into(),
            Title::Trouble(Effect::SignIn) => "Inloggen op onze mailserver".into(),
            Title::Trouble(Effect::Reading) => "E-mail lezen op onze mailserver".into(),
            Title::Trouble(Effect::Incoming) => "De bezorging in de mailboxen op onze mailserver".into(),
            Title::Trouble(Effect::Door) => "Versturen en ontvangen via onze mailserver".into(),
            Title::Trouble(Effect::Outgoing) => "Uitgaande berichten op onze mailserver".into(),
            Title::Trouble(Effect::Warnings) => "Het beveiligingscertificaat van onze mailserver".into(),
            Title::Trouble(Effect::Webmail) => "Webmail".into(),
            Title::Trouble(Effect::Nothing | Effect::Unclear) => self.title(&Title::Problem),
            Title::Message { from: Some(from), to } if to.is_empty() => format!("Het bericht van {from}"),
            Title::Message { from: Some(from), to } => format!("Het bericht van {from} aan {}", names(to)),
            Title::Message { from: None, to } if to.is_empty() => "Een bericht".into(),
            Title::Message { from: None, to } => format!("Een bericht aan {}", names(to)),
            Title::Notice { to } if to.is_empty() => "Een melding over niet-bezorgde e-mail".into(),
            Title::Notice { to } => format!("Een melding over niet-bezorgde e-mail aan {}", names(to)),
            Title::SentBy { user } => format!("Een bericht dat {user} heeft verstuurd"),
            Title::SignIn { user } => format!("Inloggen op de mailbox {user}"),
            Title::SignInToSend { user } => format!("Inloggen als {user} om e-mail te versturen"),
            Title::Connection => "Een verbinding met onze mailserver".into(),
            Title::Problem => "E-mail op onze mailserver".into(),
            Title::Scan => "Een bericht dat ons spamfilter heeft gecontroleerd".into(),
            Title::AppError => "E-mail in een app of op een website".into(),
            Title::Reply => "Het antwoord van een mailserver".into(),
            Title::Conversation => "De communicatie met een mailserver".into(),
            Title::SignIns => "Inloggen op onze mailserver".into(),
            Title::Connections => "Verbindingen met onze mailserver".into(),
            Title::Messages => "Meerdere berichten".into(),
            Title::MessagesOf { from: Some(from), to } if to.is_empty() => format!("Berichten van {from}"),
            Title::MessagesOf { from: Some(from), to } => format!("Berichten van {from} aan {}", names(to)),
            Title::MessagesOf { from: None, to } => format!("Berichten aan {}", names(to)),
        }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Delivered => "Bezorgd.",
            State::Accepted => "Geaccepteerd door de mailserver van de ontvanger.",
            State::Delayed => "Vertraagd.",
            State::OnItsWay => "Nog onderweg.",
            State::NotDelivered => "Niet bezorgd.",
            State::NotToEveryone => "Niet bij iedereen bezorgd.",
            State::NotKnown => "Nog niet bekend.",
            State::Discarded => "Verwijderd.",
            State::Forwarded => "Doorgestuurd.",
            State::NotAccepted => "Niet geaccepteerd.",
            State::Refused => "Geweigerd.",
            State::MarkedAsSpam => "Als spam gemarkeerd.",
            State::SignInFailed => "Inloggen mislukt.",
        }
    }

    fn acts(&self, acts: Acts) -> &'static str {
        match acts {
            Acts::Us => "We werken eraan.",
            Acts::You => "U kunt dit oplossen.",
            Acts::Sender => "De afzender kan dit oplossen.",
            Acts::Recipient => "Alleen de ontvanger kan dit oplossen.",
            Acts::Owner => "De eigenaar van de mailbox kan dit oplossen.",
            Acts::Provider => "Alleen de provider van de ontvanger kan dit oplossen.",
            Acts::Retries => "Onze server blijft het proberen.",
        }
    }

    fn happened(&self, happened: &Happened<'_>) -> String {
        match happened {
            Happened::Banned { address, user: Some(user), at } => format!(
                "Onze server heeft het internetadres {address}{} geblokkeerd, omdat daar steeds opnieuw met een verkeerd wachtwoord is geprobeerd in te loggen op de mailbox {user}.",
                on(at)
            ),
            Happened::Banned { address, user: None, at } => {
                format!(
                    "Onze server heeft het internetadres {address}{} geblokkeerd, omdat daar steeds opnieuw een verkeerde gebruikersnaam of een verkeerd wachtwoord werd gebruikt.",
                    on(at)
                )
            }
            Happened::NotTaken { from, to, later, at } => {
                let from = from.map_or_else(String::new, |from| format!(" van {from}"));
                let later = if *later { " en vroeg om het later opnieuw te proberen" } else { "" };
                format!(
                    "Onze mailserver accepteerde het bericht{from} aan {}{} niet{later}.",
                    names(to),
                    on(at)
                )
            }
            Happened::SentByStranger { user, at } => format!(
                "In korte tijd zijn{} veel berichten verstuurd via de mailbox {user}, vanaf verschillende plaatsen.",
                on(at)
            ),
            Happened::Delivered { to, at } => {
                format!("Het bericht aan {} is{} bezorgd.", names(to), on(at))
            }
            Happened::Accepted { server: by, to, at } => {
                format!("{} heeft het bericht aan {}{} geaccepteerd.", server(*by), names(to), on(at))
            }
            Happened::Discarded { to, at } => {
                format!(
                    "Een regel op onze mailserver heeft het bericht aan {}{} verwijderd.",
                    names(to),
                    on(at)
                )
            }
            Happened::Forwarded { to, at } => format!(
                "Onze mailserver heeft het bericht voor {}{} doorgestuurd naar een ander adres.",
                names(to),
                on(at)
            ),
            Happened::Probed { to, at } => format!(
                "Onze mailserver heeft{} nagevraagd of e-mail aan {} wordt aangenomen, en het antwoord was ja. Er is geen bericht verstuurd.",
                on(at),
                names(to)
            ),
            Happened::NotRun { to, at } => format!(
                "Een programma dat op onze mailserver e-mail aan {} moet verwerken, kon{} niet worden gestart.",
                names(to),
                on(at)
            ),
            Happened::PassedOn { to, at } => format!(
                "Onze mailserver heeft het bericht aan {}{} doorgegeven aan een ander onderdeel van ons systeem.",
                names(to),
                on(at)
            ),
            Happened::Waits { to, at } => {
                format!("Het bericht aan {} stond{} in de wachtrij van onze mailserver.", names(to), on(at))
            }
            Happened::Trying { to, tries } if tries.times > 1 => format!(
                "Onze mailserver heeft{} {} geprobeerd het bericht aan {} te bezorgen, tot nu toe zonder succes.",
                between(tries),
                times(tries),
                names(to)
            ),
            Happened::Trying { to, tries } => format!(
                "Onze mailserver heeft{} geprobeerd het bericht aan {} te bezorgen, tot nu toe zonder succes.",
                on(&tries.last),
                names(to)
            ),
            Happened::GaveUp { to, tries } if tries.times > 1 => format!(
                "Onze mailserver heeft{} {} geprobeerd het bericht aan {} te bezorgen en is daarna gestopt.",
                between(tries),
                times(tries),
                names(to)
            ),
            Happened::GaveUp { to, tries } => format!(
                "Onze mailserver is{} gestopt met pogingen om het bericht aan {} te bezorgen.",
                on(&tries.last),
                names(to)
            ),
            Happened::Refused { server: by, to, at } => {
                format!("{} heeft het bericht aan {}{} geweigerd.", server(*by), names(to), on(at))
            }
            Happened::Undeliverable { to, at } => {
                format!("Onze mailserver kon het bericht aan {}{} niet bezorgen.", names(to), on(at))
            }
            Happened::Begun { to, at } => {
                format!("Onze mailserver is{} begonnen het bericht aan {} te bezorgen.", on(at), names(to))
            }
            Happened::NoticeDelivered { to } => {
                format!("Volgens de melding is {} bezorgd.", message(to))
            }
            Happened::NoticeDelayed { to } => format!(
                "Volgens de melding is {} nog niet bezorgd. De mailserver die de melding heeft verstuurd, blijft het proberen.",
                message(to)
            ),
            Happened::NoticeAbout { to } => format!("De melding gaat over {}.", message(to)),
            Happened::NoticeFailed { to } => {
                format!("Volgens de melding kon {} niet worden bezorgd.", message(to))
            }
            Happened::TestAccepted { to } => {
                format!("Een mailserver heeft het bericht aan {} geaccepteerd.", names(to))
            }
            Happened::TestDelayed { to } => {
                format!("Een mailserver heeft het bericht aan {} op dat moment niet geaccepteerd.", names(to))
            }
            Happened::TestUnanswered { to } => format!(
                "Een mailserver is gevraagd het bericht aan {} te accepteren. Het antwoord is niet te zien.",
                names(to)
            ),
            Happened::TestRefused { to } => {
                format!("Een mailserver heeft het bericht aan {} geweigerd.", names(to))
            }
            Happened::SignInWorked { user, at } => {
                format!("Een mailprogramma heeft{} ingelogd op {}.", on(at), mailbox(*user))
            }
            Happened::SignInFailed { user, at } => {
                format!("Een mailprogramma kon{} niet inloggen op {}.", on(at), mailbox(*user))
            }
            Happened::FetchedAll { user, count, at } => format!(
                "Een mailprogramma heeft{} alle {count} berichten uit de mailbox {user} opgehaald. Ze staan ook nog op onze server.",
                on(at)
            ),
            Happened::Collected { user, count, at } => format!(
                "Een mailprogramma heeft{} {count} berichten uit de mailbox {user} opgehaald en ze van onze server verwijderd, zoals in dat programma is ingesteld.",
                on(at)
            ),
            Happened::Connected { user, at } => {
                format!("Een mailprogramma was{} verbonden met de mailbox {user}.", on(at))
            }
            Happened::SendSignInFailed { user: Some(user), at } => {
                format!("Een mailprogramma kon{} niet inloggen als {user} om e-mail te versturen.", on(at))
            }
            Happened::SendSignInFailed { user: None, at } => {
                format!("Een mailprogramma kon{} niet inloggen om e-mail te versturen.", on(at))
            }
            Happened::DeliveryProblem { user, at } => {
                format!(
                    "Het programma dat berichten in {} bezorgt, had{} een probleem.",
                    mailbox(*user),
                    on(at)
                )
            }
            Happened::Filed { filing, user, at } => {
                let (to, on) = (mailbox(*user), on(at));
                match filing {
                    Filing::Full => format!("Onze mailserver kon het bericht{on} niet in {to} bezorgen."),
                    Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped => {
                        format!(
                            "Onze mailserver heeft{on} geprobeerd het bericht in {to} te bezorgen, maar dat is nog niet gelukt."
                        )
                    }
                    Filing::Rejected => format!("Een filterregel van {to} heeft het bericht{on} geweigerd."),
                    Filing::ForwardFailed => {
                        format!(
                            "Een filterregel van {to} probeerde het bericht{on} door te sturen, maar dat is niet gelukt."
                        )
                    }
                    Filing::Loop => format!(
                        "Een filterregel van {to} probeerde het bericht{on} door te sturen, maar onze server heeft dat tegengehouden."
                    ),
                    Filing::Broken => {
                        format!("De filterregels van {to} konden{on} niet worden uitgevoerd.")
                    }
                    Filing::StoreFailed => {
                        format!(
                            "Een filterregel van {to} kon het bericht{on} niet in de bedoelde map opslaan."
                        )
                    }
                    Filing::Discarded => {
                        format!("Een filterregel van {to} heeft het bericht{on} verwijderd.")
                    }
                    Filing::Forwarded => {
                        format!(
                            "Een filterregel van {to} heeft het bericht{on} doorgestuurd naar een ander adres."
                        )
                    }
                    Filing::NoFolder => {
                        format!("Het bericht voor {to} moest{on} in een map komen die niet bestaat.")
                    }
                    Filing::Unanswered | Filing::AnsweredBefore => format!(
                        "Onze mailserver heeft het bericht{on} in {to} bezorgd, maar geen afwezigheidsbericht verstuurd."
                    ),
                    Filing::Stored => {
                        format!("Onze mailserver heeft het bericht{on} opgeslagen in een map van {to}.")
                    }
                }
            }
            Happened::Marked { points: got, at } => format!(
                "Ons spamfilter heeft het bericht{} gecontroleerd en als mogelijke spam gemarkeerd.{}",
                on(at),
                points(got.as_ref())
            ),
            Happened::UserTurnedAway { user, from: Some(from), later, at } => format!(
                "Een mailprogramma dat was ingelogd als {user}, probeerde{} een bericht van {from} te versturen. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::UserTurnedAway { user, from: None, later, at } => format!(
                "Een mailprogramma dat was ingelogd als {user}, probeerde{} een bericht te versturen. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::MailTurnedAway { from, later, at } => format!(
                "Een andere server of een mailprogramma probeerde{} een bericht van {from} af te leveren. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::ClientTurnedAway { later: true, at } => format!(
                "Een programma heeft{} verbinding gemaakt met onze mailserver. Onze server vroeg om het later opnieuw te proberen.",
                on(at)
            ),
            Happened::ClientTurnedAway { later: false, at } => {
                format!(
                    "Een programma heeft{} verbinding gemaakt met onze mailserver. Onze server heeft de verbinding geweigerd.",
                    on(at)
                )
            }
            Happened::Came { at } => {
                format!("Een programma heeft{} verbinding gemaakt met onze mailserver.", on(at))
            }
            Happened::MessageTurnedAway { at } => {
                format!("Onze mailserver heeft het bericht{} niet geaccepteerd.", on(at))
            }
            Happened::RequestTurnedAway { later: true, at } => {
                format!(
                    "Onze mailserver heeft een andere server of een app{} gevraagd het later opnieuw te proberen.",
                    on(at)
                )
            }
            Happened::RequestTurnedAway { later: false, at } => {
                format!(
                    "Onze mailserver heeft{} een verzoek van een andere server of een app geweigerd.",
                    on(at)
                )
            }
            Happened::MessageProblem { at } => {
                format!("Onze mailserver had{} een probleem met dit bericht.", on(at))
            }
            Happened::Broken { defect, at } => {
                let what = self.defect(*defect);
                match at {
                    Some(at) => format!("{what} We zagen dit op {}.", moment(at)),
                    None => what.into(),
                }
            }
            Happened::Problem { at } => format!("Onze mailserver had{} een probleem.", on(at)),
            Happened::AppProblem => {
                "Een app, een website of een programma meldde een probleem met een mailserver.".into()
            }
            Happened::AskedLater => "Een mailserver vroeg om het later opnieuw te proberen.".into(),
            Happened::ReplyIsRefusal => {
                "Het antwoord van de mailserver dat we hebben bekeken, is een weigering.".into()
            }
            Happened::TalkRefused => "Een mailserver heeft het verzoek geweigerd.".into(),
            Happened::NoConnection => "De verbinding met een mailserver is niet gelukt.".into(),
        }
    }

    fn more(&self, more: usize) -> String {
        match more {
            1 => "Hetzelfde is nog één keer gebeurd.".into(),
            more => format!("Hetzelfde is nog {more} keer gebeurd."),
        }
    }

    fn reason(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "Er is geen mailbox met dit adres. Misschien zit er een typefout in of is de mailbox verwijderd."
            }
            Reason::HostUnknown => {
                "We konden geen mailserver vinden voor het deel van het adres achter het apenstaartje (@). Misschien zit er een typefout in of is het domein niet ingericht voor e-mail."
            }
            Reason::HasMoved => {
                "De ontvanger heeft een nieuw adres, en e-mail aan het oude adres wordt niet doorgestuurd."
            }
            Reason::Suspend => {
                "De mailbox van de ontvanger bestaat wel, maar is uitgeschakeld en kan daarom geen e-mail ontvangen."
            }
            Reason::MailboxFull => "De mailbox van de ontvanger is vol.",
            Reason::SystemFull => {
                "De mailserver van de ontvanger had geen ruimte meer. Aan de mailbox zelf ligt het niet."
            }
            Reason::Filtered => {
                "Door een instelling van de mailbox of mailinglijst van de ontvanger wordt dit bericht niet toegelaten."
            }
            Reason::NotAccept => {
                "Het domein of de server van de ontvanger geeft aan helemaal geen e-mail te ontvangen."
            }
            Reason::Rejected => {
                "De mailserver van de ontvanger accepteerde het afzenderadres van het bericht niet."
            }
            Reason::Blocked => {
                "De mailserver van de ontvanger accepteert op dit moment geen e-mail van de server die uw bericht heeft verstuurd. Het ligt aan de server, niet aan u of uw bericht."
            }
            Reason::BadReputation => {
                "De mailserver van de ontvanger vertrouwt de verzendende server of het verzendende domein op dit moment niet genoeg."
            }
            Reason::RequirePtr => {
                "De mailserver van de ontvanger controleert welke naam bij het internetadres van de verzendende server hoort. Die naam ontbreekt of klopt niet."
            }
            Reason::AuthFailure => {
                "De mailserver van de ontvanger controleert of de verzendende server e-mail mag versturen voor het domein van de afzender. De domeininstellingen bevestigden dat niet."
            }
            Reason::SpamDetected => {
                "Het spamfilter van de ontvanger heeft het bericht als spam gemarkeerd. Zulke filters vergissen zich weleens."
            }
            Reason::VirusDetected => {
                "Een virusscanner heeft iets schadelijks gevonden in het bericht, in een bijlage of een link."
            }
            Reason::ContentError => {
                "De mailserver van de ontvanger accepteert dit soort bijlagen of de opmaak van het bericht niet."
            }
            Reason::PolicyViolation => {
                "De mailserver van de ontvanger heeft een regel die dit bericht niet toelaat."
            }
            Reason::NotCompliantRfc => {
                "Het bericht is niet goed opgebouwd: iets wat elk bericht nodig heeft, zoals een datum of een afzender, ontbreekt, is ongeldig of staat er dubbel in."
            }
            Reason::MesgTooBig => {
                "Het bericht is met de bijlagen groter dan de mailserver van de ontvanger toestaat. Bij het versturen worden bijlagen ongeveer een derde groter."
            }
            Reason::ExceedLimit => "Het bericht is groter dan de mailbox van de ontvanger accepteert.",
            Reason::NoRelaying => {
                "Voor dit domein neemt de mailserver alleen e-mail aan van gebruikers die zijn ingelogd."
            }
            Reason::SecurityError => {
                "De mailserver accepteerde de gebruikersnaam, het wachtwoord of de manier van inloggen niet."
            }
            Reason::FailedStartTls => {
                "De twee mailservers konden geen beveiligde verbinding tot stand brengen."
            }
            Reason::Speeding => "Er zijn in korte tijd meer berichten verstuurd dan de mailserver toestaat.",
            Reason::Greylisted => {
                "De mailserver van de ontvanger laat e-mail van nog onbekende afzenders eerst even wachten, als controle tegen spam. Meestal wordt het bericht bij een latere poging wel geaccepteerd."
            }
            Reason::TooManyConn => {
                "Er waren meer verbindingen of ontvangers tegelijk dan de mailserver toestaat."
            }
            Reason::NetworkError => {
                "De mailserver van de ontvanger was niet bereikbaar, of de verbinding viel weg."
            }
            Reason::Loop => {
                "Door een doorstuurregel of een instelling van het domein blijft het bericht rondgaan; daarom is het tegengehouden."
            }
            Reason::Expired => {
                "Een mailserver bewaart een bericht maar een bepaalde tijd, en in die tijd is geen enkele poging gelukt."
            }
            Reason::SystemError => "De mailserver van de ontvanger had zelf een probleem.",
            Reason::MailerError => {
                "Een filter, een automatisch antwoord of een ander programma dat bij de mailbox hoort, werkte niet."
            }
            Reason::SyntaxError => "De twee mailservers begrepen elkaar niet.",
            Reason::Suppressed => {
                "Een eerder bericht aan dit adres kon niet worden bezorgd of was ongewenst; daarom probeert de verzenddienst het niet meer."
            }
            Reason::Feedback => "Het bericht is aangekomen, en de ontvanger heeft het als spam gemarkeerd.",
            Reason::Vacation => {
                "Het bericht is aangekomen, en de mailbox heeft automatisch geantwoord, bijvoorbeeld omdat de eigenaar afwezig is."
            }
            Reason::Undefined => "In het antwoord staat niet waarom.",
        }
    }

    fn here(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "Op onze server is geen mailbox met het adres van de ontvanger. Misschien zit er een typefout in of is de mailbox verwijderd."
            }
            Reason::HostUnknown => "Het domein van het adres bestaat niet of heeft geen mailserver.",
            Reason::HasMoved => "De mailbox is verhuisd naar een ander adres.",
            Reason::Suspend => "De mailbox bestaat wel, maar is uitgeschakeld.",
            Reason::MailboxFull => "De mailbox is vol.",
            Reason::SystemFull => self.defect(Defect::Storage),
            Reason::Filtered => {
                "Een regel van onze server of van de mailbox staat e-mail van deze afzender niet toe."
            }
            Reason::NotAccept => "Onze server ontvangt geen e-mail voor dit domein.",
            Reason::Rejected => {
                "Onze server accepteerde het adres van de afzender of de naam van de verzendende server niet."
            }
            Reason::Blocked => {
                "Het internetadres van het verzendende apparaat of de verzendende server staat op een blokkeerlijst."
            }
            Reason::BadReputation => {
                "De verzendende server of het domein ervan heeft een slechte reputatie; daarom accepteert onze server er op dit moment geen e-mail van."
            }
            Reason::RequirePtr => {
                "Bij het internetadres van de verzendende server hoort geen passende naam, en die eist onze server wel."
            }
            Reason::AuthFailure => {
                "Voor het domein van de afzender is vastgelegd welke servers er e-mail voor mogen versturen, en voor de server die dit bericht heeft verstuurd, werd dat niet bevestigd. Het bericht kan vervalst zijn, of de lijst is niet volledig."
            }
            Reason::SpamDetected => {
                "Ons spamfilter heeft het bericht als spam gemarkeerd. Filters vergissen zich weleens."
            }
            Reason::VirusDetected => {
                "Onze automatische controle heeft iets schadelijks gevonden in het bericht, in een bijlage of een link."
            }
            Reason::ContentError => {
                "Onze server accepteert een deel van het bericht niet, zoals een bepaald soort bijlage."
            }
            Reason::PolicyViolation => "Een regel van onze server staat dit bericht niet toe.",
            Reason::NotCompliantRfc | Reason::SyntaxError => {
                "Het verzendende apparaat of programma houdt zich niet aan de regels voor e-mail waarop onze server controleert."
            }
            Reason::MesgTooBig => {
                "Het bericht is met de bijlagen groter dan onze server accepteert. Bij het versturen worden bijlagen ongeveer een derde groter."
            }
            Reason::ExceedLimit => "Het bericht is groter dan de mailbox accepteert.",
            Reason::NoRelaying => {
                "Het bericht was voor een domein dat niet op onze server staat, en de afzender was niet ingelogd."
            }
            Reason::SecurityError => {
                "Onze server staat dit alleen toe aan wie is ingelogd, en er is niet ingelogd of het inloggen is mislukt."
            }
            Reason::FailedStartTls => "Er kon geen versleutelde verbinding worden opgezet.",
            Reason::Speeding => "Er kwamen in korte tijd meer berichten binnen dan onze server accepteert.",
            Reason::Greylisted => {
                "Onze server laat e-mail van nog onbekende afzenders eerst even wachten, als controle tegen spam. Goed ingestelde mailservers proberen het automatisch opnieuw."
            }
            Reason::TooManyConn => "Er kwamen te veel verbindingen of ontvangers tegelijk.",
            Reason::NetworkError => {
                "Een verbinding die voor de bezorging nodig was, kwam niet tot stand of viel weg."
            }
            Reason::Loop => {
                "Door een doorstuurregel of een instelling van het domein blijft het bericht rondgaan; daarom is het tegengehouden."
            }
            Reason::Expired => {
                "Onze server bewaart een bericht maar een bepaalde tijd, en in die tijd is geen enkele poging gelukt."
            }
            Reason::SystemError => "Er werkt iets niet op onze mailserver.",
            Reason::MailerError => {
                "Een filter, een automatisch antwoord of een ander programma dat bij de mailbox hoort, werkte niet."
            }
            Reason::Suppressed => {
                "Een eerder bericht aan dit adres kon niet worden bezorgd of was ongewenst; daarom wordt het niet meer geprobeerd."
            }
            Reason::Feedback => "De ontvanger heeft het bericht als spam gemarkeerd.",
            Reason::Vacation => {
                "De mailbox heeft automatisch geantwoord, bijvoorbeeld omdat de eigenaar afwezig is."
            }
            Reason::Undefined => "Dat komt door een regel van onze server.",
        }
    }

    fn refusal(&self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::IpListed => {
                "De mailserver van de ontvanger accepteert op dit moment geen e-mail van onze server. Het ligt aan de server, niet aan u of uw bericht."
            }
            Refusal::IpDynamic => {
                "De mailserver van de ontvanger accepteert geen e-mail van het adres van onze server. Het ligt aan de server, niet aan u of uw bericht."
            }
            Refusal::IpReputation => {
                "De mailserver van de ontvanger vertrouwt onze server op dit moment niet genoeg."
            }
            Refusal::IpByRecipient => {
                "De organisatie van de ontvanger heeft een regel tegen e-mail van het adres van onze server. Alleen die organisatie kan dat wijzigen."
            }
            Refusal::Ipv6 => {
                "De manier waarop onze server verbinding maakte, werd door de mailserver van de ontvanger niet geaccepteerd. Dat moeten wij aanpassen."
            }
            Refusal::DomainListed => {
                "Een domein in uw bericht, of uw eigen domein, staat op een lijst van verdachte domeinen. Het ligt niet aan onze mailserver."
            }
            Refusal::DomainReputation => {
                "De mailserver van de ontvanger vertrouwt e-mail van uw domein op dit moment niet."
            }
            Refusal::ListUnanswered => {
                "De mailserver van de ontvanger heeft het antwoord van een blokkeerlijst verkeerd begrepen. Het ligt niet aan uw bericht en ook niet aan onze server."
            }
            Refusal::ServerRate => {
                "De mailserver van de ontvanger accepteert op dit moment minder e-mail van onze server, omdat er te veel tegelijk kwam of omdat ontvangers over een deel ervan hebben geklaagd."
            }
            Refusal::SenderRate => {
                "Er zijn vanuit uw account of domein meer berichten verstuurd dan de dienst in één keer toestaat."
            }
            Refusal::RecipientRate => {
                "De mailbox van de ontvanger krijgt op dit moment meer e-mail dan de provider toestaat. Het ligt niet aan u of uw bericht."
            }
            Refusal::AccountStopped => {
                "De dienst die uw e-mail verstuurt, heeft het versturen voor uw account of uw organisatie geblokkeerd."
            }
            Refusal::SendAs => {
                "Het account waarmee u bent ingelogd, mag niet versturen vanaf dit afzenderadres."
            }
            Refusal::SenderDomain => {
                "De mailserver van de ontvanger kon uw domein niet vinden op het internet."
            }
            Refusal::SenderUnverified => {
                "De mailserver van de ontvanger controleerde of uw adres e-mail kan ontvangen, en die controle mislukte."
            }
            Refusal::Helo => {
                "De naam waarmee onze server zich meldt, werd door de mailserver van de ontvanger niet geaccepteerd. Dat moeten wij in orde maken."
            }
            Refusal::Spf | Refusal::SpfBroken | Refusal::Dkim | Refusal::Dmarc => {
                self.reason(Reason::AuthFailure)
            }
            Refusal::Ptr => self.reason(Reason::RequirePtr),
            Refusal::Relay => self.reason(Reason::NoRelaying),
            Refusal::Login => {
                "De mailserver accepteert alleen e-mail na inloggen, en het programma dat het bericht verstuurde, was niet ingelogd."
            }
            Refusal::LocalSetting => "Een instelling van onze mailserver klopt niet.",
            Refusal::OutgoingPort => {
                "Onze mailserver kon die van de ontvanger niet bereiken. Het ligt aan de servers, niet aan u of uw bericht."
            }
            Refusal::SenderIncomplete => {
                "Het afzenderadres van het bericht heeft geen volledig domein; daarom heeft de mailserver van de ontvanger het geweigerd."
            }
            Refusal::NameLookup => {
                "Onze mailserver kon op dat moment niet achterhalen welke server de e-mail voor het domein van de ontvanger aanneemt."
            }
            Refusal::FailureRate => {
                "Te veel berichten van uw account of domein konden niet worden bezorgd; daarom is verder versturen voorlopig stopgezet."
            }
            Refusal::SecureMx => {
                "Het domein van de ontvanger publiceert een regel voor versleutelde bezorging, en de mailserver van dat domein voldoet daar niet aan. Servers die de regel volgen, bezorgen daar niets."
            }
            Refusal::NotInDirectory => {
                "Microsoft 365, dat de e-mail voor het domein van de ontvanger aanneemt, vindt dit adres daar niet. Misschien is het verkeerd gespeld, of het is aan de kant van de ontvanger niet volledig ingesteld."
            }
            Refusal::PlanUsedUp => {
                "De dienst die de e-mail verstuurt, verstuurt voorlopig niets meer, omdat het tegoed van het account daar op is."
            }
            Refusal::AccountClosed => {
                "De dienst die de e-mail verstuurt, accepteert het account daar op dit moment niet: het is geblokkeerd of er staat een rekening open."
            }
            Refusal::LoginRate => {
                "De mailserver laat een tijdlang niemand op dit account inloggen, omdat er te veel pogingen met een verkeerd wachtwoord zijn geweest."
            }
            Refusal::PasswordLogin => {
                "De dienst die uw e-mail verstuurt, accepteert geen gebruikersnaam en wachtwoord meer van het programma dat u gebruikt. Het moet op een nieuwere manier inloggen."
            }
            Refusal::Tls => {
                "De mailserver van de ontvanger accepteert alleen e-mail via een versleutelde verbinding. Dat moeten wij instellen."
            }
            Refusal::Protocol => "De twee mailservers begrepen elkaar niet.",
            Refusal::Closed => self.reason(Reason::Filtered),
            Refusal::CompanyRule => {
                "De organisatie van de ontvanger heeft een regel die dit bericht niet toeliet. Alleen die organisatie kan dat wijzigen."
            }
            Refusal::ForwardForbidden => {
                "Het bericht is automatisch doorgestuurd, en de organisatie die het doorstuurde, staat dat niet toe."
            }
            Refusal::OwnBlock => {
                "De eigen organisatie van de afzender blokkeert e-mail naar dit adres. Alleen de e-mailbeheerder daarvan kan dat wijzigen."
            }
            Refusal::GatewayOnly => {
                "De provider van de ontvanger accepteert e-mail alleen via een andere eigen server. Alleen die provider kan dit oplossen."
            }
            Refusal::AddressUnchecked => {
                "De mailserver van de ontvanger kon het adres op dat moment niet controleren. Het adres kan best kloppen."
            }
            Refusal::RecipientRefused => {
                "De mailserver van de ontvanger heeft dit adres geweigerd zonder te zeggen waarom. Vaak zit er een typefout in het adres of wordt het niet meer gebruikt."
            }
            Refusal::AddressMalformed => {
                "Het adres is niet geschreven zoals een e-mailadres hoort te zijn: misschien staat er een spatie, een puntkomma of twee adressen tegelijk in."
            }
            Refusal::ListForm => {
                "De mailinglijst accepteert het bericht niet in deze vorm. Zet het adres van de lijst bij ‘Aan’ of ‘Cc’ (niet bij ‘Bcc’) en geef het bericht een onderwerp."
            }
            Refusal::LongDown => {
                "De mailserver van de ontvanger is al dagen niet bereikbaar, dus probeert onze server het niet verder."
            }
            Refusal::LineEnds | Refusal::LongLine => {
                "Het programma dat het bericht heeft gemaakt, schrijft het in een vorm die mailservers niet accepteren (vanwege de regelafbreking). Opnieuw proberen helpt niet zolang dat niet is verholpen."
            }
            Refusal::TooManyRecipients => {
                "Het bericht heeft meer ontvangers dan de mailserver in één keer accepteert."
            }
            Refusal::Connector => {
                "De dienst waarmee onze server e-mail verstuurt, herkent hem niet meer. Dat moeten wij herstellen."
            }
            Refusal::SenderBlocked => {
                "De ontvanger, of diens organisatie, heeft uw adres op een lijst met geblokkeerde afzenders staan. Alleen daar kan dat worden gewijzigd."
            }
            Refusal::Unicode => {
                "Voor dit bericht moet een mailserver overweg kunnen met internationale tekens in e-mailadressen, en dat kan de volgende mailserver niet."
            }
        }
    }

    fn cause(&self, cause: Cause) -> [&'static str; 2] {
        match cause {
            Cause::Attack => [
                "Zulke pogingen komen op het internet vaak voor. Onze server heeft ze geweigerd.",
                "U hoeft niets te doen als uw wachtwoord lang is en u het nergens anders gebruikt. Stel anders een nieuw wachtwoord in.",
            ],
            Cause::Tls => [
                "Het mailprogramma en onze server konden geen versleutelde verbinding opzetten.",
                "Als het uw mailprogramma was, controleer dan de servernaam en de versleuteling in de instellingen en werk het programma en het apparaat bij. Helpt dat niet, laat ons dan weten welk programma en welk apparaat u gebruikt.",
            ],
            Cause::Disabled => [
                "Het account bestaat, maar inloggen is ervoor uitgeschakeld. Het ligt niet aan het wachtwoord.",
                "Vraag ons waarom het is uitgeschakeld en hoe het weer kan worden ingeschakeld.",
            ],
            Cause::Expired => [
                "Het wachtwoord is verlopen.",
                "Stel een nieuw wachtwoord in en voer het daarna in op elk apparaat.",
            ],
            Cause::Connections => [
                "Er stonden vanaf dezelfde plek te veel verbindingen met deze mailbox tegelijk open. Elk mailprogramma opent er meerdere. Het ligt niet aan het wachtwoord.",
                "Sluit op al uw apparaten de mailprogramma's die u even niet nodig hebt en probeer het over een paar minuten opnieuw.",
            ],
            Cause::TooMany => [
                "Er stonden vanaf dezelfde internetaansluiting te veel verbindingen tegelijk open. Elk mailprogramma opent er meerdere, en op een kantoor deelt iedereen dezelfde aansluiting.",
                "Gebruiken meerdere mensen deze internetaansluiting, laat ons dan weten om hoeveel apparaten het gaat; we bekijken dan de limiet. Sluit tot die tijd mailprogramma's die u niet nodig hebt, en probeer het over een paar minuten opnieuw.",
            ],
            Cause::AddressNotAllowed => [
                "Het account kan alleen vanaf bepaalde internetaansluitingen worden gebruikt, en deze hoort daar niet bij. Het ligt niet aan het wachtwoord.",
                "Laat ons weten waarvandaan u de mailbox wilt gebruiken; dan bekijken we of we dat kunnen toestaan.",
            ],
            Cause::Plaintext => [
                "Het mailprogramma probeerde zonder versleuteling in te loggen, en dat staat onze server niet toe.",
                "Schakel in de instellingen van het mailprogramma versleuteling in voor inkomende en uitgaande e-mail. Wij kunnen u vertellen welke instellingen u moet kiezen.",
            ],
            Cause::Method => [
                "Het mailprogramma probeerde in te loggen met een methode die onze server niet aanbiedt.",
                "Kies in de instellingen van het mailprogramma ‘normaal wachtwoord’ als authenticatiemethode en zet de versleuteling aan.",
            ],
            Cause::ClientCertificate => [
                "Onze server vraagt het mailprogramma om een certificaat en accepteerde het ontvangen certificaat niet, of kreeg er geen.",
                "Vraag ons om het juiste certificaat.",
            ],
            Cause::AuthService => [
                "Onze server kon het wachtwoord op dat moment niet controleren. Het ligt niet aan uw instellingen.",
                LEAVE,
            ],
            Cause::Backend => [
                "Een deel van ons mailsysteem was op dat moment niet bereikbaar. Het ligt niet aan uw instellingen.",
                LEAVE,
            ],
            Cause::ServerFull => [
                "Onze server bereikte op dat moment een van zijn grenzen. Het ligt niet aan uw instellingen.",
                "Probeer het over een paar minuten opnieuw. Gebeurt het nog een keer, laat het ons dan weten.",
            ],
            Cause::BadName => [
                "De gebruikersnaam die het mailprogramma heeft doorgegeven, is leeg of bevat een teken dat niet is toegestaan, zoals een spatie.",
                "Controleer de gebruikersnaam in het mailprogramma. Meestal is dat uw volledige e-mailadres.",
            ],
            Cause::WrongPassword => [
                "De gebruikersnaam klopt, maar het wachtwoord niet. Vaak gebruikt een van meerdere apparaten nog een oud wachtwoord.",
                "Voer het wachtwoord opnieuw in op elk apparaat waarop u deze mailbox gebruikt. Weet u het niet zeker, stel dan een nieuw wachtwoord in. Laat het ons weten als u niet zelf hebt geprobeerd in te loggen.",
            ],
            Cause::Either | Cause::WrongLogin => {
                ["Onze server accepteerde deze gebruikersnaam met dit wachtwoord niet.", SIGN_IN]
            }
            Cause::NoPassword => [
                "De mailbox bestaat, maar er is nog geen wachtwoord voor ingesteld, dus er kan nog niemand inloggen. Met uw mailprogramma is niets mis.",
                "Stel een wachtwoord in voor de mailbox, of vraag ons dat te doen, en voer het daarna in op elk apparaat.",
            ],
            Cause::ServiceOff => [
                "De mailbox bestaat, maar deze manier om e-mail te lezen of te versturen is ervoor uitgeschakeld. Het ligt niet aan het wachtwoord.",
                "U hoeft in uw mailprogramma niets te wijzigen. Laat het ons weten als u deze dienst nodig hebt; dan zoeken we uit waarom die uitstaat.",
            ],
            Cause::UnknownUser => [
                "Onze server kent deze gebruikersnaam niet. Misschien zit er een typefout in.",
                "Controleer de gebruikersnaam in het mailprogramma letter voor letter. Meestal is dat uw volledige e-mailadres.",
            ],
            Cause::Server => {
                ["Er werkte iets niet op onze server. Het ligt niet aan uw instellingen.", LEAVE]
            }
            Cause::BrokenClient => [
                "Onze server begreep niet wat het programma stuurde. Vaak is dit een automatische scan vanaf het internet, of een app met verkeerde instellingen.",
                "Als het uw mailprogramma was, werk het dan bij of stel het account opnieuw in.",
            ],
            Cause::Refused => ["Onze server heeft de inlogpoging niet geaccepteerd.", SIGN_IN],
            Cause::Config => [
                "Een instelling op onze server klopt niet, waardoor de mailbox niet bereikbaar is. Het ligt niet aan uw eigen instellingen.",
                LOOKING,
            ],
            Cause::Restart => [
                "Onze mailserver werd op dat moment opnieuw gestart of verbrak de verbinding. Mailprogramma's maken vanzelf opnieuw verbinding.",
                "U hoeft niets te doen.",
            ],
            Cause::Unfinished => [
                "Het inloggen is begonnen, maar niet afgemaakt. Eén keer kan geen kwaad; gebeurt het vaak, dan kan het aan het netwerk, een firewall of een virusscanner liggen.",
                "Gebeurt het vaak, probeer dan een ander netwerk en schakel als test de e-mailcontrole van uw virusscanner uit.",
            ],
            Cause::Nobody => [
                "Niemand heeft geprobeerd in te loggen. Zulke verbindingen komen vaak voor.",
                "U hoeft niets te doen.",
            ],
            Cause::Folder => [
                "U hebt met het juiste wachtwoord ingelogd, maar onze server kon de mailbox niet openen. Het ligt niet aan uw instellingen.",
                "Laat uw instellingen zoals ze zijn. We laten het u weten zodra de mailbox weer te openen is.",
            ],
            Cause::Crash => [
                "Een programma op onze server is tijdens de verbinding vastgelopen. Het ligt niet aan uw instellingen.",
                "U hoeft niets te doen. Gebeurt het vaak, laat ons dan weten wanneer.",
            ],
            Cause::Disk => [
                "Onze server kon niet naar zijn schijf schrijven. Het ligt niet aan uw instellingen.",
                LOOKING,
            ],
            Cause::Permission => [
                "Onze server mag de mailbox of een deel ervan niet lezen of beschrijven. Het ligt niet aan uw instellingen.",
                LOOKING,
            ],
            Cause::Quota => [
                "De mailbox is vol.",
                "Verwijder berichten die u niet meer nodig hebt en leeg de prullenbak, of vraag ons om meer ruimte.",
            ],
            Cause::Pop3Lock => [
                "De mailbox was op een ander apparaat geopend. Met deze instellingen kan maar één apparaat tegelijk de mailbox gebruiken.",
                "Wacht een paar minuten, of vraag ons naar de instellingen waarmee meerdere apparaten één mailbox kunnen gebruiken.",
            ],
            Cause::Locked => [
                "Een ander programma op onze server hield de mailbox bezet. Het ligt niet aan uw instellingen.",
                LOOKING,
            ],
            Cause::Unreadable => [
                "Een van de opgeslagen berichten is op onze mailserver op dit moment niet leesbaar en kan daardoor leeg lijken.",
                "Laat ons weten welk bericht het is: de map, de afzender en de datum. Dan bekijken we het op de server.",
            ],
            Cause::Index => [
                "Een lijst waarmee mappen snel opengaan, was beschadigd. Onze server bouwt die opnieuw op uit de berichten.",
                "U hoeft niets te doen. Het kan zijn dat het mailprogramma een map opnieuw laadt. Ontbreken er berichten, laat ons dan weten in welke map.",
            ],
            Cause::Network => [
                "De verbinding viel halverwege weg. Eén keer is normaal, zeker op een telefoon.",
                "Gebeurt het vaak, probeer dan een ander netwerk en schakel als test de e-mailcontrole van uw virusscanner uit.",
            ],
            Cause::Idle => [
                "De verbinding werd een tijdje niet gebruikt, en daarom heeft onze server die verbroken. Dat is normaal.",
                "U hoeft niets te doen: het mailprogramma maakt automatisch opnieuw verbinding. Stoort de melding u, stel het dan in om elke 10 minuten op nieuwe berichten te controleren.",
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
                "De filterregels van de mailbox hebben een bericht verwerkt.",
                "Ziet u het bericht niet, kijk dan in uw andere mappen en controleer de filterregels van de mailbox.",
            ],
        }
    }

    fn filing(&self, filing: Filing) -> [&'static str; 2] {
        match filing {
            Filing::Full => [
                "De mailbox is vol.",
                "Als het uw mailbox is, verwijder dan berichten die u niet meer nodig hebt en leeg de prullenbak, of vraag ons om meer ruimte. Vraag de afzender daarna het bericht opnieuw te versturen.",
            ],
            Filing::Disk => [
                "Onze server kon niet naar zijn schijf schrijven. Hij bewaart het bericht en probeert het automatisch opnieuw.",
                LOOKING,
            ],
            Filing::Permission => [
                "Onze server mag niet naar de mailbox of een deel ervan schrijven. Hij bewaart het bericht en probeert het automatisch opnieuw.",
                LOOKING,
            ],
            Filing::Locked => [
                "Een ander programma op onze server hield de mailbox bezet.",
                "U hoeft voorlopig niets te doen; is het bericht er morgen nog niet, laat het ons dan weten.",
            ],
            Filing::Rejected => [
                "De regel hoort bij deze mailbox of geldt voor alle mailboxen op onze server. De afzender krijgt daar normaal gesproken een melding van.",
                "Als u het bericht wel wilde ontvangen, controleer dan de filterregels van de mailbox. Is geen van de regels van toepassing, laat het ons dan weten.",
            ],
            Filing::ForwardFailed => [
                "Het bericht is op dat moment niet doorgestuurd.",
                "Controleer het adres in de regel. Wij zoeken het ook uit.",
            ],
            Filing::Loop => [
                "Deze mailbox had het bericht al eerder doorgestuurd. Om te voorkomen dat het blijft rondgaan, is het niet nog eens doorgestuurd.",
                "Controleer of er geen doorstuurregel is die weer bij deze mailbox uitkomt.",
            ],
            Filing::Broken => [
                "Iets in de regels werkte niet: er zit een fout in, er ontbreekt een map of het doorsturen is mislukt.",
                "Controleer de filterregels van de mailbox, vooral de mappen en adressen die erin staan. Zien ze er goed uit, laat het ons dan weten; dan bekijken wij de foutmelding voor u.",
            ],
            Filing::StoreFailed => [
                "Onze server kon het bericht op dat moment niet in die map opslaan. De regel zelf kan best kloppen.",
                "Controleer of de map nog bestaat. Wij zoeken het ook uit.",
            ],
            Filing::Stopped => [
                "Iets wat de filterregels van de mailbox nodig hebben, werkte op dat moment niet. Het ligt niet aan de regels zelf, en onze server probeert het automatisch opnieuw.",
                LOOKING,
            ],
            Filing::Discarded => [
                "Tenzij een andere regel het heeft opgeslagen, is het bericht weg. De regel hoort bij deze mailbox of geldt voor alle mailboxen op onze server. De afzender krijgt er geen melding van.",
                "Als u het bericht wel wilde ontvangen, controleer dan de filterregels van de mailbox en vraag de afzender het opnieuw te versturen. Is geen van uw regels van toepassing, laat het ons dan weten.",
            ],
            Filing::Forwarded => [
                "Het bericht is naar dat adres doorgestuurd.",
                "Komt het bericht daar niet aan, controleer dan het adres in de filterregels.",
            ],
            Filing::NoFolder => [
                "In dat geval komt het bericht normaal gesproken in de inbox terecht.",
                "Kijk in de inbox en controleer de filterregels van de mailbox.",
            ],
            Filing::AnsweredBefore => [
                "Deze afzender heeft al een afwezigheidsbericht gekregen. Binnen de periode die in de regel staat, krijgt elke afzender er maar één.",
                "U hoeft niets te wijzigen. Wilt u het testen, schrijf dan vanaf een ander adres, of stel in de regel een kortere periode in.",
            ],
            Filing::Unanswered => [
                "Het bericht was niet aan het adres van de mailbox zelf gericht, maar waarschijnlijk aan een ander adres dat bij deze mailbox uitkomt en niet in de afwezigheidsregel staat.",
                "Zet in de afwezigheidsregel alle adressen waarop u e-mail krijgt als uw eigen adressen. Kunt u die instelling niet vinden, laat het ons dan weten; we helpen u graag.",
            ],
            Filing::Stored => [
                "Een filterregel heeft die map gekozen, of het is de gebruikelijke map.",
                "Ziet u het bericht niet, kijk dan in uw andere mappen en controleer de filterregels van de mailbox.",
            ],
        }
    }

    fn case(&self, case: Case, original: &str, to: &str) -> [String; 3] {
        match case {
            Case::Service => [
                "Een deel van ons mailsysteem werkt op dit moment niet.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayLogin => [
                format!("Onze mailserver verstuurt e-mail via een andere server, en daar kon onze server niet inloggen. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayRefuses => [
                format!("Onze mailserver verstuurt e-mail via een andere server, en die heeft het bericht niet van ons geaccepteerd. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayUnreachable => [
                "Onze mailserver krijgt geen werkende verbinding met de server waarmee hij e-mail verstuurt.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::WrongServer => [
                "De mailserver waar we het bericht naartoe hebben gestuurd, zegt dat hij geen e-mail voor het domein van de ontvanger verwerkt. Dat komt door een instelling van dat domein, niet door uw instellingen.".into(),
                "U hoeft voorlopig niets te doen. Als het haast heeft, laat het de ontvanger dan op een andere manier weten, bijvoorbeeld telefonisch: alleen de ontvanger of diens provider kan het oplossen.".into(),
                "Laat het de ontvanger op een andere manier weten, bijvoorbeeld telefonisch: alleen de ontvanger of diens provider kan het oplossen. Verstuur het bericht daarna opnieuw.".into(),
            ],
            Case::OwnDomain => [
                "Onze mailserver zoekt deze mailbox bij zichzelf en heeft er geen met die naam, hoewel het bericht van hetzelfde domein komt. Het adres kan toch kloppen.".into(),
                "We controleren een instelling van het domein op onze server. U hoeft voorlopig niets te doen.".into(),
                "We controleren een instelling van het domein op onze server. Wacht op ons antwoord voordat u het bericht opnieuw verstuurt.".into(),
            ],
            Case::TheirLogin => [
                "De mailserver waar we het bericht naartoe hebben gestuurd, accepteert het alleen als onze server daar inlogt. Het ligt niet aan uw wachtwoord.".into(),
                "U hoeft voorlopig niets te doen.".into(),
                "Neem zolang op een andere manier contact op met de ontvanger.".into(),
            ],
            Case::Forward => [
                format!("Het bericht was voor {original}, en onze server stuurt e-mail voor dat adres door naar {to}. Op dat tweede adres kon het bericht niet worden bezorgd."),
                format!("Als {original} van u is, wijzig of verwijder dan de doorstuurregel naar {to}."),
                format!("Als {original} van u is, wijzig of verwijder dan de doorstuurregel naar {to}. Als u het bericht hebt verstuurd, neem dan op een andere manier contact op met de ontvanger; het adres dat u hebt gebruikt, klopt."),
            ],
            Case::ForwardUnwanted => {
                let fetch = format!("Als {original} van u is, laat de e-mail dan door het andere account ophalen in plaats van die door te sturen. We helpen u graag om dat in te stellen.");
                [
                    format!("Het bericht was voor {original}, en onze server stuurt e-mail voor dat adres door naar {to}. De mailserver daar heeft het doorgestuurde bericht niet geaccepteerd."),
                    fetch.clone(),
                    fetch,
                ]
            }
            Case::ForwardLoop => {
                let check = format!("We controleren het doorsturen op onze server. Als {original} van u is, zorg er dan voor dat e-mail voor {to} niet weer naar uw adres wordt teruggestuurd.");
                [format!("Het bericht was voor {original}, en onze server stuurt e-mail voor dat adres door naar {to}. Het bleef rondgaan, waarschijnlijk omdat het daarvandaan weer werd teruggestuurd, en is daarom tegengehouden."), check.clone(), check]
            }
            Case::Notice => [
                "Dit was een automatische melding, bijvoorbeeld over een bericht dat niet kon worden bezorgd. De melding zelf kon ook niet worden bezorgd, vaak omdat het adres van de afzender vervalst was.".into(),
                "U hoeft niets te doen.".into(),
                "U hoeft niets te doen: dit bericht is niet door een mens geschreven.".into(),
            ],
            Case::System => {
                let correcting = "Het adres wordt op onze server verbeterd; u hoeft niets te doen.";
                [
                    "Dit bericht is door een programma op onze server geschreven, niet door een mens.".into(),
                    correcting.into(),
                    correcting.into(),
                ]
            }
        }
    }

    fn obstacle(&self, obstacle: ObstacleKind) -> [&'static str; 2] {
        match obstacle {
            ObstacleKind::CertificateDate => [
                "Het beveiligingscertificaat van de mailserver is verlopen, of de klok van het apparaat loopt niet goed.",
                "Controleer de datum en de tijd op het apparaat. Kloppen die, laat het ons dan weten: wij vernieuwen het certificaat, en u hoeft geen instellingen te wijzigen.",
            ],
            ObstacleKind::CertificateName => [
                "De servernaam in de instellingen is een andere dan die in het beveiligingscertificaat van de mailserver.",
                "Vul in de instellingen de servernaam in die u van ons hebt gekregen, voor inkomende en voor uitgaande e-mail.",
            ],
            ObstacleKind::CertificateIssuer => [
                "De app of website vertrouwt het beveiligingscertificaat van de mailserver niet.",
                "Controleer of in de instellingen de servernaam staat die u van ons hebt gekregen. Schakel bij een mailprogramma als test de e-mailcontrole van uw virusscanner uit; werk bij een eigen programma (bijvoorbeeld in Java) de lijst met vertrouwde uitgevers bij. Helpt dat niet, laat het ons dan weten; dan controleren wij het certificaat.",
            ],
            ObstacleKind::PlainPort => [
                "De ingestelde versleuteling en de poort passen niet bij elkaar.",
                "Stel de versleuteling in op STARTTLS voor poort 587, of op SSL/TLS voor poort 465.",
            ],
            ObstacleKind::NoStarttls => [
                "De ingestelde versleuteling en de poort passen niet bij elkaar, of een tussenliggend programma verbergt dat de server kan versleutelen.",
                "Stel voor uitgaande e-mail poort 587 met STARTTLS of poort 465 met SSL/TLS in en schakel als test de e-mailcontrole van uw virusscanner uit.",
            ],
            ObstacleKind::WantsEncryption => [
                "De app of website probeerde zonder versleuteling in te loggen, en dat staat de mailserver niet toe.",
                "Schakel in de instellingen de versleuteling in: voor versturen STARTTLS met poort 587 of SSL/TLS met poort 465, voor ontvangen SSL/TLS met poort 993 of 995.",
            ],
            ObstacleKind::Encryption => [
                "De app of website en de mailserver konden geen versleutelde verbinding opzetten.",
                "Werk de app of website en het apparaat bij en controleer of de versleuteling bij de poort past: STARTTLS voor 587, SSL/TLS voor 465, 993 en 995.",
            ],
            ObstacleKind::Token => [
                "De app of website heeft geen toestemming meer om het account te gebruiken, bijvoorbeeld omdat het wachtwoord is gewijzigd.",
                "Log in de instellingen van de app of website opnieuw in op het account en geef toestemming om e-mail te versturen.",
            ],
            ObstacleKind::AppPassword => [
                "De provider van het account eist voor apps een apart wachtwoord.",
                "Maak in de beveiligingsinstellingen van het account een app-wachtwoord aan en voer dat in de app of op de website in.",
            ],
            ObstacleKind::NoCredentials => [
                "De app of website heeft geen gebruikersnaam of wachtwoord voor de mailserver.",
                "Vul in de instellingen het e-mailadres en het wachtwoord van de mailbox in.",
            ],
            ObstacleKind::Method => [
                "De mailserver biedt de inlogmethode die de app of website gebruikt, niet aan.",
                "Kies ‘normaal wachtwoord’ als authenticatiemethode en schakel de versleuteling in: STARTTLS met poort 587 of SSL/TLS met poort 465.",
            ],
            ObstacleKind::NeedsLogin => [
                "De app of website probeerde te versturen zonder in te loggen, en de mailserver eist dat wel.",
                "Schakel in de instellingen authenticatie in voor de uitgaande server, met het volledige e-mailadres en het wachtwoord van de mailbox die verstuurt.",
            ],
            ObstacleKind::Login => [
                "De mailserver accepteerde de gebruikersnaam of het wachtwoord niet.",
                "Voer het e-mailadres als gebruikersnaam en het wachtwoord opnieuw in, voor inkomende en voor uitgaande e-mail. Lukt inloggen ook in de webmail niet, stel dan een nieuw wachtwoord in.",
            ],
            ObstacleKind::MicrosoftSignIn => [
                "Microsoft liet het account niet inloggen, meestal vanwege een regel van de organisatie.",
                "Log één keer via een browser in op outlook.office.com en volg de aanwijzingen. Lukt het daar ook niet, neem dan contact op met de beheerder van uw organisatie en noem daarbij het nummer achter AADSTS.",
            ],
            ObstacleKind::NameUnknown => [
                "De naam van de mailserver die in de instellingen staat, is niet te vinden.",
                "Controleer de servernaam in de instellingen. Klopt die, controleer dan of het apparaat of de website verbinding heeft met het internet.",
            ],
            ObstacleKind::Silent => [
                "De ingestelde versleuteling en de poort passen niet bij elkaar.",
                "Stel de versleuteling in op SSL/TLS voor poort 465, of op STARTTLS voor poort 587.",
            ],
            ObstacleKind::TurnedAway => [
                FIREWALL,
                "Controleer de servernaam en de poort in de instellingen: 587 of 465 voor versturen, 993 of 995 voor ontvangen.",
            ],
            ObstacleKind::NoRoute | ObstacleKind::NoAnswer | ObstacleKind::NoConnection => [FIREWALL, CHECK],
            ObstacleKind::Offline => [
                "Het apparaat of de app heeft geen verbinding met het internet.",
                "Controleer de internetverbinding van het apparaat en kijk of de app niet in de offlinemodus staat.",
            ],
            ObstacleKind::HungUp => [
                "De verbinding tussen de app of website en de mailserver werd verbroken.",
                "Controleer of de versleuteling bij de poort past (587: STARTTLS; 465, 993 en 995: SSL/TLS) en probeer het zonder VPN en met de e-mailcontrole van de virusscanner uitgeschakeld.",
            ],
            ObstacleKind::NoMailer => [
                "De website kon het bericht niet doorgeven aan het mailsysteem van de eigen server. Het ligt niet aan het adres van de ontvanger.",
                "Stel de website zo in dat e-mail na inloggen via een mailbox van uw domein wordt verstuurd. Wij kunnen u de instellingen geven.",
            ],
            ObstacleKind::LocalMailer => [
                "De website of het script kon het bericht niet doorgeven aan het mailsysteem van de eigen server.",
                "Laat ons weten om welke pagina of welk formulier het ging en wanneer; dan kijken we in het logboek van de server.",
            ],
            ObstacleKind::TooLarge => [
                "Het bericht is met de bijlagen te groot.",
                "Stuur in plaats daarvan een link naar het bestand, of verdeel het over meerdere kleinere berichten.",
            ],
            ObstacleKind::MailboxFull => [
                "De mailbox is vol, dus er kunnen geen berichten meer in worden opgeslagen.",
                "Verwijder grote of oude berichten, vooral uit de verzonden items en de prullenbak, en leeg de prullenbak. Als u meer ruimte nodig hebt, laat het ons dan weten.",
            ],
            ObstacleKind::Sender => [
                "Het adres in het veld Van is geen adres waarmee deze mailbox mag versturen, of het is ongeldig.",
                "Gebruik het adres van de mailbox als afzender. Bij een formulier op een website hoort het adres van de bezoeker in het antwoordadres (Reply-To).",
            ],
            ObstacleKind::Recipient => [
                "Het adres van de ontvanger ontbreekt of klopt niet, of de mailserver accepteerde het niet.",
                "Controleer het adres van de ontvanger en kijk of de app of website inlogt op de uitgaande server.",
            ],
            ObstacleKind::Attachment => [
                "Het bestand voor de bijlage kon niet worden gelezen. De mailserver heeft hier niets mee te maken.",
                "Voeg het bestand opnieuw toe. Controleer bij een website of het bestand er nog staat.",
            ],
            ObstacleKind::ApiKey => [
                "De dienst waarmee de website e-mail verstuurt, accepteerde de sleutel of de afzender niet.",
                "Vul in de instellingen van de website een nieuwe sleutel van die dienst in en controleer bij die dienst of uw domein is geverifieerd.",
            ],
            ObstacleKind::Character => [
                "Het programma kan een teken in de gebruikersnaam, het wachtwoord of een adres niet versturen; meestal is dat een spatie die bij het kopiëren is meegekomen.",
                "Typ de gebruikersnaam en het wachtwoord opnieuw in plaats van ze te plakken, en gebruik in adressen alleen gewone letters.",
            ],
            ObstacleKind::Program => [
                "De website mist een onderdeel dat nodig is om e-mail te versturen.",
                "Vraag de beheerder van de website om dat onderdeel te installeren of bij te werken. Wij kunnen de instellingen van de server controleren.",
            ],
            ObstacleKind::Settings => [
                "De e-mailinstellingen van de app of website zijn onvolledig of kloppen niet.",
                "Loop de e-mailinstellingen nog eens na. Wij kunnen u de juiste gegevens voor uw mailbox geven.",
            ],
            ObstacleKind::Busy => [
                "Te veel apps of apparaten gebruiken deze mailbox tegelijk vanaf dezelfde plek.",
                "Sluit op alle apparaten de mailprogramma's die u even niet nodig hebt en probeer het over een paar minuten opnieuw.",
            ],
            ObstacleKind::InUse => [
                "Een andere app of een ander apparaat heeft deze mailbox al geopend, en een mailbox die met POP3 is ingesteld, kan maar op één plek tegelijk open zijn.",
                "Sluit de andere app of laat die minder vaak e-mail ophalen. Gebruikt u de mailbox op meerdere apparaten, stel die daar dan in met IMAP.",
            ],
            ObstacleKind::Unchecked => [
                "Onze server kon uw mailbox op dat moment niet openen. Het ligt niet aan uw gebruikersnaam of wachtwoord.",
                "Laat de instellingen zoals ze zijn. Wij zoeken het uit op onze server.",
            ],
            ObstacleKind::ManyRecipients => [
                "Het bericht heeft meer ontvangers dan de mailserver in één keer accepteert.",
                "Verstuur het aan minder ontvangers tegelijk of gebruik een mailinglijst.",
            ],
            ObstacleKind::PortsBlocked => [
                "De website kan geen enkele mailserver bereiken: het bedrijf waar de website draait, blokkeert waarschijnlijk uitgaande e-mail.",
                "Vraag dat bedrijf om de poorten 587 en 465 voor uitgaande verbindingen open te zetten, of vraag welke mailserver websites daar moeten gebruiken.",
            ],
            ObstacleKind::Expired => self.cause(Cause::Expired),
            ObstacleKind::Limit => [
                "De limiet voor berichten, ontvangers of pogingen binnen een bepaalde tijd is bereikt.",
                "Wacht een uur en verstuur daarna aan minder ontvangers tegelijk. Als u zelf niet zoveel hebt verstuurd, stel dan meteen een nieuw wachtwoord in en laat het ons weten.",
            ],
            ObstacleKind::Store => [
                "De bestanden waarin het mailprogramma zijn berichten bewaart, zijn beschadigd of vol. Uw berichten op de server zijn in orde.",
                "Controleer in de webmail of uw berichten er staan en stel het account daarna in een nieuw profiel van het programma in. We helpen u daar graag bij.",
            ],
            ObstacleKind::StoreFull => [
                "Het gegevensbestand van het mailprogramma op de computer is vol. Aan uw mailbox op de server ligt het niet.",
                "Archiveer of verwijder in het programma grote en oude berichten, maak de prullenbak leeg en comprimeer daarna het gegevensbestand in de accountinstellingen. We helpen u daar graag bij.",
            ],
            ObstacleKind::Inspected => [
                "Een virusscanner op het apparaat opent de versleutelde verbinding en toont een eigen beveiligingscertificaat. Aan dat van de mailserver ligt het niet.",
                "Schakel in de instellingen van de virusscanner de controle van versleutelde e-mail uit.",
            ],
            ObstacleKind::Unsent => [
                "De app of website meldt dat het bericht niet is verstuurd, maar niet waarom.",
                "Stuur ons de volledige tekst van de foutmelding, met het tijdstip, de afzender en de ontvanger.",
            ],
            ObstacleKind::Unread => [
                "De app of webmail kon niet doen wat u vroeg en meldt niet waarom.",
                "Laat ons weten in welke app of op welke website dit verschijnt en wanneer, zodat we verder kunnen zoeken.",
            ],
        }
    }

    fn effect(&self, effect: Effect) -> &'static str {
        match effect {
            Effect::Unsigned => {
                "Berichten die intussen worden verstuurd, missen mogelijk de digitale handtekening die laat zien waar ze vandaan komen, waardoor ze bij sommige ontvangers in de spammap kunnen belanden."
            }
            Effect::Unchecked => {
                "Inkomende berichten kunnen vertraagd zijn of niet volledig worden gecontroleerd."
            }
            Effect::Unscanned => {
                "Berichten kunnen vertraagd zijn of zonder de gebruikelijke controle worden bezorgd."
            }
            Effect::SignIn => "Inloggen werkt op dit moment misschien niet.",
            Effect::Reading => {
                "Mailprogramma's kunnen op dit moment misschien geen verbinding maken of de mailbox niet tonen."
            }
            Effect::Incoming => "Nieuwe berichten kunnen later binnenkomen.",
            Effect::Door => {
                "Versturen via onze server of e-mail ontvangen werkt op dit moment misschien niet."
            }
            Effect::Outgoing => "Berichten die u verstuurt, kunnen vertraagd zijn.",
            Effect::Warnings => {
                "Mailprogramma's tonen misschien een waarschuwing of krijgen geen verbinding."
            }
            Effect::Webmail => {
                "De webmail geeft op dit moment misschien een foutmelding. Mailprogramma's hebben er geen last van."
            }
            Effect::Nothing => "Het versturen, ontvangen en lezen van e-mail gaat gewoon door.",
            Effect::Unclear => {
                "Het versturen, ontvangen of lezen van e-mail werkt op dit moment misschien niet goed."
            }
        }
    }

    fn elsewhere(&self, of: Elsewhere, provider: &str) -> [String; 2] {
        match of {
            Elsewhere::AppPassword => [
                format!(
                    "{provider} accepteerde de gebruikersnaam of het wachtwoord niet. Apps en websites hebben daar meestal een app-wachtwoord nodig en niet het gewone wachtwoord van het account."
                ),
                format!(
                    "Maak een app-wachtwoord aan in de beveiligingsinstellingen van het account bij {provider} en voer dat in de app of website in. Een nieuw gewoon wachtwoord helpt niet."
                ),
            ],
            Elsewhere::SignInOff => [
                format!(
                    "{provider} laat dit account niet met gebruikersnaam en wachtwoord inloggen om te versturen, ongeacht het wachtwoord."
                ),
                format!(
                    "Vraag de {provider}-beheerder van uw organisatie om versturen met gebruikersnaam en wachtwoord toe te staan voor deze mailbox, of vraag ons naar een andere manier om te versturen. Een nieuw wachtwoord helpt niet."
                ),
            ],
            Elsewhere::Paused => [
                format!(
                    "{provider} heeft inloggen op dit account tijdelijk geblokkeerd, omdat er in korte tijd te veel pogingen waren. Het wachtwoord kan best kloppen."
                ),
                "Sluit mailprogramma's en andere programma's die nog een oud wachtwoord gebruiken en wacht een paar uur. Log daarna één keer in; elke nieuwe poging verlengt de blokkade.".into(),
            ],
            Elsewhere::Unverified => [
                format!(
                    "{provider} verstuurt alleen voor bevestigde adressen en domeinen, en een adres of domein in dit bericht is daar nog niet bevestigd."
                ),
                format!(
                    "Laat het domein of het adres van de afzender bevestigen in het account bij {provider}. Is het account daar nieuw, dan moeten ook ontvangers worden bevestigd, totdat {provider} die beperking opheft."
                ),
            ],
            Elsewhere::SendAs => [
                format!("{provider} laat het ingelogde account niet versturen vanaf dit afzenderadres."),
                format!(
                    "Verstuur vanaf het adres van dat account, of vraag de {provider}-beheerder van uw organisatie om het andere adres toe te staan."
                ),
            ],
        }
    }

    fn note(&self, note: Note) -> &'static str {
        match note {
            Note::ProgramFailed => {
                "Het programma op onze server dat e-mail voor dit adres aanneemt, kon zijn werk niet doen."
            }
            Note::KeptByFilter => {
                "Ons filter houdt het bericht tegen, omdat het op spam of op iets schadelijks lijkt. Het bericht is niet verloren."
            }
            Note::StoppedThere => {
                "Een filter van de server die de melding stuurde, heeft het bericht tegengehouden. Daardoor heeft het de mailserver van de ontvanger nooit bereikt. Zulke filters vergissen zich soms."
            }
            Note::WrongClock => {
                "De klok van het apparaat dat het bericht heeft verstuurd, staat verkeerd. Daardoor heeft het bericht een verkeerde datum en staat het in een lijst op die datum op de verkeerde plaats."
            }
            Note::AccountSpent => {
                "De ruimte van het hostingaccount waar de mailbox bij hoort, is op, ook al is de mailbox zelf niet vol."
            }
            Note::StaleQuota => {
                "Wat onze server bijhoudt over hoe vol de mailbox is, klopte niet meer. Er kan veel minder in zitten."
            }
            Note::Overwritten => {
                "Een firewall voor onze mailserver verandert wat de server zegt. Daardoor werken versleuteling en aanmelden niet."
            }
            Note::CatchAll => {
                "Er is geen mailbox met dit adres. Daarom ging het bericht naar de mailbox die alle e-mail voor onbekende adressen van dit domein krijgt."
            }
            Note::ServiceUnconfirmed => {
                "Een deel van de berichten namens dit domein komt van een dienst die daar niet voor is ingesteld, of is vervalst. Zulke berichten komen vaak in de spammap terecht of worden geweigerd."
            }
            Note::PlantedScript => {
                "Een vreemd script op de website verstuurt spam. Aan het wachtwoord van de mailbox ligt het niet."
            }
            Note::NotFoundHere => "Onze server heeft dit adres bij zichzelf gezocht en niet gevonden.",
            Note::OldEntry => {
                "Het bericht ging naar een oud intern adres dat niet meer bestaat. Mailprogramma's bewaren zulke adressen in hun suggesties."
            }
            Note::Beside => {
                "Onze server meldde op dat moment zelf een klein probleem. Het wachtwoord en de instellingen zijn in orde."
            }
            Note::ChangedAfterSigning => {
                "Het bericht is na het ondertekenen waarschijnlijk gewijzigd, bijvoorbeeld door een voettekst. De controle van de herkomst is toch geslaagd."
            }
            Note::TheirCertificate => {
                "Het beveiligingscertificaat van de andere server is verlopen. Alleen de beheerder van die server kan het vernieuwen."
            }
            Note::AsksToSignIn => {
                "Onze server vroeg een andere mailserver om in te loggen, en dat kunnen mailservers niet. Dat komt door een instelling bij ons."
            }
            Note::WeAreListed => {
                "Het internetadres van onze mailserver staat op een blokkeerlijst, waardoor andere mailservers onze e-mail op dit moment kunnen weigeren."
            }
            Note::ClientsHidden => {
                "Onze server kan niet zien van welke server het bericht werkelijk kwam, en kon de afzender daardoor niet goed controleren."
            }
            Note::TakesTurns => {
                "De provider van de afzender verstuurt om beurten vanaf verschillende servers, en die van ons laat elke server die hij nog niet kent eerst wachten, als bescherming tegen spam."
            }
            Note::LookupDoubtful => {
                "Op dat moment kon onze server niet opzoeken van welk domein en van welke server het bericht kwam. Dat kan liggen aan de instellingen van de afzender of aan onze eigen opzoeking, die we nu nagaan."
            }
            Note::OriginUnreadable => {
                "In de instellingen van het domein van de afzender staat welke servers e-mail namens dat domein mogen versturen. Die lijst bevat een fout, waardoor mailservers niet kunnen nagaan waar het bericht vandaan komt."
            }
            Note::RecordIncomplete => {
                "In de instellingen van het domein van de ontvanger staat een mailserver die niet te vinden is. Alleen wie dat domein beheert, kan dat verbeteren."
            }
            Note::AddressIncomplete => {
                "Het adres is niet volledig: in het deel na het @-teken ontbreekt het einde, zoals ‘.nl’."
            }
            Note::Diverted => {
                "De verbinding werd onderweg omgeleid naar een andere mailserver, die dit wachtwoord niet kent. Het wachtwoord zelf kan goed zijn."
            }
            Note::OurLookup => {
                "Onze server kan de adressen van andere mailservers op dit moment niet opzoeken. De oorzaak ligt bij ons."
            }
            Note::OldEncryption => {
                "Het programma of apparaat biedt alleen oude versies van versleuteling aan, die onze server niet meer accepteert."
            }
            Note::TakesNoCalls => "Onze mailserver kan op dit moment geen e-mail van buitenaf ontvangen.",
            Note::RenewalFailed => {
                "Het beveiligingscertificaat van onze mailserver kon niet worden vernieuwd. Lukt dat niet voordat het verloopt, dan tonen mailprogramma's een waarschuwing."
            }
            Note::CertificateUnfit => {
                "Het beveiligingscertificaat van de mailserver van de ontvanger is niet het certificaat dat de provider heeft gepubliceerd. Daarom stuurt onze server het bericht er niet naartoe. Alleen de provider van de ontvanger kan dat verhelpen."
            }
            Note::CertificateUnproven => {
                "Onze mailserver kon het beveiligingscertificaat van de mailserver van de ontvanger niet controleren. Daarom stuurt hij het bericht er niet naartoe."
            }
            Note::OnlyCopy => {
                "Niemand heeft naar dit adres geschreven: onze server stuurt er van elk bericht een kopie naartoe. Met het bericht zelf is niets aan de hand."
            }
            Note::SearchFails => {
                "Zoeken in de mailbox kan op dit moment mislukken of traag zijn. E-mail komt gewoon binnen en is te openen; het wachtwoord en de instellingen zijn in orde."
            }
            Note::ShowsLate => {
                "Mailprogramma's kunnen nieuwe berichten een paar minuten later tonen, omdat onze server de mailbox op dit moment niet op nieuwe berichten kan controleren. Er gaat geen bericht verloren; het wachtwoord en de instellingen zijn in orde."
            }
            Note::PerhapsThere => {
                "Onze mailserver heeft het hele bericht verstuurd, maar die van de ontvanger heeft het niet op tijd bevestigd. De ontvanger heeft het misschien al, mogelijk meerdere keren."
            }
            Note::NotTriedNow => {
                "Op dat moment is er geen poging gedaan, omdat een eerdere was mislukt en het nog geen tijd was voor de volgende."
            }
            Note::Remembered => {
                "Onze mailserver had nog onthouden dat die van de ontvanger dagenlang niet bereikbaar was, en gaf daarom op zonder nieuwe poging."
            }
            Note::WholeUsername => {
                "In de gebruikersnaam ontbrak het domein: het moet het volledige e-mailadres zijn."
            }
            Note::OverIpv6 => {
                "Het programma heeft de mailserver via IPv6 benaderd en kreeg niet op tijd antwoord."
            }
            Note::RulesOff => {
                "Zolang dat niet is verbeterd, worden de filterregels niet uitgevoerd en komen nieuwe berichten in de inbox."
            }
            Note::OldSettings => {
                "De app of website gebruikt nog oudere mailinstellingen dan de ingevoerde, meestal uit de cache."
            }
            Note::OpenFolder => {
                "Op onze server mogen ook anderen de map van deze mailbox wijzigen. Daarom wordt er voor de veiligheid niets bezorgd totdat dat is verbeterd."
            }
            Note::ListAddress => {
                "De mailinglijst accepteert het bericht niet, omdat haar adres niet bij ‘Aan’ of ‘Cc’ staat. Zet het daar en niet bij ‘Bcc’."
            }
            Note::ListSubject => {
                "De mailinglijst accepteert het bericht niet, omdat het geen onderwerp heeft. Vul er een in."
            }
            Note::ListFormat => {
                "De mailinglijst accepteert een deel van het bericht niet: de opmaak of een bijlage. Verstuur het als platte tekst en zonder bijlagen."
            }
            Note::SearchIndex => {
                "De zoekindex van de mailbox kon niet worden bijgewerkt. E-mail komt gewoon binnen en is te openen, maar bij zoeken kunnen berichten ontbreken."
            }
            Note::Quarantined => {
                "Het filter van de ontvanger houdt het bericht in quarantaine. De ontvanger ziet het daardoor niet in de inbox en ook niet in de map met ongewenste e-mail."
            }
            Note::ReachesNone => {
                "Onze server kan op dit moment geen andere mailservers bereiken. De oorzaak ligt bij ons."
            }
            Note::LookupOurs => {
                "Onze server kan op dit moment niet opzoeken waar e-mail voor andere domeinen moet worden afgeleverd. De oorzaak ligt bij ons."
            }
            Note::LookupFailed => {
                "Onze server kon niet opzoeken waar e-mail voor het domein van de ontvanger moet worden afgeleverd. De fout kan in de gegevens van dat domein zitten of bij het opzoeken aan onze kant."
            }
            Note::TooManyFailed => {
                "Te veel berichten die uw domein in het afgelopen uur heeft verstuurd, konden niet worden bezorgd. Daarom heeft onze server dit bericht verwijderd."
            }
            Note::ContentRule => {
                "Een inhoudsregel van onze mailserver keurde iets in het bericht af, bijvoorbeeld het onderwerp."
            }
            Note::CheckUnanswered => {
                "Voordat onze mailserver een bericht accepteert, controleert hij of een adres daarin bestaat. De mailserver van dat adres gaf geen duidelijk antwoord."
            }
            Note::ListMisread => {
                "Een blokkeerlijst die onze server raadpleegt, weigerde te antwoorden, en onze server vatte dat op als een vermelding op de lijst. Het ligt niet aan de afzender of aan het bericht."
            }
            Note::HomeLine => {
                "De verbinding kwam rechtstreeks uit een thuis-, kantoor- of mobiel netwerk. Mailservers accepteren e-mail daarvandaan alleen na inloggen, via de poorten voor mailprogramma's (587 of 465)."
            }
            Note::HeloRule => {
                "Een regel van onze server accepteert de naam niet waarmee het verzendende apparaat of de verzendende server zich meldde."
            }
            Note::SenderUnverified => {
                "Onze server controleert of het adres van de afzender e-mail kan ontvangen, en die controle is mislukt. Vaak bestaat het adres niet, of is het domein ervan niet volledig ingesteld."
            }
            Note::SenderDomainHere => {
                "Onze server kon het domein van het afzenderadres niet vinden op het internet."
            }
            Note::DomainUnknown => {
                "Onze server is niet ingesteld om e-mail te ontvangen voor het domein van het adres van de ontvanger."
            }
            Note::ChainIncomplete => {
                "De mailserver stuurt zijn beveiligingscertificaten niet volledig mee. Daardoor vertrouwen sommige apps en servers hem niet en tonen ze een waarschuwing."
            }
            Note::CertificateOld => {
                "Het beveiligingscertificaat van de mailserver is verlopen. Daardoor tonen apps een waarschuwing of maken ze geen verbinding."
            }
            Note::CertificateOther => {
                "Het beveiligingscertificaat van de mailserver geldt voor een andere naam dan die waarmee verbinding is gemaakt."
            }
            Note::CertificateUntrusted => {
                "Het beveiligingscertificaat van de mailserver komt niet van een instantie die apps vertrouwen. Daardoor tonen ze een waarschuwing of maken ze geen verbinding."
            }
            Note::MarkedOnArrival => {
                "Onderweg heeft een spamfilter het bericht als mogelijke spam gemarkeerd."
            }
            Note::NameMisused => {
                "Waarschijnlijk verstuurt iemand anders berichten met dit adres als afzender, en andere servers sturen die hierheen terug. Daarvoor is geen toegang tot de mailbox nodig: niets wijst erop dat die ervoor is gebruikt."
            }
            Note::BrokenByForward => {
                "Het bericht is waarschijnlijk echt, maar het is doorgestuurd, en daarbij is het gewijzigd of is het oude afzenderadres behouden. Daardoor kon de volgende mailserver niet bevestigen waar het vandaan komt."
            }
            Note::RecordsUnproven => {
                "De handtekeningen in de records van het domein van de ontvanger zijn ongeldig, waardoor onze server die niet kan vertrouwen. Alleen wie dat domein beheert, kan dit herstellen."
            }
            Note::OriginDoubted => {
                "De controle of het bericht echt van het domein van de afzender komt, is mislukt. Het kan vervalst zijn, of het kwam via een doorstuuradres of een mailinglijst."
            }
            Note::SignatureBroken => {
                "Het bericht heeft een digitale handtekening die laat zien waar het vandaan komt, en die handtekening kon niet worden bevestigd."
            }
            Note::Waited => {
                "Het bericht is onderweg opgehouden voordat de volgende mailserver het accepteerde."
            }
            Note::PassedUnchecked => {
                "Het bericht is doorgelaten zonder de gebruikelijke viruscontrole. Open bijlagen alleen als u ze verwachtte."
            }
            Note::CauseOurs => "De oorzaak ligt bij ons.",
            Note::CauseTheirs => "De oorzaak ligt bij de andere mailserver.",
            Note::CauseYours => "De oorzaak ligt in de instellingen waarmee het is geprobeerd.",
            Note::CauseSender => "De oorzaak ligt aan de kant van de afzender.",
            Note::StolenPassword => {
                "Waarschijnlijk kent iemand anders het wachtwoord en gebruikt die persoon de mailbox om spam te versturen."
            }
            Note::TheyDoNotSay => "De mailserver van de ontvanger zegt niet waarom.",
            Note::LogDoesNotSay => "De reden weten we nog niet.",
            Note::ReplyDoesNotSay => "In het antwoord staat geen reden.",
            Note::TimeIsUp => {
                "Een mailserver bewaart een bericht maar een bepaalde tijd, en in die tijd is geen enkele poging gelukt."
            }
            Note::TheirsNow => {
                "Vanaf dat moment is die server ervoor verantwoordelijk. Het bericht kan nog wel in de spammap van de ontvanger terechtkomen."
            }
            Note::GreylistedFirst => {
                "Die server liet het bericht eerst wachten: veel servers doen dat een paar minuten als ze een afzender nog niet kennen."
            }
            Note::DeferredFirst => {
                "De eerste poging lukte niet, dus heeft onze server het opnieuw geprobeerd. Daarom duurde het langer."
            }
            Note::HeldFirst => {
                "Onze server had de server van de afzender eerst gevraagd het later opnieuw te proberen, zoals mailservers vaak doen bij afzenders die ze nog niet kennen. Daarom duurde het langer."
            }
            Note::FullOrAccount => {
                "De mailbox is vol, of de ruimte van het hostingaccount waar de mailbox bij hoort, is op."
            }
            Note::NobodyGetsIt => "Niemand krijgt dit bericht.",
            Note::OnlyAsked => "Dit was alleen een vraag aan de andere server.",
            Note::PerhapsStored => "We weten nog niet of het bericht is opgeslagen.",
            Note::TravelsOn => "Vanaf daar gaat het als een nieuw bericht verder.",
            Note::InOurSystem => "Het is nog onderweg binnen ons systeem of is daar al verwerkt.",
            Note::OursNotYours => {
                "De oorzaak ligt bij onze server. Uw wachtwoord en uw instellingen zijn in orde."
            }
            Note::NameOrPassword => "Onze server accepteerde de gebruikersnaam of het wachtwoord niet.",
            Note::SomethingWrong => "Er ging iets mis tijdens de verbinding.",
            Note::MarkLosesNothing => {
                "Alleen daardoor raakt een bericht niet kwijt: een gemarkeerd bericht komt meestal in de map Spam of Ongewenste e-mail. Zulke filters werken automatisch en vergissen zich weleens."
            }
            Note::PartDown => "Een onderdeel van onze mailserver werkt niet goed.",
            Note::DownOrBlocked => {
                "Misschien heeft de mailserver een storing, of blokkeert een firewall of internetprovider de verbinding."
            }
        }
    }

    fn todo(&self, todo: Todo) -> &'static str {
        match todo {
            Todo::TheyDecide => {
                "We vragen de provider van de ontvanger om onze server weer toe te laten. Onze server blijft het proberen; kan het bericht uiteindelijk niet worden bezorgd, dan krijgt de afzender een melding."
            }
            Todo::OtherPort => {
                "Stel de uitgaande server in uw mailprogramma of apparaat in op poort 587 of 465, en schakel authenticatie in met uw volledige e-mailadres en uw wachtwoord."
            }
            Todo::SlowerThere => {
                "We gaan na wat onze server naar deze provider stuurt, stoppen wat ongewenst is en versturen de rest langzamer. Onze server blijft het proberen; kan een bericht uiteindelijk niet worden bezorgd, dan krijgt de afzender een melding. Verstuurt u nieuwsbrieven, doe dat dan in kleine porties en alleen aan mensen die daarom hebben gevraagd."
            }
            Todo::CheckTogether => {
                "Neem op een andere manier contact op met de ontvanger, bijvoorbeeld telefonisch, en controleer samen het adres. Klopt het, laat het ons dan weten; we controleren dan de verbinding aan onze kant."
            }
            Todo::AfterTheHour => {
                "Onze server probeert het niet opnieuw: verstuur het bericht nog een keer als het uur voorbij is, en verstuur minder berichten tegelijk. Gebruik voor nieuwsbrieven een dienst die daarvoor is gemaakt."
            }
            Todo::AskIfThere => {
                "Verstuur het bericht niet opnieuw; vraag de ontvanger eerst of het al is aangekomen."
            }
            Todo::OneAddress => {
                "Verbeter het adres: één @, daarachter het domein, zonder spaties of puntkomma's. Vul meerdere ontvangers apart in. Verstuur het bericht daarna opnieuw."
            }
            Todo::DeleteCopies => {
                "Een nieuw mailprogramma of apparaat doet dat één keer. Toont een mailprogramma dat u al gebruikte nu berichten dubbel, dan kunt u de kopieën daar verwijderen; er is niets verloren. Gebeurt het opnieuw, laat het ons dan weten."
            }
            Todo::WholeUsername => {
                "Vul in het mailprogramma het volledige e-mailadres in als gebruikersnaam."
            }
            Todo::OverIpv4 => {
                "Laat het programma via IPv4 verbinden, of laat de IPv6-verbinding van die computer controleren. Komt er dan nog geen antwoord, vraag de beheerder van het netwerk dan om de poort open te zetten."
            }
            Todo::Delist => {
                "We laten onze server van die lijst halen. Wacht met opnieuw versturen tot u van ons hoort."
            }
            Todo::CorrectRules => {
                "Verbeter de filterregels en sla ze opnieuw op. Weet u niet hoe, laat het ons dan weten; we helpen u graag."
            }
            Todo::ClearCache => {
                "Leeg de cache of start de app of website opnieuw, zodat de instellingen opnieuw worden gelezen. Beheert u die niet zelf, vraag het dan aan de beheerder."
            }
            Todo::KeepTheCopy => {
                "De berichten staan nu waarschijnlijk op het apparaat met dat mailprogramma. Verwijder daar het account en de berichten niet: het is misschien de enige kopie. Wilt u de mailbox op meerdere apparaten gebruiken, stel die dan in met IMAP, of kies in dat mailprogramma dat er een kopie op de server blijft. We helpen u graag om de berichten terug te zetten."
            }
            Todo::HostName => {
                "Vul in de instellingen van het apparaat of programma als hostnaam een volledige naam met punten in, bijvoorbeeld scanner.bedrijf.nl. Is die instelling er niet, laat het ons dan weten; we zoeken dan een andere oplossing."
            }
            Todo::AllGoOutLater => {
                "De berichten zijn niet verloren: onze server blijft het enkele dagen proberen. Lukt het met een bericht in die tijd niet, dan krijgt de afzender een melding. U hoeft niets te doen."
            }
            Todo::UpdateDevice => {
                "Werk het programma of de software van het apparaat bij. Is er geen update, laat het ons dan weten; dan zoeken we een andere oplossing."
            }
            Todo::PortOrDelist => {
                "Was het uw mailprogramma of apparaat, stel de uitgaande server daar dan in op poort 587 of 465 en schakel authenticatie in. Was het een andere mailserver, dan moet de provider daarvan hem van de blokkeerlijst laten halen."
            }
            Todo::LiftBlock => {
                "Is dit uw internetaansluiting, zoek daar dan naar een telefoon, computer of scanner met een oud e-mailwachtwoord en pas het aan. Laat het ons daarna weten; dan heffen we de blokkade op."
            }
            Todo::OursAddress => {
                "We laten u weten wat er met dit adres aan de hand is. Is het verkeerd gespeld, dan moet de afzender het verbeteren en het bericht opnieuw sturen."
            }
            Todo::CleanList => "Haal onjuiste adressen uit uw lijst en stuur het bericht na een uur opnieuw.",
            Todo::OursSenderAgain => {
                "We laten het u weten zodra dit weer werkt. Vraag de afzender daarna om het bericht opnieuw te sturen."
            }
            Todo::NotExpected => {
                "Als u het bericht niet verwachtte, beantwoord het dan niet en open geen links of bijlagen."
            }
            Todo::OnceItRuns => {
                "Er is niets verloren: onze server gaat verder met bezorgen zodra dit is verholpen. U hoeft niets te doen."
            }
            Todo::LetThrough => {
                "We laten deze servers voortaan zonder wachttijd door. Is het bericht er morgen nog niet, laat het ons dan weten."
            }
            Todo::OursTheyRetry => {
                "U hoeft niets te doen: mailservers proberen het automatisch opnieuw, dus het bericht kan nog aankomen."
            }
            Todo::OursToo => "Wij controleren het ook aan onze kant.",
            Todo::DomainNotSetUp => {
                "Wilt u op dit adres e-mail ontvangen, laat het ons dan weten; dan stellen we het domein in op onze server."
            }
            Todo::SetClock => {
                "Op dat apparaat moeten de datum, de tijd en de tijdzone goed worden ingesteld. Om het bericht te vinden, zoekt u op de afzender of sorteert u de lijst op het moment van ontvangst."
            }
            Todo::LookInCatchAll => {
                "Zoek het in die mailbox. Moet dit adres een eigen mailbox of een alias krijgen, laat het ons dan weten, dan stellen we dat in."
            }
            Todo::SetUpService => {
                "Verstuurt een dienst e-mail voor u, zoals nieuwsbrieven of een webwinkel, zet daar dan de ondertekening voor uw domein aan en voer de records in die de dienst noemt. We helpen u daar graag bij."
            }
            Todo::CleanWebsite => {
                "We houden de e-mail van de website tegen tot die schoon is. Laat het script verwijderen, de website en de plug-ins bijwerken en de wachtwoorden wijzigen."
            }
            Todo::ChangeStolen => {
                "Stel meteen een nieuw wachtwoord in, op een apparaat dat u vertrouwt, en voer het daarna in op elk apparaat. Laat het ons weten als dat gedaan is; wij houden de berichten tegen die nog wachten."
            }
            Todo::AskCause => "Beantwoord dit bericht, dan vertellen we u wat er moet veranderen.",
            Todo::Nothing => "U hoeft niets te doen.",
            Todo::NothingYet => "U hoeft voorlopig niets te doen.",
            Todo::Ours => {
                "U hoeft geen instellingen te wijzigen. We laten het u weten zodra het is opgelost."
            }
            Todo::TellWhat => "Werkt er nog iets niet, laat ons dan weten wat en wanneer.",
            Todo::GoesOutLater => WAITS,
            Todo::WaitForUs => LOST,
            Todo::Retried => {
                "U hoeft voorlopig niets te doen. Kan het bericht uiteindelijk niet worden bezorgd, dan krijgt de afzender een melding."
            }
            Todo::NoResend => "U hoeft het bericht niet opnieuw te versturen.",
            Todo::NoticeInTheEnd => {
                "Als het uiteindelijk niet kan worden bezorgd, krijgt de afzender een melding."
            }
            Todo::SendLater => {
                "Verstuur het bericht over een tijdje opnieuw. Lukt het dan nog niet, laat het ons dan weten."
            }
            Todo::SendAgain => "Verstuur het bericht daarna opnieuw.",
            Todo::OtherWay => {
                "Neem op een andere manier contact op met de ontvanger, bijvoorbeeld telefonisch. Alleen de ontvanger of diens e-mailprovider kan dit oplossen."
            }
            Todo::IfUrgent => {
                "U hoeft voorlopig niets te doen. Als het haast heeft, neem dan op een andere manier contact op met de ontvanger."
            }
            Todo::Meanwhile => {
                "Neem op een andere manier contact op met de ontvanger terwijl wij dit verder uitzoeken."
            }
            Todo::CheckAddress => {
                "Vraag bij de ontvanger na of het adres klopt, bijvoorbeeld telefonisch. Vult uw mailprogramma het adres automatisch in, verwijder dan eerst dat adres uit de suggesties."
            }
            Todo::CheckDomain => {
                "Controleer het deel van het adres achter het apenstaartje (@). Klopt het, laat de ontvanger dan op een andere manier weten, bijvoorbeeld telefonisch, dat het domein op dit moment geen e-mail kan ontvangen."
            }
            Todo::NewAddress => "Vraag de ontvanger om het nieuwe adres en gebruik dat voortaan.",
            Todo::OtherAddress => "Gebruik een ander adres van de ontvanger.",
            Todo::TellFull => {
                "Laat de ontvanger op een andere manier weten, bijvoorbeeld telefonisch, dat de mailbox vol is."
            }
            Todo::OnceThereIsRoom => "Verstuur het bericht opnieuw zodra er weer ruimte is.",
            Todo::AskToAllow => {
                "Neem op een andere manier contact op met de ontvanger en vraag om e-mail van uw adres toe te staan."
            }
            Todo::CheckSender => {
                "Controleer in de instellingen van uw mailprogramma of het afzenderadres van u is en goed gespeld is."
            }
            Todo::SameAddress => {
                "Stel in uw mailprogramma of website een bestaand adres in als afzender en log met datzelfde adres in."
            }
            Todo::OwnSender => {
                "Verstuur vanaf het adres van het account waarmee u inlogt, of vraag ons om het andere adres toe te staan."
            }
            Todo::Unblock => {
                "We vragen de provider van de ontvanger om onze server weer toe te laten. Wacht met opnieuw versturen tot u van ons hoort."
            }
            Todo::Newsletters => {
                "Als u nieuwsbrieven verstuurt, schrijf dan alleen mensen aan die daarom hebben gevraagd."
            }
            Todo::SenderSignsIn => {
                "Alleen wie het heeft verstuurd, kan dat veranderen: de uitgaande server in het mailprogramma of apparaat moet op poort 587 of 465 staan, met authenticatie ingeschakeld. Kent u de afzender, geef dit dan door."
            }
            Todo::ConfirmFile => {
                "Verwacht u dit bestand, vraag dan de afzender, bijvoorbeeld telefonisch, of het echt van hem komt. Zo ja, laat het ons weten, dan geven wij het vrij."
            }
            Todo::NoticesEnd => {
                "U kunt deze meldingen verwijderen; meestal houden ze na enkele dagen op. Een nieuw wachtwoord verandert daar niets aan."
            }
            Todo::Release => "Verwacht u dit bericht, laat het ons dan weten. Dan geven wij het vrij.",
            Todo::AskTheirs => {
                "Vraag de provider van die server om het certificaat te vernieuwen. Tot die tijd kan daar geen e-mail worden opgehaald."
            }
            Todo::OurRoute => {
                "Als het bericht niet via onze server is gegaan, verstuur het dan via de uitgaande server die u van ons hebt gekregen."
            }
            Todo::DomainRecords => {
                "Als u of iemand anders de domeininstellingen beheert, kunnen wij vertellen welke records nodig zijn."
            }
            Todo::DelistDomain => {
                "Laat uw website en mailboxen controleren op misbruik en vraag daarna de beheerder van de lijst om het domein te verwijderen. We helpen u daar graag bij."
            }
            Todo::NotYou => {
                "Als u dit bericht niet zelf hebt verstuurd, wijzig dan uw wachtwoord en laat het ons weten."
            }
            Todo::ScanDevice => {
                "Controleer uw apparaat op virussen en verstuur dit bestand niet nog een keer."
            }
            Todo::ShareFile => "Deel het bestand op een andere manier, bijvoorbeeld als link.",
            Todo::ShareOrSplit => "Deel de bestanden als link of verdeel ze over meerdere berichten.",
            Todo::ShareOrOtherApp => {
                "Deel het bestand als link, of verstuur het bericht met een ander mailprogramma."
            }
            Todo::UpdateProgram => {
                "Werk het mailprogramma of de plug-in van de website bij waarmee het bericht is verstuurd. Is alles al bijgewerkt, laat ons dan weten om welk programma het gaat; dan zoeken we verder."
            }
            Todo::CheckProgram => {
                "Controleer de instellingen van het programma dat het bericht heeft verstuurd en werk het bij als het oud is."
            }
            Todo::Authenticate => {
                "Schakel in uw mailprogramma of apparaat (bijvoorbeeld een scanner of printer) authenticatie in voor de uitgaande server, met uw volledige e-mailadres, uw wachtwoord en poort 587 of 465."
            }
            Todo::ProgramAuthenticates => {
                "Schakel in de instellingen van het programma of apparaat authenticatie in voor de uitgaande server, met uw volledige e-mailadres en uw wachtwoord."
            }
            Todo::ModernSignIn => {
                "Gebruik een mailprogramma of ander programma dat inlogt via de inlogpagina van de provider, of vraag ons naar een andere manier om te versturen. Een nieuw wachtwoord helpt niet."
            }
            Todo::AskAdministrator => {
                "Stel eerst een nieuw wachtwoord in, voor het geval iemand anders het account gebruikt. Vraag daarna de beheerder van uw organisatie om de blokkade te laten opheffen."
            }
            Todo::EnterPassword => {
                "Voer uw gebruikersnaam en wachtwoord opnieuw in uw mailprogramma in. Helpt dat niet, stel dan een nieuw wachtwoord in."
            }
            Todo::Slower => {
                "Wacht een tijdje en verstuur minder berichten tegelijk. Gebruik voor nieuwsbrieven een dienst die daarvoor bedoeld is."
            }
            Todo::DidNotSendMany => {
                "Als u zelf niet zoveel berichten hebt verstuurd, wijzig dan uw wachtwoord en laat het ons weten."
            }
            Todo::FewerAtOnce => {
                "Als u veel mensen tegelijk hebt aangeschreven, verstuur dan aan minder mensen tegelijk. Anders hoeft u alleen even te wachten."
            }
            Todo::CheckForwards => {
                "Als u uw e-mail laat doorsturen, controleer dan of er geen doorstuurregel is die weer bij het begin uitkomt."
            }
            Todo::TellFilterBroken => {
                "Laat de ontvanger op een andere manier weten dat een filter of een automatisch antwoord van de mailbox niet werkt. Verstuur het bericht opnieuw als dat is opgelost."
            }
            Todo::AllowAgain => "Controleer het adres. Klopt het, vraag ons dan om het weer toe te staan.",
            Todo::NoMoreMailings => "Stuur deze ontvanger geen mailings meer.",
            Todo::WholeNotice => {
                "Stuur ons de volledige melding die u hebt gekregen, zodat we verder kunnen zoeken."
            }
            Todo::SetUpMailbox => {
                "Is het adres verkeerd gespeld, vraag de afzender dan om het te verbeteren. Klopt het wel, controleer dan in uw account of de mailbox of alias bestaat, of vraag ons om die aan te maken."
            }
            Todo::MakeRoom => {
                "Verwijder berichten die u niet meer nodig hebt en leeg de prullenbak, of vraag ons om meer ruimte."
            }
            Todo::AskWhyDisabled => {
                "Vraag ons waarom de mailbox is uitgeschakeld en hoe die weer kan worden ingeschakeld."
            }
            Todo::AskSenderSettings => "Vraag de afzender om de e-mailinstellingen te laten controleren.",
            Todo::SenderDelists => {
                "Laat de afzender weten dat diens e-mailprovider de server van de blokkeerlijst moet laten halen."
            }
            Todo::SenderName => {
                "Laat de afzender weten dat diens e-mailprovider de verzendende server een passende naam moet geven."
            }
            Todo::SenderRecords => {
                "Als u de afzender kent, geef dan door dat de instellingen van diens domein moeten worden aangevuld."
            }
            Todo::SenderScans => {
                "Als u de afzender kent, vraag dan om het verzendende apparaat te controleren."
            }
            Todo::SenderShares => {
                "Vraag de afzender om het bestand op een andere manier te delen, bijvoorbeeld als link."
            }
            Todo::TellIfWanted => "Laat het ons weten als u wel e-mail van deze afzender wilt ontvangen.",
            Todo::Suggest => "Laat het ons weten; dan kunnen we aangeven wat u kunt veranderen.",
            Todo::TellDomain => {
                "Laat ons weten wat uw domein is en wanneer het bericht is verstuurd, zodat we kunnen nagaan hoe uw domein is ingesteld."
            }
            Todo::AFewHours => "Wacht een paar uur. Is het bericht er dan nog niet, laat het ons dan weten.",
            Todo::TellMissing => {
                "U hoeft geen instellingen te wijzigen. Laat het ons weten als u berichten mist."
            }
            Todo::CheckOwnForwards => {
                "Controleer de doorstuurregels van de mailbox, of vraag ons om ernaar te kijken."
            }
            Todo::TurnOffFilters => {
                "Schakel de filters en automatische antwoorden van de mailbox even uit, of vraag ons om ernaar te kijken."
            }
            Todo::TellUs => "Laat het ons weten; dan zoeken we uit hoe het komt.",
            Todo::TellWhoAndWhen => {
                "Als u een bericht mist, laat ons dan weten wie het heeft verstuurd en wanneer; dan zoeken we uit hoe het komt."
            }
            Todo::OthersRetry => {
                "Andere servers proberen het automatisch opnieuw; gebruikt u een mailprogramma, verstuur het bericht dan over een tijdje opnieuw."
            }
            Todo::IfMissingTheirs => {
                "Is het bericht niet te vinden, vraag de ontvanger dan om in de map Spam of Ongewenste e-mail te kijken. Staat het daar ook niet, dan kan diens e-mailprovider het opzoeken."
            }
            Todo::IfMissingHere => {
                "Ziet u het niet, kijk dan in de map Spam of Ongewenste e-mail, in uw andere mappen en bij de filterregels van de mailbox."
            }
            Todo::IfMissingRule => {
                "Had het wel moeten aankomen, laat het ons dan weten; dan controleren we de regel."
            }
            Todo::IfMissingForward => {
                "Is het daar niet aangekomen, laat het ons dan weten; dan gaan we na waar het is gebleven."
            }
            Todo::IfMissingTell => {
                "Is het niet aangekomen, laat het ons dan weten; dan kijken we wat er daarna is gebeurd."
            }
            Todo::IfMissingResend => {
                "Is het bericht er nog niet als dit is opgelost, verstuur het dan opnieuw."
            }
            Todo::IfMissingOpen => {
                "U hoeft voorlopig niets te doen. Is het bericht niet aangekomen, laat het ons dan weten; dan kijken we wat er daarna is gebeurd."
            }
            Todo::LookInSpamFolder => {
                "Als u op dit bericht wachtte, kijk dan in die map en geef aan dat het geen spam is."
            }
            Todo::SentItMarked => {
                "Als u het zelf hebt verstuurd, laat het ons dan weten; dan kunnen we aangeven wat u kunt veranderen."
            }
            Todo::TryAgain => "Probeer het opnieuw. Gebeurt het nog een keer, laat ons dan weten wanneer.",
            Todo::Password => SIGN_IN,
            Todo::TellIfWrong => {
                "Werkt er iets niet, laat ons dan weten wat en wanneer; dan zoeken we het uit."
            }
            Todo::WhatWanted => {
                "Laat ons weten wat u wilde doen en waarvandaan, zodat we verder kunnen zoeken."
            }
            Todo::TellAll => {
                "Laat ons de afzender, de ontvanger en het tijdstip weten, zodat we verder kunnen zoeken."
            }
            Todo::FreeAccountSpace => {
                "Verwijder bestanden of berichten die u niet meer nodig hebt; ook bestanden van de website tellen mee. Als u meer ruimte nodig hebt, laat het ons dan weten."
            }
            Todo::NewPassword => "Stel een nieuw wachtwoord in en voer het daarna in op elk apparaat.",
            Todo::TurnOnEncryption => {
                "Schakel in de instellingen van het mailprogramma versleuteling in voor inkomende en uitgaande e-mail. Wij kunnen u vertellen welke instellingen u moet kiezen."
            }
            Todo::MatchPorts => {
                "Als het uw mailprogramma was, controleer dan of de versleuteling bij de poort past: STARTTLS voor 587, SSL/TLS voor 465, 993 en 995."
            }
        }
    }

    fn clicks(&self, app: App, fix: Fix) -> &'static str {
        match (app, fix) {
            (App::Outlook, Fix::Password | Fix::Outgoing) => {
                "Ga in de nieuwe Outlook naar Instellingen > Accounts > Uw accounts > Beheren, verwijder het account en voeg het opnieuw toe; onder ‘Meer weergeven’ vindt u de serverinstellingen."
            }
            (App::Outlook, Fix::Autocomplete) => {
                "Begin in de nieuwe Outlook een nieuw bericht, typ de eerste letters van het adres en klik op het kruisje naast het oude adres."
            }
            (App::OutlookClassic, Fix::Password | Fix::Outgoing) => {
                "Ga in Outlook naar Bestand > Accountinstellingen > Serverinstellingen; inkomende en uitgaande e-mail hebben elk hun eigen velden."
            }
            (App::OutlookClassic, Fix::Autocomplete) => {
                "Begin in Outlook een nieuw bericht, typ de eerste letters van het adres en klik op het kruisje naast het oude adres."
            }
            (App::AppleMail, Fix::Password | Fix::Outgoing) => {
                "Ga in Mail op de Mac naar Mail > Instellingen > Accounts, kies het account en open Serverinstellingen; inkomende en uitgaande e-mail hebben elk hun eigen velden."
            }
            (App::AppleMail, Fix::Autocomplete) => {
                "Open in Mail op de Mac via het menu Venster de lijst met vorige ontvangers, kies het adres en verwijder het uit de lijst."
            }
            (App::Iphone, Fix::Password) => {
                "Ga op de iPhone of iPad naar Instellingen > Apps > Mail > Mailaccounts, kies het account en open de accountinstellingen; voer het wachtwoord daar in en nog een keer bij de server voor uitgaande post."
            }
            (App::Iphone, Fix::Outgoing) => {
                "Ga op de iPhone of iPad naar Instellingen > Apps > Mail > Mailaccounts, kies het account en open in de accountinstellingen de server voor uitgaande post en daarin de primaire server; vul ook daar de gebruikersnaam en het wachtwoord in."
            }
            (App::Iphone, Fix::Autocomplete) => {
                "Begin op de iPhone of iPad een nieuw bericht, typ de eerste letters van het adres, tik op de ⓘ naast het oude adres en verwijder het uit de recente adressen."
            }
            (App::Gmail, Fix::Password) => {
                "Ga in de Gmail-app naar Menu > Instellingen, kies het account en voer het wachtwoord in bij de instellingen voor inkomende én bij die voor uitgaande e-mail."
            }
            (App::Gmail, Fix::Outgoing) => {
                "Ga in de Gmail-app naar Menu > Instellingen, kies het account en open de instellingen voor uitgaande e-mail; zet daar aan dat inloggen vereist is."
            }
            (App::Gmail, Fix::Autocomplete) => {
                "Zoek in de app Google Contacten naar het adres, open het oude contact en verwijder het."
            }
            (App::Thunderbird, Fix::Password) => {
                "Ga in Thunderbird naar Instellingen > Privacy & Beveiliging > Opgeslagen wachtwoorden en verwijder de wachtwoorden van deze mailbox; Thunderbird vraagt daarna om het nieuwe wachtwoord."
            }
            (App::Thunderbird, Fix::Outgoing) => {
                "Ga in Thunderbird naar Accountinstellingen > Uitgaande server, kies de server en klik op Bewerken."
            }
            (App::Thunderbird, Fix::Autocomplete) => {
                "Ga in Thunderbird naar Adresboek > Verzamelde adressen en verwijder het oude adres."
            }
            (App::Roundcube, Fix::Password) => {
                "Log uit in de webmail en log met het nieuwe wachtwoord weer in."
            }
            (App::Roundcube, Fix::Outgoing) => "",
            (App::Roundcube, Fix::Autocomplete) => {
                "Open in de webmail bij de contacten de verzamelde ontvangers en verwijder het oude adres."
            }
        }
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Size { size, limit, ours } => {
                let size = size.replace('.', ",");
                let limit = limit.replace('.', ",");
                let by = if *ours { "onze server" } else { "de mailserver van de ontvanger" };
                format!(
                    "Het bericht is met de bijlagen {size} MB groot, en {by} accepteert hooguit {limit} MB. Bij het versturen worden bijlagen ongeveer een derde groter."
                )
            }
            Fact::Points { got, enough } => {
                let got = got.replace('.', ",");
                let enough = enough.replace('.', ",");
                format!(
                    "Het bericht kreeg een score van {got}; vanaf {enough} accepteert onze server een bericht niet."
                )
            }
            Fact::PerHour { limit } => format!(
                "Onze server verstuurt voor uw domein hooguit {limit} berichten per uur, en die grens was bereikt."
            ),
            Fact::Attachment { name } => format!(
                "Ons filter laat de bijlage {name} niet door: bestanden van dit type kunnen schadelijke programma's bevatten."
            ),
            Fact::BlockList { list } => format!(
                "De server die het bericht verstuurde, staat op een blokkeerlijst ({list}). Het gaat om de server, niet om u of uw bericht."
            ),
            Fact::RuleWord { line, word } => format!(
                "In de filterregels staat op regel {line} ‘{word}’; dat is in de eerste regel (require) niet vermeld of verkeerd geschreven."
            ),
            Fact::RuleLine { line } => format!("In de filterregels staat een fout op regel {line}."),
            Fact::RuleAsks { word } => {
                format!("De filterregels vragen om ‘{word}’; dat biedt onze server op dit moment niet.")
            }
            Fact::Folder { folder } => format!("Het staat in de map {folder}."),
            Fact::HeldUp { server, stay } => format!(
                "Onderweg hield de server {server} het bericht vast{}, voordat de volgende mailserver het accepteerde.",
                between(stay)
            ),
            Fact::Misspelled { domain, meant } => {
                format!("Het domein {domain} bestaat niet. Waarschijnlijk was {meant} bedoeld.")
            }
            Fact::Origin { domain } => format!(
                "De controle of het bericht echt van {domain} komt, is mislukt. Het kan vervalst zijn, of de dienst die het verstuurde, staat niet in de records van {domain}."
            ),
            Fact::AcceptedFor { to } => format!("Voor {} heeft hij het wel geaccepteerd.", names(to)),
        }
    }

    fn advice(&self, advice: &Advice) -> String {
        match advice {
            Advice::SenderAddress { account } => format!(
                "Stel in de instellingen van het mailprogramma of apparaat {account} in als afzenderadres. Hebt u het andere adres nodig, vraag ons dan om het toe te staan."
            ),
            Advice::Corrected { address } => {
                format!(
                    "Verbeter het adres (waarschijnlijk moet het {address} zijn) en verstuur het bericht opnieuw."
                )
            }
            Advice::ServerName { server } => {
                format!(
                    "Vul in de instellingen {server} in als servernaam, overal waar de andere naam staat."
                )
            }
            Advice::Records { domain } => format!(
                "In de records van het domein {domain} moet staan dat onze mailserver er e-mail voor mag versturen. Beheert u ze zelf, vraag ons dan wat u moet invullen; beheren wij ze voor u, laat het ons dan weten en wij vullen het in."
            ),
            Advice::Promise { next, end } => format!(
                "Onze server probeert het op {} opnieuw. Als het bericht op {} nog steeds niet kan worden bezorgd, krijgt de afzender een melding.",
                moment(next),
                moment(end)
            ),
        }
    }

    fn defect(&self, defect: Defect) -> &'static str {
        match defect {
            Defect::Storage => "Onze mailserver heeft geen ruimte meer om nieuwe berichten op te slaan.",
            Defect::Disk => "Een schijf van onze mailserver werkt niet goed.",
            Defect::AccountSpace => "De schijfruimte van een hostingaccount is op.",
            Defect::MailboxFull => "Een mailbox is vol.",
            Defect::MailboxDamaged => "Een mailbox op onze mailserver, of een bericht daarin, is beschadigd.",
            Defect::Index => {
                "Een lijst waarmee mappen snel opengaan, was beschadigd. Onze server bouwt die opnieuw op uit de berichten."
            }
            Defect::Permission => {
                "Een programma op onze mailserver krijgt geen toegang tot een bestand of dienst die het nodig heeft."
            }
            Defect::Missing => "Onze mailserver kan een bestand of map die hij nodig heeft, niet vinden.",
            Defect::Locked => "Een mailbox of bestand werd te lang door een ander programma bezet gehouden.",
            Defect::Name => "Een naam is te lang of bevat tekens die onze mailserver niet kan lezen.",
            Defect::FileLimit => "Een bestand op onze mailserver heeft de maximale grootte bereikt.",
            Defect::Clock => "De klok van onze mailserver loopt niet goed.",
            Defect::Memory => {
                "Een programma op onze mailserver heeft meer geheugen nodig dan er beschikbaar is."
            }
            Defect::Overload => "Onze mailserver heeft te veel tegelijk te doen.",
            Defect::Stopped => "Een onderdeel van onze mailserver draait niet.",
            Defect::Restart => "Een onderdeel van onze mailserver is opnieuw gestart.",
            Defect::Settings => "Een instelling van onze mailserver klopt niet.",
            Defect::Queue => {
                "Onze mailserver heeft problemen met de bestanden waarin hij wachtende berichten bewaart."
            }
            Defect::MailboxClosed => "Onze mailserver kan een mailbox niet openen.",
            Defect::FilterRules => "De filterregels van een mailbox werken niet.",
            Defect::Signing => "Onze mailserver kan uitgaande berichten niet ondertekenen.",
            Defect::Database => "Onze mailserver kan gegevens die hij nodig heeft, niet raadplegen.",
            Defect::DatabaseSettings => {
                "Een instelling van de gebruikersdatabase van onze mailserver klopt niet."
            }
            Defect::DatabaseDamaged => "De database van onze mailserver is beschadigd.",
            Defect::SignIn => "Het onderdeel van onze mailserver dat wachtwoorden controleert, werkt niet.",
            Defect::AccountLocked => {
                "Een account is geblokkeerd of verlopen, en daarom kan er niet mee worden ingelogd."
            }
            Defect::PasswordExpired => "Het wachtwoord van een mailbox is verlopen.",
            Defect::WrongPassword => {
                "Iemand gebruikte bij het inloggen een verkeerde gebruikersnaam of een verkeerd wachtwoord."
            }
            Defect::Guessing => "Iemand probeerde op onze mailserver wachtwoorden te raden.",
            Defect::NoEncryption => {
                "Een mailprogramma probeerde zonder versleuteling in te loggen, en dat staat onze server niet toe."
            }
            Defect::Mismatch => {
                "Een mailprogramma of een andere server maakte verbinding met instellingen voor versleuteling en poort die niet bij elkaar passen."
            }
            Defect::OurCertificate => {
                "Een mailprogramma of een andere server accepteerde het beveiligingscertificaat van onze mailserver niet."
            }
            Defect::OurCertificateExpired => {
                "Een mailprogramma of een andere server meldde dat het beveiligingscertificaat van onze mailserver is verlopen."
            }
            Defect::CertificateFile => {
                "Onze mailserver kan zijn beveiligingscertificaat of de bijbehorende sleutel niet gebruiken."
            }
            Defect::TheirCertificate => {
                "Onze mailserver accepteerde het beveiligingscertificaat van een andere server niet."
            }
            Defect::Encryption => {
                "Onze mailserver en een app of een andere server konden het niet eens worden over de versleuteling van hun verbinding."
            }
            Defect::Connection => "Een verbinding die onze mailserver nodig heeft, komt niet tot stand.",
            Defect::Cut => "Een verbinding werd verbroken voordat alles klaar was.",
            Defect::Network => "Een onderdeel van onze mailserver kan het netwerk niet gebruiken.",
            Defect::Lookup => "Onze mailserver kan de naam van een andere server niet opzoeken.",
            Defect::ServerName => "Onze mailserver kan een server niet vinden onder de opgegeven naam.",
            Defect::Filter => "Een onderdeel van onze mailserver dat berichten controleert, werkt niet.",
            Defect::Delivery => {
                "Het onderdeel van onze mailserver dat berichten in de mailboxen bezorgt, werkt niet."
            }
            Defect::Webmail => "De webmail werkt niet.",
            Defect::Minor => {
                "Een klein onderdeel van onze mailserver werkt niet; op berichten heeft dat geen invloed."
            }
            Defect::Scanner => {
                "Een webbrowser of een automatische scanner heeft verbinding gemaakt met onze mailserver."
            }
        }
    }
}
