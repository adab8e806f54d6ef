//! Neutral Spanish.

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

/// Neutral Spanish, as a support engineer writes to a customer.
pub(super) struct Spanish;

const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// `26 de julio de 2023`; without the year where it isn't known.
fn day(at: &WallTime) -> String {
    let month = at.month_of(&MONTHS);
    let year = at.year.map_or_else(String::new, |year| format!(" de {year}"));
    format!("{} de {month}{year}", at.day)
}

/// `las 14:28`, `la 1:05`.
fn clock(at: &WallTime) -> String {
    let article = if at.hour == 1 { "la" } else { "las" };
    format!("{article} {}:{:02}", at.hour, at.minute)
}

/// ` (hora de Madrid)`; empty where the zone isn't known.
fn zone(at: &WallTime) -> String {
    match (at.city(), &at.zone) {
        (Some(city), _) => format!(" (hora de {city})"),
        (None, Some(zone)) => format!(" ({zone})"),
        (None, None) => String::new(),
    }
}

/// `el 26 de julio de 2023 a las 14:28 (UTC)`.
fn moment(at: &WallTime) -> String {
    format!("el {} a {}{}", day(at), clock(at), zone(at))
}

/// The same after a blank; empty where there is no time.
fn on(at: &At) -> String {
    at.as_ref().map_or_else(String::new, |at| format!(" {}", moment(at)))
}

/// ` el 26 de julio de 2023 entre las 14:28 y las 14:36`.
fn between(tries: &Tries) -> String {
    match (&tries.first, &tries.last) {
        (Some(first), Some(last)) if first == last => on(&tries.last),
        (Some(first), Some(last)) if first.is_day_of(last) => {
            format!(" el {} entre {} y {}{}", day(last), clock(first), clock(last), zone(last))
        }
        (Some(first), Some(last)) => format!(" entre {} y {}", moment(first), moment(last)),
        _ => String::new(),
    }
}

fn times(tries: &Tries) -> String {
    let number: String = match tries.times {
        2 => "dos veces".into(),
        more => format!("{more} veces"),
    };
    if tries.at_least { format!("al menos {number}") } else { number }
}

/// Recipients after a word such as "para"; no "a" or "de", which would melt into an article.
fn names(to: &[&str]) -> String {
    let names = named(to, "el destinatario", "otro destinatario");
    // "Y" becomes "e" before the same sound.
    let and = match names.as_slice() {
        [_, second] if second.starts_with(['i', 'I']) => " e ",
        _ => " y ",
    };
    listed(&names, and, |more| format!("{more} más"))
}

/// A server, at the start of a sentence.
fn server(of: Server<'_>) -> String {
    match of {
        Server::Of(domain) => format!("El servidor de correo de {domain}"),
        Server::TheirOne => "El servidor de correo del destinatario".into(),
        Server::TheirMany => "El servidor de correo de los destinatarios".into(),
        Server::OurRelay => "El servidor por el que enviamos el correo".into(),
    }
}

/// `el buzón anna@client.example`, or just some mailbox.
fn mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "un buzón".into(), |user| format!("el buzón {user}"))
}

/// `del buzón anna@client.example`.
fn of_mailbox(user: Option<&str>) -> String {
    user.map_or_else(|| "de un buzón".into(), |user| format!("del buzón {user}"))
}

/// `mensaje para ana@client.example`, after an article.
fn message(to: &[&str]) -> String {
    match to {
        [""] => "mensaje".into(),
        to => format!("mensaje para {}", names(to)),
    }
}

/// `el mensaje para ana@client.example`, where the name may be the reader's own.
fn noticed(to: &[&str]) -> String {
    match to {
        [""] => "su mensaje".into(),
        to => format!("el {}", message(to)),
    }
}

fn points(points: Option<&(String, String)>) -> String {
    points.map_or_else(String::new, |(got, enough)| {
        let [got, enough] = [got, enough].map(|number| number.replace('.', ","));
        format!(" La puntuación fue de {got}; a partir de {enough}, un mensaje se marca como spam.")
    })
}

/// What our server did to whom it turned away.
fn turned_away(later: bool) -> &'static str {
    if later {
        "Nuestro servidor pidió que se intentara de nuevo más tarde."
    } else {
        "Nuestro servidor no lo aceptó."
    }
}

const SETTINGS_FINE: &str = "La configuración de su correo no es la causa.";
const LOOKING: &str = "No tiene que hacer nada.";
const LEAVE: &str = "Por favor, deje su configuración como está e inténtelo de nuevo más tarde.";
const SIGN_IN: &str = "Por favor, revise el nombre de usuario y vuelva a escribir la contraseña en todos los dispositivos que usan este buzón. Si tiene dudas sobre la contraseña, cree una nueva. Si el intento no fue suyo, avísenos.";
const FIREWALL: &str = "El dispositivo o el sitio web no logró conectarse con el servidor de correo o no recibió respuesta a tiempo. A menudo, algo bloquea la conexión por el camino o la dirección del servidor en la configuración no es correcta.";
const CHECK: &str = "Por favor, revise en la configuración el nombre del servidor, el puerto y el cifrado (587: STARTTLS; 465, 993 y 995: SSL/TLS); después, pruebe desde otra red, sin VPN y con el análisis de correo del antivirus desactivado.";
const WAITS: &str = "El mensaje no se ha perdido: nuestro servidor lo seguirá intentando durante unos días. Si en ese plazo no se puede entregar, el remitente recibirá un aviso. No tiene que hacer nada.";
const LOST: &str = "Por favor, espere noticias nuestras antes de volver a enviar el mensaje.";

impl Speech for Spanish {
    fn title(&self, title: &Title<'_>) -> String {
        match title {
            Title::Blocked { address } => format!("La dirección de internet {address}"),
            Title::From { address } => format!("La conexión desde {address}"),
            Title::Domain { domain } => format!("El correo de {domain}"),
            Title::App { app, of: None } => format!("El correo en {app}"),
            Title::App { app, of: Some(of) } => format!("El correo en {app} ({of})"),
            Title::Server { server } => format!("La conexión con {server}"),
            Title::Certificate { server } => format!("El certificado de seguridad de {server}"),
            Title::Mailbox { user } => format!("El buzón {user}"),
            Title::Trouble(Effect::Unsigned) => "La firma de los mensajes salientes".into(),
            Title::Trouble(Effect::Unchecked) => "La comprobación de los mensajes entrantes".into(),
            Title::Trouble(Effect::Unscanned) => "Nuestra revisión de spam y virus".into(),
            Title::Trouble(Effect::SignIn) => "El inicio de sesión en nuestro servidor de correo".into(),
            Title::Trouble(Effect::Reading) => "La lectura del correo en nuestro servidor".into(),
            Title::Trouble(Effect::Incoming) => {
                "La entrega en los buzones de nuestro servidor de correo".into()
            }
            Title::Trouble(Effect::Door) => {
                "El envío y la recepción a través de nuestro servidor de correo".into()
            }
            Title::Trouble(Effect::Outgoing) => "Los mensajes salientes de nuestro servidor de correo".into(),
            Title::Trouble(Effect::Warnings) => {
                "El certificado de seguridad de nuestro servidor de correo".into()
            }
            Title::Trouble(Effect::Webmail) => "El webmail".into(),
            Title::Trouble(Effect::Nothing | Effect::Unclear) => self.title(&Title::Problem),
            Title::Message { from: Some(from), to } if to.is_empty() => format!("El mensaje de {from}"),
            Title::Message { from: Some(from), to } => format!("El mensaje de {from} para {}", names(to)),
            Title::Message { from: None, to } if to.is_empty() => "Un mensaje".into(),
            Title::Message { from: None, to } => format!("Un mensaje para {}", names(to)),
            Title::Notice { to } if to.is_empty() => "Un aviso sobre el correo no entregado".into(),
            Title::Notice { to } => format!("Un aviso sobre el correo no entregado para {}", names(to)),
            Title::SentBy { user } => format!("Un mensaje enviado por {user}"),
            Title::SignIn { user } => format!("Inicio de sesión en el buzón {user}"),
            Title::SignInToSend { user } => format!("Inicio de sesión como {user} para enviar correo"),
            Title::Connection => "Una conexión con nuestro servidor de correo".into(),
            Title::Problem => "El correo en nuestro servidor".into(),
            Title::Scan => "Un mensaje que revisó nuestro filtro de spam".into(),
            Title::AppError => "El correo en una aplicación o un sitio web".into(),
            Title::Reply => "La respuesta de un servidor de correo".into(),
            Title::Conversation => "Una conversación con un servidor de correo".into(),
            Title::SignIns => "Inicios de sesión en nuestro servidor de correo".into(),
            Title::Connections => "Conexiones con nuestro servidor de correo".into(),
            Title::Messages => "Varios mensajes".into(),
            Title::MessagesOf { from: Some(from), to } if to.is_empty() => format!("Mensajes de {from}"),
            Title::MessagesOf { from: Some(from), to } => format!("Mensajes de {from} para {}", names(to)),
            Title::MessagesOf { from: None, to } => format!("Mensajes para {}", names(to)),
        }
    }

    fn state(&self, state: State) -> &'static str {
        match state {
            State::Delivered => "Entregado.",
            State::Accepted => "Aceptado por el servidor de correo del destinatario.",
            State::Delayed => "Con retraso.",
            State::OnItsWay => "En camino.",
            State::NotDelivered => "No entregado.",
            State::NotToEveryone => "No entregado a todos.",
            State::NotKnown => "Resultado aún desconocido.",
            State::Discarded => "Descartado.",
            State::Forwarded => "Reenviado.",
            State::NotAccepted => "No se aceptó.",
            State::Refused => "Rechazado.",
            State::MarkedAsSpam => "Marcado como spam.",
            State::SignInFailed => "Inicio de sesión fallido.",
        }
    }

    fn acts(&self, acts: Acts) -> &'static str {
        match acts {
            Acts::Us => "Estamos trabajando en ello.",
            Acts::You => "Usted puede solucionarlo.",
            Acts::Sender => "El remitente puede solucionarlo.",
            Acts::Recipient => "Solo el destinatario puede solucionarlo.",
            Acts::Owner => "El titular del buzón puede solucionarlo.",
            Acts::Provider => "Solo el proveedor del destinatario puede solucionarlo.",
            Acts::Retries => "Nuestro servidor sigue intentándolo.",
        }
    }

    fn happened(&self, happened: &Happened<'_>) -> String {
        match happened {
            Happened::Banned { address, user: Some(user), at } => format!(
                "Nuestro servidor bloqueó la dirección de internet {address}{}, porque desde allí se intentó una y otra vez entrar en el buzón {user} con una contraseña incorrecta.",
                on(at)
            ),
            Happened::Banned { address, user: None, at } => {
                format!(
                    "Nuestro servidor bloqueó la dirección de internet {address}{}, porque desde allí se probó una y otra vez un nombre de usuario o una contraseña incorrectos.",
                    on(at)
                )
            }
            Happened::NotTaken { from, to, later, at } => {
                let from = from.map_or_else(String::new, |from| format!(" de {from}"));
                let later = if *later { " y pidió otro intento más tarde" } else { "" };
                format!(
                    "Nuestro servidor de correo no aceptó{} el mensaje{from} para {}{later}.",
                    on(at),
                    names(to)
                )
            }
            Happened::SentByStranger { user, at } => format!(
                "En poco tiempo se enviaron{} muchos mensajes con el usuario {user} desde varios lugares distintos.",
                on(at)
            ),
            Happened::Delivered { to, at } => {
                format!("El {} se entregó{}.", message(to), on(at))
            }
            Happened::Accepted { server: by, to, at } => {
                format!("{} aceptó el {}{}.", server(*by), message(to), on(at))
            }
            Happened::Discarded { to, at } => {
                format!("Una regla de nuestro servidor de correo descartó el {}{}.", message(to), on(at))
            }
            Happened::Forwarded { to, at } => {
                format!("Nuestro servidor de correo reenvió el {} a otra dirección{}.", message(to), on(at))
            }
            Happened::Probed { to, at } => format!(
                "Nuestro servidor de correo preguntó{} si se acepta correo para {}, y la respuesta fue que sí. No se envió ningún mensaje.",
                on(at),
                names(to)
            ),
            Happened::NotRun { to, at } => format!(
                "No se pudo iniciar{} un programa que nuestro servidor de correo ejecuta cuando llega correo para {}.",
                on(at),
                names(to)
            ),
            Happened::PassedOn { to, at } => format!(
                "Nuestro servidor de correo pasó el {} a otra parte de nuestro sistema{}.",
                message(to),
                on(at)
            ),
            Happened::Waits { to, at } => {
                format!("El {} estaba en espera en nuestro servidor de correo{}.", message(to), on(at))
            }
            Happened::Trying { to, tries } if tries.times > 1 => format!(
                "Nuestro servidor de correo intentó entregar el {} {}{}, por ahora sin éxito.",
                message(to),
                times(tries),
                between(tries)
            ),
            Happened::Trying { to, tries } => format!(
                "Nuestro servidor de correo intentó entregar el {}{}, por ahora sin éxito.",
                message(to),
                on(&tries.last)
            ),
            Happened::GaveUp { to, tries } if tries.times > 1 => format!(
                "Nuestro servidor de correo intentó entregar el {} {}{}, y después dejó de intentarlo.",
                message(to),
                times(tries),
                between(tries)
            ),
            Happened::GaveUp { to, tries } => format!(
                "Nuestro servidor de correo dejó de intentar la entrega del {}{}.",
                message(to),
                on(&tries.last)
            ),
            Happened::Refused { server: by, to, at } => {
                format!("{} rechazó el {}{}.", server(*by), message(to), on(at))
            }
            Happened::Undeliverable { to, at } => {
                format!("Nuestro servidor de correo no pudo entregar el {}{}.", message(to), on(at))
            }
            Happened::Begun { to, at } => {
                format!("Nuestro servidor de correo empezó a entregar el {}{}.", message(to), on(at))
            }
            Happened::NoticeDelivered { to } => {
                format!("Según el aviso, {} se entregó.", noticed(to))
            }
            Happened::NoticeDelayed { to } => format!(
                "Según el aviso, {} aún no se ha entregado. El servidor de correo que envió el aviso sigue intentándolo.",
                noticed(to)
            ),
            Happened::NoticeAbout { to } => format!("El aviso trata sobre {}.", noticed(to)),
            Happened::NoticeFailed { to } => {
                format!("Según el aviso, {} no se pudo entregar.", noticed(to))
            }
            Happened::TestAccepted { to } => {
                format!("Un servidor de correo aceptó el {}.", message(to))
            }
            Happened::TestDelayed { to } => {
                format!("Un servidor de correo no aceptó en ese momento el {}.", message(to))
            }
            Happened::TestUnanswered { to } => format!(
                "Se le pidió a un servidor de correo que aceptara el {}. La respuesta no aparece.",
                message(to)
            ),
            Happened::TestRefused { to } => {
                format!("Un servidor de correo rechazó el {}.", message(to))
            }
            Happened::SignInWorked { user, at } => {
                format!("Una aplicación de correo inició sesión en {}{}.", mailbox(*user), on(at))
            }
            Happened::SignInFailed { user, at } => {
                format!("Una aplicación de correo no pudo iniciar sesión en {}{}.", mailbox(*user), on(at))
            }
            Happened::FetchedAll { user, count, at } => format!(
                "Una aplicación de correo descargó los {count} mensajes del buzón {user}{}. También siguen en nuestro servidor.",
                on(at)
            ),
            Happened::Collected { user, count, at } => format!(
                "Una aplicación de correo descargó {count} mensajes del buzón {user}{} y los eliminó de nuestro servidor, tal como está configurada.",
                on(at)
            ),
            Happened::Connected { user, at } => {
                format!("Una aplicación de correo estuvo conectada al buzón {user}{}.", on(at))
            }
            Happened::SendSignInFailed { user: Some(user), at } => format!(
                "Una aplicación de correo no pudo iniciar sesión como {user} para enviar correo{}.",
                on(at)
            ),
            Happened::SendSignInFailed { user: None, at } => {
                format!("Una aplicación de correo no pudo iniciar sesión para enviar correo{}.", on(at))
            }
            Happened::DeliveryProblem { user, at } => {
                format!(
                    "El programa que entrega los mensajes en {} tuvo un problema{}.",
                    mailbox(*user),
                    on(at)
                )
            }
            Happened::Filed { filing, user, at } => {
                let (to, of, on) = (mailbox(*user), of_mailbox(*user), on(at));
                match filing {
                    Filing::Full => {
                        format!("Nuestro servidor de correo no pudo entregar el mensaje en {to}{on}.")
                    }
                    Filing::Disk | Filing::Permission | Filing::Locked | Filing::Stopped => format!(
                        "Nuestro servidor de correo intentó entregar el mensaje en {to}{on}, pero aún no lo ha conseguido."
                    ),
                    Filing::Rejected => format!("Una regla de filtrado {of} rechazó el mensaje{on}."),
                    Filing::ForwardFailed => {
                        format!(
                            "Una regla de filtrado {of} intentó reenviar el mensaje{on}, pero no funcionó."
                        )
                    }
                    Filing::Loop => format!(
                        "Una regla de filtrado {of} intentó reenviar el mensaje{on}, y nuestro servidor lo impidió."
                    ),
                    Filing::Broken => format!("No se pudieron aplicar las reglas de filtrado {of}{on}."),
                    Filing::StoreFailed => {
                        format!("Una regla de filtrado {of} no pudo guardar el mensaje en su carpeta{on}.")
                    }
                    Filing::Discarded => format!("Una regla de filtrado {of} descartó el mensaje{on}."),
                    Filing::Forwarded => {
                        format!("Una regla de filtrado {of} reenvió el mensaje a otra dirección{on}.")
                    }
                    Filing::NoFolder => {
                        format!("El mensaje para {to} debía guardarse{on} en una carpeta que no existe.")
                    }
                    Filing::Unanswered | Filing::AnsweredBefore => format!(
                        "Nuestro servidor de correo entregó el mensaje en {to}{on}, pero no envió la respuesta automática de ausencia."
                    ),
                    Filing::Stored => {
                        format!("Nuestro servidor de correo guardó el mensaje en una carpeta {of}{on}.")
                    }
                }
            }
            Happened::Marked { points: got, at } => format!(
                "Nuestro filtro de spam revisó el mensaje{} y lo marcó como posible spam.{}",
                on(at),
                points(got.as_ref())
            ),
            Happened::UserTurnedAway { user, from: Some(from), later, at } => format!(
                "Una aplicación de correo que había iniciado sesión como {user} intentó enviar un mensaje desde {from}{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::UserTurnedAway { user, from: None, later, at } => format!(
                "Una aplicación de correo que había iniciado sesión como {user} intentó enviar un mensaje{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::MailTurnedAway { from, later, at } => format!(
                "Otro servidor o una aplicación de correo intentó entregar un mensaje de {from}{}. {}",
                on(at),
                turned_away(*later)
            ),
            Happened::ClientTurnedAway { later: true, at } => format!(
                "Un programa se conectó a nuestro servidor de correo{}. Nuestro servidor pidió que se intentara de nuevo más tarde.",
                on(at)
            ),
            Happened::ClientTurnedAway { later: false, at } => format!(
                "Un programa se conectó a nuestro servidor de correo{}. Nuestro servidor rechazó la conexión.",
                on(at)
            ),
            Happened::Came { at } => {
                format!("Un programa se conectó a nuestro servidor de correo{}.", on(at))
            }
            Happened::MessageTurnedAway { at } => {
                format!("Nuestro servidor de correo no aceptó el mensaje{}.", on(at))
            }
            Happened::RequestTurnedAway { later: true, at } => format!(
                "Nuestro servidor de correo pidió{} a otro servidor o a una aplicación que lo intentara de nuevo más tarde.",
                on(at)
            ),
            Happened::RequestTurnedAway { later: false, at } => format!(
                "Nuestro servidor de correo rechazó{} lo que le pidió otro servidor o una aplicación.",
                on(at)
            ),
            Happened::MessageProblem { at } => {
                format!("Nuestro servidor de correo tuvo un problema con este mensaje{}.", on(at))
            }
            Happened::Broken { defect, at } => {
                let what = self.defect(*defect);
                match at {
                    Some(at) => format!("{what} Lo detectamos {}.", moment(at)),
                    None => what.into(),
                }
            }
            Happened::Problem { at } => format!("Nuestro servidor de correo tuvo un problema{}.", on(at)),
            Happened::AppProblem => {
                "Una aplicación, un sitio web o un programa mostró un problema con un servidor de correo."
                    .into()
            }
            Happened::AskedLater => "Un servidor de correo pidió que se intentara de nuevo más tarde.".into(),
            Happened::ReplyIsRefusal => {
                "La respuesta del servidor de correo que hemos revisado es un rechazo.".into()
            }
            Happened::TalkRefused => "Un servidor de correo rechazó lo que se le pidió.".into(),
            Happened::NoConnection => "La conexión con un servidor de correo no funcionó.".into(),
        }
    }

    fn more(&self, more: usize) -> String {
        match more {
            1 => "Lo mismo ocurrió una vez más.".into(),
            more => format!("Lo mismo ocurrió {more} veces más."),
        }
    }

    fn reason(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "No existe ningún buzón con esta dirección. Puede que esté mal escrita o que el buzón se haya eliminado."
            }
            Reason::HostUnknown => {
                "No hemos encontrado ningún servidor de correo para la parte de la dirección que va después de la arroba. Puede que esté mal escrita o que el dominio no esté configurado para recibir correo."
            }
            Reason::HasMoved => {
                "El destinatario tiene una dirección nueva, y el correo que llega a la antigua no se reenvía."
            }
            Reason::Suspend => {
                "El buzón del destinatario existe, pero está desactivado y no puede recibir correo."
            }
            Reason::MailboxFull => "El buzón del destinatario está lleno.",
            Reason::SystemFull => {
                "El servidor de correo del destinatario se había quedado sin espacio. El buzón en sí no es la causa."
            }
            Reason::Filtered => {
                "El buzón o la lista de correo del destinatario tiene una configuración que no deja entrar este mensaje."
            }
            Reason::NotAccept => {
                "El dominio o el servidor del destinatario indica que no recibe ningún correo."
            }
            Reason::Rejected => {
                "El servidor de correo del destinatario no aceptó la dirección desde la que se envió el mensaje."
            }
            Reason::Blocked => {
                "De momento, el servidor de correo del destinatario no acepta correo del servidor que envió su mensaje. Esto tiene que ver con el servidor, no con usted ni con su mensaje."
            }
            Reason::BadReputation => {
                "De momento, el servidor de correo del destinatario no confía lo suficiente en el servidor o el dominio de envío."
            }
            Reason::RequirePtr => {
                "El servidor de correo del destinatario comprueba el nombre que corresponde a la dirección de internet del servidor de envío. Ese nombre falta o no coincide."
            }
            Reason::AuthFailure => {
                "El servidor de correo del destinatario comprueba si el servidor de envío está autorizado para enviar correo del dominio del remitente. Los registros del dominio no lo confirmaron."
            }
            Reason::SpamDetected => {
                "El filtro de spam del destinatario marcó el mensaje como spam. Estos filtros a veces se equivocan."
            }
            Reason::VirusDetected => {
                "Un antivirus encontró algo dañino en el mensaje, en un archivo adjunto o en un enlace."
            }
            Reason::ContentError => {
                "El servidor de correo del destinatario no acepta este tipo de archivo adjunto o el formato del mensaje."
            }
            Reason::PolicyViolation => {
                "El servidor de correo del destinatario tiene una regla que no deja entrar este mensaje."
            }
            Reason::NotCompliantRfc => {
                "El mensaje tiene un error de formato: algo que todo mensaje necesita, como la fecha o el remitente, falta, no es válido o aparece dos veces."
            }
            Reason::MesgTooBig => {
                "El mensaje con sus archivos adjuntos es más grande de lo que permite el servidor de correo del destinatario. Al enviarse, los archivos adjuntos crecen alrededor de un tercio."
            }
            Reason::ExceedLimit => "El mensaje es más grande de lo que acepta el buzón del destinatario.",
            Reason::NoRelaying => {
                "El servidor de correo solo entrega a este dominio los mensajes de quienes han iniciado sesión."
            }
            Reason::SecurityError => {
                "El servidor de correo no aceptó el nombre de usuario, la contraseña o la forma de iniciar sesión."
            }
            Reason::FailedStartTls => {
                "Los dos servidores de correo no pudieron establecer una conexión segura."
            }
            Reason::Speeding => {
                "Se enviaron más mensajes en poco tiempo de los que permite el servidor de correo."
            }
            Reason::Greylisted => {
                "Como protección contra el spam, el servidor de correo del destinatario hace esperar el correo de los remitentes que aún no conoce. Lo normal es que acepte el mensaje en un intento posterior."
            }
            Reason::TooManyConn => {
                "Hubo más conexiones o destinatarios a la vez de los que permite el servidor de correo."
            }
            Reason::NetworkError => {
                "No se pudo conectar con el servidor de correo del destinatario, o la conexión se cortó."
            }
            Reason::Loop => {
                "Un reenvío o un ajuste del dominio hace que el mensaje dé vueltas en círculos, así que se detuvo."
            }
            Reason::Expired => {
                "Un servidor de correo conserva un mensaje solo durante cierto tiempo, y en ese plazo ningún intento funcionó."
            }
            Reason::SystemError => "El servidor de correo del destinatario tuvo un problema interno.",
            Reason::MailerError => {
                "Falló un filtro, una respuesta automática u otro programa que pertenece al buzón."
            }
            Reason::SyntaxError => "Los dos servidores de correo no se entendieron.",
            Reason::Suppressed => {
                "Un mensaje enviado antes a esta dirección no se pudo entregar o no era deseado, así que el servicio de envío ya no lo intenta."
            }
            Reason::Feedback => "El mensaje llegó, y el destinatario lo marcó como spam.",
            Reason::Vacation => {
                "El mensaje llegó, y el buzón respondió automáticamente, por ejemplo porque su titular está ausente."
            }
            Reason::Undefined => "La respuesta no indica el motivo.",
        }
    }

    fn here(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::UserUnknown => {
                "En nuestro servidor no existe ningún buzón con la dirección del destinatario. Puede que esté mal escrita o que el buzón se haya eliminado."
            }
            Reason::HostUnknown => "El dominio de la dirección no existe o no tiene servidor de correo.",
            Reason::HasMoved => "El buzón se ha trasladado a otra dirección.",
            Reason::Suspend => "El buzón existe, pero está desactivado.",
            Reason::MailboxFull => "El buzón está lleno.",
            Reason::SystemFull => self.defect(Defect::Storage),
            Reason::Filtered => {
                "Una regla de nuestro servidor o del buzón no permite el correo de este remitente."
            }
            Reason::NotAccept => "Nuestro servidor no recibe correo para este dominio.",
            Reason::Rejected => {
                "Nuestro servidor no aceptó la dirección del remitente o el nombre del servidor de envío."
            }
            Reason::Blocked => {
                "La dirección de internet del dispositivo o servidor de envío está en una lista de bloqueo."
            }
            Reason::BadReputation => {
                "El servidor de envío o su dominio tiene mala reputación, así que de momento nuestro servidor no acepta su correo."
            }
            Reason::RequirePtr => {
                "La dirección de internet del servidor de envío no tiene un nombre que coincida, y nuestro servidor lo exige."
            }
            Reason::AuthFailure => {
                "El dominio del remitente indica qué servidores pueden enviar su correo, y no se pudo confirmar que el servidor que envió este mensaje sea uno de ellos. Puede que el mensaje sea falso o que la lista esté incompleta."
            }
            Reason::SpamDetected => {
                "Nuestro filtro de spam marcó el mensaje como spam. Los filtros a veces se equivocan."
            }
            Reason::VirusDetected => {
                "Nuestra revisión automática encontró algo dañino en el mensaje, en un archivo adjunto o en un enlace."
            }
            Reason::ContentError => {
                "Nuestro servidor no acepta una parte del mensaje, por ejemplo un tipo de archivo adjunto."
            }
            Reason::PolicyViolation => "Una regla de nuestro servidor no permite este mensaje.",
            Reason::NotCompliantRfc | Reason::SyntaxError => {
                "El dispositivo o programa que lo envió no cumple las normas del correo que comprueba nuestro servidor."
            }
            Reason::MesgTooBig => {
                "El mensaje con sus archivos adjuntos es más grande de lo que acepta nuestro servidor. Al enviarse, los archivos adjuntos crecen alrededor de un tercio."
            }
            Reason::ExceedLimit => "El mensaje es más grande de lo que acepta el buzón.",
            Reason::NoRelaying => {
                "El mensaje era para un dominio que no está en nuestro servidor, y el remitente no había iniciado sesión."
            }
            Reason::SecurityError => {
                "Nuestro servidor solo acepta esto de quienes han iniciado sesión, y no hubo inicio de sesión o este no funcionó."
            }
            Reason::FailedStartTls => "No se pudo establecer una conexión cifrada.",
            Reason::Speeding => "Llegaron más mensajes en poco tiempo de los que acepta nuestro servidor.",
            Reason::Greylisted => {
                "Como protección contra el spam, nuestro servidor hace esperar el correo de los remitentes que aún no conoce. Los servidores de correo bien configurados vuelven a intentarlo automáticamente."
            }
            Reason::TooManyConn => "Hubo demasiadas conexiones o demasiados destinatarios a la vez.",
            Reason::NetworkError => {
                "No se pudo establecer una conexión necesaria para la entrega, o la conexión se cortó."
            }
            Reason::Loop => {
                "Un reenvío o un ajuste del dominio hace que el mensaje dé vueltas en círculos, así que se detuvo."
            }
            Reason::Expired => {
                "Nuestro servidor conserva un mensaje solo durante cierto tiempo, y en ese plazo ningún intento funcionó."
            }
            Reason::SystemError => "Algo no funciona en nuestro servidor de correo.",
            Reason::MailerError => {
                "Falló un filtro, una respuesta automática u otro programa que pertenece al buzón."
            }
            Reason::Suppressed => {
                "Un mensaje enviado antes a esta dirección no se pudo entregar o no era deseado, así que ya no se intenta."
            }
            Reason::Feedback => "El destinatario marcó el mensaje como spam.",
            Reason::Vacation => {
                "El buzón respondió automáticamente, por ejemplo porque su titular está ausente."
            }
            Reason::Undefined => "Lo rechazó una regla de nuestro servidor.",
        }
    }

    fn refusal(&self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::IpListed => {
                "De momento, el servidor de correo del destinatario no acepta correo del nuestro. Esto tiene que ver con el servidor, no con usted ni con su mensaje."
            }
            Refusal::IpDynamic => {
                "El servidor de correo del destinatario no acepta correo desde la dirección de nuestro servidor. Esto tiene que ver con el servidor, no con usted ni con su mensaje."
            }
            Refusal::IpReputation => {
                "De momento, el servidor de correo del destinatario no confía lo suficiente en el nuestro."
            }
            Refusal::IpByRecipient => {
                "La organización del destinatario tiene una regla contra el correo que llega desde la dirección de nuestro servidor. Solo esa organización puede cambiarla."
            }
            Refusal::Ipv6 => {
                "El servidor de correo del destinatario no aceptó la forma en que se conectó nuestro servidor. Nos corresponde a nosotros cambiarla."
            }
            Refusal::DomainListed => {
                "Un dominio que aparece en su mensaje, o su propio dominio, está en una lista de dominios sospechosos. Nuestro servidor de correo no es la causa."
            }
            Refusal::DomainReputation => {
                "De momento, el servidor de correo del destinatario no confía en el correo que usted envía desde su dominio."
            }
            Refusal::ListUnanswered => {
                "El servidor de correo del destinatario interpretó mal la respuesta de una lista de bloqueo. Ni su mensaje ni nuestro servidor son la causa."
            }
            Refusal::ServerRate => {
                "El servidor de correo del destinatario acepta menos correo del nuestro por ahora, porque llegó demasiado de una vez o porque algunos destinatarios se quejaron."
            }
            Refusal::SenderRate => {
                "Se enviaron desde su cuenta o su dominio más mensajes de los que el servicio permite a la vez."
            }
            Refusal::RecipientRate => {
                "El buzón del destinatario está recibiendo más correo del que permite su proveedor. Ni usted ni su mensaje son la causa."
            }
            Refusal::AccountStopped => {
                "El servicio que envía su correo ha bloqueado los envíos de su cuenta o de su organización."
            }
            Refusal::SendAs => {
                "La cuenta con la que se inició sesión no tiene permiso para enviar correo desde esta dirección de remitente."
            }
            Refusal::SenderDomain => {
                "El servidor de correo del destinatario no pudo encontrar en internet el dominio desde el que usted envía."
            }
            Refusal::SenderUnverified => {
                "El servidor de correo del destinatario comprobó si la dirección desde la que usted envía puede recibir correo, y la comprobación falló."
            }
            Refusal::Helo => {
                "El servidor de correo del destinatario no aceptó el nombre con el que se presenta nuestro servidor. Nos corresponde a nosotros corregirlo."
            }
            Refusal::Spf | Refusal::SpfBroken | Refusal::Dkim | Refusal::Dmarc => {
                self.reason(Reason::AuthFailure)
            }
            Refusal::Ptr => self.reason(Reason::RequirePtr),
            Refusal::Relay => self.reason(Reason::NoRelaying),
            Refusal::Login => {
                "El servidor de correo solo acepta mensajes si se inicia sesión, y el programa que envió este no lo había hecho."
            }
            Refusal::LocalSetting => "Un ajuste de nuestro servidor de correo no es correcto.",
            Refusal::OutgoingPort => {
                "Nuestro servidor de correo no pudo conectarse con el del destinatario. Esto tiene que ver con los servidores, no con usted ni con su mensaje."
            }
            Refusal::SenderIncomplete => {
                "La dirección del remitente no tiene un dominio completo, y por eso el servidor de correo del destinatario rechazó el mensaje."
            }
            Refusal::NameLookup => {
                "En ese momento, nuestro servidor de correo no pudo averiguar qué servidor recibe el correo del dominio del destinatario."
            }
            Refusal::FailureRate => {
                "Demasiados mensajes enviados desde su cuenta o su dominio no se pudieron entregar, así que por ahora se detuvieron los demás envíos."
            }
            Refusal::SecureMx => {
                "El dominio del destinatario publica una regla para la entrega cifrada, y su servidor de correo no la cumple. Los servidores que siguen esa regla no entregan nada allí."
            }
            Refusal::NotInDirectory => {
                "Microsoft 365, que recibe el correo del dominio del destinatario, no encuentra allí esta dirección. Puede que esté mal escrita o que no esté configurada por completo del lado del destinatario."
            }
            Refusal::PlanUsedUp => {
                "El servicio que envía el correo ha detenido los envíos por ahora, porque la cuenta ha agotado lo que permite su plan."
            }
            Refusal::AccountClosed => {
                "El servicio que envía el correo no acepta la cuenta por el momento: está suspendida, bloqueada o pendiente de pago."
            }
            Refusal::LoginRate => {
                "El servidor de correo no permite iniciar sesión en esta cuenta durante un tiempo, porque antes hubo demasiados intentos con una contraseña incorrecta."
            }
            Refusal::PasswordLogin => {
                "El servicio que envía su correo ya no acepta que el programa que usted usa inicie sesión con nombre de usuario y contraseña. El programa tiene que usar una forma más moderna de iniciar sesión."
            }
            Refusal::Tls => {
                "El servidor de correo del destinatario solo acepta correo por conexiones cifradas. Nos corresponde a nosotros configurarlo."
            }
            Refusal::Protocol => "Los dos servidores de correo no se entendieron.",
            Refusal::Closed => self.reason(Reason::Filtered),
            Refusal::CompanyRule => {
                "La organización del destinatario tiene una regla que no dejó entrar este mensaje. Solo esa organización puede cambiarla."
            }
            Refusal::ForwardForbidden => {
                "El mensaje se reenvió automáticamente, y la organización que lo reenvía no lo permite."
            }
            Refusal::OwnBlock => {
                "La propia organización del remitente bloquea los correos a esta dirección. Solo su administrador de correo puede cambiarlo."
            }
            Refusal::GatewayOnly => {
                "El proveedor del destinatario solo acepta correo a través de otro de sus servidores. Solo ese proveedor puede corregirlo."
            }
            Refusal::AddressUnchecked => {
                "El servidor de correo del destinatario no pudo comprobar la dirección en ese momento. Es muy posible que la dirección sea correcta."
            }
            Refusal::RecipientRefused => {
                "El servidor de correo del destinatario rechazó esta dirección y no indicó el motivo. A menudo la dirección está mal escrita o ya no se usa."
            }
            Refusal::AddressMalformed => {
                "La dirección no está escrita como debe estarlo una dirección de correo: quizá contiene un espacio, un punto y coma o dos direcciones a la vez."
            }
            Refusal::ListForm => {
                "La lista de correo no acepta el mensaje en esta forma. Ponga su dirección en «Para» o «Cc» (no en «Cco») y escriba un asunto."
            }
            Refusal::LongDown => {
                "No se puede contactar con el servidor de correo del destinatario desde hace días, así que nuestro servidor dejó de intentarlo."
            }
            Refusal::LineEnds | Refusal::LongLine => {
                "El programa que creó el mensaje lo escribe de una forma que los servidores de correo no aceptan (la manera de cortar las líneas). Volver a intentarlo no sirve hasta que eso se corrija."
            }
            Refusal::TooManyRecipients => {
                "El mensaje tiene más destinatarios de los que el servidor de correo acepta a la vez."
            }
            Refusal::Connector => {
                "El servicio por el que nuestro servidor envía el correo ya no lo reconoce. Nos corresponde corregirlo."
            }
            Refusal::SenderBlocked => {
                "El destinatario, o su organización, ha puesto la dirección desde la que usted envía en una lista de remitentes bloqueados. Solo ellos pueden cambiarlo."
            }
            Refusal::Unicode => {
                "El mensaje necesita que se admitan caracteres internacionales en las direcciones de correo, y el siguiente servidor de correo no los admite."
            }
        }
    }

    fn cause(&self, cause: Cause) -> [&'static str; 2] {
        match cause {
            Cause::Attack => [
                "Estos intentos son habituales en internet. Nuestro servidor los rechazó.",
                "No tiene que hacer nada si su contraseña es larga y no la usa en ningún otro sitio. Si no es así, cree una nueva.",
            ],
            Cause::Tls => [
                "La aplicación de correo y nuestro servidor no pudieron establecer una conexión cifrada.",
                "Si se trataba de su aplicación de correo, revise en la configuración el nombre del servidor y el cifrado, y actualice la aplicación y el dispositivo. Si así no se soluciona, díganos qué aplicación y qué dispositivo usa.",
            ],
            Cause::Disabled => [
                "La cuenta existe, pero tiene desactivado el inicio de sesión. La contraseña no es la causa.",
                "Por favor, pregúntenos por qué está desactivado y cómo volver a activarlo.",
            ],
            Cause::Expired => [
                "La contraseña ha caducado.",
                "Por favor, cree una contraseña nueva y después escríbala en todos los dispositivos.",
            ],
            Cause::Connections => [
                "Había demasiadas conexiones a este buzón abiertas a la vez desde el mismo lugar. Cada aplicación de correo abre varias. La contraseña no es la causa.",
                "Por favor, cierre en todos sus dispositivos las aplicaciones de correo que no necesite en este momento e inténtelo de nuevo dentro de unos minutos.",
            ],
            Cause::TooMany => [
                "Había demasiadas conexiones abiertas a la vez desde la misma conexión a internet. Cada aplicación de correo abre varias, y en una oficina todos comparten la misma dirección.",
                "Si varias personas comparten esta conexión a internet, díganos cuántos dispositivos usan y revisaremos el límite. Mientras tanto, cierre las aplicaciones de correo que no necesite e inténtelo de nuevo dentro de unos minutos.",
            ],
            Cause::AddressNotAllowed => [
                "La cuenta solo se puede usar desde ciertas conexiones a internet, y esta no es una de ellas. La contraseña no es la causa.",
                "Por favor, díganos desde dónde quiere usar el buzón y comprobaremos si podemos permitirlo.",
            ],
            Cause::Plaintext => [
                "La aplicación de correo intentó iniciar sesión sin cifrado, y nuestro servidor no lo permite.",
                "Por favor, active el cifrado para el correo entrante y saliente en la configuración de la aplicación de correo. Podemos decirle qué ajustes elegir.",
            ],
            Cause::Method => [
                "La aplicación de correo intentó iniciar sesión con un método que nuestro servidor no ofrece.",
                "Por favor, elija “Contraseña normal” como método de autenticación en la configuración de la aplicación de correo, con el cifrado activado.",
            ],
            Cause::ClientCertificate => [
                "Nuestro servidor le pide un certificado a la aplicación de correo, y no aceptó el que recibió o no recibió ninguno.",
                "Por favor, pídanos el certificado correcto.",
            ],
            Cause::AuthService => [
                "Nuestro servidor no pudo comprobar la contraseña en ese momento. La configuración de su correo no es la causa.",
                LEAVE,
            ],
            Cause::Backend => [
                "Una parte de nuestro sistema de correo no estaba disponible en ese momento. La configuración de su correo no es la causa.",
                LEAVE,
            ],
            Cause::ServerFull => [
                "Nuestro servidor alcanzó uno de sus límites en ese momento. La configuración de su correo no es la causa.",
                "Por favor, inténtelo de nuevo dentro de unos minutos. Si vuelve a ocurrir, avísenos.",
            ],
            Cause::BadName => [
                "El nombre de usuario que envió la aplicación de correo está vacío o contiene un carácter no permitido, como un espacio.",
                "Por favor, revise el nombre de usuario en la aplicación de correo. Suele ser su dirección de correo completa.",
            ],
            Cause::WrongPassword => [
                "El nombre de usuario es correcto, pero la contraseña no. A menudo, alguno de los dispositivos sigue usando una contraseña antigua.",
                "Por favor, vuelva a escribir la contraseña en todos los dispositivos que usan este buzón. Si tiene dudas sobre ella, cree una nueva. Si el intento no fue suyo, avísenos.",
            ],
            Cause::Either | Cause::WrongLogin => {
                ["Nuestro servidor no aceptó este nombre de usuario con esta contraseña.", SIGN_IN]
            }
            Cause::NoPassword => [
                "El buzón existe, pero aún no tiene contraseña, así que nadie puede iniciar sesión todavía. Su aplicación de correo no tiene ningún problema.",
                "Por favor, cree una contraseña para el buzón o pídanos que lo hagamos, y después escríbala en todos los dispositivos.",
            ],
            Cause::ServiceOff => [
                "El buzón existe, pero tiene desactivada esta forma de leer o enviar correo. La contraseña no es la causa.",
                "No tiene que cambiar nada en su aplicación de correo. Si necesita este servicio, avísenos y revisaremos por qué está desactivado.",
            ],
            Cause::UnknownUser => [
                "Nuestro servidor no conoce este nombre de usuario. Puede que esté mal escrito.",
                "Por favor, revise letra por letra el nombre de usuario en la aplicación de correo. Suele ser su dirección de correo completa.",
            ],
            Cause::Server => {
                ["Algo no funcionó en nuestro servidor. La configuración de su correo no es la causa.", LEAVE]
            }
            Cause::BrokenClient => [
                "Nuestro servidor no entendió lo que envió el programa. A menudo se trata de un rastreo automático desde internet o de una aplicación mal configurada.",
                "Si se trataba de su aplicación de correo, actualícela o vuelva a configurar la cuenta.",
            ],
            Cause::Refused => ["Nuestro servidor no aceptó el inicio de sesión.", SIGN_IN],
            Cause::Config => [
                "Un ajuste de nuestro servidor no es correcto, y por eso el buzón no está disponible. La configuración de su correo no es la causa.",
                LOOKING,
            ],
            Cause::Restart => [
                "Nuestro servidor de correo se estaba reiniciando en ese momento, o cerró la conexión. Las aplicaciones de correo se vuelven a conectar automáticamente.",
                "No tiene que hacer nada.",
            ],
            Cause::Unfinished => [
                "El inicio de sesión empezó, pero no terminó. Que ocurra una vez no tiene importancia; si ocurre a menudo, la causa puede ser la red, un firewall o un antivirus.",
                "Si ocurre a menudo, pruebe con otra red y desactive como prueba el análisis de correo del antivirus.",
            ],
            Cause::Nobody => {
                ["Nadie intentó iniciar sesión. Estas conexiones son habituales.", "No tiene que hacer nada."]
            }
            Cause::Folder => [
                "La contraseña era correcta, pero nuestro servidor no pudo abrir el buzón. La configuración de su correo no es la causa.",
                "Por favor, deje su configuración como está. Le avisaremos cuando el buzón se pueda volver a abrir.",
            ],
            Cause::Crash => [
                "Un programa de nuestro servidor falló durante la conexión. La configuración de su correo no es la causa.",
                "No tiene que hacer nada. Si ocurre a menudo, díganos cuándo.",
            ],
            Cause::Disk => [
                "Nuestro servidor no pudo escribir en el disco. La configuración de su correo no es la causa.",
                LOOKING,
            ],
            Cause::Permission => [
                "Nuestro servidor no tiene permiso para leer o escribir el buzón o una parte de él. La configuración de su correo no es la causa.",
                LOOKING,
            ],
            Cause::Quota => [
                "El buzón está lleno.",
                "Por favor, elimine los mensajes que ya no necesite y vacíe la papelera, o pídanos más espacio.",
            ],
            Cause::Pop3Lock => [
                "El buzón estaba abierto en otro dispositivo. Con esta configuración, solo puede usarlo un dispositivo a la vez.",
                "Por favor, espere unos minutos, o pídanos la configuración con la que varios dispositivos pueden usar un mismo buzón.",
            ],
            Cause::Locked => [
                "Otro programa de nuestro servidor mantuvo bloqueado el buzón. La configuración de su correo no es la causa.",
                LOOKING,
            ],
            Cause::Unreadable => [
                "De momento, uno de los mensajes guardados no se puede leer en nuestro servidor de correo, así que puede aparecer vacío.",
                "Por favor, díganos qué mensaje es: su carpeta, su remitente y su fecha. Lo revisaremos en el servidor.",
            ],
            Cause::Index => [
                "Se había dañado una lista que sirve para abrir las carpetas con rapidez. Nuestro servidor la reconstruye a partir de los mensajes.",
                "No tiene que hacer nada. Puede que la aplicación de correo vuelva a cargar una carpeta. Si no aparecen algunos mensajes, díganos en qué carpeta.",
            ],
            Cause::Network => [
                "La conexión se cortó a la mitad. Que ocurra una vez es normal, sobre todo en un teléfono.",
                "Si ocurre a menudo, pruebe con otra red y desactive como prueba el análisis de correo del antivirus.",
            ],
            Cause::Idle => [
                "La conexión llevaba un tiempo inactiva, así que nuestro servidor la cerró. Esto es normal.",
                "No tiene que hacer nada: la aplicación de correo se vuelve a conectar automáticamente. Si le molesta el aviso que muestra, configúrela para que busque mensajes nuevos cada 10 minutos.",
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
                "Las reglas de filtrado del buzón procesaron un mensaje.",
                "Si no ve el mensaje, búsquelo en sus otras carpetas y revise las reglas de filtrado del buzón.",
            ],
        }
    }

    fn filing(&self, filing: Filing) -> [&'static str; 2] {
        match filing {
            Filing::Full => [
                "El buzón está lleno.",
                "Si el buzón es suyo, elimine los mensajes que ya no necesite y vacíe la papelera, o pídanos más espacio. Después, pida al remitente que vuelva a enviar el mensaje.",
            ],
            Filing::Disk => [
                "Nuestro servidor no pudo escribir en el disco. El servidor conserva el mensaje y vuelve a intentarlo automáticamente.",
                LOOKING,
            ],
            Filing::Permission => [
                "Nuestro servidor no tiene permiso para escribir en el buzón o en una parte de él. El servidor conserva el mensaje y vuelve a intentarlo automáticamente.",
                LOOKING,
            ],
            Filing::Locked => [
                "Otro programa de nuestro servidor mantuvo bloqueado el buzón.",
                "Por ahora no tiene que hacer nada; si mañana falta el mensaje, avísenos.",
            ],
            Filing::Rejected => [
                "La regla pertenece a este buzón o se aplica a todos los buzones de nuestro servidor. Normalmente, el remitente recibe un aviso.",
                "Si quería recibir el mensaje, revise las reglas de filtrado del buzón. Si ninguna coincide, avísenos.",
            ],
            Filing::ForwardFailed => [
                "El mensaje no se reenvió en ese momento.",
                "Por favor, revise la dirección que figura en la regla. Nosotros también lo estamos revisando.",
            ],
            Filing::Loop => [
                "Este buzón ya había reenviado el mensaje. Para que no diera vueltas en círculos, no se reenvió otra vez.",
                "Por favor, compruebe que ningún reenvío lleve de vuelta a este buzón.",
            ],
            Filing::Broken => [
                "Algo en las reglas no funcionó: un error en ellas, una carpeta que falta o un reenvío.",
                "Por favor, revise las reglas de filtrado del buzón, sobre todo las carpetas y direcciones que contienen. Si parecen correctas, avísenos y leeremos el error por usted.",
            ],
            Filing::StoreFailed => [
                "Nuestro servidor no pudo guardar el mensaje en esa carpeta en ese momento. Puede que la regla en sí sea correcta.",
                "Por favor, compruebe que la carpeta sigue existiendo. Lo estamos revisando.",
            ],
            Filing::Stopped => [
                "Algo que necesitan las reglas de filtrado del buzón no funcionó en ese momento. Las reglas en sí no son la causa, y nuestro servidor vuelve a intentarlo automáticamente.",
                LOOKING,
            ],
            Filing::Discarded => [
                "Si ninguna otra regla lo guardó, el mensaje se ha perdido. La regla pertenece a este buzón o se aplica a todos los buzones de nuestro servidor. El remitente no recibe ningún aviso.",
                "Si quería recibir el mensaje, revise las reglas de filtrado del buzón y pida al remitente que lo envíe de nuevo. Si ninguna de sus reglas coincide, avísenos.",
            ],
            Filing::Forwarded => [
                "El mensaje siguió su camino hacia esa dirección.",
                "Si el mensaje no llega allí, revise la dirección en las reglas de filtrado.",
            ],
            Filing::NoFolder => [
                "En este caso, el mensaje suele ir a la bandeja de entrada.",
                "Por favor, mire en la bandeja de entrada y revise las reglas de filtrado del buzón.",
            ],
            Filing::AnsweredBefore => [
                "Este remitente ya recibió una respuesta de ausencia. Durante el periodo fijado en la regla, cada remitente recibe solo una.",
                "No tiene que cambiar nada. Para probar la respuesta, escriba desde otra dirección o fije un periodo más corto en la regla.",
            ],
            Filing::Unanswered => [
                "El mensaje no iba dirigido a la dirección del propio buzón, sino probablemente a otra que lleva a él, y la regla de ausencia no la incluye.",
                "Por favor, añada a la regla de ausencia, como direcciones propias, todas aquellas a las que le escriben. Si no encuentra ese ajuste, avísenos y le ayudaremos.",
            ],
            Filing::Stored => [
                "Una regla de filtrado eligió la carpeta, o es la habitual.",
                "Si no ve el mensaje, búsquelo en sus otras carpetas y revise las reglas de filtrado del buzón.",
            ],
        }
    }

    fn case(&self, case: Case, original: &str, to: &str) -> [String; 3] {
        match case {
            Case::Service => [
                "Una parte de nuestro sistema de correo no funciona en este momento.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayLogin => [
                format!("Nuestro servidor de correo envía a través de otro servidor, y no fue posible iniciar sesión en él. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayRefuses => [
                format!("Nuestro servidor de correo envía a través de otro servidor, y ese servidor no nos aceptó el mensaje. {SETTINGS_FINE}"),
                WAITS.into(),
                LOST.into(),
            ],
            Case::RelayUnreachable => [
                "Nuestro servidor de correo no consigue establecer una conexión con el servidor por el que envía el correo.".into(),
                WAITS.into(),
                LOST.into(),
            ],
            Case::WrongServer => [
                "El servidor de correo al que enviamos el mensaje dice que no se encarga del dominio del destinatario. Se debe a un ajuste del dominio del destinatario, no del dominio de usted.".into(),
                "Por ahora no tiene que hacer nada. Si es urgente, avise al destinatario por otra vía, por ejemplo por teléfono: solo el destinatario o su proveedor pueden corregirlo.".into(),
                "Por favor, avise al destinatario por otra vía, por ejemplo por teléfono: solo el destinatario o su proveedor pueden corregirlo. Cuando esté corregido, vuelva a enviar el mensaje.".into(),
            ],
            Case::OwnDomain => [
                "Nuestro servidor de correo busca este buzón entre los suyos y no tiene ninguno con ese nombre, aunque el mensaje viene del mismo dominio. Aun así, la dirección puede ser correcta.".into(),
                "Estamos revisando un ajuste del dominio en nuestro servidor. Por ahora no tiene que hacer nada.".into(),
                "Estamos revisando un ajuste del dominio en nuestro servidor. Espere a que le avisemos antes de volver a enviar el mensaje.".into(),
            ],
            Case::TheirLogin => [
                "El servidor de correo al que enviamos el mensaje no lo acepta si nuestro servidor no inicia sesión allí. Su contraseña no es la causa.".into(),
                "Por ahora no tiene que hacer nada.".into(),
                "De momento, póngase en contacto con el destinatario por otra vía.".into(),
            ],
            Case::Forward => [
                format!("El mensaje era para {original}, y nuestro servidor reenvía el correo de esa dirección a {to}. Esta última no pudo recibirlo."),
                format!("Si la dirección {original} es suya, cambie o elimine su reenvío a {to}."),
                format!("Si la dirección {original} es suya, cambie o elimine su reenvío a {to}. Si usted envió el mensaje, póngase en contacto con el destinatario por otra vía; la dirección que usó es correcta."),
            ],
            Case::ForwardUnwanted => {
                let fetch = format!("Si la dirección {original} es suya, haga que la otra cuenta recoja el correo en lugar de reenviarlo. Podemos ayudarle a configurarlo.");
                [
                    format!("El mensaje era para {original}, y nuestro servidor reenvía el correo de esa dirección a {to}. El servidor de correo de esa otra dirección no aceptó el mensaje reenviado."),
                    fetch.clone(),
                    fetch,
                ]
            }
            Case::ForwardLoop => {
                let check = format!("Estamos comprobando el reenvío en nuestro servidor. Si la dirección {original} es suya, asegúrese de que el correo para {to} no se reenvíe de vuelta a ella.");
                [format!("El mensaje era para {original}, y nuestro servidor reenvía el correo de esa dirección a {to}. El mensaje dio vueltas en círculos, probablemente porque desde allí se reenvió de vuelta, y por eso se detuvo."), check.clone(), check]
            }
            Case::Notice => [
                "Era un aviso automático, por ejemplo sobre un mensaje que no se pudo entregar. El aviso en sí tampoco se pudo entregar, como suele ocurrir cuando la dirección del remitente es falsa.".into(),
                "No tiene que hacer nada.".into(),
                "No tiene que hacer nada: este mensaje no lo escribió ninguna persona.".into(),
            ],
            Case::System => {
                let correcting = "La dirección se corregirá en nuestro servidor; no tiene que hacer nada.";
                [
                    "Este mensaje lo escribió un programa de nuestro servidor, no una persona.".into(),
                    correcting.into(),
                    correcting.into(),
                ]
            }
        }
    }

    fn obstacle(&self, obstacle: ObstacleKind) -> [&'static str; 2] {
        match obstacle {
            ObstacleKind::CertificateDate => [
                "El certificado de seguridad del servidor de correo ha caducado, o el reloj del dispositivo no marca la hora correcta.",
                "Por favor, revise la fecha y la hora del dispositivo. Si son correctas, avísenos: renovaremos el certificado, y usted no tendrá que cambiar nada en la configuración.",
            ],
            ObstacleKind::CertificateName => [
                "El nombre del servidor que figura en la configuración no es el del certificado de seguridad del servidor de correo.",
                "Por favor, ponga en la configuración el nombre de servidor que le dimos, tanto para el correo entrante como para el saliente.",
            ],
            ObstacleKind::CertificateIssuer => [
                "La aplicación o el sitio web no confía en el certificado de seguridad del servidor de correo.",
                "Por favor, compruebe que el nombre del servidor en la configuración es el que le dimos. En una aplicación de correo, desactive como prueba el análisis de correo del antivirus; en un programa propio (en Java, por ejemplo), actualice su lista de emisores de confianza. Si así no se soluciona, avísenos y revisaremos el certificado.",
            ],
            ObstacleKind::PlainPort => [
                "El cifrado elegido y el puerto no se corresponden.",
                "Por favor, elija el cifrado STARTTLS para el puerto 587 o SSL/TLS para el puerto 465.",
            ],
            ObstacleKind::NoStarttls => [
                "El cifrado elegido y el puerto no se corresponden, o un programa intermedio oculta que el servidor admite el cifrado.",
                "Por favor, elija para el correo saliente el puerto 587 con STARTTLS o el puerto 465 con SSL/TLS, y desactive, a modo de prueba, el análisis de correo del antivirus.",
            ],
            ObstacleKind::WantsEncryption => [
                "La aplicación o el sitio web intentó iniciar sesión sin cifrado, y el servidor de correo no lo permite.",
                "Por favor, active el cifrado en la configuración: STARTTLS con el puerto 587 o SSL/TLS con el puerto 465 para enviar, SSL/TLS con el puerto 993 o 995 para recibir.",
            ],
            ObstacleKind::Encryption => [
                "La aplicación o el sitio web y el servidor de correo no pudieron establecer una conexión cifrada.",
                "Por favor, actualice la aplicación o el sitio web y el dispositivo, y compruebe que el cifrado corresponde al puerto: STARTTLS para 587, SSL/TLS para 465, 993 y 995.",
            ],
            ObstacleKind::Token => [
                "La aplicación o el sitio web ya no tiene permiso para usar la cuenta, por ejemplo porque se cambió la contraseña.",
                "Por favor, vuelva a iniciar sesión en la cuenta desde la configuración de la aplicación o del sitio web y permita que envíe correo.",
            ],
            ObstacleKind::AppPassword => [
                "El proveedor de la cuenta exige una contraseña especial para las aplicaciones.",
                "Por favor, cree una contraseña de aplicación en la configuración de seguridad de la cuenta y escríbala en la aplicación o el sitio web.",
            ],
            ObstacleKind::NoCredentials => [
                "La aplicación o el sitio web no tiene nombre de usuario o contraseña para el servidor de correo.",
                "Por favor, escriba en su configuración la dirección de correo y la contraseña del buzón.",
            ],
            ObstacleKind::Method => [
                "El servidor de correo no ofrece el método de inicio de sesión que usa la aplicación o el sitio web.",
                "Por favor, elija “Contraseña normal” como método de autenticación y active el cifrado: STARTTLS con el puerto 587 o SSL/TLS con el puerto 465.",
            ],
            ObstacleKind::NeedsLogin => [
                "La aplicación o el sitio web intentó enviar correo sin iniciar sesión, pero el servidor de correo lo exige.",
                "Por favor, active en la configuración la autenticación del servidor de salida, con la dirección de correo completa y la contraseña del buzón que envía.",
            ],
            ObstacleKind::Login => [
                "El servidor de correo no aceptó el nombre de usuario o la contraseña.",
                "Por favor, vuelva a escribir la dirección de correo como nombre de usuario y la contraseña, para el correo entrante y para el saliente. Si el webmail tampoco acepta esos datos, cree una contraseña nueva.",
            ],
            ObstacleKind::MicrosoftSignIn => [
                "Microsoft no permitió que la cuenta iniciara sesión, normalmente por una regla de la organización.",
                "Por favor, inicie sesión una vez en un navegador en outlook.office.com y siga los pasos que se le indiquen. Si tampoco puede entrar ahí, consulte al administrador de su organización e indíquele el número que va después de AADSTS.",
            ],
            ObstacleKind::NameUnknown => [
                "No se encuentra el nombre del servidor de correo que figura en la configuración.",
                "Por favor, revise el nombre del servidor en la configuración. Si es correcto, compruebe que el dispositivo o el sitio web tiene acceso a internet.",
            ],
            ObstacleKind::Silent => [
                "El cifrado elegido y el puerto no se corresponden.",
                "Por favor, elija el cifrado SSL/TLS para el puerto 465 o STARTTLS para el puerto 587.",
            ],
            ObstacleKind::TurnedAway => [
                FIREWALL,
                "Por favor, revise en la configuración el nombre del servidor y el puerto: 587 o 465 para enviar, 993 o 995 para recibir.",
            ],
            ObstacleKind::NoRoute | ObstacleKind::NoAnswer | ObstacleKind::NoConnection => [FIREWALL, CHECK],
            ObstacleKind::Offline => [
                "El dispositivo o la aplicación no tiene conexión a internet.",
                "Por favor, revise la conexión a internet del dispositivo y compruebe que la aplicación no esté en modo sin conexión.",
            ],
            ObstacleKind::HungUp => [
                "Se cortó la conexión entre la aplicación o el sitio web y el servidor de correo.",
                "Por favor, compruebe que el cifrado corresponde al puerto (587: STARTTLS; 465, 993 y 995: SSL/TLS) y pruebe sin VPN y con el análisis de correo del antivirus desactivado.",
            ],
            ObstacleKind::NoMailer => [
                "El sitio web no pudo pasar su mensaje al sistema de correo de su propio servidor. La dirección del destinatario no es la causa.",
                "Por favor, configure el sitio web para que envíe el correo a través de un buzón de su dominio, con inicio de sesión. Podemos darle los datos.",
            ],
            ObstacleKind::LocalMailer => [
                "El sitio web o el script no pudo pasar su mensaje al sistema de correo de su propio servidor.",
                "Por favor, díganos qué página o formulario fue y cuándo, y lo buscaremos en el registro del servidor.",
            ],
            ObstacleKind::TooLarge => [
                "El mensaje con sus archivos adjuntos es demasiado grande.",
                "Por favor, envíe en su lugar un enlace al archivo o varios mensajes más pequeños.",
            ],
            ObstacleKind::MailboxFull => [
                "El buzón está lleno, así que no se pueden guardar mensajes en él.",
                "Por favor, elimine mensajes grandes o antiguos, sobre todo de la carpeta de enviados y de la papelera, y vacíe la papelera. Si necesita más espacio, avísenos.",
            ],
            ObstacleKind::Sender => [
                "Este buzón no puede enviar con la dirección del campo “De”, o esa dirección no es válida.",
                "Por favor, use como remitente la dirección del buzón. En el formulario de un sitio web, la dirección del visitante va en el campo “Responder a”.",
            ],
            ObstacleKind::Recipient => [
                "La dirección del destinatario falta o no es correcta, o el servidor de correo no la aceptó.",
                "Por favor, revise la dirección del destinatario y compruebe que la aplicación o el sitio web inicia sesión en el servidor de salida.",
            ],
            ObstacleKind::Attachment => [
                "No se pudo leer el archivo que se iba a adjuntar. El servidor de correo no tiene que ver con esto.",
                "Por favor, vuelva a adjuntar el archivo. En un sitio web, compruebe que el archivo sigue en su lugar.",
            ],
            ObstacleKind::ApiKey => [
                "El servicio por el que el sitio web envía el correo no aceptó su clave o su remitente.",
                "Por favor, ponga una clave nueva de ese servicio en la configuración del sitio web y compruebe en el servicio que su dominio está verificado.",
            ],
            ObstacleKind::Character => [
                "El programa no puede enviar un carácter del nombre de usuario, de la contraseña o de una dirección; suele ser un espacio que se copió con el texto.",
                "Por favor, escriba de nuevo el nombre de usuario y la contraseña en lugar de pegarlos, y use solo letras sencillas en las direcciones.",
            ],
            ObstacleKind::Program => [
                "Al sitio web le falta un componente que necesita para enviar correo.",
                "Por favor, pida a quien se encarga del sitio web que lo instale o lo actualice. Nosotros podemos revisar la configuración del servidor.",
            ],
            ObstacleKind::Settings => [
                "La configuración de correo de la aplicación o del sitio web está incompleta o no es correcta.",
                "Por favor, repase su configuración de correo. Podemos darle los valores correctos para su buzón.",
            ],
            ObstacleKind::Busy => [
                "Demasiadas aplicaciones o dispositivos usan este buzón a la vez desde el mismo lugar.",
                "Por favor, cierre en todos los dispositivos las aplicaciones de correo que no necesite en este momento e inténtelo de nuevo dentro de unos minutos.",
            ],
            ObstacleKind::InUse => [
                "Otra aplicación u otro dispositivo tiene abierto este buzón, y un buzón configurado como POP3 solo puede estar abierto en un lugar a la vez.",
                "Cierre la otra aplicación o haga que consulte el correo con menos frecuencia. Si usa el buzón en varios dispositivos, configúrelos con IMAP.",
            ],
            ObstacleKind::Unchecked => [
                "Nuestro servidor no pudo abrir su buzón en ese momento. El nombre de usuario y la contraseña no son la causa.",
                "Deje la configuración como está. Lo estamos revisando en nuestro servidor.",
            ],
            ObstacleKind::ManyRecipients => [
                "El mensaje tiene más destinatarios de los que el servidor de correo acepta a la vez.",
                "Por favor, envíelo a menos destinatarios a la vez o utilice una lista de correo.",
            ],
            ObstacleKind::PortsBlocked => [
                "El sitio web no puede llegar a ningún servidor de correo: la empresa que lo aloja probablemente bloquea el correo saliente.",
                "Por favor, pida a esa empresa que abra los puertos 587 y 465 para las conexiones salientes, o pregúntele qué servidor de correo deben usar sus sitios web.",
            ],
            ObstacleKind::Expired => self.cause(Cause::Expired),
            ObstacleKind::Limit => [
                "Se ha alcanzado el límite de mensajes, destinatarios o intentos en un tiempo determinado.",
                "Por favor, espere una hora y envíe a menos destinatarios a la vez. Si usted no envió tantos mensajes, cree enseguida una contraseña nueva y avísenos.",
            ],
            ObstacleKind::Store => [
                "Los archivos en los que la aplicación de correo guarda sus mensajes están dañados o llenos. Los mensajes que tiene en el servidor no están afectados.",
                "Por favor, compruebe en el webmail que sus mensajes están ahí y después configure la cuenta en un perfil nuevo de la aplicación. Podemos ayudarle a hacerlo.",
            ],
            ObstacleKind::StoreFull => [
                "El archivo de datos de la aplicación de correo en el ordenador está lleno. Su buzón en el servidor no es la causa.",
                "Por favor, archive o elimine en la aplicación los mensajes grandes y antiguos, vacíe la papelera y compacte después el archivo de datos en la configuración de la cuenta. Podemos ayudarle a hacerlo.",
            ],
            ObstacleKind::Inspected => [
                "Un antivirus del dispositivo abre la conexión cifrada y muestra su propio certificado de seguridad. El del servidor de correo no es la causa.",
                "Por favor, desactive el análisis del correo cifrado en los ajustes del antivirus.",
            ],
            ObstacleKind::Unsent => [
                "La aplicación o el sitio web indica que el mensaje no se envió, pero no por qué.",
                "Por favor, envíenos el texto completo del error, con la hora, el remitente y el destinatario.",
            ],
            ObstacleKind::Unread => [
                "La aplicación o el webmail no pudo hacer lo que usted pidió y no indica por qué.",
                "Por favor, díganos qué aplicación o sitio web muestra esto y cuándo, para que podamos seguir investigando.",
            ],
        }
    }

    fn effect(&self, effect: Effect) -> &'static str {
        match effect {
            Effect::Unsigned => {
                "Es posible que a los mensajes enviados mientras tanto les falte la firma digital que muestra de dónde vienen, así que algunos destinatarios pueden encontrarlos en la carpeta de spam."
            }
            Effect::Unchecked => {
                "Es posible que los mensajes entrantes lleguen con retraso o no se comprueben del todo."
            }
            Effect::Unscanned => {
                "Es posible que los mensajes lleguen con retraso o se entreguen sin la revisión habitual."
            }
            Effect::SignIn => "Es posible que el inicio de sesión no funcione en este momento.",
            Effect::Reading => {
                "Es posible que en este momento las aplicaciones de correo no puedan conectarse o mostrar el buzón."
            }
            Effect::Incoming => "Es posible que los mensajes nuevos lleguen con retraso.",
            Effect::Door => {
                "Es posible que en este momento no funcione el envío a través de nuestro servidor o la recepción de correo."
            }
            Effect::Outgoing => "Es posible que los mensajes que envíe lleguen con retraso.",
            Effect::Warnings => {
                "Es posible que las aplicaciones de correo muestren una advertencia o no puedan conectarse."
            }
            Effect::Webmail => {
                "Es posible que el webmail muestre un error en este momento. Las aplicaciones de correo no están afectadas."
            }
            Effect::Nothing => "Esto no afecta al envío, la recepción ni la lectura de correo.",
            Effect::Unclear => {
                "Es posible que en este momento no funcione bien el envío, la recepción o la lectura de correo."
            }
        }
    }

    fn elsewhere(&self, of: Elsewhere, provider: &str) -> [String; 2] {
        match of {
            Elsewhere::AppPassword => [
                format!(
                    "{provider} no aceptó el nombre de usuario o la contraseña. Las aplicaciones y los sitios web suelen necesitar allí una contraseña de aplicación, no la contraseña normal de la cuenta."
                ),
                format!(
                    "Por favor, cree una contraseña de aplicación en la configuración de seguridad de la cuenta de {provider} e introdúzcala en la aplicación o el sitio web. Una contraseña normal nueva no servirá."
                ),
            ],
            Elsewhere::SignInOff => [
                format!(
                    "{provider} no permite que esta cuenta inicie sesión con nombre de usuario y contraseña para enviar correo, sea cual sea la contraseña."
                ),
                format!(
                    "Por favor, pida al administrador de {provider} de su organización que permita enviar con nombre de usuario y contraseña desde este buzón, o pídanos otra forma de enviar. Una contraseña nueva no servirá."
                ),
            ],
            Elsewhere::Paused => [
                format!(
                    "{provider} ha suspendido el inicio de sesión en esta cuenta porque hubo demasiados intentos en poco tiempo. Es muy posible que la contraseña sea correcta."
                ),
                "Por favor, cierre las aplicaciones y los programas que todavía usan una contraseña antigua y espere unas horas. Después inicie sesión una vez; cada nuevo intento alarga la espera.".into(),
            ],
            Elsewhere::Unverified => [
                format!(
                    "{provider} solo envía correo con direcciones y dominios confirmados, y en este mensaje hay uno que aún no lo está."
                ),
                format!(
                    "Por favor, haga confirmar el dominio o la dirección del remitente en la cuenta de {provider}. Si la cuenta es nueva, también hay que confirmar a los destinatarios, hasta que {provider} levante ese límite."
                ),
            ],
            Elsewhere::SendAs => [
                format!(
                    "{provider} no permite que la cuenta con la que se inició sesión envíe correo desde esta dirección de remitente."
                ),
                format!(
                    "Por favor, envíe desde la dirección de esa cuenta, o pida al administrador de {provider} de su organización que permita la otra."
                ),
            ],
        }
    }

    fn note(&self, note: Note) -> &'static str {
        match note {
            Note::ProgramFailed => {
                "El programa de nuestro servidor que recibe el correo de esta dirección no pudo hacer su trabajo."
            }
            Note::KeptByFilter => {
                "Nuestro filtro retiene el mensaje porque parece spam o algo dañino. El mensaje no se ha perdido."
            }
            Note::StoppedThere => {
                "Un filtro del servidor que envió el aviso detuvo el mensaje, así que nunca llegó al servidor de correo del destinatario. Estos filtros se equivocan a veces."
            }
            Note::WrongClock => {
                "El reloj del dispositivo que envió el mensaje está mal, así que el mensaje lleva una fecha equivocada. En una lista ordenada por esa fecha, no aparece en su lugar."
            }
            Note::AccountSpent => {
                "La cuenta de hosting a la que pertenece el buzón ha agotado su espacio, aunque el propio buzón no esté lleno."
            }
            Note::StaleQuota => {
                "El registro de nuestro servidor sobre lo lleno que está el buzón estaba desactualizado. Puede que contenga mucho menos."
            }
            Note::Overwritten => {
                "Un cortafuegos delante de nuestro servidor de correo cambia lo que dice el servidor, así que el cifrado y el inicio de sesión no funcionan."
            }
            Note::CatchAll => {
                "No hay ningún buzón con esta dirección, así que el mensaje llegó al buzón que recibe todo el correo para direcciones desconocidas de este dominio."
            }
            Note::ServiceUnconfirmed => {
                "Una parte de los mensajes en nombre de este dominio viene de un servicio que no está configurado para ello, o es falsa. Esos mensajes suelen acabar en la carpeta de spam o son rechazados."
            }
            Note::PlantedScript => {
                "Un programa ajeno colocado en el sitio web envía spam. La contraseña del buzón no es la causa."
            }
            Note::NotFoundHere => "Nuestro servidor buscó esta dirección entre las suyas y no la encontró.",
            Note::OldEntry => {
                "El mensaje se envió a una antigua dirección interna que ya no existe. Las aplicaciones de correo guardan esas direcciones en sus sugerencias."
            }
            Note::Beside => {
                "Nuestro servidor informó en ese momento de un pequeño problema interno. La contraseña y la configuración son correctas."
            }
            Note::ChangedAfterSigning => {
                "Es probable que el mensaje se modificara después de firmarse, por ejemplo con un pie de página. Aun así, la comprobación de su origen salió bien."
            }
            Note::TheirCertificate => {
                "El certificado de seguridad del otro servidor ha caducado. Solo quien administra ese servidor puede renovarlo."
            }
            Note::AsksToSignIn => {
                "Nuestro servidor pidió a otro servidor de correo que iniciara sesión, y los servidores no pueden hacerlo. Se debe a un ajuste de nuestro servidor."
            }
            Note::WeAreListed => {
                "La dirección de internet de nuestro servidor de correo está en una lista de bloqueo, así que de momento otros servidores pueden rechazar nuestro correo."
            }
            Note::ClientsHidden => {
                "Nuestro servidor no puede ver de qué servidor vino realmente el mensaje, así que su comprobación del remitente no pudo funcionar."
            }
            Note::TakesTurns => {
                "El proveedor del remitente envía por turnos desde varios servidores, y el nuestro hace esperar a cada uno que aún no conoce, como protección contra el spam."
            }
            Note::LookupDoubtful => {
                "En ese momento, nuestro servidor no pudo averiguar de qué dominio y de qué servidor venía el mensaje. La causa puede estar en los registros del remitente o en nuestra propia consulta, que estamos revisando."
            }
            Note::OriginUnreadable => {
                "Los registros del dominio del remitente indican qué servidores pueden enviar su correo. Esa lista contiene un error, por lo que los servidores de correo no pueden comprobar de dónde viene el mensaje."
            }
            Note::RecordIncomplete => {
                "Los registros del dominio del destinatario indican un servidor de correo que no se encuentra. Solo puede corregirlo quien administra ese dominio."
            }
            Note::AddressIncomplete => {
                "La dirección está incompleta: a la parte que sigue a la arroba le falta la terminación, por ejemplo, «.com»."
            }
            Note::Diverted => {
                "Por el camino, la conexión se desvió a otro servidor de correo, que no conoce esta contraseña. Es posible que la contraseña en sí sea correcta."
            }
            Note::OurLookup => {
                "Nuestro servidor no puede averiguar en este momento las direcciones de otros servidores de correo. La causa está de nuestro lado."
            }
            Note::OldEncryption => {
                "La aplicación o el dispositivo solo ofrece versiones antiguas de cifrado, que nuestro servidor ya no acepta."
            }
            Note::TakesNoCalls => {
                "Nuestro servidor de correo no puede recibir correo de fuera en este momento."
            }
            Note::RenewalFailed => {
                "No se pudo renovar el certificado de seguridad de nuestro servidor de correo. Si no se consigue antes de que caduque, las aplicaciones de correo mostrarán una advertencia."
            }
            Note::CertificateUnfit => {
                "El certificado de seguridad del servidor de correo del destinatario no es el que ha publicado su proveedor, así que nuestro servidor no envía el mensaje allí. Solo el proveedor del destinatario puede corregirlo."
            }
            Note::CertificateUnproven => {
                "Nuestro servidor de correo no pudo comprobar el certificado de seguridad del servidor del destinatario, así que no envía el mensaje allí."
            }
            Note::OnlyCopy => {
                "Nadie escribió a esta dirección: nuestro servidor envía allí una copia de cada mensaje. El mensaje en sí no está afectado."
            }
            Note::SearchFails => {
                "En este momento, la búsqueda en el buzón puede fallar o ir lenta. Los correos llegan y se abren como siempre; la contraseña y la configuración están bien."
            }
            Note::ShowsLate => {
                "Las aplicaciones de correo pueden mostrar los mensajes nuevos con unos minutos de retraso, porque en este momento nuestro servidor no puede vigilar la llegada de mensajes. No se pierde ningún mensaje; la contraseña y la configuración están bien."
            }
            Note::PerhapsThere => {
                "Nuestro servidor de correo envió el mensaje completo, pero el del destinatario no lo confirmó a tiempo. Es posible que el destinatario ya lo tenga, quizá varias veces."
            }
            Note::NotTriedNow => {
                "En ese momento no se hizo ningún intento, porque uno anterior había fallado y aún no tocaba el siguiente."
            }
            Note::Remembered => {
                "Nuestro servidor de correo aún tenía registrado que el del destinatario llevaba días sin responder, así que desistió sin volver a intentarlo."
            }
            Note::WholeUsername => {
                "Al nombre de usuario le faltaba el dominio: tiene que ser la dirección de correo completa."
            }
            Note::OverIpv6 => {
                "El programa llamó al servidor de correo por IPv6 y no recibió respuesta a tiempo."
            }
            Note::RulesOff => {
                "Hasta que se corrija, las reglas no se ejecutan y los mensajes nuevos llegan a la bandeja de entrada."
            }
            Note::OldSettings => {
                "La aplicación o el sitio web sigue usando una configuración de correo anterior a la introducida, normalmente por su caché."
            }
            Note::OpenFolder => {
                "En nuestro servidor, otros tienen permiso para cambiar la carpeta de este buzón, así que por seguridad no se entrega nada allí hasta que se corrija."
            }
            Note::ListAddress => {
                "La lista de correo no acepta el mensaje porque su dirección no está en «Para» ni en «Cc». Póngala ahí y no en «Cco»."
            }
            Note::ListSubject => {
                "La lista de correo no acepta el mensaje porque no tiene asunto. Escriba uno."
            }
            Note::ListFormat => {
                "La lista de correo no acepta una parte del mensaje: su formato o un adjunto. Envíelo como texto sin formato y sin adjuntos."
            }
            Note::SearchIndex => {
                "No se pudo actualizar el índice de búsqueda del buzón. El correo llega y se abre como siempre, pero una búsqueda puede pasar por alto algunos mensajes."
            }
            Note::Quarantined => {
                "El filtro del destinatario retiene el mensaje en cuarentena, así que el destinatario no lo ve ni en la bandeja de entrada ni en la carpeta de correo no deseado."
            }
            Note::ReachesNone => {
                "En este momento, nuestro servidor no puede conectarse con otros servidores de correo. La causa está de nuestro lado."
            }
            Note::LookupOurs => {
                "En este momento, nuestro servidor no puede averiguar dónde entregar el correo para otros dominios. La causa está de nuestro lado."
            }
            Note::LookupFailed => {
                "Nuestro servidor no pudo averiguar dónde entregar el correo del dominio del destinatario. El fallo puede estar en los registros de ese dominio o en nuestra consulta."
            }
            Note::TooManyFailed => {
                "Demasiados mensajes que envió su dominio en la última hora no se pudieron entregar, así que nuestro servidor descartó este."
            }
            Note::ContentRule => {
                "Una regla de contenido de nuestro servidor de correo rechazó algo del mensaje, por ejemplo el asunto."
            }
            Note::CheckUnanswered => {
                "Antes de aceptar un mensaje, nuestro servidor comprueba que exista una dirección que figura en él. El servidor de correo de esa dirección no dio una respuesta clara."
            }
            Note::ListMisread => {
                "Una lista de bloqueo que consulta nuestro servidor se negó a responder, y nuestro servidor lo interpretó como si el remitente figurara en ella. Ni el remitente ni el mensaje son la causa."
            }
            Note::HomeLine => {
                "El envío venía directamente de una línea doméstica, de oficina o móvil. Desde allí, los servidores de correo solo aceptan mensajes si se inicia sesión, por los puertos previstos para las aplicaciones de correo (587 o 465)."
            }
            Note::HeloRule => {
                "Una regla de nuestro servidor no acepta el nombre con el que se presentó el dispositivo o servidor que envía."
            }
            Note::SenderUnverified => {
                "Nuestro servidor comprueba si la dirección del remitente puede recibir correo, y esa comprobación ha fallado. A menudo, la dirección no existe o su dominio no está bien configurado."
            }
            Note::SenderDomainHere => {
                "Nuestro servidor no encontró en internet el dominio de la dirección del remitente."
            }
            Note::DomainUnknown => {
                "Nuestro servidor no está configurado para recibir correo del dominio de la dirección del destinatario."
            }
            Note::ChainIncomplete => {
                "El servidor de correo no envía todos sus certificados de seguridad, por lo que algunas aplicaciones y servidores no confían en él y muestran una advertencia."
            }
            Note::CertificateOld => {
                "El certificado de seguridad del servidor de correo ha caducado, por lo que las aplicaciones muestran una advertencia o no se conectan."
            }
            Note::CertificateOther => {
                "El certificado de seguridad del servidor de correo es para un nombre distinto del que se usó para la conexión."
            }
            Note::CertificateUntrusted => {
                "El certificado de seguridad del servidor de correo no es de una entidad en la que confíen las aplicaciones, por lo que muestran una advertencia o no se conectan."
            }
            Note::MarkedOnArrival => "Por el camino, un filtro de spam marcó el mensaje como posible spam.",
            Note::NameMisused => {
                "Probablemente otra persona envía mensajes con esta dirección como remitente, y otros servidores los devuelven aquí. Para eso no hace falta acceso al buzón: nada indica que se haya usado para ello."
            }
            Note::BrokenByForward => {
                "El mensaje es probablemente auténtico, pero fue reenviado, y el reenvío lo modificó o conservó la antigua dirección de remitente. Por eso, el siguiente servidor de correo no pudo confirmar su origen."
            }
            Note::RecordsUnproven => {
                "Las firmas de los registros del dominio del destinatario no son válidas, por lo que nuestro servidor no puede fiarse de ellos. Solo quien administra ese dominio puede corregirlo."
            }
            Note::OriginDoubted => {
                "Falló la comprobación de que el mensaje viene realmente del dominio de su remitente. Puede que sea falso o que haya pasado por un reenvío o una lista de correo."
            }
            Note::SignatureBroken => {
                "El mensaje lleva una firma digital que muestra de dónde viene, y esa firma no se pudo confirmar."
            }
            Note::Waited => {
                "El mensaje quedó retenido por el camino antes de que lo aceptara el siguiente servidor de correo."
            }
            Note::PassedUnchecked => {
                "El mensaje pasó sin la revisión habitual de virus. Por favor, abra los archivos adjuntos solo si los esperaba."
            }
            Note::CauseOurs => "La causa está de nuestro lado.",
            Note::CauseTheirs => "La causa está en el otro servidor de correo.",
            Note::CauseYours => "La causa está en la configuración con la que se intentó.",
            Note::CauseSender => "La causa está en el lado del remitente.",
            Note::StolenPassword => {
                "Probablemente otra persona conoce la contraseña y usa el buzón para enviar spam."
            }
            Note::TheyDoNotSay => "El servidor de correo del destinatario no indica el motivo.",
            Note::LogDoesNotSay => "Todavía no sabemos el motivo.",
            Note::ReplyDoesNotSay => "La respuesta no da ningún motivo.",
            Note::TimeIsUp => {
                "Un servidor de correo conserva un mensaje solo durante cierto tiempo, y en ese plazo ningún intento funcionó."
            }
            Note::TheirsNow => {
                "A partir de ahí, el mensaje está en manos de ese servidor. Aun así, puede acabar en la carpeta de spam del destinatario."
            }
            Note::GreylistedFirst => {
                "Antes, ese servidor había hecho esperar el mensaje: muchos servidores lo hacen durante unos minutos cuando todavía no conocen al remitente."
            }
            Note::DeferredFirst => {
                "El primer intento no funcionó y nuestro servidor lo repitió. Por eso el envío tardó más."
            }
            Note::HeldFirst => {
                "Nuestro servidor pidió primero al servidor del remitente que lo intentara más tarde, como suelen hacer los servidores de correo con remitentes que aún no conocen. Por eso el mensaje tardó más."
            }
            Note::FullOrAccount => {
                "El buzón está lleno, o la cuenta de hosting a la que pertenece ha agotado su espacio."
            }
            Note::NobodyGetsIt => "Nadie recibirá este mensaje.",
            Note::OnlyAsked => "Fue solo una consulta al otro servidor.",
            Note::PerhapsStored => "Aún no podemos decir si el mensaje se guardó.",
            Note::TravelsOn => "A partir de ahí, sigue su camino como un mensaje independiente.",
            Note::InOurSystem => "Sigue en camino dentro de nuestro sistema, o ya se procesó allí.",
            Note::OursNotYours => {
                "La causa está en nuestro servidor. Su contraseña y su configuración están bien."
            }
            Note::NameOrPassword => "Nuestro servidor no aceptó el nombre de usuario o la contraseña.",
            Note::SomethingWrong => "Algo falló durante la conexión.",
            Note::MarkLosesNothing => {
                "Solo por eso no se pierde un mensaje: un mensaje marcado suele ir a la carpeta de spam o correo no deseado. Estos filtros funcionan automáticamente y a veces se equivocan."
            }
            Note::PartDown => "Una parte de nuestro servidor de correo no funciona bien.",
            Note::DownOrBlocked => {
                "Puede que el servidor de correo no esté en marcha, o que un firewall o un proveedor de internet bloquee la conexión."
            }
        }
    }

    fn todo(&self, todo: Todo) -> &'static str {
        match todo {
            Todo::TheyDecide => {
                "Estamos pidiendo al proveedor del destinatario que vuelva a aceptar nuestro servidor. Nuestro servidor sigue intentándolo; si al final el mensaje no se puede entregar, el remitente recibirá un aviso."
            }
            Todo::OtherPort => {
                "Por favor, configure el servidor de salida de su aplicación de correo o dispositivo con el puerto 587 o 465 y active la autenticación con su dirección de correo completa y su contraseña."
            }
            Todo::SlowerThere => {
                "Estamos comprobando qué envía nuestro servidor a este proveedor; detendremos lo que no es deseado y enviaremos el resto más despacio. Nuestro servidor sigue intentándolo; si al final un mensaje no se puede entregar, su remitente recibirá un aviso. Si envía boletines, hágalo en grupos pequeños y solo a quienes los hayan solicitado."
            }
            Todo::CheckTogether => {
                "Por favor, póngase en contacto con el destinatario por otra vía, por ejemplo por teléfono, y compruebe con él la dirección. Si es correcta, avísenos y comprobaremos la conexión por nuestra parte."
            }
            Todo::AfterTheHour => {
                "Nuestro servidor no lo intentará de nuevo: vuelva a enviar el mensaje cuando haya pasado la hora y envíe menos mensajes a la vez. Para boletines, utilice un servicio pensado para ello."
            }
            Todo::AskIfThere => {
                "No vuelva a enviar el mensaje; pregunte antes al destinatario si ya le ha llegado."
            }
            Todo::OneAddress => {
                "Corrija la dirección: una sola @, seguida del dominio, sin espacios ni punto y coma. Si hay varios destinatarios, introdúzcalos por separado. Después, vuelva a enviar el mensaje."
            }
            Todo::DeleteCopies => {
                "Una aplicación o un dispositivo nuevo lo hace una vez. Si una aplicación que ya usaba muestra ahora mensajes duplicados, puede borrar allí las copias; no se ha perdido nada. Si vuelve a ocurrir, avísenos."
            }
            Todo::WholeUsername => {
                "Introduzca la dirección de correo completa como nombre de usuario en la aplicación de correo."
            }
            Todo::OverIpv4 => {
                "Haga que el programa se conecte por IPv4, o pida que revisen la conexión IPv6 de su equipo. Si sigue sin recibir respuesta, pida a quien administre la red que abra el puerto."
            }
            Todo::Delist => {
                "Estamos gestionando que retiren nuestro servidor de esa lista. Espere nuestra respuesta antes de volver a enviar el mensaje."
            }
            Todo::CorrectRules => {
                "Corrija las reglas y vuelva a guardarlas. Si no sabe cómo, avísenos y le ayudaremos."
            }
            Todo::ClearCache => {
                "Vacíe su caché o reiníciela para que vuelva a leer la configuración. Si no se encarga usted, pídaselo a quien lo haga."
            }
            Todo::KeepTheCopy => {
                "Los mensajes deberían estar ahora en el dispositivo con esa aplicación. No elimine allí ni la cuenta ni los mensajes: puede ser la única copia. Para usar el buzón en varios dispositivos, configúrelo con IMAP o elija en esa aplicación que se deje una copia en el servidor. Podemos ayudarle a devolver los mensajes al servidor."
            }
            Todo::HostName => {
                "Por favor, escriba como nombre de host en la configuración del dispositivo o programa un nombre completo con puntos, por ejemplo escaner.empresa.es. Si no existe ese ajuste, avísenos y buscaremos otra solución."
            }
            Todo::AllGoOutLater => {
                "Los mensajes no se han perdido: nuestro servidor lo seguirá intentando durante unos días. Si alguno no se puede entregar en ese plazo, su remitente recibirá un aviso. No tiene que hacer nada."
            }
            Todo::UpdateDevice => {
                "Por favor, actualice la aplicación o el software del dispositivo. Si no hay ninguna actualización, avísenos y buscaremos otra solución."
            }
            Todo::PortOrDelist => {
                "Si era su aplicación de correo o su dispositivo, ponga allí el servidor de salida en el puerto 587 o 465 y active la autenticación. Si era otro servidor de correo, su proveedor debe hacer que lo quiten de la lista de bloqueo."
            }
            Todo::LiftBlock => {
                "Si es su conexión a internet, busque allí un teléfono, un ordenador o un escáner con una contraseña de correo antigua y corríjala. Después avísenos y quitaremos el bloqueo."
            }
            Todo::OursAddress => {
                "Le diremos qué averiguamos sobre esta dirección. Si está mal escrita, el remitente debe corregirla y volver a enviar el mensaje."
            }
            Todo::CleanList => {
                "Por favor, quite las direcciones incorrectas de su lista y vuelva a enviar el mensaje después de una hora."
            }
            Todo::OursSenderAgain => {
                "Le avisaremos cuando esto vuelva a funcionar. Después, pida al remitente que vuelva a enviar el mensaje."
            }
            Todo::NotExpected => {
                "Si no esperaba el mensaje, no lo responda ni abra sus enlaces o archivos adjuntos."
            }
            Todo::OnceItRuns => {
                "No se ha perdido nada: nuestro servidor seguirá con las entregas en cuanto esto esté arreglado. No tiene que hacer nada."
            }
            Todo::LetThrough => {
                "Vamos a dejar pasar estos servidores sin esa espera. Si mañana el mensaje no ha llegado, avísenos."
            }
            Todo::OursTheyRetry => {
                "No tiene que hacer nada: los servidores de correo vuelven a intentarlo automáticamente, así que el mensaje todavía puede llegar."
            }
            Todo::OursToo => "Nosotros también lo comprobamos por nuestra parte.",
            Todo::DomainNotSetUp => {
                "Si quiere recibir correo en esta dirección, avísenos y configuraremos su dominio en nuestro servidor."
            }
            Todo::SetClock => {
                "Hay que ajustar la fecha, la hora y la zona horaria de ese dispositivo. Para encontrar el mensaje, busque a su remitente u ordene la lista por fecha de llegada."
            }
            Todo::LookInCatchAll => {
                "Por favor, búsquelo allí. Si esta dirección debe tener un buzón o un alias propio, díganoslo y lo configuraremos."
            }
            Todo::SetUpService => {
                "Si un servicio envía correo por usted, como boletines o una tienda, active en sus ajustes la firma para su dominio e introduzca los registros que indique. Podemos ayudarle a hacerlo."
            }
            Todo::CleanWebsite => {
                "Detendremos el correo del sitio hasta que esté limpio. Por favor, haga que se elimine el programa, se actualicen el sitio y sus complementos y se cambien sus contraseñas."
            }
            Todo::ChangeStolen => {
                "Por favor, establezca de inmediato una contraseña nueva, en un dispositivo de confianza, e introdúzcala después en todos los dispositivos. Avísenos cuando lo haya hecho; nosotros detendremos los mensajes que aún esperan."
            }
            Todo::AskCause => "Responda a este mensaje y le diremos qué hay que cambiar.",
            Todo::Nothing => "No tiene que hacer nada.",
            Todo::NothingYet => "Por ahora no tiene que hacer nada.",
            Todo::Ours => {
                "No tiene que cambiar nada en su configuración. Le avisaremos cuando esté resuelto."
            }
            Todo::TellWhat => "Si algo sigue sin funcionar, díganos qué y cuándo.",
            Todo::GoesOutLater => WAITS,
            Todo::WaitForUs => LOST,
            Todo::Retried => {
                "De momento no tiene que hacer nada. Si al final el mensaje no se puede entregar, el remitente recibirá un aviso."
            }
            Todo::NoResend => "No tiene que volver a enviar el mensaje.",
            Todo::NoticeInTheEnd => {
                "Si al final el mensaje no se puede entregar, el remitente recibirá un aviso."
            }
            Todo::SendLater => {
                "Por favor, vuelva a enviar el mensaje dentro de un rato. Si entonces tampoco funciona, avísenos."
            }
            Todo::SendAgain => "Después, vuelva a enviar el mensaje.",
            Todo::OtherWay => {
                "Por favor, póngase en contacto con el destinatario por otra vía, por ejemplo por teléfono. Solo el destinatario o su proveedor de correo pueden solucionarlo."
            }
            Todo::IfUrgent => {
                "Por ahora no tiene que hacer nada. Si es urgente, póngase en contacto con el destinatario por otra vía."
            }
            Todo::Meanwhile => {
                "Por favor, póngase en contacto con el destinatario por otra vía mientras averiguamos más."
            }
            Todo::CheckAddress => {
                "Por favor, confirme la dirección con el destinatario, por ejemplo por teléfono. Si su aplicación de correo completa la dirección automáticamente, elimine antes esa entrada."
            }
            Todo::CheckDomain => {
                "Por favor, revise la parte de la dirección que va después de la arroba. Si es correcta, avise al destinatario por otra vía, por ejemplo por teléfono, de que su dominio no puede recibir correo en este momento."
            }
            Todo::NewAddress => "Por favor, pida al destinatario su dirección nueva y escríbale a esa.",
            Todo::OtherAddress => "Por favor, use otra dirección del destinatario.",
            Todo::TellFull => {
                "Por favor, avise al destinatario por otra vía, por ejemplo por teléfono, de que su buzón está lleno."
            }
            Todo::OnceThereIsRoom => "Cuando haya espacio, vuelva a enviar el mensaje.",
            Todo::AskToAllow => {
                "Por favor, póngase en contacto con el destinatario por otra vía y pídale que permita el correo que usted le envía."
            }
            Todo::CheckSender => {
                "Por favor, compruebe en la configuración de su aplicación de correo que la dirección del remitente es la suya y está bien escrita."
            }
            Todo::SameAddress => {
                "Por favor, ponga como remitente, en la configuración de su aplicación de correo o de su sitio web, una dirección que exista, e inicie sesión con esa misma dirección."
            }
            Todo::OwnSender => {
                "Por favor, envíe desde la dirección de la cuenta con la que inicia sesión, o pídanos que permitamos la otra."
            }
            Todo::Unblock => {
                "Estamos pidiendo al proveedor del destinatario que vuelva a aceptar nuestro servidor. Por favor, espere noticias nuestras antes de volver a enviar el mensaje."
            }
            Todo::Newsletters => "Si envía boletines, escriba solo a quienes los hayan solicitado.",
            Todo::SenderSignsIn => {
                "Solo puede cambiarlo quien lo envió: el servidor de salida de la aplicación de correo o del dispositivo debe usar el puerto 587 o 465, con la autenticación activada. Si conoce al remitente, hágaselo saber, por favor."
            }
            Todo::ConfirmFile => {
                "Si espera este archivo, pregunte al remitente, por ejemplo por teléfono, si de verdad es suyo. Si lo es, avísenos y lo liberaremos."
            }
            Todo::NoticesEnd => {
                "Puede borrar estos avisos; suelen cesar al cabo de unos días. Una contraseña nueva no los detiene."
            }
            Todo::Release => "Si espera este mensaje, avísenos y lo liberaremos.",
            Todo::AskTheirs => {
                "Por favor, pida al proveedor de ese servidor que renueve el certificado. Hasta entonces no se puede recoger correo de allí."
            }
            Todo::OurRoute => {
                "Si el mensaje no pasó por nuestro servidor, envíelo a través del servidor de salida que le dimos."
            }
            Todo::DomainRecords => {
                "Si usted u otra persona administra los registros del dominio, podemos decirle cuáles hay que poner."
            }
            Todo::DelistDomain => {
                "Por favor, haga revisar su sitio web y sus buzones por si alguien los usa indebidamente, y después pida a los responsables de la lista que retiren el dominio. Podemos ayudarle con eso."
            }
            Todo::NotYou => "Si usted no envió este mensaje, cambie su contraseña y avísenos.",
            Todo::ScanDevice => {
                "Por favor, pase un antivirus en su dispositivo y no vuelva a enviar este archivo."
            }
            Todo::ShareFile => "Por favor, comparta el archivo de otra forma, por ejemplo con un enlace.",
            Todo::ShareOrSplit => {
                "Por favor, comparta los archivos con un enlace o repártalos en varios mensajes."
            }
            Todo::ShareOrOtherApp => {
                "Por favor, comparta el archivo con un enlace o envíe el mensaje desde otra aplicación de correo."
            }
            Todo::UpdateProgram => {
                "Por favor, actualice la aplicación de correo o el complemento del sitio web que envió el mensaje. Si ya está al día, díganos cuál es y seguiremos investigando."
            }
            Todo::CheckProgram => {
                "Por favor, revise la configuración del programa que lo envió y actualícelo si es antiguo."
            }
            Todo::Authenticate => {
                "Por favor, active en su aplicación de correo o dispositivo (un escáner o una impresora, por ejemplo) la autenticación del servidor de salida, con su dirección de correo completa, su contraseña y el puerto 587 o 465."
            }
            Todo::ProgramAuthenticates => {
                "Por favor, active en la configuración del programa o dispositivo la autenticación del servidor de salida, con su dirección de correo completa y su contraseña."
            }
            Todo::ModernSignIn => {
                "Por favor, use una aplicación o un programa que inicie sesión en la página del propio proveedor, o pídanos otra forma de enviar. Una contraseña nueva no servirá."
            }
            Todo::AskAdministrator => {
                "Por favor, establezca primero una contraseña nueva, por si otra persona usa la cuenta. Después, pida al administrador de su organización que gestione el desbloqueo."
            }
            Todo::EnterPassword => {
                "Por favor, vuelva a escribir el nombre de usuario y la contraseña en su aplicación de correo. Si así no se soluciona, cree una contraseña nueva."
            }
            Todo::Slower => {
                "Por favor, espere un rato y envíe menos mensajes a la vez. Para los boletines, use un servicio pensado para ellos."
            }
            Todo::DidNotSendMany => "Si usted no envió tantos mensajes, cambie su contraseña y avísenos.",
            Todo::FewerAtOnce => {
                "Si escribió a muchas personas a la vez, envíe a menos en cada mensaje. Si no, solo tiene que esperar."
            }
            Todo::CheckForwards => {
                "Si reenvía su correo, compruebe que ningún reenvío lleve de vuelta al punto de partida."
            }
            Todo::TellFilterBroken => {
                "Por favor, avise al destinatario por otra vía de que no funciona un filtro o una respuesta automática de su buzón. Cuando esté solucionado, vuelva a enviar el mensaje."
            }
            Todo::AllowAgain => {
                "Por favor, revise la dirección. Si es correcta, pídanos que volvamos a permitirla."
            }
            Todo::NoMoreMailings => "Por favor, no envíe más correos masivos a este destinatario.",
            Todo::WholeNotice => {
                "Por favor, envíenos completo el aviso que recibió, para que podamos seguir investigando."
            }
            Todo::SetUpMailbox => {
                "Si la dirección está mal escrita, pida al remitente que la corrija. Si es correcta, compruebe en su cuenta que el buzón o alias existe, o pídanos que lo creemos."
            }
            Todo::MakeRoom => {
                "Por favor, elimine los mensajes que ya no necesite y vacíe la papelera, o pídanos más espacio."
            }
            Todo::AskWhyDisabled => {
                "Por favor, pregúntenos por qué está desactivado y cómo volver a activarlo."
            }
            Todo::AskSenderSettings => {
                "Por favor, pida al remitente que haga revisar su configuración de correo."
            }
            Todo::SenderDelists => {
                "Por favor, diga al remitente que su proveedor de correo debe gestionar que se retire el servidor de la lista de bloqueo."
            }
            Todo::SenderName => {
                "Por favor, diga al remitente que su proveedor de correo debe asignar al servidor de envío un nombre que coincida."
            }
            Todo::SenderRecords => {
                "Si conoce al remitente, dígale que hay que completar los registros de su dominio."
            }
            Todo::SenderScans => "Si conoce al remitente, pídale que revise su dispositivo.",
            Todo::SenderShares => {
                "Por favor, pida al remitente que comparta el archivo de otra forma, por ejemplo con un enlace."
            }
            Todo::TellIfWanted => "Si desea recibir correo de este remitente, avísenos.",
            Todo::Suggest => "Por favor, avísenos y podremos sugerirle qué cambiar.",
            Todo::TellDomain => {
                "Por favor, díganos su dominio y cuándo se envió el mensaje, para que podamos comprobar cómo está configurado el dominio."
            }
            Todo::AFewHours => {
                "Por favor, espere unas horas. Si para entonces el mensaje no ha llegado, avísenos."
            }
            Todo::TellMissing => {
                "No tiene que cambiar nada en su configuración. Por favor, avísenos si faltan mensajes."
            }
            Todo::CheckOwnForwards => "Por favor, revise los reenvíos del buzón o pídanos que los revisemos.",
            Todo::TurnOffFilters => {
                "Por favor, desactive por un momento los filtros y las respuestas automáticas del buzón, o pídanos que lo revisemos."
            }
            Todo::TellUs => "Por favor, avísenos y averiguaremos el motivo.",
            Todo::TellWhoAndWhen => {
                "Si falta algún mensaje, díganos quién lo envió y cuándo, y averiguaremos el motivo."
            }
            Todo::OthersRetry => {
                "Los demás servidores vuelven a intentarlo automáticamente; en una aplicación de correo, vuelva a enviar el mensaje dentro de un rato."
            }
            Todo::IfMissingTheirs => {
                "Si no lo encuentra, pida al destinatario que mire en su carpeta de spam o correo no deseado. Si no está ahí, el proveedor de correo del destinatario puede buscarlo."
            }
            Todo::IfMissingHere => {
                "Si no lo ve, revise la carpeta de spam o correo no deseado, sus otras carpetas y las reglas de filtrado del buzón."
            }
            Todo::IfMissingRule => "Si debía llegar, avísenos y revisaremos la regla.",
            Todo::IfMissingForward => {
                "Si no llegó allí, avísenos y seguiremos el rastro del mensaje reenviado."
            }
            Todo::IfMissingTell => "Si falta, avísenos y comprobaremos qué pasó después.",
            Todo::IfMissingResend => "Si una vez corregido el problema falta el mensaje, vuelva a enviarlo.",
            Todo::IfMissingOpen => {
                "Por ahora no tiene que hacer nada. Si falta el mensaje, avísenos y comprobaremos qué pasó después."
            }
            Todo::LookInSpamFolder => {
                "Si esperaba este mensaje, búsquelo en esa carpeta y márquelo como “No es spam”."
            }
            Todo::SentItMarked => "Si lo envió usted, avísenos y podremos sugerirle qué cambiar.",
            Todo::TryAgain => "Por favor, inténtelo de nuevo. Si vuelve a ocurrir, díganos cuándo.",
            Todo::Password => SIGN_IN,
            Todo::TellIfWrong => "Si algo no funciona, díganos qué y cuándo, y lo revisaremos.",
            Todo::WhatWanted => {
                "Por favor, díganos qué quería hacer y desde dónde, para que podamos seguir investigando."
            }
            Todo::TellAll => {
                "Por favor, díganos el remitente, el destinatario y la hora, para que podamos seguir investigando."
            }
            Todo::FreeAccountSpace => {
                "Por favor, elimine los archivos o mensajes que ya no necesite; los archivos del sitio web también cuentan. Si necesita más espacio, avísenos."
            }
            Todo::NewPassword => {
                "Por favor, cree una contraseña nueva y después escríbala en todos los dispositivos."
            }
            Todo::TurnOnEncryption => {
                "Por favor, active el cifrado para el correo entrante y saliente en la configuración de la aplicación de correo. Podemos decirle qué ajustes elegir."
            }
            Todo::MatchPorts => {
                "Si se trataba de su aplicación de correo, compruebe que el cifrado corresponde al puerto: STARTTLS para 587, SSL/TLS para 465, 993 y 995."
            }
        }
    }

    fn clicks(&self, app: App, fix: Fix) -> &'static str {
        match (app, fix) {
            (App::Outlook, Fix::Password | Fix::Outgoing) => {
                "En el nuevo Outlook, abra Configuración > Cuentas > Sus cuentas > Administrar, quite la cuenta y vuelva a agregarla; en “Mostrar más” están los datos del servidor."
            }
            (App::Outlook, Fix::Autocomplete) => {
                "En el nuevo Outlook, empiece un mensaje nuevo, escriba las primeras letras de la dirección y haga clic en la X que está junto a la entrada antigua."
            }
            (App::OutlookClassic, Fix::Password | Fix::Outgoing) => {
                "En Outlook, abra Archivo > Configuración de la cuenta > Configuración del servidor; el correo entrante y el saliente tienen cada uno sus propios campos."
            }
            (App::OutlookClassic, Fix::Autocomplete) => {
                "En Outlook, empiece un mensaje nuevo, escriba las primeras letras de la dirección y haga clic en la X que está junto a la entrada antigua."
            }
            (App::AppleMail, Fix::Password | Fix::Outgoing) => {
                "En Mail en el Mac, abra Mail > Ajustes (o Configuración) > Cuentas, elija la cuenta y abra los ajustes del servidor; el correo entrante y el saliente tienen cada uno sus propios campos."
            }
            (App::AppleMail, Fix::Autocomplete) => {
                "En Mail en el Mac, abra Ventana > Destinatarios anteriores, elija la dirección y haga clic en “Eliminar de la lista”."
            }
            (App::Iphone, Fix::Password) => {
                "En el iPhone o iPad, abra Ajustes (o Configuración) > Apps > Mail > Cuentas de Mail, elija la cuenta y abra los ajustes de la cuenta; escriba la contraseña ahí y también en “Servidor de correo saliente”."
            }
            (App::Iphone, Fix::Outgoing) => {
                "En el iPhone o iPad, abra Ajustes (o Configuración) > Apps > Mail > Cuentas de Mail, elija la cuenta y abra en los ajustes de la cuenta “Servidor de correo saliente” y después el servidor principal; escriba también ahí el nombre de usuario y la contraseña."
            }
            (App::Iphone, Fix::Autocomplete) => {
                "En el iPhone o iPad, empiece un mensaje nuevo, escriba las primeras letras de la dirección, toque la ⓘ que está junto a la entrada antigua y elija “Eliminar de Recientes”."
            }
            (App::Gmail, Fix::Password) => {
                "En la aplicación de Gmail, abra Menú > Ajustes (o Configuración), elija la cuenta y escriba la contraseña tanto en los ajustes de entrada como en los de salida."
            }
            (App::Gmail, Fix::Outgoing) => {
                "En la aplicación de Gmail, abra Menú > Ajustes (o Configuración), elija la cuenta y abra los ajustes de salida; active ahí la opción de solicitar inicio de sesión."
            }
            (App::Gmail, Fix::Autocomplete) => {
                "En la aplicación Contactos de Google, busque la dirección, abra la entrada antigua y elimínela."
            }
            (App::Thunderbird, Fix::Password) => {
                "En Thunderbird, abra Ajustes (o Configuración) > Privacidad y seguridad > Contraseñas guardadas y elimine las entradas de este buzón; después, Thunderbird le pedirá la contraseña nueva."
            }
            (App::Thunderbird, Fix::Outgoing) => {
                "En Thunderbird, abra Configuración de la cuenta > Servidor de salida, elija el servidor y haga clic en “Editar”."
            }
            (App::Thunderbird, Fix::Autocomplete) => {
                "En Thunderbird, abra Libreta de direcciones > Direcciones recopiladas y elimine la entrada antigua."
            }
            (App::Roundcube, Fix::Password) => {
                "En el webmail, cierre la sesión y vuelva a iniciarla con la contraseña nueva."
            }
            (App::Roundcube, Fix::Outgoing) => "",
            (App::Roundcube, Fix::Autocomplete) => {
                "En el webmail, abra Contactos > Destinatarios recopilados y elimine la entrada antigua."
            }
        }
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Size { size, limit, ours } => {
                let size = size.replace('.', ",");
                let limit = limit.replace('.', ",");
                let by = if *ours { "nuestro servidor" } else { "el servidor de correo del destinatario" };
                format!(
                    "El mensaje con sus archivos adjuntos ocupa {size} MB, y {by} acepta como máximo {limit} MB. Al enviarse, los archivos adjuntos crecen alrededor de un tercio."
                )
            }
            Fact::Points { got, enough } => {
                let got = got.replace('.', ",");
                let enough = enough.replace('.', ",");
                format!(
                    "El mensaje obtuvo una puntuación de {got}; a partir de {enough}, nuestro servidor no acepta los mensajes."
                )
            }
            Fact::PerHour { limit } => format!(
                "Nuestro servidor envía como máximo {limit} mensajes por hora de su dominio, y ese límite se había alcanzado."
            ),
            Fact::Attachment { name } => format!(
                "Nuestro filtro no deja pasar el archivo adjunto {name}: los archivos de este tipo pueden contener programas dañinos."
            ),
            Fact::BlockList { list } => format!(
                "El servidor que envió el mensaje está en una lista de bloqueo ({list}). Se trata del servidor, no de usted ni de su mensaje."
            ),
            Fact::RuleWord { line, word } => format!(
                "La línea {line} de las reglas usa «{word}», que no está declarado en su primera línea (require) o está mal escrito."
            ),
            Fact::RuleLine { line } => format!("Hay un error en la línea {line} de las reglas."),
            Fact::RuleAsks { word } => {
                format!("Las reglas piden «{word}», que nuestro servidor no ofrece en este momento.")
            }
            Fact::Folder { folder } => format!("Está en la carpeta {folder}."),
            Fact::HeldUp { server, stay } => format!(
                "Por el camino, el servidor {server} retuvo el mensaje{}, antes de que lo aceptara el siguiente servidor de correo.",
                between(stay)
            ),
            Fact::Misspelled { domain, meant } => {
                format!("El dominio {domain} no existe. Probablemente se quería escribir {meant}.")
            }
            Fact::Origin { domain } => format!(
                "Falló la comprobación de que el mensaje viene realmente de {domain}. Puede que sea falso o que el servicio que lo envió no figure en los registros de {domain}."
            ),
            Fact::AcceptedFor { to } => format!("Para {} sí lo aceptó.", names(to)),
        }
    }

    fn advice(&self, advice: &Advice) -> String {
        match advice {
            Advice::SenderAddress { account } => format!(
                "Por favor, ponga {account} como dirección del remitente en la configuración de la aplicación de correo o del dispositivo. Si necesita la otra dirección, pídanos que la autoricemos."
            ),
            Advice::Corrected { address } => format!(
                "Por favor, corrija la dirección (probablemente sea {address}) y vuelva a enviar el mensaje."
            ),
            Advice::ServerName { server } => {
                format!(
                    "Por favor, ponga {server} como nombre del servidor en la configuración, en todos los sitios donde esté el otro nombre."
                )
            }
            Advice::Records { domain } => format!(
                "Los registros del dominio {domain} deben indicar que nuestro servidor de correo puede enviar su correo. Si los administra usted, pregúntenos qué hay que poner; si los administramos nosotros, avísenos y lo pondremos."
            ),
            Advice::Promise { next, end } => format!(
                "Nuestro servidor volverá a intentarlo {}. Si para {} no se ha podido entregar el mensaje, el remitente recibirá un aviso.",
                moment(next),
                moment(end)
            ),
        }
    }

    fn defect(&self, defect: Defect) -> &'static str {
        match defect {
            Defect::Storage => "Nuestro servidor de correo no tiene espacio para guardar mensajes nuevos.",
            Defect::Disk => "Un disco de nuestro servidor de correo no funciona bien.",
            Defect::AccountSpace => "Una cuenta de hosting ha agotado su espacio en disco.",
            Defect::MailboxFull => "Un buzón está lleno.",
            Defect::MailboxDamaged => {
                "Un buzón de nuestro servidor de correo, o un mensaje que contiene, está dañado."
            }
            Defect::Index => {
                "Se había dañado una lista que sirve para abrir las carpetas con rapidez. Nuestro servidor la reconstruye a partir de los mensajes."
            }
            Defect::Permission => {
                "Un programa de nuestro servidor de correo no tiene permiso para usar un archivo o servicio que necesita."
            }
            Defect::Missing => {
                "Nuestro servidor de correo no encuentra un archivo o una carpeta que necesita."
            }
            Defect::Locked => "Otro programa tuvo en uso un buzón o un archivo durante demasiado tiempo.",
            Defect::Name => {
                "Un nombre es demasiado largo o contiene caracteres que nuestro servidor de correo no puede leer."
            }
            Defect::FileLimit => "Un archivo de nuestro servidor de correo ha alcanzado su tamaño máximo.",
            Defect::Clock => "El reloj de nuestro servidor de correo no marca la hora correcta.",
            Defect::Memory => {
                "Un programa de nuestro servidor de correo necesita más memoria de la que puede obtener."
            }
            Defect::Overload => "Nuestro servidor de correo tiene demasiado que hacer a la vez.",
            Defect::Stopped => "Una parte de nuestro servidor de correo no está en marcha.",
            Defect::Restart => "Se reinició una parte de nuestro servidor de correo.",
            Defect::Settings => "Un ajuste de nuestro servidor de correo no es correcto.",
            Defect::Queue => {
                "Nuestro servidor de correo tiene problemas con los archivos en los que guarda los mensajes en espera."
            }
            Defect::MailboxClosed => "Nuestro servidor de correo no puede abrir un buzón.",
            Defect::FilterRules => "Las reglas de filtrado de un buzón no funcionan.",
            Defect::Signing => "Nuestro servidor de correo no puede firmar los mensajes salientes.",
            Defect::Database => "Nuestro servidor de correo no puede consultar datos que necesita.",
            Defect::DatabaseSettings => {
                "Un ajuste de la base de datos de usuarios de nuestro servidor de correo no es correcto."
            }
            Defect::DatabaseDamaged => "La base de datos de nuestro servidor de correo está dañada.",
            Defect::SignIn => {
                "La parte de nuestro servidor de correo que comprueba las contraseñas no funciona."
            }
            Defect::AccountLocked => {
                "Una cuenta está bloqueada o ha caducado, así que no se puede iniciar sesión en ella."
            }
            Defect::PasswordExpired => "La contraseña de un buzón ha caducado.",
            Defect::WrongPassword => {
                "Alguien intentó iniciar sesión con un nombre de usuario o una contraseña incorrectos."
            }
            Defect::Guessing => "Alguien intentó adivinar contraseñas en nuestro servidor de correo.",
            Defect::NoEncryption => {
                "Una aplicación de correo intentó iniciar sesión sin cifrado, y nuestro servidor no lo permite."
            }
            Defect::Mismatch => {
                "Una aplicación de correo u otro servidor se conectó con un cifrado y un puerto que no se corresponden."
            }
            Defect::OurCertificate => {
                "Una aplicación de correo u otro servidor no aceptó el certificado de seguridad de nuestro servidor de correo."
            }
            Defect::OurCertificateExpired => {
                "Una aplicación de correo u otro servidor indicó que el certificado de seguridad de nuestro servidor de correo ha caducado."
            }
            Defect::CertificateFile => {
                "Nuestro servidor de correo no puede usar su certificado de seguridad o la clave que le corresponde."
            }
            Defect::TheirCertificate => {
                "Nuestro servidor de correo no aceptó el certificado de seguridad de otro servidor."
            }
            Defect::Encryption => {
                "Nuestro servidor de correo y una aplicación u otro servidor no lograron ponerse de acuerdo en cómo cifrar su conexión."
            }
            Defect::Connection => "Nuestro servidor de correo no puede establecer una conexión que necesita.",
            Defect::Cut => "Una conexión se cortó antes de que todo terminara.",
            Defect::Network => "Una parte de nuestro servidor de correo no puede usar la red.",
            Defect::Lookup => "Nuestro servidor de correo no puede consultar el nombre de otro servidor.",
            Defect::ServerName => "Nuestro servidor de correo no encuentra un servidor por su nombre.",
            Defect::Filter => "Una parte de nuestro servidor de correo que revisa los mensajes no funciona.",
            Defect::Delivery => {
                "La parte de nuestro servidor de correo que pone los mensajes en los buzones no funciona."
            }
            Defect::Webmail => "El webmail no funciona.",
            Defect::Minor => {
                "Una pequeña parte de nuestro servidor de correo, que no afecta a ningún mensaje, no funciona."
            }
            Defect::Scanner => {
                "Un navegador web o un programa de rastreo se conectó a nuestro servidor de correo."
            }
        }
    }
}
