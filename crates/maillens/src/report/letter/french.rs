//! French.

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

/// French, as a support engineer writes to a customer.
pub(super) struct French;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// `26 juillet 2023`, `1er août`.
fn day(at: &WallTime) -> String {
    let month = at.month_of(&MONTHS);
    let first = if at.day == 1 { "er" } else { "" };
    let year = at.year.map_or_else(String::new, |year| format!(" {year}"));
    format!("{}{first} {month}{year}", at.day)
}

/// `14 h 28`.
fn clock(at: &WallTime) -> String {
    format!("{}\u{a0}h\u{a0}{:02}", at.hour, at.minute)
}

/// ` (UTC)`, ` (heure de Paris)`, ` (heure d’Amsterdam)`; empty where the zone isn't known.
fn zone(at: &WallTime) -> String {
    match (at.city(), at.zone.as_deref()) {
        (Some(city), _) if city.starts_with(['A', 'E', 'I', 'O', 'U']) => format!(" (heure d’{city})"),
        (Some(city), _) => format!(" (heure de {city})"),
        (None, Some(zone)) => format!(" ({zone})"),
        (None, None) => String::new(),
    }
}

/// `26 juillet 2023 à 14 h 28 (UTC)`.
fn moment(at: &WallTime) -> String {
    format!("{} à {}{}", day(at), clock(at), zone(at))
}

/// ` le 26 juillet 2023 à 14 h 28 (UTC)`; empty where there is no time.
fn on(at: &At) -> String {
    at.as_ref().map_or_else(String::new, |at| format!(" le {}", moment(at)))
}

/// ` le 26 juillet 2023 entre 14 h 28 et 14 h 36`.
fn between(tries: &Tries) -> String {
    match (&tries.first, &tries.last) {
        (Some(first), Some(last)) if first == last => on(&tries.last),
        (Some(first), Some(last)) if first.is_day_of(last) => {
            format!(" le {} entre {} et {}{}", day(last), clock(first), clock(last), zone(last))
        }
        (Some(first), Some(last)) => format!(" entre le {} et le {}", moment(first), moment(last)),
        _ => String::new(),
    }
}

fn times(tries: &Tries) -> String {
    let number: String = match tries.times {
        2 => "deux fois".into(),
        more => format!("{more} fois"),
    };
    if tries.at_least { format!("au moins {number}") } else { number }
}

/// Recipients after "à".
fn names(to: &[&str]) -> String {
    listed(&named(to, "son destinataire", "un autre destinataire"), " et ", |more| match more {
        1 => "1 autre destinataire".into(),
        more => format!("{more} autres destinataires"),
    })
}

/// ` destiné à ana@client.example`, after "message"; empty for one that has no name.
fn meant(to: &[&str]) -> String {
    match to {
        [""] => String::new(),
        to => format!(" destiné à {}", names(to)),
    }
}

/// A server, at the start of a sentence.
fn server(of: Server<'_>) -> String {
    match of {
        Server::Of(domain) => format!("Le serveur de messagerie du domaine {domain}"),
        Server::TheirOne => "Le serveur de messagerie du destinataire".into(),
        Server::TheirMany => "Le serveur de messagerie des destinataires".into(),
        Server::OurRelay => "Le serveur par lequel nous envoyons les e-mails".into(),
    }
}

/// `la boîte e-mail anna@client.example`, or just some mailbox.
fn mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "une boîte e-mail".into(), |user| format!("la boîte e-mail {user}"))
}

/// The same after "de".
fn of_mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "d’une boîte e-mail".into(), |user| format!("de la boîte e-mail {user}"))
}

/// `le message destiné à ana@client.example`, where the name may be the reader's own.
fn message(to: &[&str]) -> String {
    match to {
        [""] => "votre message".into(),
        to => format!("le message{}", meant(to)),
    }
}

fn points(points: Option<&(String, String)>) -> String {
    points.map_or_else(String::new, |(got, enough)| {
        let [got, enough] = [got, enough].map(|number| number.replace('.', ","));
        format!(" Le score du message est de {got}\u{a0}; un message est marqué à partir de {enough}.")
    })
}

/// What our server did to whom it turned away.
fn turned_away(later: bool) -> &'static str {
    if later {
        "Notre serveur a demandé une nouvelle tentative plus tard."
    } else {
        "Notre serveur ne l’a pas accepté."
    }
}

const SETTINGS_FINE: &str = "Vos paramètres ne sont pas en cause.";
const LOOKING: &str = "Vous n’avez rien à faire.";
const LEAVE: &str = "Veuillez laisser vos paramètres tels quels et réessayer plus tard.";
const SIGN_IN: &str = "Veuillez vérifier le nom d’utilisateur et saisir de nouveau le mot de passe sur chaque appareil qui utilise cette boîte e-mail. En cas de doute sur le mot de passe, définissez-en un nouveau. Si cette tentative ne vient pas de vous, prévenez-nous.";
const FIREWALL: &str = "L’appareil ou le site web n’a pas obtenu de connexion au serveur de messagerie, ou pas de réponse à temps. Souvent, la connexion est bloquée en chemin, ou l’adresse du serveur est incorrecte dans les paramètres.";
const CHECK: &str = "Veuillez vérifier le nom du serveur, le port et le chiffrement dans les paramètres (587\u{a0}: STARTTLS\u{a0}; 465, 993 et 995\u{a0}: SSL/TLS), puis essayer depuis un autre réseau, sans VPN et après avoir désactivé l’analyse des e-mails dans l’antivirus.";
const WAITS: &str = "Le message n’est pas perdu\u{a0}: notre serveur poursuit ses tentatives pendant quelques jours. Si le message ne peut pas être remis dans ce délai, l’expéditeur recevra un avis. Vous n’avez rien à faire.";
const LOST: &str = "Veuillez attendre de nos nouvelles avant de renvoyer le message.";

impl Speech for French {
    fn title(&self, title: &Title<'_>) -> String {
        match title {
            Title::Blocked { address } => format!("L’adresse internet {address}"),
            Title::From { address } => format!("La connexion depuis {address}"),
            Title::Domain { domain } => format!("La messagerie de {domain}"),
            Title::App { app, of: None } => format!("Les e-mails dans {app}"),
            Title::App { app, of: Some(of) } => format!("Les e-mails dans {app} ({of})"),
            Title::Server { server } => format!("La connexion à {server}"),
            Title::Certificate { server } => format!("Le certificat de sécurité du serveur {server}"),
            Title::Mailbox { user } => format!("La boîte e-mail {user}"),
            Title::Trouble(Effect::Unsigned) => "La signature des messages sortants".into(),
            Title::Trouble(Effect::Unchecked) => "Le contrôle des messages entrants".into(),
            Title::Trouble(Effect::Unscanned) => "Notre contrôle antispam et antivirus".into(),
            Title::Trouble(Effect::SignIn) => "L’identification sur notre serveur de messagerie".into(),
            Title::Trouble(Effect::Reading) => {
                "La lecture des e-mails sur notre serveur de messagerie".into()
            }
            Title::Trouble(Effect::Incoming) => "La remise dans les boîtes e-mail de notre serveur".into(),
            Title::Trouble(Effect::Door) => "L’envoi et la réception par notre serveur de messagerie".into(),
            Title::Trouble(Effect::Outgoing) => "Les messages sortants de notre serveur de messagerie".into(),
            Title::Trouble(Effect::Warnings) => {
                "Le certificat de sécurité de notre serveur de messagerie".into()
            }
            Title::Trouble(Effect::Webmail) => "Le webmail".into(),
            Title::Trouble(Effect::Nothing | Effect::Unclear) => self.title(&Title::Problem),
            Title::Message { from: Some(from), to } if to.is_empty() => {
                format!("Le message envoyé par {from}")
            }
            Title::Message { from: Some(from), to } => {
                format!("Le message envoyé par {from} à {}", names(to))
            }
            Title::Message { from: None, to } if to.is_empty() => "Un message".into(),
            Title::Message { from: None, to } => format!("Un message destiné à {}", names(to)),
            Title::Notice { to } if to.is_empty() => "Un avis de non-remise".into(),
            Title::Notice { to } => {
                format!("Un avis de non-remise pour un message destiné à {}", names(to))
            }
            Title::SentBy { user } => format!("Un message envoyé par {user}"),
            Title::SignIn { user } => format!("La connexion à la boîte e-mail {user}"),
            Title::SignInToSend { user } => {
                format!("L’identification sous le nom {user} pour envoyer des e-mails")
            }
            Title::Connection => "Une connexion à notre serveur de messagerie".into(),
            Title::Problem => "La messagerie sur notre serveur".into(),
            Title::Scan => "Un message contrôlé par notre filtre antispam".into(),
            Title::AppError => "Les e-mails dans une application ou sur un site web".into(),
            Title::Reply => "La réponse d’un serveur de messagerie".into(),
            Title::Conversation => "Un échange avec un serveur de messagerie".into(),
            Title::SignIns => "Des connexions à des boîtes e-mail".into(),
            Title::Connections => "Des connexions à notre serveur de messagerie".into(),
            Title::Messages => "Plusieurs messages".into(),
            Title::MessagesOf { from: Some(from), to } if to.is_empty() => format!("Des messages de {from}"),
            Title::MessagesOf { from: Some(from), to } => format!("Des messages de {from} à {}", names(to)),
            Title::MessagesOf { from: None, to } => format!("Des messages destinés à {}", names(to)),
        }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Delivered => "Message remis.",
            State::Accepted => "Accepté par le serveur du destinataire.",
            State::Delayed => "Remise différée.",
            State::OnItsWay => "En cours d’acheminement.",
            State::NotDelivered => "Message non remis.",
            State::NotToEveryone => "Pas remis à tous les destinataires.",
            State::NotKnown => "Résultat encore inconnu.",
            State::Discarded => "Message supprimé.",
            State::Forwarded => "Message redirigé.",
            State::NotAccepted => "Refus de notre serveur.",
            State::Refused => "Refus du serveur.",
            State::MarkedAsSpam => "Marqué comme spam.",
            State::SignInFailed => "Échec de la connexion.",
        }
    }

    fn acts(&self, acts: Acts) -> &'static str {
        match acts {
            Acts::Us => "Nous nous en occupons.",
            Acts::You => "Vous pouvez y remédier.",
            Acts::Sender => "L’expéditeur peut y remédier.",
            Acts::Recipient => "Seul le destinataire peut y remédier.",
            Acts::Owner => "Le titulaire de la boîte e-mail peut y remédier.",
            Acts::Provider => "Seul le fournisseur du destinataire peut y remédier.",
            Acts::Retries => "Notre serveur poursuit ses tentatives.",
        }
    }

    fn happened(&self, happened: &Happened<'_>) -> String {
        match happened {
            Happened::Banned { address, user: Some(user), at } => format!(
                "Notre serveur a bloqué l’adresse internet {address}{}, car quelqu’un y a essayé à plusieurs reprises d’accéder à la boîte e-mail {user} avec un mot de passe erroné.",
                on(at)
            ),
            Happened::Banned { address, user: None, at } => {
                format!("Notre serveur a bloqué l’adresse internet {address}{}, car un nom d’utilisateur ou un mot de passe erroné a été utilisé à plusieurs reprises depuis cette adresse.", on(at))
            }
            Happened::NotTaken { from, to, later, at } => {
                let from = from.map_or_else(String::new, |from| format!(" envoyé par {from}"));
                let and = if from.is_empty() || meant(to).is_empty() { "" } else { " et" };
                let later = if *later { " et a demandé une nouvelle tentative plus tard" } else { "" };
                format!(
                    "Notre serveur de messagerie n’a pas accepté le message{from}{and}{}{}{later}.",
                    meant(to),
                    on(at)
                )
            }
            Happened::SentByStranger { user, at } => format!(
                "En peu de temps, de nombreux messages ont été envoyés sous le nom {user} depuis plusieurs endroits différents{}.",
                on(at)
            ),
            Happened::Delivered { to, at } => {
                format!("Le message a été remis à {}{}.", names(to), on(at))
            }
            Happened::Accepted { server: by, to, at } => {
                format!("{} a accepté le message{}{}.", server(*by), meant(to), on(at))
            }
            Happened::Discarded { to, at } => format!(
                "Une règle de notre serveur de messagerie a supprimé le message{}{}.",
                meant(to),
                on(at)
            ),
            Happened::Forwarded { to, at } => format!(
                "Notre serveur de messagerie a redirigé le message{} vers une autre adresse{}.",
                meant(to),
                on(at)
            ),
            Happened::Probed { to, at } => format!(
                "Notre serveur de messagerie a demandé{} si un message{} serait accepté, et la réponse a été positive. Aucun message n’a été envoyé.",
                on(at),
                meant(to)
            ),
            Happened::NotRun { to, at } => format!(
                "Un programme que notre serveur de messagerie exécute pour le courrier{} n’a pas pu être lancé{}.",
                meant(to),
                on(at)
            ),
            Happened::PassedOn { to, at } => format!(
                "Notre serveur de messagerie a transmis le message{} à une autre partie de notre système{}.",
                meant(to),
                on(at)
            ),
            Happened::Waits { to, at } => format!(
                "Le message{} était en attente sur notre serveur de messagerie{}.",
                meant(to),
                on(at)
            ),
            Happened::Trying { to, tries } if tries.times > 1 => format!(
                "Notre serveur de messagerie a essayé {} de remettre le message à {}{}, sans succès pour l’instant.",
                times(tries),
                names(to),
                between(tries)
            ),
            Happened::Trying { to, tries } => format!(
                "Notre serveur de messagerie a essayé de remettre le message à {}{}, sans succès pour l’instant.",
                names(to),
                on(&tries.last)
            ),
            Happened::GaveUp { to, tries } if tries.times > 1 => format!(
                "Notre serveur de messagerie a essayé {} de remettre le message à {}{}, puis a cessé ses tentatives.",
                times(tries),
                names(to),
                between(tries)
            ),
            Happened::GaveUp { to, tries } => format!(
                "Notre serveur de messagerie a cessé d’essayer de remettre le message à {}{}.",
                names(to),
                on(&tries.last)
            ),
            Happened::Refused { server: by, to, at } => {
                format!("{} a refusé le message{}{}.", server(*by), meant(to), on(at))
            }
            Happened::Undeliverable { to, at } => format!(
                "Notre serveur de messagerie n’a pas pu remettre le message à {}{}.",
                names(to),
                on(at)
            ),
            Happened::Begun { to, at } => format!(
                "Notre serveur de messagerie a commencé à remettre le message à {}{}.",
                names(to),
                on(at)
            ),
            Happened::NoticeDelivered { to } => {
                format!("L’avis indique que {} a été remis.", message(to))
            }
            Happened::NoticeDelayed { to } => format!(
                "L’avis indique que {} n’a pas encore été remis. Le serveur de messagerie qui a envoyé l’avis poursuit ses tentatives.",
                message(to)
            ),
            Happened::NoticeAbout { to } => format!("L’avis concerne {}.", message(to)),
            Happened::NoticeFailed { to } => {
                format!("L’avis indique que {} n’a pas pu être remis.", message(to))
            }
            Happened::TestAccepted { to } => {
                format!("Un serveur de messagerie a accepté le message{}.", meant(to))
            }
            Happened::TestDelayed { to } => format!(
                "Un serveur de messagerie a provisoirement refusé le message{}.",
                meant(to)
            ),
            Happened::TestUnanswered { to } => format!(
                "Il a été demandé à un serveur de messagerie d’accepter le message{}. Sa réponse n’apparaît pas.",
                meant(to)
            ),
            Happened::TestRefused { to } => {
                format!("Un serveur de messagerie a refusé le message{}.", meant(to))
            }
            Happened::SignInWorked { user, at } => {
                format!("Une application de messagerie s’est connectée à {}{}.", mailbox(*user), on(at))
            }
            Happened::SignInFailed { user, at } => format!(
                "Une application de messagerie n’a pas pu se connecter à {}{}.",
                mailbox(*user),
                on(at)
            ),
            Happened::FetchedAll { user, count, at } => format!("Une application de messagerie a téléchargé les {count} messages de la boîte e-mail {user}{}. Ils se trouvent toujours sur notre serveur.", on(at)),
            Happened::Collected { user, count, at } => format!(
                "Une application de messagerie a relevé {count} messages de la boîte e-mail {user}{} et les a supprimés de notre serveur, comme le prévoient ses paramètres.",
                on(at)
            ),
            Happened::Connected { user, at } => format!(
                "Une application de messagerie était connectée à la boîte e-mail {user}{}.",
                on(at)
            ),
            Happened::SendSignInFailed { user: Some(user), at } => format!(
                "Pour envoyer des e-mails, une application de messagerie a essayé sans succès de s’identifier sous le nom {user}{}.",
                on(at)
            ),
            Happened::SendSignInFailed { user: None, at } => format!(
                "Pour envoyer des e-mails, une application de messagerie a essayé sans succès de s’identifier{}.",
                on(at)
            ),
            Happened::DeliveryProblem { user, at } => format!(
                "Le programme qui dépose les messages dans {} a rencontré un problème{}.",
                mailbox(*user),
                on(at)
            ),
            Happened::Filed { filing, user, at } => {
                let (to, of, on) = (mailbox(*user), of_mailbox(*user), on(at));
                match filing {
                    Filing::Full => {
                        format!("Notre serveur de messagerie n’a pas pu déposer le message dans {to}{on}.")
                    }
                    Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped => {
                        format!(
                            "Notre serveur de messagerie a essayé de déposer le message dans {to}{on}, sans succès pour l’instant."
                        )
                    }
                    Filing::Rejected => format!("Une règle de filtrage {of} a refusé le message{on}."),
                    Filing::ForwardFailed => {
                        format!(
                            "Une règle de filtrage {of} a essayé de rediriger le message{on}, sans y parvenir."
                        )
                    }
                    Filing::Loop => format!(
                        "Une règle de filtrage {of} a essayé de rediriger le message{on}, et notre serveur l’en a empêchée."
                    ),
                    Filing::Broken => {
                        format!("Les règles de filtrage {of} n’ont pas pu être appliquées{on}.")
                    }
                    Filing::StoreFailed => format!(
                        "Une règle de filtrage {of} n’a pas pu ranger le message dans le dossier prévu{on}."
                    ),
                    Filing::Discarded => format!("Une règle de filtrage {of} a supprimé le message{on}."),
                    Filing::Forwarded => {
                        format!("Une règle de filtrage {of} a redirigé le message vers une autre adresse{on}.")
                    }
                    Filing::NoFolder => format!(
                        "Le message destiné à {to} devait être rangé{on} dans un dossier qui n’existe pas."
                    ),
                    Filing::Unanswered | Filing::AnsweredBefore => format!("Notre serveur de messagerie a déposé le message dans {to}{on}, mais n’a pas envoyé de réponse d’absence."),
                    Filing::Stored => {
                        format!("Notre serveur de messagerie a rangé le message dans un dossier {of}{on}.")
                    }
                }
            }
            Happened::Marked { points: got, at } => format!(
                "Notre filtre antispam a contrôlé le message{} et l’a marqué comme spam possible.{}",
                on(at),
                points(got.as_ref())
            ),
            Happened::UserTurnedAway { user, from: Some(from), later, at } => format!(
                "Une application de messagerie identifiée sous le nom {user} a essayé d’envoyer un message avec {from} comme adresse d’expéditeur{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::UserTurnedAway { user, from: None, later, at } => format!(
                "Une application de messagerie identifiée sous le nom {user} a essayé d’envoyer un message{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::MailTurnedAway { from, later, at } => format!(
                "Un autre serveur ou une application de messagerie a essayé de remettre un message avec {from} comme adresse d’expéditeur{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::ClientTurnedAway { later: true, at } => format!(
                "Un programme s’est connecté à notre serveur de messagerie{}. Notre serveur a demandé une nouvelle tentative plus tard.",
                on(at)
            ),
            Happened::ClientTurnedAway { later: false, at } => {
                format!(
                    "Un programme s’est connecté à notre serveur de messagerie{}. Notre serveur a refusé la connexion.",
                    on(at)
                )
            }
            Happened::Came { at } => {
                format!("Un programme s’est connecté à notre serveur de messagerie{}.", on(at))
            }
            Happened::MessageTurnedAway { at } => {
                format!("Notre serveur de messagerie n’a pas accepté le message{}.", on(at))
            }
            Happened::RequestTurnedAway { later: true, at } => format!(
                "Notre serveur de messagerie a reçu une demande d’un autre serveur ou d’une application{} et l’a renvoyée à plus tard.",
                on(at)
            ),
            Happened::RequestTurnedAway { later: false, at } => format!(
                "Notre serveur de messagerie a refusé une demande d’un autre serveur ou d’une application{}.",
                on(at)
            ),
            Happened::MessageProblem { at } => {
                format!("Notre serveur de messagerie a rencontré un problème avec ce message{}.", on(at))
            }
            Happened::Broken { defect, at } => {
                let what = self.defect(*defect);
                match at {
                    Some(at) => format!("{what} Nous l’avons constaté le {}.", moment(at)),
                    None => what.into(),
                }
            }
            Happened::Problem { at } => {
                format!("Notre serveur de messagerie a rencontré un problème{}.", on(at))
            }
            Happened::AppProblem => {
                "Une application, un site web ou un programme a signalé un problème avec un serveur de messagerie.".into()
            }
            Happened::AskedLater => "Un serveur de messagerie a demandé de réessayer plus tard.".into(),
            Happened::ReplyIsRefusal => {
                "La réponse du serveur de messagerie que nous avons examinée est un refus.".into()
            }
            Happened::TalkRefused => "Un serveur de messagerie a refusé ce qui lui était demandé.".into(),
            Happened::NoConnection => "La connexion à un serveur de messagerie n’a pas fonctionné.".into(),
        }
    }

    fn more(&self, more: usize) -> String {
        match more {
            1 => "La même chose s’est produite encore une fois.".into(),
            more => format!("La même chose s’est produite encore {more} fois."),
        }
    }

    fn reason(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "Il n’existe pas de boîte e-mail à cette adresse. L’adresse contient peut-être une faute de frappe, ou la boîte e-mail a été supprimée."
            }
            Reason::HostUnknown => {
                "Nous n’avons pas trouvé de serveur de messagerie pour la partie de l’adresse qui suit le signe @. Elle contient peut-être une faute de frappe, ou le domaine n’est pas configuré pour les e-mails."
            }
            Reason::HasMoved => {
                "Le destinataire a une nouvelle adresse, et les messages envoyés à l’ancienne ne sont pas redirigés."
            }
            Reason::Suspend => {
                "La boîte e-mail du destinataire existe, mais elle est désactivée et ne peut donc pas recevoir d’e-mails."
            }
            Reason::MailboxFull => "La boîte e-mail du destinataire est pleine.",
            Reason::SystemFull => {
                "Le serveur de messagerie du destinataire manquait d’espace. La boîte e-mail elle-même n’est pas en cause."
            }
            Reason::Filtered => {
                "Un réglage de la boîte e-mail ou de la liste de diffusion du destinataire ne laisse pas passer ce message."
            }
            Reason::NotAccept => {
                "Le domaine ou le serveur du destinataire indique qu’il ne reçoit aucun e-mail."
            }
            Reason::Rejected => {
                "Le serveur de messagerie du destinataire n’a pas accepté l’adresse d’expéditeur du message."
            }
            Reason::Blocked => {
                "Pour le moment, le serveur de messagerie du destinataire n’accepte pas les e-mails du serveur qui a envoyé votre message. Cela tient au serveur, et non à vous ou à votre message."
            }
            Reason::BadReputation => {
                "Pour le moment, le serveur de messagerie du destinataire ne fait pas suffisamment confiance au serveur ou au domaine d’envoi."
            }
            Reason::RequirePtr => {
                "Le serveur de messagerie du destinataire vérifie le nom associé à l’adresse internet du serveur d’envoi. Ce nom manque ou ne correspond pas."
            }
            Reason::AuthFailure => {
                "Le serveur de messagerie du destinataire vérifie si le serveur d’envoi est autorisé à envoyer des e-mails pour le domaine de l’expéditeur. Les enregistrements du domaine ne l’ont pas confirmé."
            }
            Reason::SpamDetected => {
                "Le filtre antispam du destinataire a marqué le message comme spam. Il arrive que ces filtres se trompent."
            }
            Reason::VirusDetected => {
                "Un antivirus a trouvé un élément dangereux dans le message, dans une pièce jointe ou dans un lien."
            }
            Reason::ContentError => {
                "Le serveur de messagerie du destinataire n’accepte pas ce type de pièce jointe ou la mise en forme du message."
            }
            Reason::PolicyViolation => {
                "Une règle du serveur de messagerie du destinataire ne laisse pas passer ce message."
            }
            Reason::NotCompliantRfc => {
                "Le message comporte une erreur de format\u{a0}: un élément indispensable, comme la date ou l’expéditeur, est absent, incorrect ou présent deux fois."
            }
            Reason::MesgTooBig => {
                "Avec ses pièces jointes, le message dépasse la taille que le serveur de messagerie du destinataire autorise. Les pièces jointes grossissent d’environ un tiers à l’envoi."
            }
            Reason::ExceedLimit => {
                "Le message dépasse la taille que la boîte e-mail du destinataire accepte."
            }
            Reason::NoRelaying => {
                "Le serveur de messagerie n’achemine les e-mails vers ce domaine que pour les personnes qui se sont identifiées."
            }
            Reason::SecurityError => {
                "Le serveur de messagerie n’a pas accepté le nom d’utilisateur, le mot de passe ou la méthode d’identification."
            }
            Reason::FailedStartTls => {
                "Les deux serveurs de messagerie n’ont pas pu établir de connexion sécurisée."
            }
            Reason::Speeding => {
                "Le nombre de messages envoyés en peu de temps a dépassé ce que le serveur de messagerie autorise."
            }
            Reason::Greylisted => {
                "Pour lutter contre le spam, le serveur de messagerie du destinataire fait patienter les e-mails des expéditeurs qu’il ne connaît pas encore. Il accepte en général le message lors d’une tentative ultérieure."
            }
            Reason::TooManyConn => {
                "Il y a eu plus de connexions ou de destinataires à la fois que le serveur de messagerie n’en autorise."
            }
            Reason::NetworkError => {
                "Le serveur de messagerie du destinataire était injoignable, ou la connexion a été interrompue."
            }
            Reason::Loop => {
                "Une redirection ou un réglage du domaine fait tourner le message en boucle\u{a0}; il a donc été arrêté."
            }
            Reason::Expired => {
                "Un serveur de messagerie ne garde un message qu’un certain temps, et aucune tentative n’a abouti dans ce délai."
            }
            Reason::SystemError => {
                "Le serveur de messagerie du destinataire a rencontré un problème qui lui est propre."
            }
            Reason::MailerError => {
                "Un filtre, une réponse automatique ou un autre programme lié à la boîte e-mail n’a pas fonctionné."
            }
            Reason::SyntaxError => "Les deux serveurs de messagerie ne se sont pas compris.",
            Reason::Suppressed => {
                "Un message précédemment envoyé à cette adresse n’a pas pu être remis ou n’était pas souhaité, si bien que le service d’envoi n’y envoie plus rien."
            }
            Reason::Feedback => "Le message est arrivé, et le destinataire l’a marqué comme spam.",
            Reason::Vacation => {
                "Le message est arrivé, et la boîte e-mail a répondu automatiquement, par exemple en raison d’une absence."
            }
            Reason::Undefined => "La réponse n’indique pas pourquoi.",
        }
    }

    fn here(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "Il n’existe pas de boîte e-mail à l’adresse du destinataire sur notre serveur. L’adresse contient peut-être une faute de frappe, ou la boîte e-mail a été supprimée."
            }
            Reason::HostUnknown => {
                "Le domaine de l’adresse n’existe pas ou n’a pas de serveur de messagerie."
            }
            Reason::HasMoved => "La boîte e-mail a changé d’adresse.",
            Reason::Suspend => "La boîte e-mail existe, mais elle est désactivée.",
            Reason::MailboxFull => "La boîte e-mail est pleine.",
            Reason::SystemFull => self.defect(Defect::Storage),
            Reason::Filtered => {
                "Une règle de notre serveur ou de la boîte e-mail n’autorise pas les messages de cet expéditeur."
            }
            Reason::NotAccept => "Notre serveur ne reçoit pas d’e-mails pour ce domaine.",
            Reason::Rejected => {
                "Notre serveur n’a pas accepté l’adresse de l’expéditeur ou le nom du serveur d’envoi."
            }
            Reason::Blocked => {
                "L’adresse internet de l’appareil ou du serveur d’envoi figure sur une liste de blocage."
            }
            Reason::BadReputation => {
                "Le serveur d’envoi ou son domaine a mauvaise réputation, et notre serveur n’accepte donc pas ses messages pour le moment."
            }
            Reason::RequirePtr => {
                "L’adresse internet du serveur d’envoi n’a pas de nom correspondant, ce que notre serveur exige."
            }
            Reason::AuthFailure => {
                "Le domaine de l’expéditeur indique quels serveurs peuvent envoyer ses e-mails, et rien ne confirme que le serveur qui a envoyé ce message en fasse partie. Le message est peut-être falsifié, ou la liste est incomplète."
            }
            Reason::SpamDetected => {
                "Notre filtre antispam a marqué le message comme spam. Il arrive que les filtres se trompent."
            }
            Reason::VirusDetected => {
                "Notre contrôle automatique a trouvé un élément dangereux dans le message, dans une pièce jointe ou dans un lien."
            }
            Reason::ContentError => {
                "Notre serveur n’accepte pas une partie du message, par exemple un type de pièce jointe."
            }
            Reason::PolicyViolation => "Une règle de notre serveur n’autorise pas ce message.",
            Reason::NotCompliantRfc | Reason::SyntaxError => {
                "L’appareil ou le programme d’envoi ne respecte pas les règles de messagerie que notre serveur vérifie."
            }
            Reason::MesgTooBig => {
                "Avec ses pièces jointes, le message dépasse la taille que notre serveur accepte. Les pièces jointes grossissent d’environ un tiers à l’envoi."
            }
            Reason::ExceedLimit => "Le message dépasse la taille que la boîte e-mail accepte.",
            Reason::NoRelaying => {
                "Le message était destiné à un domaine que notre serveur n’héberge pas, et l’expéditeur ne s’était pas identifié."
            }
            Reason::SecurityError => {
                "Notre serveur n’accepte une telle demande que de personnes identifiées, et l’identification manquait ou a échoué."
            }
            Reason::FailedStartTls => "Une connexion chiffrée n’a pas pu être établie.",
            Reason::Speeding => {
                "Il est arrivé en peu de temps plus de messages que notre serveur n’en accepte."
            }
            Reason::Greylisted => {
                "Pour lutter contre le spam, notre serveur fait patienter les e-mails des expéditeurs qu’il ne connaît pas encore. Les serveurs de messagerie bien configurés réessaient automatiquement."
            }
            Reason::TooManyConn => "Il y a eu trop de connexions ou de destinataires à la fois.",
            Reason::NetworkError => {
                "Une connexion nécessaire à la remise n’a pas pu être établie, ou elle a été interrompue."
            }
            Reason::Loop => {
                "Une redirection ou un réglage du domaine fait tourner le message en boucle\u{a0}; il a donc été arrêté."
            }
            Reason::Expired => {
                "Notre serveur ne garde un message qu’un certain temps, et aucune tentative n’a abouti dans ce délai."
            }
            Reason::SystemError => "Quelque chose ne fonctionne pas sur notre serveur de messagerie.",
            Reason::MailerError => {
                "Un filtre, une réponse automatique ou un autre programme lié à la boîte e-mail n’a pas fonctionné."
            }
            Reason::Suppressed => {
                "Un message précédemment envoyé à cette adresse n’a pas pu être remis ou n’était pas souhaité, si bien que plus rien n’y est envoyé."
            }
            Reason::Feedback => "Le destinataire a marqué le message comme spam.",
            Reason::Vacation => {
                "La boîte e-mail a répondu automatiquement, par exemple en raison d’une absence."
            }
            Reason::Undefined => "Une règle de notre serveur a entraîné ce refus.",
        }
    }

    fn refusal(&self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::IpListed => {
                "Pour le moment, le serveur de messagerie du destinataire n’accepte pas les e-mails du nôtre. Cela tient au serveur, et non à vous ou à votre message."
            }
            Refusal::IpDynamic => {
                "Le serveur de messagerie du destinataire n’accepte pas les e-mails qui viennent de l’adresse de notre serveur. Cela tient au serveur, et non à vous ou à votre message."
            }
            Refusal::IpReputation => {
                "Pour le moment, le serveur de messagerie du destinataire ne fait pas suffisamment confiance au nôtre."
            }
            Refusal::IpByRecipient => {
                "L’organisation du destinataire a une règle qui bloque les e-mails venant de l’adresse de notre serveur. Elle seule peut la modifier."
            }
            Refusal::Ipv6 => {
                "Le serveur de messagerie du destinataire n’a pas accepté la manière dont notre serveur s’est connecté. C’est à nous de la modifier."
            }
            Refusal::DomainListed => {
                "Un domaine cité dans votre message, ou votre propre domaine, figure sur une liste de domaines suspects. Notre serveur de messagerie n’est pas en cause."
            }
            Refusal::DomainReputation => {
                "Pour le moment, le serveur de messagerie du destinataire ne fait pas confiance aux e-mails de votre domaine."
            }
            Refusal::ListUnanswered => {
                "Le serveur de messagerie du destinataire a mal interprété la réponse d’une liste de blocage. Ni votre message ni notre serveur ne sont en cause."
            }
            Refusal::ServerRate => {
                "Le serveur de messagerie du destinataire accepte moins d’e-mails du nôtre pour le moment, parce qu’il en a reçu trop à la fois ou que des destinataires se sont plaints de certains."
            }
            Refusal::SenderRate => {
                "Il est parti de votre compte ou de votre domaine plus de messages que le service n’en autorise à la fois."
            }
            Refusal::RecipientRate => {
                "La boîte e-mail du destinataire reçoit en ce moment plus d’e-mails que son fournisseur n’en autorise. Ni vous ni votre message n’êtes en cause."
            }
            Refusal::AccountStopped => {
                "Le service qui envoie vos e-mails a bloqué les envois de votre compte ou de votre organisation."
            }
            Refusal::SendAs => {
                "Le compte utilisé pour l’identification n’est pas autorisé à envoyer des messages avec cette adresse d’expéditeur."
            }
            Refusal::SenderDomain => {
                "Le serveur de messagerie du destinataire n’a pas trouvé votre domaine sur internet."
            }
            Refusal::SenderUnverified => {
                "Le serveur de messagerie du destinataire a vérifié si votre adresse peut recevoir des e-mails, et cette vérification a échoué."
            }
            Refusal::Helo => {
                "Le serveur de messagerie du destinataire n’a pas accepté le nom sous lequel notre serveur se présente. C’est à nous de le corriger."
            }
            Refusal::Spf | Refusal::SpfBroken | Refusal::Dkim | Refusal::Dmarc => {
                self.reason(Reason::AuthFailure)
            }
            Refusal::Ptr => self.reason(Reason::RequirePtr),
            Refusal::Relay => self.reason(Reason::NoRelaying),
            Refusal::Login => {
                "Le serveur de messagerie n’accepte les e-mails qu’après identification, et le programme d’envoi ne s’était pas identifié."
            }
            Refusal::LocalSetting => "Un réglage de notre serveur de messagerie est incorrect.",
            Refusal::OutgoingPort => {
                "Notre serveur de messagerie n’a pas pu joindre celui du destinataire. Cela tient aux serveurs, et non à vous ou à votre message."
            }
            Refusal::SenderIncomplete => {
                "L’adresse d’expéditeur n’a pas de domaine complet\u{a0}; le serveur de messagerie du destinataire a donc refusé le message."
            }
            Refusal::NameLookup => {
                "Notre serveur de messagerie n’a pas pu déterminer à ce moment-là quel serveur reçoit les e-mails du domaine du destinataire."
            }
            Refusal::FailureRate => {
                "Trop de messages partis de votre compte ou de votre domaine n’ont pas pu être remis, et la suite des envois a donc été arrêtée pour le moment."
            }
            Refusal::SecureMx => {
                "Le domaine du destinataire publie une règle pour la remise chiffrée, et son serveur de messagerie ne la respecte pas. Les serveurs qui suivent cette règle n’y remettent rien."
            }
            Refusal::NotInDirectory => {
                "Microsoft 365, qui reçoit les e-mails pour le domaine du destinataire, n’y trouve pas cette adresse. Elle est peut-être mal écrite, ou bien elle n’est pas entièrement configurée du côté du destinataire."
            }
            Refusal::PlanUsedUp => {
                "Le service qui envoie les e-mails a suspendu les envois pour le moment, car le compte a épuisé ce que prévoit son forfait."
            }
            Refusal::AccountClosed => {
                "Le service qui envoie les e-mails n’accepte pas le compte pour le moment : il est suspendu, verrouillé ou impayé."
            }
            Refusal::LoginRate => {
                "Le serveur de messagerie n’autorise aucune identification sur ce compte pendant un certain temps, car il y a eu trop d’essais avec un mauvais mot de passe."
            }
            Refusal::PasswordLogin => {
                "Le service qui envoie vos e-mails n’accepte plus l’identification par nom d’utilisateur et mot de passe depuis le programme que vous utilisez. Celui-ci doit s’identifier par une méthode plus récente."
            }
            Refusal::Tls => {
                "Le serveur de messagerie du destinataire n’accepte les e-mails que par connexion chiffrée. C’est à nous de mettre cela en place."
            }
            Refusal::Protocol => "Les deux serveurs de messagerie ne se sont pas compris.",
            Refusal::Closed => self.reason(Reason::Filtered),
            Refusal::CompanyRule => {
                "L’organisation du destinataire a une règle qui n’a pas laissé passer ce message. Elle seule peut la modifier."
            }
            Refusal::ForwardForbidden => {
                "Le message a été redirigé automatiquement, et l’organisation d’où part la redirection ne l’autorise pas."
            }
            Refusal::OwnBlock => {
                "L’organisation de l’expéditeur bloque elle-même les e-mails vers cette adresse. Seul son administrateur de messagerie peut changer cela."
            }
            Refusal::GatewayOnly => {
                "Le fournisseur du destinataire n’accepte les e-mails que par l’intermédiaire d’un autre de ses serveurs. Lui seul peut corriger cela."
            }
            Refusal::AddressUnchecked => {
                "Le serveur de messagerie du destinataire n’a pas pu vérifier l’adresse à ce moment-là. Il se peut très bien qu’elle soit correcte."
            }
            Refusal::RecipientRefused => {
                "Le serveur de messagerie du destinataire a refusé cette adresse sans dire pourquoi. Souvent, l’adresse contient une faute de frappe ou n’est plus utilisée."
            }
            Refusal::AddressMalformed => {
                "L’adresse n’est pas écrite comme doit l’être une adresse e-mail\u{a0}: elle contient peut-être une espace, un point-virgule ou deux adresses à la fois."
            }
            Refusal::ListForm => {
                "La liste de diffusion n’accepte pas le message sous cette forme. Veuillez mettre son adresse dans «\u{a0}À\u{a0}» ou «\u{a0}Cc\u{a0}» (pas dans «\u{a0}Cci\u{a0}») et donner un objet au message."
            }
            Refusal::LongDown => {
                "Le serveur de messagerie du destinataire est injoignable depuis des jours\u{a0}: notre serveur a donc cessé d’essayer."
            }
            Refusal::LineEnds | Refusal::LongLine => {
                "Le programme qui a créé le message l’écrit sous une forme que les serveurs de messagerie n’acceptent pas (la façon dont il coupe les lignes). Un nouvel essai ne sert à rien tant que cela n’est pas corrigé."
            }
            Refusal::TooManyRecipients => {
                "Le message a plus de destinataires que le serveur de messagerie n’en accepte à la fois."
            }
            Refusal::Connector => {
                "Le service par lequel notre serveur envoie ses e-mails ne le reconnaît plus. C’est à nous d’y remédier."
            }
            Refusal::SenderBlocked => {
                "Le destinataire ou son organisation a inscrit votre adresse sur une liste d’expéditeurs bloqués. Eux seuls peuvent la modifier."
            }
            Refusal::Unicode => {
                "Le message nécessite la prise en charge des caractères internationaux dans les adresses e-mail, que le serveur de messagerie suivant ne propose pas."
            }
        }
    }

    fn cause(&self, cause: Cause) -> [&'static str; 2] {
        match cause {
            Cause::Attack => [
                "De telles tentatives sont courantes sur internet. Notre serveur les a repoussées.",
                "Vous n’avez rien à faire si votre mot de passe est long et ne sert nulle part ailleurs. Sinon, veuillez en définir un nouveau.",
            ],
            Cause::Tls => [
                "L’application de messagerie et notre serveur n’ont pas pu établir de connexion chiffrée.",
                "S’il s’agit de votre application de messagerie, veuillez vérifier le nom du serveur et le chiffrement dans ses paramètres, puis mettre à jour l’application et l’appareil. Si cela ne suffit pas, indiquez-nous quelle application et quel appareil vous utilisez.",
            ],
            Cause::Disabled => [
                "Le compte existe, mais la connexion y est désactivée. Le mot de passe n’est pas en cause.",
                "Veuillez nous demander pourquoi elle est désactivée et comment la réactiver.",
            ],
            Cause::Expired => [
                "Le mot de passe a expiré.",
                "Veuillez définir un nouveau mot de passe, puis le saisir sur chaque appareil.",
            ],
            Cause::Connections => [
                "Trop de connexions à cette boîte e-mail étaient ouvertes en même temps depuis le même endroit. Chaque application de messagerie en ouvre plusieurs. Le mot de passe n’est pas en cause.",
                "Veuillez fermer, sur tous vos appareils, les applications de messagerie dont vous n’avez pas besoin pour le moment, et réessayer dans quelques minutes.",
            ],
            Cause::TooMany => [
                "Trop de connexions étaient ouvertes en même temps depuis le même accès internet. Chaque application de messagerie en ouvre plusieurs, et toutes les personnes d’un même bureau partagent la même adresse.",
                "Si plusieurs personnes partagent cette connexion internet, veuillez nous indiquer le nombre d’appareils, et nous examinerons la limite. D’ici là, fermez les applications de messagerie dont vous n’avez pas besoin et réessayez dans quelques minutes.",
            ],
            Cause::AddressNotAllowed => [
                "Le compte n’est utilisable que depuis certains accès internet, et celui-ci n’en fait pas partie. Le mot de passe n’est pas en cause.",
                "Veuillez nous indiquer d’où vous souhaitez utiliser la boîte e-mail, et nous verrons si nous pouvons l’autoriser.",
            ],
            Cause::Plaintext => [
                "L’application de messagerie a essayé de s’identifier sans chiffrement, ce que notre serveur n’autorise pas.",
                "Veuillez activer le chiffrement pour le courrier entrant et sortant dans les paramètres de l’application de messagerie. Nous pouvons vous indiquer les paramètres à choisir.",
            ],
            Cause::Method => [
                "L’application de messagerie a essayé de s’identifier par une méthode que notre serveur ne propose pas.",
                "Veuillez choisir «\u{a0}Mot de passe normal\u{a0}» comme méthode d’authentification dans les paramètres de l’application de messagerie, avec le chiffrement activé.",
            ],
            Cause::ClientCertificate => [
                "Notre serveur demande un certificat à l’application de messagerie, et il n’en a pas reçu ou n’a pas accepté celui qu’il a reçu.",
                "Veuillez nous demander le bon certificat.",
            ],
            Cause::AuthService => [
                "Notre serveur n’a pas pu vérifier le mot de passe à ce moment-là. Vos paramètres ne sont pas en cause.",
                LEAVE,
            ],
            Cause::Backend => [
                "Une partie de notre système de messagerie était injoignable à ce moment-là. Vos paramètres ne sont pas en cause.",
                LEAVE,
            ],
            Cause::ServerFull => [
                "Notre serveur a atteint l’une de ses limites à ce moment-là. Vos paramètres ne sont pas en cause.",
                "Veuillez réessayer dans quelques minutes. Si cela se reproduit, prévenez-nous.",
            ],
            Cause::BadName => [
                "Le nom d’utilisateur envoyé par l’application de messagerie est vide ou contient un caractère non autorisé, comme un espace.",
                "Veuillez vérifier le nom d’utilisateur dans l’application de messagerie. C’est en général votre adresse e-mail complète.",
            ],
            Cause::WrongPassword => [
                "Le nom d’utilisateur est correct, mais pas le mot de passe. Souvent, l’un des appareils utilise encore un ancien mot de passe.",
                "Veuillez saisir de nouveau le mot de passe sur chaque appareil qui utilise cette boîte e-mail. En cas de doute, définissez-en un nouveau. Si cette tentative ne vient pas de vous, prévenez-nous.",
            ],
            Cause::Either | Cause::WrongLogin => {
                ["Notre serveur n’a pas accepté ce nom d’utilisateur avec ce mot de passe.", SIGN_IN]
            }
            Cause::NoPassword => [
                "La boîte e-mail existe, mais aucun mot de passe n’a été défini, si bien que personne ne peut encore s’y connecter. Votre application de messagerie n’est pas en cause.",
                "Veuillez définir un mot de passe pour la boîte e-mail, ou nous demander de le faire, puis le saisir sur chaque appareil.",
            ],
            Cause::ServiceOff => [
                "La boîte e-mail existe, mais cette façon de lire ou d’envoyer des e-mails y est désactivée. Le mot de passe n’est pas en cause.",
                "Vous n’avez rien à changer dans votre application de messagerie. Si vous avez besoin de ce service, prévenez-nous, et nous chercherons pourquoi il est désactivé.",
            ],
            Cause::UnknownUser => [
                "Notre serveur ne connaît pas ce nom d’utilisateur. Il contient peut-être une faute de frappe.",
                "Veuillez vérifier le nom d’utilisateur lettre par lettre dans l’application de messagerie. C’est en général votre adresse e-mail complète.",
            ],
            Cause::Server => [
                "Quelque chose n’a pas fonctionné sur notre serveur. Vos paramètres ne sont pas en cause.",
                LEAVE,
            ],
            Cause::BrokenClient => [
                "Notre serveur n’a pas compris ce que le programme a envoyé. Il s’agit souvent d’une analyse automatique venue d’internet ou d’une application mal configurée.",
                "S’il s’agit de votre application de messagerie, veuillez la mettre à jour ou y configurer le compte de nouveau.",
            ],
            Cause::Refused => ["Notre serveur n’a pas accepté l’identification.", SIGN_IN],
            Cause::Config => [
                "Un réglage de notre serveur est incorrect, et la boîte e-mail n’est donc pas accessible. Vos propres paramètres ne sont pas en cause.",
                LOOKING,
            ],
            Cause::Restart => [
                "Notre serveur de messagerie était en train de redémarrer à ce moment-là, ou il a mis fin à la connexion. Les applications de messagerie se reconnectent automatiquement.",
                "Vous n’avez rien à faire.",
            ],
            Cause::Unfinished => [
                "L’identification a été commencée, mais pas menée à son terme. Une fois, c’est sans gravité\u{a0}; si cela arrive souvent, le réseau, un pare-feu ou un antivirus peut en être la cause.",
                "Si cela arrive souvent, veuillez essayer un autre réseau et désactiver, à titre de test, l’analyse des e-mails dans votre antivirus.",
            ],
            Cause::Nobody => [
                "Personne n’a essayé de s’identifier. De telles connexions sont courantes.",
                "Vous n’avez rien à faire.",
            ],
            Cause::Folder => [
                "Le mot de passe était le bon, mais notre serveur n’a pas pu ouvrir la boîte e-mail. Vos paramètres ne sont pas en cause.",
                "Veuillez laisser vos paramètres tels quels. Nous vous préviendrons dès que la boîte e-mail pourra de nouveau être ouverte.",
            ],
            Cause::Crash => [
                "Un programme de notre serveur s’est arrêté brusquement pendant la connexion. Vos paramètres ne sont pas en cause.",
                "Vous n’avez rien à faire. Si cela arrive souvent, veuillez nous indiquer quand.",
            ],
            Cause::Disk => [
                "Notre serveur n’a pas pu écrire sur son disque. Vos paramètres ne sont pas en cause.",
                LOOKING,
            ],
            Cause::Permission => [
                "Notre serveur n’a pas l’autorisation de lire ou de modifier la boîte e-mail ou une partie de celle-ci. Vos paramètres ne sont pas en cause.",
                LOOKING,
            ],
            Cause::Quota => [
                "La boîte e-mail est pleine.",
                "Veuillez supprimer les messages dont vous n’avez plus besoin et vider la corbeille, ou nous demander plus d’espace.",
            ],
            Cause::Pop3Lock => [
                "La boîte e-mail était ouverte sur un autre appareil. Avec ces paramètres, un seul appareil à la fois peut l’utiliser.",
                "Veuillez attendre quelques minutes, ou nous demander les paramètres qui permettent d’utiliser une boîte e-mail sur plusieurs appareils.",
            ],
            Cause::Locked => [
                "Un autre programme de notre serveur gardait la boîte e-mail verrouillée. Vos paramètres ne sont pas en cause.",
                LOOKING,
            ],
            Cause::Unreadable => [
                "L’un des messages enregistrés est illisible pour le moment sur notre serveur de messagerie, et peut donc sembler vide.",
                "Veuillez nous indiquer de quel message il s’agit\u{a0}: son dossier, son expéditeur et sa date. Nous l’examinerons sur le serveur.",
            ],
            Cause::Index => [
                "Une liste qui permet d’ouvrir rapidement les dossiers était endommagée. Notre serveur la reconstruit à partir des messages.",
                "Vous n’avez rien à faire. L’application de messagerie rechargera peut-être un dossier. Si des messages n’apparaissent pas, indiquez-nous dans quel dossier.",
            ],
            Cause::Network => [
                "La connexion a été interrompue en cours de route. Une fois, c’est normal, surtout sur un téléphone.",
                "Si cela arrive souvent, veuillez essayer un autre réseau et désactiver, à titre de test, l’analyse des e-mails dans votre antivirus.",
            ],
            Cause::Idle => [
                "La connexion est restée inactive un certain temps, et notre serveur y a donc mis fin. C’est normal.",
                "Vous n’avez rien à faire\u{a0}: l’application de messagerie se reconnecte automatiquement. Si l’avertissement affiché vous gêne, réglez-la pour qu’elle relève les nouveaux messages toutes les 10 minutes.",
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
                "Les règles de filtrage de la boîte e-mail ont traité un message.",
                "Si vous ne voyez pas le message, veuillez regarder dans vos autres dossiers et vérifier les règles de filtrage de la boîte e-mail.",
            ],
        }
    }

    fn filing(&self, filing: Filing) -> [&'static str; 2] {
        match filing {
            Filing::Full => [
                "La boîte e-mail est pleine.",
                "S’il s’agit de votre boîte e-mail, veuillez supprimer les messages dont vous n’avez plus besoin et vider la corbeille, ou nous demander plus d’espace. Demandez ensuite à l’expéditeur de renvoyer le message.",
            ],
            Filing::Disk => [
                "Notre serveur n’a pas pu écrire sur son disque. Il garde le message et réessaie automatiquement.",
                LOOKING,
            ],
            Filing::Permission => [
                "Notre serveur n’a pas l’autorisation d’écrire dans la boîte e-mail ou une partie de celle-ci. Il garde le message et réessaie automatiquement.",
                LOOKING,
            ],
            Filing::Locked => [
                "Un autre programme de notre serveur gardait la boîte e-mail verrouillée.",
                "Vous n’avez rien à faire pour l’instant\u{a0}; si le message n’est toujours pas arrivé demain, prévenez-nous.",
            ],
            Filing::Rejected => [
                "La règle appartient à cette boîte e-mail ou s’applique à toutes les boîtes e-mail de notre serveur. L’expéditeur en est normalement informé.",
                "Si vous attendiez ce message, veuillez vérifier les règles de filtrage de la boîte e-mail. Si aucune ne correspond, prévenez-nous.",
            ],
            Filing::ForwardFailed => [
                "Le message n’a pas été redirigé à ce moment-là.",
                "Veuillez vérifier l’adresse indiquée dans la règle. De notre côté, nous examinons aussi le problème.",
            ],
            Filing::Loop => [
                "Cette boîte e-mail avait déjà redirigé le message. Pour qu’il ne tourne pas en boucle, il n’a pas été redirigé de nouveau.",
                "Veuillez vérifier qu’aucune redirection ne ramène à cette boîte e-mail.",
            ],
            Filing::Broken => [
                "Quelque chose n’a pas fonctionné dans les règles\u{a0}: une erreur, un dossier manquant ou une redirection.",
                "Veuillez vérifier les règles de filtrage de la boîte e-mail, en particulier les dossiers et les adresses qu’elles contiennent. Si elles semblent correctes, prévenez-nous, et nous lirons l’erreur pour vous.",
            ],
            Filing::StoreFailed => [
                "Notre serveur n’a pas pu enregistrer le message dans ce dossier à ce moment-là. La règle elle-même est peut-être correcte.",
                "Veuillez vérifier que le dossier existe toujours. Nous examinons le problème.",
            ],
            Filing::Stopped => [
                "Un élément nécessaire aux règles de filtrage de la boîte e-mail n’a pas fonctionné à ce moment-là. Les règles elles-mêmes ne sont pas en cause, et notre serveur réessaie automatiquement.",
                LOOKING,
            ],
            Filing::Discarded => [
                "À moins qu’une autre règle ne l’ait enregistré, le message est perdu. La règle appartient à cette boîte e-mail ou s’applique à toutes les boîtes e-mail de notre serveur. L’expéditeur n’en est pas informé.",
                "Si vous attendiez ce message, veuillez vérifier les règles de filtrage de la boîte e-mail et demander à l’expéditeur de le renvoyer. Si aucune de vos règles ne correspond, prévenez-nous.",
            ],
            Filing::Forwarded => [
                "Le message a été envoyé à cette adresse.",
                "Si le message n’y arrive pas, veuillez vérifier l’adresse dans les règles de filtrage.",
            ],
            Filing::NoFolder => [
                "Dans ce cas, le message arrive normalement dans la boîte de réception.",
                "Veuillez regarder dans la boîte de réception et vérifier les règles de filtrage de la boîte e-mail.",
            ],
            Filing::AnsweredBefore => [
                "Cet expéditeur a déjà reçu une réponse d’absence. Pendant la période fixée dans la règle, chaque expéditeur n’en reçoit qu’une.",
                "Vous n’avez rien à changer. Pour tester la réponse, écrivez depuis une autre adresse, ou fixez une période plus courte dans la règle.",
            ],
            Filing::Unanswered => [
                "Le message n’était pas envoyé à l’adresse de la boîte elle-même, mais sans doute à une autre qui y mène, et la règle d’absence ne cite pas celle-ci.",
                "Veuillez ajouter à la règle d’absence, comme vos propres adresses, toutes celles auxquelles on vous écrit. Si vous ne trouvez pas ce réglage, prévenez-nous, et nous vous aiderons.",
            ],
            Filing::Stored => [
                "Une règle de filtrage a choisi ce dossier, ou c’est le dossier habituel.",
                "Si vous ne voyez pas le message, veuillez regarder dans vos autres dossiers et vérifier les règles de filtrage de la boîte e-mail.",
            ],
        }
    }

    fn case(&self, case: Case, original: &str, to: &str) -> [String; 3] {
        match case {
            Case::Service => [
                "Une partie de notre système de messagerie ne fonctionne pas en ce moment.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayLogin => [
                format!("Notre serveur de messagerie envoie les e-mails par un autre serveur, et l’identification auprès de celui-ci n’a pas fonctionné. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayRefuses => [
                format!("Notre serveur de messagerie envoie les e-mails par un autre serveur, et celui-ci n’a pas accepté le message de notre part. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayUnreachable => [
                "Notre serveur de messagerie ne parvient pas à établir de connexion avec le serveur par lequel il envoie les e-mails.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::WrongServer => [
                "Le serveur de messagerie auquel nous avons envoyé le message indique qu’il ne gère pas le domaine du destinataire. Cela tient à un réglage du domaine du destinataire, et non du vôtre.".into(),
                "Vous n’avez rien à faire pour l’instant. Si c’est urgent, veuillez prévenir le destinataire par un autre moyen, par exemple par téléphone\u{a0}: lui seul ou son fournisseur peut corriger cela.".into(),
                "Veuillez prévenir le destinataire par un autre moyen, par exemple par téléphone\u{a0}: lui seul ou son fournisseur peut corriger cela. Une fois la correction faite, renvoyez le message.".into(),
            ],
            Case::OwnDomain => [
                "Notre serveur de messagerie cherche cette boîte parmi les siennes et n’en a aucune de ce nom, alors que le message vient du même domaine. L’adresse peut malgré tout être correcte.".into(),
                "Nous vérifions un réglage du domaine sur notre serveur. Vous n’avez rien à faire pour l’instant.".into(),
                "Nous vérifions un réglage du domaine sur notre serveur. Veuillez attendre notre réponse avant de renvoyer le message.".into(),
            ],
            Case::TheirLogin => [
                "Le serveur de messagerie auquel nous avons envoyé le message ne l’accepte que si notre serveur s’y identifie. Votre mot de passe n’est pas en cause.".into(),
                "Vous n’avez rien à faire pour l’instant.".into(),
                "En attendant, veuillez contacter le destinataire par un autre moyen.".into(),
            ],
            Case::Forward => [
                format!("Le message était destiné à {original}, et notre serveur redirige vers {to} les messages envoyés à cette adresse. L’adresse de redirection n’a pas pu le recevoir."),
                format!("Si l’adresse {original} est la vôtre, veuillez modifier ou supprimer sa redirection vers {to}."),
                format!("Si l’adresse {original} est la vôtre, veuillez modifier ou supprimer sa redirection vers {to}. Si vous avez envoyé le message, veuillez contacter le destinataire par un autre moyen\u{a0}; l’adresse que vous avez utilisée est correcte."),
            ],
            Case::ForwardUnwanted => {
                let fetch = format!("Si l’adresse {original} est la vôtre, veuillez faire relever ses e-mails par l’autre compte au lieu de les rediriger. Nous pouvons vous aider à configurer cela.");
                [
                    format!("Le message était destiné à {original}, et notre serveur redirige vers {to} les messages envoyés à cette adresse. Le serveur de messagerie de l’adresse de redirection n’a pas accepté le message redirigé."),
                    fetch.clone(),
                    fetch,
                ]
            }
            Case::ForwardLoop => {
                let check = format!("Nous vérifions la redirection sur notre serveur. Si l’adresse {original} est la vôtre, veuillez vous assurer que les messages destinés à {to} ne sont pas redirigés vers votre adresse.");
                [format!("Le message était destiné à {original}, et notre serveur redirige vers {to} les messages envoyés à cette adresse. Le message a tourné en boucle, sans doute parce que l’autre serveur l’a redirigé à son tour, et a donc été arrêté."), check.clone(), check]
            }
            Case::Notice => [
                "Il s’agissait d’un avis automatique, par exemple au sujet d’un message qui n’avait pas pu être remis. L’avis lui-même n’a pas pu être remis, ce qui arrive souvent quand l’adresse de l’expéditeur est falsifiée.".into(),
                "Vous n’avez rien à faire.".into(),
                "Vous n’avez rien à faire\u{a0}: personne n’a écrit ce message à la main.".into(),
            ],
            Case::System => {
                let correcting = "L’adresse sera corrigée sur notre serveur\u{a0}; vous n’avez rien à faire.";
                [
                    "Ce message a été écrit par un programme de notre serveur, et non par une personne.".into(),
                    correcting.into(),
                    correcting.into(),
                ]
            }
        }
    }

    fn obstacle(&self, obstacle: ObstacleKind) -> [&'static str; 2] {
        match obstacle {
            ObstacleKind::CertificateDate => [
                "Le certificat de sécurité du serveur de messagerie a expiré, ou l’horloge de l’appareil est déréglée.",
                "Veuillez vérifier la date et l’heure de l’appareil. Si elles sont correctes, prévenez-nous\u{a0}: nous renouvellerons le certificat, et vous n’aurez aucun paramètre à modifier.",
            ],
            ObstacleKind::CertificateName => [
                "Le nom de serveur indiqué dans les paramètres n’est pas celui du certificat de sécurité du serveur de messagerie.",
                "Veuillez indiquer dans les paramètres le nom de serveur que nous vous avons communiqué, pour le courrier entrant et sortant.",
            ],
            ObstacleKind::CertificateIssuer => [
                "L’application ou le site web ne fait pas confiance au certificat de sécurité du serveur de messagerie.",
                "Veuillez vérifier que le nom de serveur indiqué dans les paramètres est bien celui que nous vous avons communiqué. Dans une application de messagerie, désactivez, à titre de test, l’analyse des e-mails de l’antivirus\u{a0}; pour un programme à vous (en Java, par exemple), mettez à jour sa liste d’émetteurs de confiance. Si cela ne suffit pas, prévenez-nous, et nous vérifierons le certificat.",
            ],
            ObstacleKind::PlainPort => [
                "Le chiffrement choisi et le port ne vont pas ensemble.",
                "Veuillez choisir le chiffrement STARTTLS pour le port 587, ou SSL/TLS pour le port 465.",
            ],
            ObstacleKind::NoStarttls => [
                "Le chiffrement choisi et le port ne vont pas ensemble, ou un programme intermédiaire masque le fait que le serveur sait chiffrer.",
                "Veuillez choisir pour le courrier sortant le port 587 avec STARTTLS ou le port 465 avec SSL/TLS, et désactiver, à titre de test, l’analyse des e-mails dans votre antivirus.",
            ],
            ObstacleKind::WantsEncryption => [
                "L’application ou le site web a essayé de s’identifier sans chiffrement, ce que le serveur de messagerie n’autorise pas.",
                "Veuillez activer le chiffrement dans les paramètres\u{a0}: STARTTLS avec le port 587 ou SSL/TLS avec le port 465 pour l’envoi, SSL/TLS avec le port 993 ou 995 pour la réception.",
            ],
            ObstacleKind::Encryption => [
                "L’application ou le site web et le serveur de messagerie n’ont pas pu établir de connexion chiffrée.",
                "Veuillez mettre à jour l’application ou le site web ainsi que l’appareil, et vérifier que le chiffrement et le port vont ensemble\u{a0}: STARTTLS pour 587, SSL/TLS pour 465, 993 et 995.",
            ],
            ObstacleKind::Token => [
                "L’application ou le site web n’est plus autorisé à utiliser le compte, par exemple parce que le mot de passe a été changé.",
                "Veuillez vous reconnecter au compte dans les paramètres de l’application ou du site web, et autoriser l’envoi d’e-mails.",
            ],
            ObstacleKind::AppPassword => [
                "Le fournisseur du compte exige un mot de passe spécial pour les applications.",
                "Veuillez créer un mot de passe d’application dans les paramètres de sécurité du compte et le saisir dans l’application ou sur le site web.",
            ],
            ObstacleKind::NoCredentials => [
                "L’application ou le site web n’a pas de nom d’utilisateur ou de mot de passe pour le serveur de messagerie.",
                "Veuillez saisir l’adresse e-mail et le mot de passe de la boîte e-mail dans ses paramètres.",
            ],
            ObstacleKind::Method => [
                "Le serveur de messagerie ne propose pas la méthode d’identification que l’application ou le site web utilise.",
                "Veuillez choisir «\u{a0}Mot de passe normal\u{a0}» comme méthode d’authentification et activer le chiffrement\u{a0}: STARTTLS avec le port 587 ou SSL/TLS avec le port 465.",
            ],
            ObstacleKind::NeedsLogin => [
                "L’application ou le site web a essayé d’envoyer un e-mail sans s’identifier, alors que le serveur de messagerie l’exige.",
                "Veuillez activer dans les paramètres l’authentification pour le serveur sortant, avec l’adresse e-mail complète et le mot de passe de la boîte e-mail qui envoie.",
            ],
            ObstacleKind::Login => [
                "Le serveur de messagerie n’a pas accepté le nom d’utilisateur ou le mot de passe.",
                "Veuillez saisir de nouveau l’adresse e-mail comme nom d’utilisateur ainsi que le mot de passe, pour le courrier entrant et sortant. Si le webmail ne les accepte pas non plus, définissez un nouveau mot de passe.",
            ],
            ObstacleKind::MicrosoftSignIn => [
                "Microsoft n’a pas laissé le compte se connecter, en général à cause d’une règle de l’organisation.",
                "Veuillez vous connecter une fois dans un navigateur sur outlook.office.com et suivre les instructions. Si l’accès y est aussi refusé, adressez-vous à l’administrateur de votre organisation en lui indiquant le numéro qui suit AADSTS.",
            ],
            ObstacleKind::NameUnknown => [
                "Le nom du serveur de messagerie indiqué dans les paramètres est introuvable.",
                "Veuillez vérifier le nom de serveur dans les paramètres. S’il est correct, vérifiez que l’appareil ou le site web a accès à internet.",
            ],
            ObstacleKind::Silent => [
                "Le chiffrement choisi et le port ne vont pas ensemble.",
                "Veuillez choisir le chiffrement SSL/TLS pour le port 465, ou STARTTLS pour le port 587.",
            ],
            ObstacleKind::TurnedAway => [
                FIREWALL,
                "Veuillez vérifier le nom du serveur et le port dans les paramètres\u{a0}: 587 ou 465 pour l’envoi, 993 ou 995 pour la réception.",
            ],
            ObstacleKind::NoRoute | ObstacleKind::NoAnswer | ObstacleKind::NoConnection => [FIREWALL, CHECK],
            ObstacleKind::Offline => [
                "L’application ou l’appareil n’est pas connecté à internet.",
                "Veuillez vérifier la connexion internet de l’appareil et vous assurer que l’application n’est pas en mode hors connexion.",
            ],
            ObstacleKind::HungUp => [
                "La connexion entre l’application ou le site web et le serveur de messagerie a été coupée.",
                "Veuillez vérifier que le port et le chiffrement vont ensemble (587\u{a0}: STARTTLS\u{a0}; 465, 993 et 995\u{a0}: SSL/TLS), puis essayer sans VPN et après avoir désactivé l’analyse des e-mails dans l’antivirus.",
            ],
            ObstacleKind::NoMailer => [
                "Le site web n’a pas pu confier son message au système de messagerie de son propre serveur. L’adresse du destinataire n’est pas en cause.",
                "Veuillez configurer le site web pour qu’il envoie ses messages par une boîte e-mail de votre domaine, en s’identifiant. Nous pouvons vous donner les paramètres.",
            ],
            ObstacleKind::LocalMailer => [
                "Le site web ou le script n’a pas pu confier son message au système de messagerie de son propre serveur.",
                "Veuillez nous indiquer de quelle page ou de quel formulaire il s’agit et quand cela s’est produit, et nous consulterons le journal du serveur.",
            ],
            ObstacleKind::TooLarge => [
                "Avec ses pièces jointes, le message est trop volumineux.",
                "Veuillez plutôt envoyer un lien vers le fichier, ou plusieurs messages plus petits.",
            ],
            ObstacleKind::MailboxFull => [
                "La boîte e-mail est pleine et ne peut plus enregistrer de messages.",
                "Veuillez supprimer des messages volumineux ou anciens, surtout parmi les messages envoyés et dans la corbeille, puis vider la corbeille. Si vous avez besoin de plus d’espace, prévenez-nous.",
            ],
            ObstacleKind::Sender => [
                "L’adresse d’expéditeur n’est pas l’une de celles que cette boîte e-mail peut utiliser pour l’envoi, ou elle n’est pas valide.",
                "Veuillez utiliser l’adresse de la boîte e-mail comme expéditeur. Dans le formulaire d’un site web, l’adresse du visiteur se place dans le champ Reply-To.",
            ],
            ObstacleKind::Recipient => [
                "L’adresse du destinataire manque ou est incorrecte, ou le serveur de messagerie ne l’a pas acceptée.",
                "Veuillez vérifier l’adresse du destinataire et vous assurer que l’application ou le site web s’identifie auprès du serveur sortant.",
            ],
            ObstacleKind::Attachment => [
                "Le fichier à joindre n’a pas pu être lu. Le serveur de messagerie n’est pas concerné.",
                "Veuillez joindre de nouveau le fichier. Sur un site web, vérifiez que le fichier est toujours présent.",
            ],
            ObstacleKind::ApiKey => [
                "Le service par lequel le site web envoie ses e-mails n’a pas accepté sa clé ou son expéditeur.",
                "Veuillez saisir une nouvelle clé de ce service dans les paramètres du site web, et vérifier auprès du service que votre domaine est validé.",
            ],
            ObstacleKind::Character => [
                "Le programme ne peut pas envoyer un caractère du nom d’utilisateur, du mot de passe ou d’une adresse\u{a0}; c’est souvent un espace copié avec le texte.",
                "Veuillez saisir à nouveau le nom d’utilisateur et le mot de passe au lieu de les coller, et n’utiliser que des lettres simples dans les adresses.",
            ],
            ObstacleKind::Program => [
                "Il manque au site web un composant nécessaire à l’envoi d’e-mails.",
                "Veuillez demander à la personne qui s’occupe du site web de l’installer ou de le mettre à jour. Nous pouvons vérifier les réglages du serveur.",
            ],
            ObstacleKind::Settings => [
                "Les paramètres de messagerie de l’application ou du site web sont incomplets ou incorrects.",
                "Veuillez revoir ses paramètres de messagerie. Nous pouvons vous donner les bonnes valeurs pour votre boîte e-mail.",
            ],
            ObstacleKind::Busy => [
                "Trop d’applications ou d’appareils utilisent cette boîte e-mail en même temps depuis le même endroit.",
                "Veuillez fermer, sur tous les appareils, les applications de messagerie dont vous n’avez pas besoin pour le moment, et réessayer dans quelques minutes.",
            ],
            ObstacleKind::InUse => [
                "Une autre application ou un autre appareil utilise déjà cette boîte e-mail, et une boîte configurée en POP3 ne peut être ouverte qu’à un endroit à la fois.",
                "Veuillez fermer l’autre application ou la régler pour qu’elle relève les messages moins souvent. Si vous utilisez la boîte e-mail sur plusieurs appareils, configurez-les en IMAP.",
            ],
            ObstacleKind::Unchecked => [
                "Notre serveur n’a pas pu ouvrir votre boîte e-mail à ce moment-là. Votre nom d’utilisateur et votre mot de passe ne sont pas en cause.",
                "Veuillez laisser vos paramètres tels quels. Nous examinons la cause sur notre serveur.",
            ],
            ObstacleKind::ManyRecipients => [
                "Le message a plus de destinataires que le serveur de messagerie n’en accepte à la fois.",
                "Veuillez l’envoyer à moins de destinataires à la fois ou utiliser une liste de diffusion.",
            ],
            ObstacleKind::PortsBlocked => [
                "Le site web ne peut joindre aucun serveur de messagerie\u{a0}: son hébergeur bloque probablement les e-mails sortants.",
                "Veuillez demander à cet hébergeur d’ouvrir les ports 587 et 465 pour les connexions sortantes, ou lui demander quel serveur de messagerie ses sites doivent utiliser.",
            ],
            ObstacleKind::Expired => self.cause(Cause::Expired),
            ObstacleKind::Limit => [
                "Le nombre maximal de messages, de destinataires ou de tentatives sur une certaine durée est atteint.",
                "Veuillez attendre une heure et envoyer vos messages à moins de destinataires à la fois. Si vous n’avez pas fait autant d’envois, définissez tout de suite un nouveau mot de passe et prévenez-nous.",
            ],
            ObstacleKind::Store => [
                "Les fichiers dans lesquels l’application de messagerie conserve ses messages sont endommagés ou pleins. Vos messages sur le serveur ne sont pas touchés.",
                "Veuillez vérifier dans le webmail que vos messages sont bien là, puis configurer le compte dans un nouveau profil de l’application. Nous pouvons vous y aider.",
            ],
            ObstacleKind::StoreFull => [
                "Le fichier de données de l’application de messagerie sur l’ordinateur est plein. Votre boîte e-mail sur le serveur n’est pas en cause.",
                "Veuillez archiver ou supprimer dans l’application les messages volumineux et anciens, vider la corbeille, puis compacter le fichier de données dans les paramètres du compte. Nous pouvons vous y aider.",
            ],
            ObstacleKind::Inspected => [
                "Un antivirus installé sur l’appareil ouvre la connexion chiffrée et présente son propre certificat de sécurité. Celui du serveur de messagerie n’est pas en cause.",
                "Veuillez désactiver l’analyse des e-mails chiffrés dans les réglages de l’antivirus.",
            ],
            ObstacleKind::Unsent => [
                "L’application ou le site web indique que le message n’a pas été envoyé, mais pas pourquoi.",
                "Veuillez nous envoyer le texte complet de l’erreur, avec l’heure, l’expéditeur et le destinataire.",
            ],
            ObstacleKind::Unread => [
                "L’application ou le webmail n’a pas pu faire ce que vous demandiez, et n’indique pas pourquoi.",
                "Veuillez nous indiquer quelle application ou quel site web affiche cela, et quand, afin que nous puissions poursuivre nos recherches.",
            ],
        }
    }

    fn effect(&self, effect: Effect) -> &'static str {
        match effect {
            Effect::Unsigned => {
                "Les messages envoyés entre-temps n’ont peut-être pas la signature numérique qui montre d’où ils viennent\u{a0}; certains destinataires peuvent donc les trouver dans leur dossier de spam."
            }
            Effect::Unchecked => {
                "Des messages entrants peuvent être retardés ou n’être pas entièrement contrôlés."
            }
            Effect::Unscanned => "Des messages peuvent être retardés, ou remis sans le contrôle habituel.",
            Effect::SignIn => "Il se peut que l’identification ne fonctionne pas en ce moment.",
            Effect::Reading => {
                "En ce moment, il se peut que les applications de messagerie ne puissent pas se connecter ou afficher la boîte e-mail."
            }
            Effect::Incoming => "Les nouveaux messages peuvent arriver en retard.",
            Effect::Door => {
                "Il se peut que l’envoi par notre serveur ou la réception d’e-mails ne fonctionne pas en ce moment."
            }
            Effect::Outgoing => "Les messages que vous envoyez peuvent être retardés.",
            Effect::Warnings => {
                "Les applications de messagerie peuvent afficher un avertissement ou ne pas réussir à se connecter."
            }
            Effect::Webmail => {
                "Il se peut que le webmail affiche une erreur en ce moment. Les applications de messagerie ne sont pas touchées."
            }
            Effect::Nothing => "L’envoi, la réception et la lecture des e-mails ne sont pas touchés.",
            Effect::Unclear => {
                "Il se peut que l’envoi, la réception ou la lecture d’e-mails ne fonctionne pas correctement en ce moment."
            }
        }
    }

    fn elsewhere(&self, of: Elsewhere, provider: &str) -> [String; 2] {
        match of {
            Elsewhere::AppPassword => [
                format!(
                    "{provider} n’a pas accepté le nom d’utilisateur ou le mot de passe. Les applications et les sites web y ont en général besoin d’un mot de passe d’application, et non du mot de passe normal du compte."
                ),
                format!(
                    "Veuillez créer un mot de passe d’application dans les paramètres de sécurité du compte chez {provider}, puis le saisir dans l’application ou le site web. Un nouveau mot de passe normal n’y changera rien."
                ),
            ],
            Elsewhere::SignInOff => [
                format!(
                    "{provider} ne permet pas à ce compte de s’identifier avec un nom d’utilisateur et un mot de passe pour envoyer des e-mails, quel que soit le mot de passe."
                ),
                format!(
                    "Veuillez demander à l’administrateur {provider} de votre organisation d’autoriser l’envoi avec nom d’utilisateur et mot de passe pour cette boîte e-mail, ou nous demander un autre moyen d’envoi. Un nouveau mot de passe n’y changera rien."
                ),
            ],
            Elsewhere::Paused => [
                format!(
                    "{provider} a suspendu l’identification sur ce compte, car il y a eu trop de tentatives en peu de temps. Le mot de passe est peut-être correct."
                ),
                "Veuillez fermer les applications et programmes qui utilisent encore un ancien mot de passe, et attendre quelques heures. Identifiez-vous ensuite une seule fois\u{a0}; chaque nouvelle tentative prolonge la suspension.".into(),
            ],
            Elsewhere::Unverified => [
                format!(
                    "{provider} n’envoie d’e-mails que pour des adresses et des domaines confirmés, et l’un de ceux de ce message ne l’est pas encore."
                ),
                format!(
                    "Veuillez faire confirmer le domaine ou l’adresse de l’expéditeur dans le compte chez {provider}. Si ce compte est récent, les destinataires doivent eux aussi être confirmés, jusqu’à ce que {provider} lève cette limite."
                ),
            ],
            Elsewhere::SendAs => [
                format!(
                    "{provider} ne permet pas au compte identifié d’envoyer des messages avec cette adresse d’expéditeur."
                ),
                format!(
                    "Veuillez envoyer vos messages avec l’adresse de ce compte, ou demander à l’administrateur {provider} de votre organisation d’autoriser l’autre adresse."
                ),
            ],
        }
    }

    fn note(&self, note: Note) -> &'static str {
        match note {
            Note::ProgramFailed => {
                "Le programme de notre serveur qui reçoit les e-mails pour cette adresse n’a pas pu faire son travail."
            }
            Note::KeptByFilter => {
                "Notre filtre retient le message, car il ressemble à du spam ou à quelque chose de dangereux. Le message n’est pas perdu."
            }
            Note::StoppedThere => {
                "Un filtre du serveur qui a envoyé l’avis a bloqué le message, qui n’a donc jamais atteint le serveur du destinataire. Ces filtres se trompent parfois."
            }
            Note::WrongClock => {
                "L’horloge de l’appareil qui a envoyé le message n’est pas à l’heure, donc le message porte une mauvaise date. Dans une liste triée selon cette date, il n’est pas à sa place."
            }
            Note::AccountSpent => {
                "Le compte d’hébergement dont dépend la boîte e-mail a épuisé son espace, même si la boîte elle-même n’est pas pleine."
            }
            Note::StaleQuota => {
                "Notre serveur n’avait plus le bon décompte de la place occupée dans la boîte e-mail, qui contient peut-être bien moins."
            }
            Note::Overwritten => {
                "Un pare-feu devant notre serveur de messagerie modifie ce que dit le serveur, donc le chiffrement et l’identification ne fonctionnent pas."
            }
            Note::CatchAll => {
                "Aucune boîte e-mail n’a cette adresse, donc le message est arrivé dans la boîte qui reçoit tous les e-mails destinés aux adresses inconnues de ce domaine."
            }
            Note::ServiceUnconfirmed => {
                "Une partie des messages envoyés au nom de ce domaine vient d’un service qui n’est pas configuré pour cela, ou est falsifiée. De tels messages arrivent souvent dans le dossier spam ou sont refusés."
            }
            Note::PlantedScript => {
                "Un script étranger placé sur le site web envoie du spam. Le mot de passe de la boîte e-mail n’est pas en cause."
            }
            Note::NotFoundHere => {
                "Notre serveur a cherché cette adresse parmi les siennes et ne l’a pas trouvée."
            }
            Note::OldEntry => {
                "Le message est parti vers une ancienne adresse interne qui n’existe plus. Les applications de messagerie gardent ces adresses dans leurs suggestions."
            }
            Note::Beside => {
                "Notre serveur a signalé à ce moment-là un petit problème de son côté. Le mot de passe et les paramètres sont corrects."
            }
            Note::ChangedAfterSigning => {
                "Le message a probablement été modifié après sa signature, par exemple par un pied de page. Le contrôle de sa provenance a quand même réussi."
            }
            Note::TheirCertificate => {
                "Le certificat de sécurité de l’autre serveur a expiré. Seul l’exploitant de ce serveur peut le renouveler."
            }
            Note::AsksToSignIn => {
                "Notre serveur a demandé à un autre serveur de messagerie de s’identifier, ce que les serveurs ne peuvent pas faire. Cela tient à un réglage de notre côté."
            }
            Note::WeAreListed => {
                "L’adresse internet de notre serveur de messagerie figure sur une liste de blocage\u{a0}; d’autres serveurs peuvent donc refuser nos e-mails pour le moment."
            }
            Note::ClientsHidden => {
                "Notre serveur ne voit pas de quel serveur le message vient réellement, si bien que son contrôle de l’expéditeur n’a pas pu fonctionner."
            }
            Note::TakesTurns => {
                "Le fournisseur de l’expéditeur envoie tour à tour depuis plusieurs serveurs, et le nôtre fait attendre chacun de ceux qu’il ne connaît pas encore, pour se protéger du spam."
            }
            Note::LookupDoubtful => {
                "À ce moment-là, notre serveur n’a pas pu déterminer de quel domaine et de quel serveur venait le message. La cause se trouve dans les enregistrements de l’expéditeur ou dans notre propre recherche, que nous vérifions."
            }
            Note::OriginUnreadable => {
                "Les enregistrements du domaine de l’expéditeur indiquent quels serveurs ont le droit d’envoyer ses e-mails. Cette liste contient une erreur\u{a0}: les serveurs de messagerie ne peuvent donc pas vérifier d’où vient le message."
            }
            Note::RecordIncomplete => {
                "Les enregistrements du domaine du destinataire indiquent un serveur de messagerie introuvable. Seule la personne qui gère ce domaine peut le corriger."
            }
            Note::AddressIncomplete => {
                "L’adresse est incomplète\u{a0}: il manque la fin de la partie située après le signe @, par exemple «\u{a0}.com\u{a0}»."
            }
            Note::Diverted => {
                "En chemin, la connexion a été détournée vers un autre serveur de messagerie, qui ne connaît pas ce mot de passe. Le mot de passe lui-même est peut-être correct."
            }
            Note::OurLookup => {
                "Notre serveur n’arrive pas à trouver les adresses des autres serveurs de messagerie pour le moment. La cause est de notre côté."
            }
            Note::OldEncryption => {
                "L’application ou l’appareil ne propose que d’anciennes versions du chiffrement, que notre serveur n’accepte plus."
            }
            Note::TakesNoCalls => {
                "Notre serveur de messagerie ne peut pas recevoir d’e-mails de l’extérieur pour le moment."
            }
            Note::RenewalFailed => {
                "Le certificat de sécurité de notre serveur de messagerie n’a pas pu être renouvelé. Si le renouvellement n’aboutit pas avant son expiration, les applications de messagerie afficheront un avertissement."
            }
            Note::CertificateUnfit => {
                "Le certificat de sécurité du serveur de messagerie du destinataire n’est pas celui que son fournisseur a publié\u{a0}; notre serveur n’y envoie donc pas le message. Seul le fournisseur du destinataire peut corriger cela."
            }
            Note::CertificateUnproven => {
                "Notre serveur de messagerie n’a pas pu vérifier le certificat de sécurité de celui du destinataire\u{a0}; il n’y envoie donc pas le message."
            }
            Note::OnlyCopy => {
                "Personne n’a écrit à cette adresse\u{a0}: notre serveur y envoie une copie de chaque message. Le message lui-même n’est pas concerné."
            }
            Note::SearchFails => {
                "En ce moment, la recherche dans la boîte e-mail peut échouer ou être lente. Les e-mails arrivent et s’ouvrent comme d’habitude\u{a0}; le mot de passe et les paramètres sont corrects."
            }
            Note::ShowsLate => {
                "Les applications de messagerie peuvent afficher les nouveaux messages avec quelques minutes de retard, car notre serveur ne peut pas surveiller l’arrivée de nouveaux messages en ce moment. Aucun message n’est perdu\u{a0}; le mot de passe et les paramètres sont corrects."
            }
            Note::PerhapsThere => {
                "Notre serveur de messagerie a transmis le message en entier, mais celui du destinataire ne l’a pas confirmé à temps. Le destinataire l’a peut-être déjà reçu, éventuellement plusieurs fois."
            }
            Note::NotTriedNow => {
                "Aucune tentative n’a été faite à ce moment-là, car une précédente avait échoué et l’heure de la suivante n’était pas encore venue."
            }
            Note::Remembered => {
                "Notre serveur de messagerie avait encore en mémoire que celui du destinataire était resté injoignable pendant des jours\u{a0}; il a donc abandonné sans nouvelle tentative."
            }
            Note::WholeUsername => {
                "Le nom d’utilisateur n’avait pas de domaine\u{a0}: ce doit être l’adresse e-mail complète."
            }
            Note::OverIpv6 => {
                "Le programme a contacté le serveur de messagerie en IPv6 et n’a pas reçu de réponse à temps."
            }
            Note::RulesOff => {
                "Tant que ce n’est pas corrigé, les règles ne sont pas appliquées, et les nouveaux messages arrivent dans la boîte de réception."
            }
            Note::OldSettings => {
                "L’application ou le site web utilise encore d’anciens paramètres de messagerie au lieu de ceux qui ont été saisis, le plus souvent à cause de son cache."
            }
            Note::OpenFolder => {
                "Sur notre serveur, d’autres ont le droit de modifier le dossier de cette boîte e-mail\u{a0}; par sécurité, rien n’y est déposé tant que ce n’est pas corrigé."
            }
            Note::ListAddress => {
                "La liste de diffusion n’accepte pas le message, car son adresse ne figure ni dans «\u{a0}À\u{a0}» ni dans «\u{a0}Cc\u{a0}». Veuillez l’y mettre, et non dans «\u{a0}Cci\u{a0}»."
            }
            Note::ListSubject => {
                "La liste de diffusion n’accepte pas le message, car il n’a pas d’objet. Veuillez en saisir un."
            }
            Note::ListFormat => {
                "La liste de diffusion n’accepte pas une partie du message\u{a0}: sa mise en forme ou une pièce jointe. Veuillez l’envoyer en texte brut et sans pièce jointe."
            }
            Note::SearchIndex => {
                "L’index de recherche de la boîte e-mail n’a pas pu être mis à jour. Les e-mails arrivent et s’ouvrent comme d’habitude, mais une recherche peut ne pas trouver tous les messages."
            }
            Note::Quarantined => {
                "Le filtre du destinataire retient le message en quarantaine. Le destinataire ne le voit donc ni dans sa boîte de réception ni dans son dossier de courrier indésirable."
            }
            Note::ReachesNone => {
                "Notre serveur ne parvient pas en ce moment à joindre d’autres serveurs de messagerie. La cause se trouve de notre côté."
            }
            Note::LookupOurs => {
                "Notre serveur ne peut pas déterminer en ce moment où remettre les e-mails destinés à d’autres domaines. La cause se trouve de notre côté."
            }
            Note::LookupFailed => {
                "Notre serveur n’a pas pu déterminer où remettre les e-mails du domaine du destinataire. La cause peut se trouver dans les enregistrements de ce domaine ou dans notre requête."
            }
            Note::TooManyFailed => {
                "Trop de messages envoyés par votre domaine au cours de la dernière heure n’ont pas pu être remis\u{a0}; notre serveur a donc supprimé celui-ci."
            }
            Note::ContentRule => {
                "Une règle de contenu de notre serveur a refusé un élément du message, par exemple son objet."
            }
            Note::CheckUnanswered => {
                "Avant d’accepter un message, notre serveur vérifie qu’une adresse qui y figure existe. Le serveur de messagerie de cette adresse n’a pas donné de réponse claire."
            }
            Note::ListMisread => {
                "Une liste de blocage que notre serveur consulte a refusé de répondre, et notre serveur a pris cela pour une inscription sur la liste. Ni l’expéditeur ni le message ne sont en cause."
            }
            Note::HomeLine => {
                "L’envoi venait directement d’une ligne privée, professionnelle ou mobile. De là, les serveurs de messagerie n’acceptent les e-mails qu’après identification, sur les ports prévus pour les applications de messagerie (587 ou 465)."
            }
            Note::HeloRule => {
                "Une règle de notre serveur n’accepte pas le nom sous lequel l’appareil ou le serveur expéditeur s’est présenté."
            }
            Note::SenderUnverified => {
                "Notre serveur vérifie si l’adresse de l’expéditeur peut recevoir des e-mails, et cette vérification a échoué. Souvent, l’adresse n’existe pas, ou son domaine n’est pas entièrement configuré."
            }
            Note::SenderDomainHere => {
                "Notre serveur n’a pas trouvé sur internet le domaine de l’adresse de l’expéditeur."
            }
            Note::DomainUnknown => {
                "Notre serveur n’est pas configuré pour recevoir les e-mails du domaine de l’adresse du destinataire."
            }
            Note::ChainIncomplete => {
                "Le serveur de messagerie n’envoie pas tous ses certificats de sécurité. Certaines applications et certains serveurs ne lui font donc pas confiance et affichent un avertissement."
            }
            Note::CertificateOld => {
                "Le certificat de sécurité du serveur de messagerie a expiré. Les applications affichent donc un avertissement ou ne se connectent pas."
            }
            Note::CertificateOther => {
                "Le certificat de sécurité du serveur de messagerie vaut pour un autre nom que celui utilisé pour la connexion."
            }
            Note::CertificateUntrusted => {
                "Le certificat de sécurité du serveur de messagerie ne vient pas d’une autorité reconnue par les applications, qui affichent donc un avertissement ou ne se connectent pas."
            }
            Note::MarkedOnArrival => "En chemin, un filtre antispam a marqué le message comme spam possible.",
            Note::NameMisused => {
                "Quelqu’un d’autre envoie probablement des messages avec cette adresse comme expéditeur, et d’autres serveurs les renvoient ici. Pour cela, il n’est pas nécessaire d’avoir accès à la boîte de messagerie\u{a0}: rien n’indique qu’elle ait servi à cela."
            }
            Note::BrokenByForward => {
                "Le message est probablement authentique, mais il a été transféré, et le transfert l’a modifié ou a gardé l’ancienne adresse d’expéditeur. Le serveur de messagerie suivant n’a donc pas pu confirmer son origine."
            }
            Note::RecordsUnproven => {
                "Les signatures des enregistrements du domaine du destinataire ne sont pas valides, et notre serveur ne peut donc pas s’y fier. Seul le gestionnaire de ce domaine peut y remédier."
            }
            Note::OriginDoubted => {
                "Le contrôle qui vérifie que le message vient bien du domaine de son expéditeur a échoué. Le message est peut-être falsifié, ou il est passé par une redirection ou une liste de diffusion."
            }
            Note::SignatureBroken => {
                "Le message porte une signature numérique qui montre d’où il vient, et cette signature n’a pas pu être confirmée."
            }
            Note::Waited => {
                "Le message a été retenu en chemin avant que le serveur de messagerie suivant l’accepte."
            }
            Note::PassedUnchecked => {
                "Le message a été transmis sans le contrôle antivirus habituel. N’ouvrez ses pièces jointes que si vous les attendiez."
            }
            Note::CauseOurs => "La cause se trouve de notre côté.",
            Note::CauseTheirs => "La cause se trouve sur l’autre serveur de messagerie.",
            Note::CauseYours => "La cause se trouve dans les paramètres utilisés pour cette tentative.",
            Note::CauseSender => "La cause se trouve du côté de l’expéditeur.",
            Note::StolenPassword => {
                "Quelqu’un d’autre connaît probablement le mot de passe et utilise la boîte e-mail pour envoyer du spam."
            }
            Note::TheyDoNotSay => "Le serveur de messagerie du destinataire n’indique pas pourquoi.",
            Note::LogDoesNotSay => "Nous n’en connaissons pas encore la raison.",
            Note::ReplyDoesNotSay => "La réponse ne donne pas de raison.",
            Note::TimeIsUp => {
                "Un serveur de messagerie ne garde un message qu’un certain temps, et aucune tentative n’a abouti dans ce délai."
            }
            Note::TheirsNow => {
                "À partir de là, c’est ce serveur qui en est responsable. Le message peut encore se retrouver dans le dossier de spam du destinataire."
            }
            Note::GreylistedFirst => {
                "Ce serveur avait d’abord fait patienter le message\u{a0}: beaucoup de serveurs le font pendant quelques minutes quand ils ne connaissent pas encore l’expéditeur."
            }
            Note::DeferredFirst => {
                "La première tentative n’a pas abouti\u{a0}; notre serveur a donc réessayé. C’est pourquoi l’envoi a pris plus de temps."
            }
            Note::HeldFirst => {
                "Notre serveur avait d’abord demandé au serveur de l’expéditeur de réessayer plus tard, comme le font souvent les serveurs de messagerie avec des expéditeurs qu’ils ne connaissent pas encore. C’est pourquoi le message a mis plus de temps."
            }
            Note::FullOrAccount => {
                "La boîte e-mail est pleine, ou le compte d’hébergement dont elle dépend a épuisé son espace."
            }
            Note::NobodyGetsIt => "Personne ne recevra ce message.",
            Note::OnlyAsked => "Il s’agissait seulement d’une question posée à l’autre serveur.",
            Note::PerhapsStored => "Nous ne pouvons pas encore dire si le message a été enregistré.",
            Note::TravelsOn => "À partir de là, le message poursuit sa route de façon indépendante.",
            Note::InOurSystem => {
                "Le message est encore en chemin dans notre système, ou y a déjà été traité."
            }
            Note::OursNotYours => {
                "La cause se trouve sur notre serveur. Votre mot de passe et vos paramètres sont corrects."
            }
            Note::NameOrPassword => "Notre serveur n’a pas accepté le nom d’utilisateur ou le mot de passe.",
            Note::SomethingWrong => "Un problème est survenu pendant la connexion.",
            Note::MarkLosesNothing => {
                "Cela seul ne fait pas perdre le message\u{a0}: un message marqué arrive en général dans le dossier de spam ou de courrier indésirable. Ces filtres sont automatiques, et il arrive qu’ils se trompent."
            }
            Note::PartDown => "Une partie de notre serveur de messagerie ne fonctionne pas correctement.",
            Note::DownOrBlocked => {
                "Il se peut que le serveur de messagerie soit en panne, ou qu’un pare-feu ou un fournisseur d’accès à internet bloque la connexion."
            }
        }
    }

    fn todo(&self, todo: Todo) -> &'static str {
        match todo {
            Todo::TheyDecide => {
                "Nous demandons au fournisseur du destinataire d’accepter de nouveau notre serveur. Notre serveur poursuit ses tentatives\u{a0}; si le message ne peut finalement pas être remis, l’expéditeur recevra un avis."
            }
            Todo::OtherPort => {
                "Veuillez régler le serveur sortant de votre application de messagerie ou de votre appareil sur le port 587 ou 465, et activer l’authentification avec votre adresse e-mail complète et votre mot de passe."
            }
            Todo::SlowerThere => {
                "Nous vérifions ce que notre serveur envoie à ce fournisseur, arrêtons ce qui est indésirable et ralentissons l’envoi du reste. Notre serveur poursuit ses tentatives\u{a0}; si un message ne peut finalement pas être remis, son expéditeur recevra un avis. Si vous envoyez des newsletters, veuillez les envoyer par petits lots, et seulement aux personnes qui les ont demandées."
            }
            Todo::CheckTogether => {
                "Veuillez contacter le destinataire par un autre moyen, par exemple par téléphone, et vérifier l’adresse avec lui. Si elle est juste, prévenez-nous, et nous vérifierons la connexion de notre côté."
            }
            Todo::AfterTheHour => {
                "Notre serveur ne fera pas de nouvelle tentative\u{a0}: veuillez renvoyer le message une fois l’heure écoulée, et envoyer moins de messages à la fois. Pour les newsletters, veuillez utiliser un service prévu à cet effet."
            }
            Todo::AskIfThere => {
                "Veuillez ne pas renvoyer le message\u{a0}; demandez d’abord au destinataire s’il l’a reçu."
            }
            Todo::OneAddress => {
                "Veuillez corriger l’adresse\u{a0}: un seul @, suivi du domaine, sans espace ni point-virgule. S’il y a plusieurs destinataires, saisissez-les séparément. Renvoyez ensuite le message."
            }
            Todo::DeleteCopies => {
                "Une nouvelle application ou un nouvel appareil le fait une fois. Si une application que vous utilisiez déjà affiche maintenant des messages en double, vous pouvez y supprimer les copies\u{a0}; rien n’est perdu. Si cela se reproduit, prévenez-nous."
            }
            Todo::WholeUsername => {
                "Veuillez saisir l’adresse e-mail complète comme nom d’utilisateur dans l’application de messagerie."
            }
            Todo::OverIpv4 => {
                "Veuillez faire passer le programme par IPv4, ou faire vérifier la connexion IPv6 de sa machine. S’il n’obtient toujours pas de réponse, demandez au responsable du réseau d’y ouvrir le port."
            }
            Todo::Delist => {
                "Nous faisons retirer notre serveur de cette liste. Veuillez attendre de nos nouvelles avant de renvoyer le message."
            }
            Todo::CorrectRules => {
                "Veuillez corriger les règles et les enregistrer de nouveau. Si vous ne savez pas comment faire, prévenez-nous, et nous vous aiderons."
            }
            Todo::ClearCache => {
                "Veuillez vider son cache ou la redémarrer pour que les paramètres soient relus. Si vous ne vous en occupez pas vous-même, demandez à la personne qui en est chargée."
            }
            Todo::KeepTheCopy => {
                "Les messages devraient maintenant se trouver sur l’appareil qui utilise cette application. Veuillez n’y supprimer ni le compte ni les messages\u{a0}: c’est peut-être la seule copie. Pour utiliser la boîte e-mail sur plusieurs appareils, configurez-la en IMAP, ou choisissez dans cette application de laisser une copie sur le serveur. Nous pouvons vous aider à y remettre les messages."
            }
            Todo::HostName => {
                "Dans les paramètres de l’appareil ou du programme, veuillez indiquer comme nom d’hôte un nom complet avec des points, par exemple scanner.entreprise.fr. Si ce réglage n’existe pas, prévenez-nous, et nous trouverons une autre solution."
            }
            Todo::AllGoOutLater => {
                "Les messages ne sont pas perdus\u{a0}: notre serveur poursuit ses tentatives pendant quelques jours. Si l’un d’eux ne peut pas être remis dans ce délai, son expéditeur recevra un avis. Vous n’avez rien à faire."
            }
            Todo::UpdateDevice => {
                "Veuillez mettre à jour l’application ou le logiciel de l’appareil. S’il n’existe pas de mise à jour, prévenez-nous, et nous trouverons une autre solution."
            }
            Todo::PortOrDelist => {
                "S’il s’agissait de votre application de messagerie ou de votre appareil, veuillez y régler le serveur sortant sur le port 587 ou 465 et activer l’authentification. S’il s’agissait d’un autre serveur de messagerie, son fournisseur doit le faire retirer de la liste de blocage."
            }
            Todo::LiftBlock => {
                "S’il s’agit de votre connexion internet, veuillez chercher quel téléphone, ordinateur ou scanner y utilise encore un ancien mot de passe e-mail, et corriger celui-ci. Prévenez-nous ensuite, et nous lèverons le blocage."
            }
            Todo::OursAddress => {
                "Nous vous dirons ce qu’il en est de cette adresse. Si elle est mal orthographiée, l’expéditeur doit la corriger et renvoyer le message."
            }
            Todo::CleanList => {
                "Veuillez retirer les adresses erronées de votre liste, puis renvoyer le message au bout d’une heure."
            }
            Todo::OursSenderAgain => {
                "Nous vous préviendrons dès que cela fonctionnera de nouveau. Demandez ensuite à l’expéditeur de renvoyer le message."
            }
            Todo::NotExpected => {
                "Si vous n’attendiez pas ce message, veuillez ne pas y répondre et n’ouvrir ni ses liens ni ses pièces jointes."
            }
            Todo::OnceItRuns => {
                "Rien n’est perdu\u{a0}: notre serveur reprendra la distribution dès que ce sera réparé. Vous n’avez rien à faire."
            }
            Todo::LetThrough => {
                "Nous laissons désormais passer ces serveurs sans attente. Si le message n’est pas arrivé d’ici demain, veuillez nous le signaler."
            }
            Todo::OursTheyRetry => {
                "Vous n’avez rien à faire\u{a0}: les serveurs de messagerie réessaient automatiquement, et le message peut donc encore arriver."
            }
            Todo::OursToo => "De notre côté, nous vérifions aussi.",
            Todo::DomainNotSetUp => {
                "Si vous souhaitez recevoir des e-mails à cette adresse, dites-le-nous, et nous configurerons son domaine sur notre serveur."
            }
            Todo::SetClock => {
                "Il faut régler la date, l’heure et le fuseau horaire de cet appareil. Pour trouver le message, cherchez son expéditeur ou triez la liste par date de réception."
            }
            Todo::LookInCatchAll => {
                "Veuillez le chercher dans cette boîte. Si cette adresse doit avoir sa propre boîte ou un alias, dites-le-nous, et nous nous en chargerons."
            }
            Todo::SetUpService => {
                "Si un service envoie des e-mails pour vous, par exemple des newsletters ou une boutique, veuillez y activer la signature pour votre domaine et saisir les enregistrements qu’il indique. Nous pouvons vous y aider."
            }
            Todo::CleanWebsite => {
                "Nous arrêtons les e-mails du site jusqu’à ce qu’il soit nettoyé. Veuillez faire supprimer le script, mettre à jour le site et ses extensions, et changer ses mots de passe."
            }
            Todo::ChangeStolen => {
                "Veuillez définir tout de suite un nouveau mot de passe, sur un appareil auquel vous faites confiance, puis le saisir sur chaque appareil. Prévenez-nous quand c’est fait\u{a0}; nous arrêterons les messages encore en attente."
            }
            Todo::AskCause => "Répondez à ce message, et nous vous dirons ce qu’il faut changer.",
            Todo::Nothing => "Vous n’avez rien à faire.",
            Todo::NothingYet => "Vous n’avez rien à faire pour l’instant.",
            Todo::Ours => {
                "Vous n’avez aucun paramètre à modifier. Nous vous préviendrons dès que le problème sera résolu."
            }
            Todo::TellWhat => {
                "Si quelque chose ne fonctionne toujours pas, veuillez nous indiquer quoi et quand."
            }
            Todo::GoesOutLater => WAITS,
            Todo::WaitForUs => LOST,
            Todo::Retried => {
                "Vous n’avez rien à faire pour l’instant. Si le message ne peut finalement pas être remis, l’expéditeur recevra un avis."
            }
            Todo::NoResend => "Vous n’avez pas besoin de renvoyer le message.",
            Todo::NoticeInTheEnd => {
                "Si le message ne peut finalement pas être remis, l’expéditeur recevra un avis."
            }
            Todo::SendLater => {
                "Veuillez renvoyer le message dans un moment. Si cela ne fonctionne toujours pas, prévenez-nous."
            }
            Todo::SendAgain => "Veuillez ensuite renvoyer le message.",
            Todo::OtherWay => {
                "Veuillez contacter le destinataire par un autre moyen, par exemple par téléphone. Lui seul ou son fournisseur de messagerie peut y remédier."
            }
            Todo::IfUrgent => {
                "Vous n’avez rien à faire pour l’instant. Si c’est urgent, veuillez contacter le destinataire par un autre moyen."
            }
            Todo::Meanwhile => {
                "Veuillez contacter le destinataire par un autre moyen pendant que nous poursuivons nos recherches."
            }
            Todo::CheckAddress => {
                "Veuillez vérifier l’adresse auprès du destinataire, par exemple par téléphone. Si votre application de messagerie complète l’adresse automatiquement, supprimez d’abord cette suggestion."
            }
            Todo::CheckDomain => {
                "Veuillez vérifier la partie de l’adresse qui suit le signe @. Si elle est correcte, prévenez le destinataire par un autre moyen, par exemple par téléphone, que son domaine ne peut pas recevoir d’e-mails en ce moment."
            }
            Todo::NewAddress => {
                "Veuillez demander au destinataire sa nouvelle adresse et lui écrire à cette adresse."
            }
            Todo::OtherAddress => "Veuillez utiliser une autre adresse du destinataire.",
            Todo::TellFull => {
                "Veuillez prévenir le destinataire par un autre moyen, par exemple par téléphone, que sa boîte e-mail est pleine."
            }
            Todo::OnceThereIsRoom => "Une fois qu’il aura libéré de l’espace, veuillez renvoyer le message.",
            Todo::AskToAllow => {
                "Veuillez contacter le destinataire par un autre moyen et lui demander d’autoriser les e-mails envoyés depuis votre adresse."
            }
            Todo::CheckSender => {
                "Veuillez vérifier dans les paramètres de votre application de messagerie que l’adresse d’expéditeur est bien la vôtre et qu’elle ne contient pas de faute."
            }
            Todo::SameAddress => {
                "Veuillez indiquer comme expéditeur, dans les paramètres de votre application de messagerie ou de votre site web, une adresse qui existe, et vous identifier avec cette même adresse."
            }
            Todo::OwnSender => {
                "Veuillez envoyer vos messages avec l’adresse du compte sous lequel vous vous identifiez, ou nous demander d’autoriser l’autre adresse."
            }
            Todo::Unblock => {
                "Nous demandons au fournisseur du destinataire d’accepter de nouveau notre serveur. Veuillez attendre de nos nouvelles avant de renvoyer le message."
            }
            Todo::Newsletters => {
                "Si vous envoyez des newsletters, veuillez n’écrire qu’aux personnes qui les ont demandées."
            }
            Todo::SenderSignsIn => {
                "Seule la personne qui l’a envoyé peut y remédier : le serveur sortant de l’application de messagerie ou de l’appareil doit être réglé sur le port 587 ou 465, avec l’authentification activée. Si vous connaissez l’expéditeur, veuillez le lui transmettre."
            }
            Todo::ConfirmFile => {
                "Si vous attendez ce fichier, veuillez demander à l’expéditeur, par exemple par téléphone, s’il vient vraiment de lui. Si oui, prévenez-nous, et nous le débloquerons."
            }
            Todo::NoticesEnd => {
                "Vous pouvez supprimer ces avis\u{a0}; ils cessent en général au bout de quelques jours. Un nouveau mot de passe n’y change rien."
            }
            Todo::Release => "Si vous attendez ce message, veuillez nous prévenir, et nous le débloquerons.",
            Todo::AskTheirs => {
                "Veuillez demander au fournisseur de ce serveur de renouveler le certificat. D’ici là, aucun e-mail ne peut y être relevé."
            }
            Todo::OurRoute => {
                "Si le message n’est pas passé par notre serveur, veuillez l’envoyer par le serveur sortant que nous vous avons communiqué."
            }
            Todo::DomainRecords => {
                "Que vous gériez vous-même les enregistrements du domaine ou que quelqu’un d’autre s’en charge, nous pouvons vous indiquer lesquels définir."
            }
            Todo::DelistDomain => {
                "Veuillez faire vérifier que votre site web et vos boîtes e-mail ne sont pas utilisés de manière abusive, puis demander aux responsables de la liste d’en retirer le domaine. Nous pouvons vous y aider."
            }
            Todo::NotYou => {
                "Si vous n’avez pas envoyé ce message, veuillez changer votre mot de passe et nous prévenir."
            }
            Todo::ScanDevice => {
                "Veuillez lancer une analyse antivirus de votre appareil, et ne plus envoyer ce fichier."
            }
            Todo::ShareFile => {
                "Veuillez partager le fichier d’une autre manière, par exemple au moyen d’un lien."
            }
            Todo::ShareOrSplit => {
                "Veuillez partager les fichiers au moyen d’un lien, ou les répartir sur plusieurs messages."
            }
            Todo::ShareOrOtherApp => {
                "Veuillez plutôt partager le fichier au moyen d’un lien, ou envoyer le message depuis une autre application de messagerie."
            }
            Todo::UpdateProgram => {
                "Veuillez mettre à jour l’application de messagerie ou l’extension de site web qui a envoyé le message. Si elle est déjà à jour, indiquez-nous de laquelle il s’agit, et nous poursuivrons nos recherches."
            }
            Todo::CheckProgram => {
                "Veuillez vérifier les paramètres du programme d’envoi, et le mettre à jour s’il est ancien."
            }
            Todo::Authenticate => {
                "Veuillez activer l’authentification pour le serveur sortant dans votre application de messagerie ou votre appareil (un scanner ou une imprimante, par exemple), avec votre adresse e-mail complète, votre mot de passe et le port 587 ou 465."
            }
            Todo::ProgramAuthenticates => {
                "Veuillez activer l’authentification pour le serveur sortant dans les paramètres du programme ou de l’appareil, avec votre adresse e-mail complète et votre mot de passe."
            }
            Todo::ModernSignIn => {
                "Veuillez utiliser une application ou un programme qui s’identifie sur la page de connexion du fournisseur, ou nous demander un autre moyen d’envoi. Un nouveau mot de passe n’y changera rien."
            }
            Todo::AskAdministrator => {
                "Veuillez d’abord définir un nouveau mot de passe, au cas où quelqu’un d’autre utiliserait le compte. Demandez ensuite à l’administrateur de votre organisation de faire lever le blocage."
            }
            Todo::EnterPassword => {
                "Veuillez saisir de nouveau votre nom d’utilisateur et votre mot de passe dans votre application de messagerie. Si cela ne suffit pas, définissez un nouveau mot de passe."
            }
            Todo::Slower => {
                "Veuillez patienter un moment et envoyer moins de messages à la fois. Pour des newsletters, utilisez un service prévu à cet effet."
            }
            Todo::DidNotSendMany => {
                "Si vous n’avez pas envoyé autant de messages, veuillez changer votre mot de passe et nous prévenir."
            }
            Todo::FewerAtOnce => {
                "Si vous avez écrit à beaucoup de personnes en même temps, veuillez écrire à moins de destinataires à la fois. Sinon, il suffit d’attendre."
            }
            Todo::CheckForwards => {
                "Si vous redirigez vos e-mails, veuillez vérifier qu’aucune redirection ne ramène à son point de départ."
            }
            Todo::TellFilterBroken => {
                "Veuillez indiquer au destinataire, par un autre moyen, qu’un filtre ou une réponse automatique de sa boîte e-mail ne fonctionne pas. Une fois le problème corrigé, veuillez renvoyer le message."
            }
            Todo::AllowAgain => {
                "Veuillez vérifier l’adresse. Si elle est correcte, demandez-nous de l’autoriser de nouveau."
            }
            Todo::NoMoreMailings => "Veuillez ne plus inclure ce destinataire dans vos envois groupés.",
            Todo::WholeNotice => {
                "Veuillez nous envoyer en entier l’avis que vous avez reçu, afin que nous puissions poursuivre nos recherches."
            }
            Todo::SetUpMailbox => {
                "Si l’adresse est mal orthographiée, demandez à l’expéditeur de la corriger. Si elle est juste, veuillez vérifier dans votre compte que la boîte e-mail ou l’alias existe, ou nous en demander la création."
            }
            Todo::MakeRoom => {
                "Veuillez supprimer les messages dont vous n’avez plus besoin et vider la corbeille, ou nous demander plus d’espace."
            }
            Todo::AskWhyDisabled => {
                "Veuillez nous demander pourquoi elle est désactivée et comment la réactiver."
            }
            Todo::AskSenderSettings => {
                "Veuillez demander à l’expéditeur de faire vérifier ses paramètres de messagerie."
            }
            Todo::SenderDelists => {
                "Veuillez indiquer à l’expéditeur que son fournisseur de messagerie doit faire retirer le serveur de la liste de blocage."
            }
            Todo::SenderName => {
                "Veuillez indiquer à l’expéditeur que son fournisseur de messagerie doit donner au serveur d’envoi un nom correspondant."
            }
            Todo::SenderRecords => {
                "Si vous connaissez l’expéditeur, veuillez lui indiquer que les enregistrements de son domaine doivent être complétés."
            }
            Todo::SenderScans => {
                "Si vous connaissez l’expéditeur, veuillez lui demander de vérifier son appareil."
            }
            Todo::SenderShares => {
                "Veuillez demander à l’expéditeur de partager le fichier d’une autre manière, par exemple au moyen d’un lien."
            }
            Todo::TellIfWanted => {
                "Si vous souhaitez recevoir les messages de cet expéditeur, veuillez nous prévenir."
            }
            Todo::Suggest => {
                "Veuillez nous contacter, et nous vous conseillerons sur ce qu’il faut modifier."
            }
            Todo::TellDomain => {
                "Veuillez nous indiquer votre domaine et le moment de l’envoi du message, afin que nous puissions vérifier la configuration de votre domaine."
            }
            Todo::AFewHours => {
                "Veuillez patienter quelques heures. Si le message n’est toujours pas arrivé, prévenez-nous."
            }
            Todo::TellMissing => {
                "Vous n’avez aucun paramètre à modifier. Veuillez nous prévenir s’il manque des messages."
            }
            Todo::CheckOwnForwards => {
                "Veuillez vérifier les redirections de la boîte e-mail, ou nous demander de nous en charger."
            }
            Todo::TurnOffFilters => {
                "Veuillez désactiver un moment les filtres et les réponses automatiques de la boîte e-mail, ou nous demander d’examiner le problème."
            }
            Todo::TellUs => "Veuillez nous contacter, et nous en chercherons la cause.",
            Todo::TellWhoAndWhen => {
                "S’il manque un message, veuillez nous indiquer qui l’a envoyé et quand, et nous en chercherons la cause."
            }
            Todo::OthersRetry => {
                "Les autres serveurs réessaient automatiquement\u{a0}; dans une application de messagerie, veuillez renvoyer le message dans un moment."
            }
            Todo::IfMissingTheirs => {
                "Si le message semble introuvable, veuillez demander au destinataire de regarder dans son dossier de spam ou de courrier indésirable. S’il n’y est pas, son fournisseur de messagerie peut le rechercher."
            }
            Todo::IfMissingHere => {
                "Si vous ne le voyez pas, veuillez regarder dans le dossier de spam ou de courrier indésirable et dans vos autres dossiers, et vérifier les règles de filtrage de la boîte e-mail."
            }
            Todo::IfMissingRule => {
                "Si vous attendiez ce message, veuillez nous prévenir, et nous vérifierons la règle."
            }
            Todo::IfMissingForward => {
                "Si le message n’y est pas arrivé, veuillez nous prévenir, et nous suivrons la trace du message redirigé."
            }
            Todo::IfMissingTell => {
                "Si le message n’est pas arrivé, veuillez nous prévenir, et nous vérifierons ce qui s’est passé ensuite."
            }
            Todo::IfMissingResend => {
                "Si le message n’est toujours pas arrivé une fois le problème corrigé, veuillez le renvoyer."
            }
            Todo::IfMissingOpen => {
                "Vous n’avez rien à faire pour l’instant. Si le message n’est pas arrivé, veuillez nous prévenir, et nous vérifierons ce qui s’est passé ensuite."
            }
            Todo::LookInSpamFolder => {
                "Si vous attendiez ce message, veuillez regarder dans ce dossier et l’y marquer comme courrier légitime."
            }
            Todo::SentItMarked => {
                "Si c’est vous qui l’avez envoyé, prévenez-nous, et nous vous conseillerons sur ce qu’il faut modifier."
            }
            Todo::TryAgain => "Veuillez essayer de nouveau. Si cela se reproduit, indiquez-nous quand.",
            Todo::Password => SIGN_IN,
            Todo::TellIfWrong => {
                "Si quelque chose ne fonctionne pas, veuillez nous indiquer quoi et quand, et nous examinerons le problème."
            }
            Todo::WhatWanted => {
                "Veuillez nous indiquer ce que vous vouliez faire, et d’où, afin que nous puissions poursuivre nos recherches."
            }
            Todo::TellAll => {
                "Veuillez nous indiquer l’expéditeur, le destinataire et l’heure, afin que nous puissions poursuivre nos recherches."
            }
            Todo::FreeAccountSpace => {
                "Veuillez supprimer les fichiers ou les messages dont vous n’avez plus besoin\u{a0}; les fichiers du site web comptent aussi. Si vous avez besoin de plus d’espace, prévenez-nous."
            }
            Todo::NewPassword => {
                "Veuillez définir un nouveau mot de passe, puis le saisir sur chaque appareil."
            }
            Todo::TurnOnEncryption => {
                "Veuillez activer le chiffrement pour le courrier entrant et sortant dans les paramètres de l’application de messagerie. Nous pouvons vous indiquer les paramètres à choisir."
            }
            Todo::MatchPorts => {
                "S’il s’agit de votre application de messagerie, veuillez vérifier que le port et le chiffrement vont ensemble\u{a0}: STARTTLS pour 587, SSL/TLS pour 465, 993 et 995."
            }
        }
    }

    fn clicks(&self, app: App, fix: Fix) -> &'static str {
        match (app, fix) {
            (App::Outlook, Fix::Password | Fix::Outgoing) => {
                "Dans le nouvel Outlook, ouvrez Paramètres > Comptes > Vos comptes > Gérer, supprimez le compte, puis ajoutez-le de nouveau\u{a0}; les paramètres du serveur se trouvent sous «\u{a0}Afficher plus\u{a0}»."
            }
            (App::Outlook, Fix::Autocomplete) => {
                "Dans le nouvel Outlook, commencez un nouveau message, tapez les premières lettres de l’adresse, puis cliquez sur la croix à côté de l’ancienne suggestion."
            }
            (App::OutlookClassic, Fix::Password | Fix::Outgoing) => {
                "Dans Outlook, ouvrez Fichier > Paramètres du compte > Paramètres du serveur\u{a0}; le courrier entrant et le courrier sortant y ont chacun leurs propres champs."
            }
            (App::OutlookClassic, Fix::Autocomplete) => {
                "Dans Outlook, commencez un nouveau message, tapez les premières lettres de l’adresse, puis cliquez sur la croix à côté de l’ancienne suggestion."
            }
            (App::AppleMail, Fix::Password | Fix::Outgoing) => {
                "Dans Mail sur le Mac, ouvrez Mail > Réglages > Comptes, choisissez le compte, puis ouvrez Réglages du serveur\u{a0}; la réception et l’envoi y ont chacun leurs propres champs."
            }
            (App::AppleMail, Fix::Autocomplete) => {
                "Dans Mail sur le Mac, ouvrez Fenêtre > Destinataires précédents, choisissez l’adresse, puis cliquez sur Supprimer de la liste."
            }
            (App::Iphone, Fix::Password) => {
                "Sur l’iPhone ou l’iPad, ouvrez Réglages > Apps > Mail > Comptes Mail, choisissez le compte, puis ouvrez Réglages du compte\u{a0}; saisissez-y le mot de passe, puis une seconde fois sous Serveur d’envoi."
            }
            (App::Iphone, Fix::Outgoing) => {
                "Sur l’iPhone ou l’iPad, ouvrez Réglages > Apps > Mail > Comptes Mail, choisissez le compte, puis ouvrez Réglages du compte > Serveur d’envoi > Serveur principal\u{a0}; remplissez-y aussi le nom d’utilisateur et le mot de passe."
            }
            (App::Iphone, Fix::Autocomplete) => {
                "Sur l’iPhone ou l’iPad, commencez un nouveau message, tapez les premières lettres de l’adresse, touchez le ⓘ à côté de l’ancienne suggestion, puis choisissez de la supprimer des destinataires récents."
            }
            (App::Gmail, Fix::Password) => {
                "Dans l’application Gmail, ouvrez Menu > Paramètres, choisissez le compte, puis saisissez le mot de passe à la fois sous Paramètres de réception et sous Paramètres d’envoi."
            }
            (App::Gmail, Fix::Outgoing) => {
                "Dans l’application Gmail, ouvrez Menu > Paramètres, choisissez le compte, puis ouvrez Paramètres d’envoi\u{a0}; activez-y l’option Connexion obligatoire."
            }
            (App::Gmail, Fix::Autocomplete) => {
                "Dans l’application Contacts de Google, recherchez l’adresse, ouvrez l’ancienne fiche, puis supprimez-la."
            }
            (App::Thunderbird, Fix::Password) => {
                "Dans Thunderbird, ouvrez Paramètres > Vie privée et sécurité > Mots de passe enregistrés, puis supprimez les entrées de cette boîte e-mail\u{a0}; Thunderbird demandera alors le nouveau mot de passe."
            }
            (App::Thunderbird, Fix::Outgoing) => {
                "Dans Thunderbird, ouvrez Paramètres des comptes > Serveur sortant, choisissez le serveur, puis cliquez sur Modifier."
            }
            (App::Thunderbird, Fix::Autocomplete) => {
                "Dans Thunderbird, ouvrez Carnet d’adresses > Adresses collectées, puis supprimez l’ancienne entrée."
            }
            (App::Roundcube, Fix::Password) => {
                "Dans le webmail, déconnectez-vous, puis reconnectez-vous avec le nouveau mot de passe."
            }
            (App::Roundcube, Fix::Outgoing) => "",
            (App::Roundcube, Fix::Autocomplete) => {
                "Dans le webmail, ouvrez dans Contacts la liste des destinataires collectés, puis supprimez l’ancienne entrée."
            }
        }
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Size { size, limit, ours } => {
                let size = size.replace('.', ",");
                let limit = limit.replace('.', ",");
                let by = if *ours { "notre serveur" } else { "le serveur de messagerie du destinataire" };
                format!(
                    "Avec ses pièces jointes, le message fait {size}\u{a0}Mo, et {by} accepte au plus {limit}\u{a0}Mo. Les pièces jointes grossissent d’environ un tiers à l’envoi."
                )
            }
            Fact::Points { got, enough } => {
                let got = got.replace('.', ",");
                let enough = enough.replace('.', ",");
                format!(
                    "Le message a obtenu un score de {got}\u{a0}; à partir de {enough}, notre serveur refuse les messages."
                )
            }
            Fact::PerHour { limit } => format!(
                "Notre serveur envoie au plus {limit} messages par heure pour votre domaine, et cette limite était atteinte."
            ),
            Fact::Attachment { name } => format!(
                "Notre filtre ne laisse pas passer la pièce jointe {name}\u{a0}: les fichiers de ce type peuvent contenir des programmes nuisibles."
            ),
            Fact::BlockList { list } => format!(
                "Le serveur qui a envoyé le message figure sur une liste de blocage ({list}). Cela tient au serveur, et non à vous ou à votre message."
            ),
            Fact::RuleWord { line, word } => format!(
                "La ligne {line} des règles utilise «\u{a0}{word}\u{a0}», qui n’est pas déclaré dans leur première ligne (require) ou est mal écrit."
            ),
            Fact::RuleLine { line } => format!("Il y a une erreur à la ligne {line} des règles."),
            Fact::RuleAsks { word } => format!(
                "Les règles demandent «\u{a0}{word}\u{a0}», que notre serveur ne propose pas pour le moment."
            ),
            Fact::Folder { folder } => format!("Il se trouve dans le dossier {folder}."),
            Fact::HeldUp { server, stay } => format!(
                "En chemin, le serveur {server} a gardé le message{}, avant que le serveur de messagerie suivant l’accepte.",
                between(stay)
            ),
            Fact::Misspelled { domain, meant } => {
                format!("Le domaine {domain} n’existe pas. Il s’agissait sans doute de {meant}.")
            }
            Fact::Origin { domain } => format!(
                "Le contrôle qui vérifie que le message vient bien de {domain} a échoué. Le message est peut-être falsifié, ou le service qui l’a envoyé ne figure pas dans les enregistrements de {domain}."
            ),
            Fact::AcceptedFor { to } => format!("Il l’a accepté pour {}.", names(to)),
        }
    }

    fn advice(&self, advice: &Advice) -> String {
        match advice {
            Advice::SenderAddress { account } => format!(
                "Dans les paramètres de l’application de messagerie ou de l’appareil, veuillez indiquer {account} comme adresse d’expéditeur. Si vous avez besoin de l’autre adresse, demandez-nous de l’autoriser."
            ),
            Advice::Corrected { address } => {
                format!("Veuillez corriger l’adresse, sans doute en {address}, et renvoyer le message.")
            }
            Advice::ServerName { server } => {
                format!(
                    "Veuillez indiquer {server} comme nom de serveur dans les paramètres, partout où figure l’autre nom."
                )
            }
            Advice::Records { domain } => format!(
                "Les enregistrements du domaine {domain} doivent autoriser notre serveur de messagerie à envoyer ses e-mails. Si vous les gérez, demandez-nous ce qu’il faut y inscrire\u{a0}; si nous les gérons pour vous, prévenez-nous, et nous l’inscrirons."
            ),
            Advice::Promise { next, end } => format!(
                "Notre serveur fera une nouvelle tentative le {}. Si le message n’a toujours pas pu être remis d’ici au {}, l’expéditeur recevra un avis.",
                moment(next),
                moment(end)
            ),
        }
    }

    fn defect(&self, defect: Defect) -> &'static str {
        match defect {
            Defect::Storage => {
                "Notre serveur de messagerie n’a plus de place pour enregistrer de nouveaux messages."
            }
            Defect::Disk => "Un disque de notre serveur de messagerie ne fonctionne pas correctement.",
            Defect::AccountSpace => "Un compte d’hébergement a épuisé son espace disque.",
            Defect::MailboxFull => "Une boîte e-mail est pleine.",
            Defect::MailboxDamaged => {
                "Une boîte e-mail de notre serveur de messagerie, ou un message qu’elle contient, est endommagé."
            }
            Defect::Index => {
                "Une liste qui permet d’ouvrir rapidement les dossiers était endommagée. Notre serveur la reconstruit à partir des messages."
            }
            Defect::Permission => {
                "Un programme de notre serveur de messagerie n’a pas le droit d’utiliser un fichier ou un service dont il a besoin."
            }
            Defect::Missing => {
                "Notre serveur de messagerie ne trouve pas un fichier ou un dossier dont il a besoin."
            }
            Defect::Locked => {
                "Une boîte e-mail ou un fichier a été occupé trop longtemps par un autre programme."
            }
            Defect::Name => {
                "Un nom est trop long, ou contient des caractères que notre serveur de messagerie ne peut pas lire."
            }
            Defect::FileLimit => "Un fichier de notre serveur de messagerie a atteint sa taille maximale.",
            Defect::Clock => "L’horloge de notre serveur de messagerie est déréglée.",
            Defect::Memory => {
                "Un programme de notre serveur de messagerie a besoin de plus de mémoire qu’il ne peut en obtenir."
            }
            Defect::Overload => "Notre serveur de messagerie a trop de tâches à traiter à la fois.",
            Defect::Stopped => "Une partie de notre serveur de messagerie est à l’arrêt.",
            Defect::Restart => "Une partie de notre serveur de messagerie a été redémarrée.",
            Defect::Settings => "Un réglage de notre serveur de messagerie est incorrect.",
            Defect::Queue => {
                "Notre serveur de messagerie a des difficultés avec les fichiers dans lesquels il garde les messages en attente."
            }
            Defect::MailboxClosed => "Notre serveur de messagerie ne peut pas ouvrir une boîte e-mail.",
            Defect::FilterRules => "Les règles de filtrage d’une boîte e-mail ne fonctionnent pas.",
            Defect::Signing => "Notre serveur de messagerie ne peut pas signer les messages sortants.",
            Defect::Database => {
                "Notre serveur de messagerie ne peut pas consulter des données dont il a besoin."
            }
            Defect::DatabaseSettings => {
                "Un réglage de la base de données d’utilisateurs de notre serveur de messagerie est incorrect."
            }
            Defect::DatabaseDamaged => "La base de données de notre serveur de messagerie est endommagée.",
            Defect::SignIn => {
                "La partie de notre serveur de messagerie qui vérifie les mots de passe ne fonctionne pas."
            }
            Defect::AccountLocked => {
                "Un compte est verrouillé ou a expiré, si bien qu’il est impossible de s’y connecter."
            }
            Defect::PasswordExpired => "Le mot de passe d’une boîte e-mail a expiré.",
            Defect::WrongPassword => "Quelqu’un a saisi un nom d’utilisateur ou un mot de passe incorrect.",
            Defect::Guessing => {
                "Quelqu’un a essayé de deviner des mots de passe sur notre serveur de messagerie."
            }
            Defect::NoEncryption => {
                "Une application de messagerie a essayé de s’identifier sans chiffrement, ce que notre serveur n’autorise pas."
            }
            Defect::Mismatch => {
                "Une application de messagerie ou un autre serveur s’est connecté avec un chiffrement et un port qui ne vont pas ensemble."
            }
            Defect::OurCertificate => {
                "Une application de messagerie ou un autre serveur n’a pas accepté le certificat de sécurité de notre serveur de messagerie."
            }
            Defect::OurCertificateExpired => {
                "Une application de messagerie ou un autre serveur a signalé que le certificat de sécurité de notre serveur de messagerie a expiré."
            }
            Defect::CertificateFile => {
                "Notre serveur de messagerie ne peut pas utiliser son certificat de sécurité ou la clé correspondante."
            }
            Defect::TheirCertificate => {
                "Notre serveur de messagerie n’a pas accepté le certificat de sécurité d’un autre serveur."
            }
            Defect::Encryption => {
                "Notre serveur de messagerie et une application ou un autre serveur n’ont pas pu s’accorder sur le chiffrement de leur connexion."
            }
            Defect::Connection => {
                "Notre serveur de messagerie ne peut pas établir une connexion dont il a besoin."
            }
            Defect::Cut => "Une connexion a été coupée avant que tout soit terminé.",
            Defect::Network => "Une partie de notre serveur de messagerie ne peut pas utiliser le réseau.",
            Defect::Lookup => "Notre serveur de messagerie ne peut pas rechercher le nom d’un autre serveur.",
            Defect::ServerName => {
                "Notre serveur de messagerie ne parvient pas à trouver un serveur à partir de son nom."
            }
            Defect::Filter => {
                "Une partie de notre serveur de messagerie qui contrôle les messages ne fonctionne pas."
            }
            Defect::Delivery => {
                "La partie de notre serveur de messagerie qui dépose les messages dans les boîtes e-mail ne fonctionne pas."
            }
            Defect::Webmail => "Le webmail ne fonctionne pas.",
            Defect::Minor => {
                "Une petite partie de notre serveur de messagerie, sans effet sur les messages, ne fonctionne pas."
            }
            Defect::Scanner => {
                "Un navigateur web ou un programme d’analyse a contacté notre serveur de messagerie."
            }
        }
    }
}
